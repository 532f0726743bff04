import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const FIXTURES = fileURLToPath(new URL('../../register/fixtures/legacy-page/', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'pvp-import-'));
after(() => rm(folder, { recursive: true }));

interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

function pvp(...args: string[]): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ['--conditions=pvp-source', '--import', import.meta.resolve('tsx'), MAIN, ...args],
    { env: { PATH: process.env.PATH, PVP_DATA_DIR: join(folder, 'data') } },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

test('with --json one report stands on standard output, and a rejected record gives 1', async () => {
  const { code, stdout, stderr } = await pvp('import', FIXTURES, '--json');
  assert.equal(code, 1, stderr);
  const report = JSON.parse(stdout) as Record<string, unknown[]>;
  assert.deepEqual(Object.keys(report), ['accepted', 'unchanged', 'rejected', 'warnings']);
  assert.equal(report['accepted'], 10);
  assert.equal(report['rejected']?.length, 1);
});

test('for people: counts first, then what was rejected and the warnings by sort; no bar in a pipe', async () => {
  const { code, stdout, stderr } = await pvp('import', join(FIXTURES, 'ozolleja-koki.json'));
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^Accepted [01], unchanged [01], rejected 0, warnings \d+\.\n/);
  assert.match(stdout, /Warning header-free-but-charges \(1\):\n {2}ozolleja-koki \/price\/raw/);
  assert.equal(stderr, '');
});

test('a path that does not exist gives 2 and one sentence', async () => {
  const { code, stdout, stderr } = await pvp('import', join(folder, 'nowhere'));
  assert.equal(code, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /^pvp import: .*nowhere does not exist\.\n$/);
});

test('a missing path gives 2', async () => {
  const { code, stderr } = await pvp('import');
  assert.equal(code, 2);
  assert.match(stderr, /missing required argument 'path'/);
});
