/**
 * What the search costs in Chromium with the processor slowed down four times: reading the titles of
 * generated services with code that was never run before, and with code that was run once while the
 * page waited for them, all tiers, the longest block of the thread, a key with facets, and the memory
 * of the page.
 *
 *   npm --prefix benchmarks ci
 *   npm --prefix benchmarks run search-browser -- [sizes]
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { catalogueEntry } from '@pvp/sdk/query';
import { summaryTier, synonymTier, titleTier } from '@pvp/sdk/tiers';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../scripts/find-browser.mjs';
import { machineLine, markdownTable, today } from './machine.ts';
import { generatedRecords, shippedWords } from './search/catalogues.ts';
import { keysOf } from './search/keys.ts';
import type { FirstResult, PageResult } from './search/page.ts';

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const SIZES = sizes.length > 0 ? sizes : [300, 1_000, 2_000, 5_000];
const SLOWER = 4;

/** Newer than the types: what typed arrays hold is counted apart. */
interface Heap {
  usedSize: number;
  backingStorageSize?: number;
}

const { outputFiles } = await build({
  entryPoints: [new URL('search/page.ts', import.meta.url).pathname],
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['pvp-source'],
  write: false,
});
const words = [...synonymTier(await shippedWords())].join('');
const contents = new Map<string, string>([
  ['/', '<!doctype html><title>.</title><script type="module" src="page.js"></script>'],
  ['/page.js', outputFiles[0]!.text],
  ['/synonyms', words],
]);
for (const size of SIZES) {
  const { objects, services } = generatedRecords(size);
  const entries = services.map(catalogueEntry).filter((entry) => entry !== undefined);
  contents.set(`/${size}/titles`, [...titleTier({ entries, objects })].join(''));
  contents.set(`/${size}/summaries`, [...summaryTier({ entries, objects }, '')].join(''));
  contents.set(`/${size}/keys`, JSON.stringify(keysOf(services, 1)));
}
const server = createServer(({ url = '' }, response) => {
  const body = contents.get(url);
  const type = url.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
});
await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await puppeteer.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
try {
  const rows: string[][] = [];
  const open = async () => {
    const page = await browser.newPage();
    await page.goto(origin, { waitUntil: 'load' });
    const session = await page.createCDPSession();
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    return { page, session };
  };
  for (const size of SIZES) {
    const { page: other } = await open();
    const first = (await other.evaluate(`measureFirst(${size})`)) as FirstResult;
    await other.close();
    const { page, session } = await open();
    const result = (await page.evaluate(`measureSearch(${size})`)) as PageResult;
    const { rehearsalBlock, read, readBlock, titles, titlesBlock } = result;
    const { warmBlock, firstKey, p50, p99 } = result;
    const times = [first.sum, first.longest, rehearsalBlock, titles, titlesBlock, read, readBlock];
    times.push(warmBlock, firstKey, p50, p99);
    await session.send('HeapProfiler.collectGarbage');
    const heap = (await session.send('Runtime.getHeapUsage')) as Heap;
    const bytes = heap.usedSize + (heap.backingStorageSize ?? 0);
    rows.push([
      String(size),
      ...times.map((ms) => `${ms.toFixed(1)} ms`),
      `${(bytes / 1e6).toFixed(1)} MB`,
    ]);
    await page.close();
  }
  console.log(`Search, ${await browser.version()}, ${SLOWER}× slower, ${today()}`);
  console.log(`${machineLine()}\n`);
  const head = ['services', 'titles, code never run', 'longest block', 'longest of rehearsal'];
  head.push('titles', 'longest block', 'all tiers', 'longest block', 'longest of warming');
  console.log(markdownTable([...head, 'first key', 'p50', 'p99', 'memory'], rows));
} finally {
  await browser.close();
  server.close();
}
