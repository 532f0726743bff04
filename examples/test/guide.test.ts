/** Every code block of the guide, as it stands there. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openRegister } from '@pvp/testing';
import { openPublishedFolder } from '@pvp/testing/published-folder';

const NODE = ['--conditions=pvp-source', '--import', import.meta.resolve('tsx')];

test('the code of docs/sdk.md runs', async (t) => {
  const register = await openRegister();
  t.after(() => register.close());
  const files = await openPublishedFolder(register.origin);
  t.after(() => files.close());
  // Where the names of packages lead to them.
  const folder = await mkdtemp(
    fileURLToPath(new URL('../../node_modules/.guide-', import.meta.url)),
  );
  t.after(() => rm(folder, { recursive: true }));

  const guide = await readFile(new URL('../../docs/sdk.md', import.meta.url), 'utf8');
  const blocks = [...guide.matchAll(/```js\n(.*?)```/gs)].map(([, code = '']) =>
    code
      .replaceAll('https://register.example', register.origin)
      .replaceAll('https://files.example/pakalpojumi', files.address),
  );
  assert.ok(blocks.length >= 5);
  for (const [nth, code] of blocks.entries()) await writeFile(join(folder, `${nth}.mjs`), code);
  const imports = blocks.map((_, nth) => `await import('./${nth}.mjs');`);
  await writeFile(join(folder, 'all.mjs'), imports.join('\n'));

  const child = spawn(process.execPath, [...NODE, join(folder, 'all.mjs')]);
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(code, 0, said);
  for (const line of [
    'retired; instead:',
    'lv Dzīvesvietas deklarēšana',
    /\d+ requests, \d+ records/,
    /^all \d{4}-/m,
    'PV-1021',
  ]) {
    assert.ok(typeof line === 'string' ? said.includes(line) : line.test(said), `${line}: ${said}`);
  }
});
