/** Each example as a person runs it, against a real register. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FullRecord } from '@pvp/contract';
import { openRegister, until, type RegisterFixture } from '@pvp/testing';
import { openFileServer } from '@pvp/testing/file-server';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../../scripts/find-browser.mjs';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const NODE = ['--conditions=pvp-source', '--import', import.meta.resolve('tsx')];

let register: RegisterFixture;
let folder: string;
before(async () => {
  register = await openRegister();
  folder = await mkdtemp(join(tmpdir(), 'pvp-examples-'));
});
after(async () => {
  await register.close();
  await rm(folder, { recursive: true });
});

function start(name: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [...NODE, at(name), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(name: string, ...args: string[]) {
  const child = start(name, args);
  let stdout = '';
  let stderr = '';
  child.stdout!.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr!.on('data', (chunk) => (stderr += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

async function change(id: string, fields: object): Promise<void> {
  const held = await register.store.get('service', id);
  const { hash: _old, ...record } = held!.record as Record<string, unknown>;
  await register.put({ ...record, ...fields } as FullRecord & Record<string, unknown>);
}

/** A register of its own, for a test that ends it. */
async function ownRegister(t: TestContext) {
  const own = await openRegister();
  let isOpen = true;
  const close = async () => {
    if (isOpen) await own.close();
    isOpen = false;
  };
  t.after(close);
  return { ...own, close };
}

test('node-script: a table of the services of an institution', async () => {
  const { code, stdout, stderr } = await run('node-script.mjs', register.origin, 'ozolleja');
  assert.equal(code, 0, stderr);
  const [head = '', ...rows] = stdout.trimEnd().split('\r\n');
  assert.match(head, /^"id","title","status","cost"/);
  const told = await fetch(`${register.origin}/v1/services?institution=ozolleja&limit=200`);
  const { items } = (await told.json()) as { items: { id: string }[] };
  assert.deepEqual(
    rows.map((row) => row.split('"')[1]),
    items.map(({ id }) => id),
  );
  assert.ok(rows.some((row) => row.includes('"Dzīvesvietas deklarēšana","active","varies"')));
  const wrong = await run('node-script.mjs', 'not-an-address', 'ozolleja');
  assert.deepEqual([wrong.code, wrong.stdout], [1, '']);
  assert.match(wrong.stderr, /"not-an-address" is no address/);
  assert.equal((await run('node-script.mjs')).code, 2);
});

test('cron-job: says what changed since the last run, and nothing else', async () => {
  const job = () => run('cron-job.mjs', register.origin, 'institution/ozolleja', join(folder, 'copy.db')); // prettier-ignore
  const first = await job();
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stdout, /^First copy: \d+ records at [0-9a-z]+\.\d+\.\n$/);
  assert.deepEqual(await job(), { code: 0, stdout: '', stderr: '' });
  await change('PV-1001', { costs: [{ id: 'viena', value: 12.5 }] });
  await change('PV-2001', { title: { lv: 'Citas iestādes pakalpojums' } });
  const later = await job();
  assert.deepEqual(later, {
    code: 0,
    stdout: 'PV-1001  Dzīvesvietas deklarēšana  [price]\n',
    stderr: '',
  });
});

test('server: pages from a copy, while the register is down too', async (t) => {
  const own = await ownRegister(t);
  const server = start('server.mjs', [own.origin, 'institution/ozolleja'], { PORT: '0' });
  t.after(() => server.kill());
  let printed = '';
  server.stdout!.on('data', (chunk) => (printed += String(chunk)));
  const address = await until('the address', () => /http:\S+/.exec(printed)?.[0]);
  const read = async (path = '') => {
    const response = await fetch(address + path);
    return { status: response.status, html: await response.text() };
  };
  const list = await read();
  assert.equal(list.status, 200);
  assert.match(list.html, /<a href="\/pakalpojumi\/PV-1001">Dzīvesvietas deklarēšana<\/a>/);
  await own.close();
  const found = await read('?q=dzivesvietas%20%22%3E%3Cscript%3E');
  assert.ok(!found.html.includes('<script>'), 'what one types stays text');
  const description = await read('/PV-1001');
  assert.match(
    description.html,
    /<h1>Dzīvesvietas deklarēšana<\/h1>.*Datu avots: Valsts vienotais/s,
  );
  // A former id leads to the description too.
  assert.match((await read('/P-2794')).html, /<h1>Dzīvesvietas deklarēšana<\/h1>/);
  assert.equal((await read('/PV-none')).status, 404);
});

test('edge: suggestions, and none where the register does not answer', async (t) => {
  // As a worker gets it: one file, without Node and without a build of this project.
  const outfile = join(folder, 'worker.mjs');
  await build({
    entryPoints: [at('edge.mjs')],
    outfile,
    bundle: true,
    format: 'esm',
    conditions: ['pvp-source'],
    logLevel: 'error',
  });
  const { default: worker } = (await import(outfile)) as {
    default: { fetch(request: Request, env: object): Promise<Response> };
  };
  const own = await ownRegister(t);
  const ask = (path: string, init?: RequestInit) =>
    worker.fetch(new Request(`https://edge.example${path}`, init), { REGISTER: own.origin });
  const answer = await ask('/ieteikumi?q=dzivesvietas');
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=60');
  const { items } = (await answer.json()) as { items: { id: string; title: string }[] };
  assert.ok(items.length > 0 && items.length <= 5);
  assert.ok(items.some(({ title }) => title === 'Dzīvesvietas deklarēšana'));
  assert.deepEqual(await (await ask('/ieteikumi')).json(), { items: [] });
  assert.equal((await ask('/other')).status, 404);
  assert.equal((await ask('/ieteikumi?q=a', { method: 'POST' })).status, 405);
  await own.close();
  const without = await ask('/ieteikumi?q=bērns');
  assert.deepEqual([without.headers.get('cache-control'), await without.json()], ['no-store', { items: [] }]); // prettier-ignore
});

test('browser-page: lists, searches, and shows its copy when the register is down', async (t) => {
  const own = await ownRegister(t);
  await build({
    entryPoints: [at('browser-page/page.mjs')],
    outfile: join(folder, 'page/page.js'),
    bundle: true,
    format: 'esm',
    conditions: ['pvp-source'],
    logLevel: 'error',
  });
  const html = await readFile(at('browser-page/index.html'), 'utf8');
  await writeFile(
    join(folder, 'page/index.html'),
    html.replace('https://register.example', own.origin),
  );
  const server = await openFileServer({ folder: join(folder, 'page'), path: '/' });
  const browser = await puppeteer.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  t.after(async () => {
    await browser.close();
    await server.close();
  });
  const page = await browser.newPage();
  const titles = () => page.$$eval('li strong', (all) => all.map((one) => one.textContent));
  await page.goto(`${server.origin}/index.html`);
  const all = await until('the list', async () => {
    const found = await titles();
    return found.includes('Dzīvesvietas deklarēšana') ? found : undefined;
  });
  await page.type('input', 'dzivesviet');
  await until('fewer rows', async () => {
    const found = await titles();
    return found.length < all.length && found.includes('Dzīvesvietas deklarēšana');
  });
  await own.close();
  const later = await browser.newPage();
  await page.close();
  await later.goto(`${server.origin}/index.html`);
  await until('the copy', async () => (await later.$$('li')).length === all.length);
  assert.match(await later.$eval('[role=status]', (one) => one.textContent), /^Pakalpojumi: \d+\. Dati no \d/); // prettier-ignore
});
