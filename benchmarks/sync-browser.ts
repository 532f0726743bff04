/**
 * How long Chromium takes to bring a copy of 5,000 services into IndexedDB, to hear that nothing is
 * new, and to take in 50 changes: the replica, one JSON document put row by row, RxDB (Dexie) and
 * PouchDB, side by side.
 *
 *   npm --prefix benchmarks ci
 *   node --conditions=pvp-source --import tsx benchmarks/sync-browser.ts [--recorded]
 *
 * Unless told otherwise, whoever drives a browser has it record each body that arrives, as open tools
 * for developers do: in the thread of the page, which takes longer than to read it does. Nobody's page
 * has that, so it is left out; `--recorded` measures with it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../scripts/find-browser.mjs';
import { machineLine, markdownTable, today } from './machine.ts';
import { startMeasuredRegister } from './sync/measured-register.ts';
import { CHANGED, HEAD, measureRounds, rowsOf } from './sync/rounds.ts';

const SERVICES = 5_000;
const ROUNDS = 5;
const NAMES = ['ours', 'naive, row by row', 'RxDB', 'PouchDB'];

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('sync/page.ts', import.meta.url))],
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  target: 'es2022',
  conditions: ['pvp-source'],
  define: { global: 'globalThis' },
  logLevel: 'error',
});
const script = outputFiles[0]!.text;
const site = createServer((request, response) => {
  const isScript = request.url === '/page.js';
  response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
  response.end(isScript ? script : '<!doctype html><script src="/page.js"></script>');
});
await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
const { port } = site.address() as AddressInfo;

// A profile on the disk: in a private window IndexedDB lives in memory.
const profile = mkdtempSync(join(tmpdir(), 'pvp-benchmark-profile-'));
const browser = await puppeteer.launch({
  executablePath: findBrowser(),
  args: BROWSER_FLAGS,
  userDataDir: profile,
  protocolTimeout: 600_000,
  networkEnabled: process.argv.includes('--recorded'),
});
const { change, close, register, peers } = await startMeasuredRegister(SERVICES);
try {
  let opened = 0;
  const open = async (name: string) => {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(name, error));
    // An origin that has stored nothing yet.
    await page.goto(`http://copy-${++opened}.localhost:${port}/`);
    const call = (text: string) => page.evaluate(text) as Promise<{ ms: number; count: number }>;
    await call(`openCopy(${JSON.stringify(name)}, ${JSON.stringify({ register, peers })})`);
    return { sync: () => call('measureSync()'), close: () => page.close() };
  };
  const times = await measureRounds(NAMES, ROUNDS, open, () => change(CHANGED));
  console.log(`Chromium with IndexedDB, ${SERVICES} services, middle of ${ROUNDS}, ${today()}`);
  console.log(`${machineLine()}; ${await browser.version()}\n`);
  console.log(markdownTable(HEAD, rowsOf(times)));
} finally {
  await browser.close();
  await close();
  site.close();
  rmSync(profile, { recursive: true, force: true });
}
