/**
 * Search in the catalogue from the index that a page holds: bytes of the tiers, time and memory to
 * build it, a key with its facets, and from a keystroke to the painted result on a real page.
 * Chromium, a processor four times slower.
 *
 *   npm run build && node --conditions=pvp-source --import tsx benchmarks/catalogue-search.ts \
 *     [RUNS [300 | 5000 | keys]]
 */
import { fileURLToPath } from 'node:url';
import { constants, brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import type { SearchIndexHead, ServiceList } from '@pvp/contract';
import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { BROWSER_FLAGS, findBrowser } from '../scripts/find-browser.mjs';
import { untilAtRest } from './browser-at-rest.ts';
import { longestTask, type LongestTask } from './catalogue-search/longest-task.ts';
import type { BenchmarkPage, BuildTimes, KeyTimes } from './catalogue-search/page.ts';
import { CATALOGUE } from './elements/contestants.ts';
import { openSite, type Site } from './elements/site.ts';
import type { Key } from './elements/key-trace.ts';
import { Visit } from './elements/visit.ts';
import { machineLine, markdownTable, today } from './machine.ts';

declare const benchmark: BenchmarkPage;

const RUNS = Number(process.argv[2] ?? 5);
/** Default: all. */
const PART = process.argv[3];
const SLOWDOWN = 4;
const QUESTIONS = 60;

const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

const browser = await puppeteer.launch({
  executablePath: findBrowser(),
  args: [...BROWSER_FLAGS, '--enable-precise-memory-info'],
});
try {
  console.log(`${machineLine()}; ${await browser.version()}, ${today()}`);
  console.log(`${SLOWDOWN}× slower processor, median of ${RUNS}\n`);
  const parts = {
    300: () => measureIndex(browser, 300),
    5000: () => measureIndex(browser, 5_000),
    keys: () => measureKeystrokes(browser, 2_000),
  };
  for (const [name, measure] of Object.entries(parts)) {
    if (PART !== undefined && PART !== name) continue;
    console.log(`${markdownTable(['', 'Measured', 'Target'], await measure())}\n`);
  }
} finally {
  await browser.close();
}

async function measureIndex(browser: Browser, count: number): Promise<string[][]> {
  const site = await openSite(count, [CATALOGUE]);
  const { register } = site;
  try {
    const { list, tiers } = await bytesOf(register);
    const page = await openPage(browser, site);
    const session = await page.createCDPSession();
    await page.evaluate((origin) => benchmark.fetchTiers(origin), register);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const titles = await builds(page, 'titles');
    const whole = await builds(page, 'whole');
    const name = `${count.toLocaleString('en')} services`;
    if (count === 300) {
      return [
        [`${name}: list, facets and names`, kB(list + tiers['titles']!), '≤ 14 kB'],
        [`${name}: index of names, built`, ms(titles.work), '≤ 40 ms'],
        [`${name}: the same, made ready for the first key`, ms(titles.warming), ''],
        [`${name}: whole index, built`, ms(whole.work), ''],
      ];
    }
    const questions = await questionsOf(register);
    // Once to be compiled, as after a few searches.
    await page.evaluate((all) => benchmark.keys(all), questions.slice(0, 10));
    const keys: KeyTimes = await page.evaluate((all) => benchmark.keys(all), questions);
    const memory = await memoryOf(page, session);
    // A page that is slowed down keeps its browser busy even when it does nothing.
    await page.browserContext().close();
    const tasks: LongestTask[] = [];
    for (let run = 0; run < RUNS; run++) {
      tasks.push(await longestTask(browser, site.urlOf(CATALOGUE), SLOWDOWN));
    }
    const worst = tasks.reduce((one, other) => (other.duration > one.duration ? other : one));
    const clockAndOwn = (duration: number, own: number) => `${ms(duration)}, ${ms(own)}`;
    return [
      [`${name}: names`, kB(tiers.titles!), '≤ 110 kB'],
      [`${name}: summaries`, kB(tiers.summaries!), '≤ 330 kB'],
      [`${name}: everyday words`, kB(tiers.synonyms!), ''],
      [`${name}: index of names, built`, ms(titles.work), ''],
      [`${name}: whole index, built`, ms(whole.work), ''],
      [`${name}: longest slice`, ms(Math.max(titles.longest, whole.longest)), '≤ 50 ms'],
      [
        `${name}: longest task of a page, after its first list, median: by the clock, its own part`,
        clockAndOwn(
          middle(tasks.map(({ duration }) => duration)),
          middle(tasks.map(({ own }) => own)),
        ),
        '≤ 50 ms',
      ],
      [
        `${name}: the worst of ${RUNS} (${worst.parts})`,
        clockAndOwn(worst.duration, worst.own),
        '≤ 50 ms',
      ],
      [`${name}: memory of the index`, `${(memory / 1e6).toFixed(1)} MB`, '≤ 25 MB'],
      [
        `${name}: key with facets, median, 99 % (of ${keys.keys})`,
        `${ms(keys.median)}, ${ms(keys.p99)}`,
        '99 % ≤ 8 ms',
      ],
    ];
  } finally {
    await site.close();
  }
}

/** As the register sends them: a list in brotli 5, tiers in brotli 11. */
async function bytesOf(origin: string) {
  const compressed = async (url: string, quality: number) =>
    brotliCompressSync(Buffer.from(await (await fetch(url)).arrayBuffer()), {
      params: { [constants.BROTLI_PARAM_QUALITY]: quality },
    }).length;
  const address = `${origin}/v1/search-index/all`;
  const head = (await (await fetch(address)).json()) as SearchIndexHead;
  const tiers: Record<string, number> = {};
  for (const { tier, href } of head.tiers) {
    tiers[tier] = await compressed(new URL(href, address).href, 11);
  }
  return { list: await compressed(`${origin}/v1/services?unified=true`, 5), tiers };
}

async function openPage(browser: Browser, site: Site): Promise<Page> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('catalogue-search/page.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    conditions: ['pvp-source', 'production', 'browser'],
  });
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await untilAtRest(browser);
  await page.goto(new URL('/', site.urlOf(CATALOGUE)).href);
  await page.addScriptTag({ content: outputFiles[0]!.text });
  return page;
}

