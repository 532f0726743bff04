/**
 * What the proof that a register asks for costs a page: how long it takes in Chromium, and the longest
 * time for which the page can do nothing else. As fast as this machine is, and four times slower. The
 * browser's own trace tells of each stretch how long it was, and for how much of it the processor was the
 * page's: the rest is what other programs of the machine took.
 *
 *   node --conditions=pvp-source --import tsx benchmarks/proof-of-work.ts
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import puppeteer, { type Page } from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../scripts/find-browser.mjs';
import { machineLine, markdownTable, today } from './machine.ts';
import type {} from './proof-of-work/page.ts';

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

interface Cost {
  /** All in milliseconds; of the longest stretch without a pause. */
  time: number;
  block: number;
  ownBlock: number;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds: when it began, its length by the clock, and the thread's own part of that. */
  ts: number;
  dur?: number;
  tdur?: number;
}

async function measure(page: Page): Promise<Cost> {
  await page.tracing.start({ categories: ['toplevel', 'blink.user_timing'] });
  const time = await page.evaluate((difficulty) => globalThis.measureProof(difficulty), DIFFICULTY);
  const trace = (await page.tracing.stop())!;
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: TraceEvent[];
  };
  const marks = ['begun', 'found'].map((mark) => traceEvents.find(({ name }) => name === mark));
  const [begun, found] = marks;
  if (!begun || !found) throw new Error('The trace does not tell when the search began and ended');
  // What the page does before and after the search is not the search's.
  const tasks = traceEvents.filter(
    ({ name, pid, tid, ts, dur = 0 }) =>
      /RunTask$/.test(name) &&
      pid === begun.pid &&
      tid === begun.tid &&
      ts < found.ts &&
      ts + dur > begun.ts,
  );
  const longest = (key: 'dur' | 'tdur'): number =>
    Math.max(...tasks.map((task) => task[key] ?? 0)) / 1000;
  return { time, block: longest('dur'), ownBlock: longest('tdur') };
}

const rows: string[][] = [];
for (const slower of [1, 4]) {
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.setCacheEnabled(false);
  const costs: Cost[] = [];
  for (let run = 0; run < RUNS; run++) {
    // A page of its own each time: people send one request, and the code is not yet made quick then.
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForFunction(() => 'measureProof' in globalThis);
    costs.push(await measure(page));
  }
  const at = (key: keyof Cost, share: number): string => {
    const values = costs.map((cost) => cost[key]).sort((a, b) => a - b);
    return `${values[Math.min(values.length - 1, Math.floor(values.length * share))]!.toFixed(1)} ms`;
  };
  const ends = (key: keyof Cost): string[] => [at(key, 0.5), at(key, 1)];
  rows.push([`${slower} ×`, ...ends('time'), ...ends('ownBlock'), ...ends('block')]);
  await page.close();
}
await browser.close();
server.close();
console.log(`${machineLine()}, ${today()}, difficulty ${DIFFICULTY}, ${RUNS} proofs each\n`);
const head = ['Processor', 'Proof, median', 'slowest'];
head.push('Longest stretch, processor, median', 'worst', 'by the clock, median', 'worst');
console.log(markdownTable(head, rows));
