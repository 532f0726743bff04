/**
 * What the proof that a register asks for costs a page: how long it takes in Chromium, and the longest
 * time for which the page can do nothing else. As fast as this machine is, and four times slower.
 *
 *   node --conditions=pvp-source --import tsx benchmarks/proof-of-work.ts
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../scripts/find-browser.mjs';
import { machineLine, markdownTable, today } from './machine.ts';
import type { ProofCost } from './proof-of-work/page.ts';

/** What a register asks for unless it is told otherwise. */
const DIFFICULTY = 15;
const RUNS = 20;

const { outputFiles } = await build({
  entryPoints: [new URL('proof-of-work/page.ts', import.meta.url).pathname],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['pvp-source'],
  write: false,
});
const contents = new Map<string, [type: string, body: string]>([
  [
    '/',
    ['text/html', '<!doctype html><title>.</title><script type="module" src="page.js"></script>'],
  ],
  ['/page.js', ['text/javascript', outputFiles[0]!.text]],
]);
const server = createServer((request, response) => {
  const [type, body] = contents.get(request.url ?? '') ?? ['text/plain', ''];
  response.writeHead(body ? 200 : 404, { 'content-type': type }).end(body);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const { port } = server.address() as AddressInfo;

const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  args: BROWSER_FLAGS,
});
const rows: string[][] = [];
for (const slower of [1, 4]) {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => 'measureProof' in globalThis);
  const costs = (await page.evaluate(
    (runs, difficulty) => globalThis.measureProof(runs, difficulty),
    RUNS,
    DIFFICULTY,
  )) as ProofCost[];
  const of = (key: keyof ProofCost): number[] =>
    costs.map((cost) => cost[key]).sort((a, b) => a - b);
  const [times, blocks] = [of('time'), of('block')];
  const at = (values: number[], share: number): string =>
    `${values[Math.min(values.length - 1, Math.floor(values.length * share))]!.toFixed(1)} ms`;
  rows.push([`${slower} ×`, at(times, 0.5), at(times, 1), at(blocks, 0.5), at(blocks, 1)]);
  await page.close();
}
await browser.close();
server.close();
console.log(`${machineLine()}, ${today()}, difficulty ${DIFFICULTY}, ${RUNS} proofs each\n`);
const head = ['Processor', 'Proof, median', 'slowest', 'Longest block, median', 'worst'];
console.log(markdownTable(head, rows));