async function builds(page: Page, extent: 'titles' | 'whole'): Promise<BuildTimes> {
  const all: BuildTimes[] = [];
  for (let run = 0; run < RUNS; run++) {
    all.push(await page.evaluate((what) => benchmark.build(what), extent));
  }
  return {
    work: middle(all.map(({ work }) => work)),
    warming: middle(all.map(({ warming }) => warming)),
    longest: Math.max(...all.map(({ longest }) => longest)),
  };
}

/** What the whole index holds: the heap with it less the heap without it. */
async function memoryOf(page: Page, session: CDPSession): Promise<number> {
  const used = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const usage = (await session.send('Runtime.getHeapUsage')) as unknown as {
      usedSize: number;
      backingStorageSize?: number;
    };
    return usage.usedSize + (usage.backingStorageSize ?? 0);
  };
  await page.evaluate(() => benchmark.keepIndexAlone());
  const held = await used();
  await page.evaluate(() => benchmark.forget());
  return held - (await used());
}

/** Words of titles and summaries, in other forms than they stand there. */
async function questionsOf(origin: string): Promise<string[]> {
  const { items } = (await (await fetch(`${origin}/v1/services?limit=200`)).json()) as ServiceList;
  const step = Math.floor(items.length / QUESTIONS);
  return Array.from({ length: QUESTIONS }, (_, nth) => {
    const { title, summary = '' } = items[nth * step]!;
    const words = (nth % 3 === 0 ? summary : title).toLowerCase().split(/\s+/).slice(0, 3);
    const text = words.join(' ');
    if (nth % 3 === 1) return text.normalize('NFD').replace(/\p{M}/gu, '');
    return nth % 3 === 2 ? text.slice(0, -1) : text;
  });
}

async function measureKeystrokes(browser: Browser, count: number): Promise<string[][]> {
  const site = await openSite(count, [CATALOGUE]);
  try {
    const runs: Key[][] = [];
    for (let run = 0; run < RUNS; run++) {
      const { visit } = await Visit.begin(browser, site.urlOf(CATALOGUE), CATALOGUE);
      runs.push(await visit.type(site.letters));
      await visit.end();
    }
    // A key that leaves the first rows as they are has no result that could be seen.
    const results = (from: number, until?: number) =>
      middle(
        runs
          .flatMap((keys) => keys.slice(from, until).map(({ result }) => result))
          .filter((result) => result !== undefined),
      );
    const paints = runs.flatMap((keys) => keys.map(({ paint }) => paint));
    const name = `${count.toLocaleString('en')} services, slow 4G`;
    return [
      [`${name}: first key to its result, presented`, ms(results(0, 1)), '≤ 50 ms'],
      [`${name}: next keys`, ms(results(1)), '≤ 50 ms'],
      // Those that leave the rows as they are, too: it says nothing of the others.
      [`${name}: all ${paints.length} keys to the next painting, median`, ms(middle(paints)), ''],
      [`${name}: the longest of ${paints.length}`, ms(Math.max(...paints)), ''],
    ];
  } finally {
    await site.close();
  }
}
