/**
 * What the search costs in Node at 300 to 50,000 generated services: the serialised index, reading it
 * in slices, memory, and the time of a key with all facets and the everyday words that ship; with
 * --peers, the same keys in four engines with our stems, at 5,000 services.
 *
 *   npm --prefix benchmarks ci
 *   npm --prefix benchmarks run search-speed -- [--peers] [sizes]
 */
import { CatalogueIndex, catalogueEntry, listRecordOf } from '@pvp/sdk/query';
import { SearchIndex, Vocabulary } from '@pvp/sdk/search';
import { readTiers, summaryTier, titleTier } from '@pvp/sdk/tiers';
import { machineLine, markdownTable, today } from './machine.ts';
import { generatedCatalogue, generatedRecords, shippedWords } from './search/catalogues.ts';
import { codeSizes, compressed } from './search/code-sizes.ts';
import { keysOf } from './search/keys.ts';
import { lowestTimes, quantile } from './search/quantiles.ts';

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const SIZES = sizes.length > 0 ? sizes : [300, 1_000, 5_000, 10_000, 50_000];
const PER_CLASS = 4;
const PASSES = 5;

console.log(`Search in Node, ${today()}, ${machineLine()}\n`);
const words = await shippedWords();
const vocabulary = vocabularyOf();
await printCodeSizes();
const rows: string[][] = [];
for (const size of SIZES) rows.push(await measured(size));
const head = ['services', 'titles', 'summaries', 'read', 'longest block', 'memory', 'first key'];
console.log(markdownTable([...head, 'key p50', 'p90', 'p99', 'slowest'], rows));
if (process.argv.includes('--peers')) await printPeers(5_000);

function vocabularyOf(): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const [id, entry] of words) vocabulary.put(id, entry);
  return vocabulary;
}

async function measured(size: number): Promise<string[]> {
  const { titles, summaries, keys } = prepared(size);
  // Once to have the code compiled, as for a page that was used before.
  await readTiers({ titles, summaries });
  const blocks: number[] = [];
  let since = performance.now();
  const block = () => void blocks.push(performance.now() - since);
  let index: CatalogueIndex | undefined = await readTiers(
    { titles, summaries },
    {
      index: new CatalogueIndex(new SearchIndex(vocabulary)),
      async pause() {
        block();
        await new Promise((resolve) => setImmediate(resolve));
        since = performance.now();
      },
    },
  );
  block();
  // Facets are made when they are read.
  const list = (q: string) => index!.list({ q }).facets;
  const first = timed(() => list('c'));
  const passes = Array.from({ length: PASSES + 1 }, () => keys.map((q) => timed(() => list(q))));
  // The first pass warms up.
  const times = lowestTimes(passes.slice(1));
  const withIndex = await heldBytes();
  index = undefined;
  const memory = withIndex - (await heldBytes());
  const sum = blocks.reduce((all, each) => all + each, 0);
  return [
    String(size),
    kilobytes(compressed(titles)),
    kilobytes(compressed(summaries)),
    milliseconds(sum),
    milliseconds(Math.max(...blocks)),
    `${(memory / 1e6).toFixed(1)} MB`,
    milliseconds(first),
    ...[0.5, 0.9, 0.99, 1].map((share) => milliseconds(quantile(times, share))),
  ];
}

function prepared(size: number) {
  const { objects, services } = generatedRecords(size);
  const entries = services.map(catalogueEntry).filter((entry) => entry !== undefined);
  return {
    titles: [...titleTier({ entries, objects })].join(''),
    summaries: [...summaryTier({ entries, objects }, '')].join(''),
    keys: keysOf(services, PER_CLASS),
  };
}

async function printCodeSizes(): Promise<void> {
  const sizes = [...(await codeSizes())].map(([name, bytes]) => [name, kilobytes(bytes)]);
  console.log(`${markdownTable(['code', 'brotli'], sizes)}\n`);
}

async function printPeers(size: number): Promise<void> {
  const records = generatedRecords(size);
  const { index, documents } = generatedCatalogue(records);
  const keys = keysOf(records.services, 3);
  const { PEERS } = await import('./search/peers.ts');
  const rows: string[][] = [];
  const add = async (name: string, search: (q: string) => unknown, bytes: number) => {
    const passes: number[][] = [];
    for (let pass = 0; pass <= PASSES; pass++) {
      const times: number[] = [];
      for (const q of keys) {
        const start = performance.now();
        await search(q);
        times.push(performance.now() - start);
      }
      passes.push(times);
    }
    const times = lowestTimes(passes.slice(1));
    const shares = [0.5, 0.99].map((share) => milliseconds(quantile(times, share)));
    rows.push([name, ...shares, kilobytes(bytes)]);
  };
  const contents = {
    entries: [...index.entries()],
    objects: records.objects.map((object) => listRecordOf(object as never) as typeof object),
  };
  const texts = [...titleTier(contents), ...summaryTier(contents, '')].join('');
  await add('ours, with facets', (q) => index.list({ q, limit: 10 }).facets, compressed(texts));
  for (const [name, fill] of Object.entries(PEERS)) {
    if (!name.includes('our stems')) continue;
    const { search, serialised } = await fill(documents);
    await add(name, search, compressed(serialised()));
  }
  console.log(`\n${size} services, ${keys.length} keys\n`);
  console.log(markdownTable(['engine', 'key p50', 'p99', 'index, brotli'], rows));
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

async function heldBytes(): Promise<number> {
  for (let round = 0; round < 4; round++) {
    global.gc!();
    // What arrays held is given back in a task of its own.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} kB`;
}

function milliseconds(ms: number): string {
  return `${ms < 10 ? ms.toFixed(2) : ms.toFixed(0)} ms`;
}
