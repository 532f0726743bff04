/**
 * What the search costs in Node at 300 to 50,000 generated services: the serialised index, reading it
 * in slices, memory, and the time of a key with all facets and the everyday words that ship; with
 * --peers, the same keys in four engines with our stems, at 5,000 services.
 *
 * Slices are told twice: what the thread worked, and by the clock, which goes on while the machine
 * gives the processor to other threads, those included that compile what gets hot. Garbage that these
 * collect while the thread waits counts by the clock alone.
 *
 *   npm --prefix benchmarks ci
 *   npm --prefix benchmarks run search-speed -- [--peers] [sizes]
 */
import { CatalogueIndex, catalogueEntry, listRecordOf } from '@pvp/sdk/query';
import { SearchIndex, Vocabulary } from '@pvp/sdk/search';
import { readTiers, summaryTier, titleTier, type TierTexts } from '@pvp/sdk/tiers';
import { machineLine, markdownTable, today } from './machine.ts';
import { generatedCatalogue, generatedRecords, shippedWords } from './search/catalogues.ts';
import { codeSizes, compressed } from './search/code-sizes.ts';
import { keysOf } from './search/keys.ts';
import { lowestTimes, quantile } from './search/quantiles.ts';
import { threadTime } from './thread-time.ts';

const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const SIZES = sizes.length > 0 ? sizes : [300, 1_000, 5_000, 10_000, 50_000];
const PER_CLASS = 4;
const PASSES = 5;
const READINGS = 9;

console.log(`Search in Node, ${today()}, ${machineLine()}\n`);
const words = await shippedWords();
const vocabulary = vocabularyOf();
await printCodeSizes();
const rows: string[][] = [];
for (const size of SIZES) rows.push(await measured(size));
const head = ['services', 'titles', 'summaries', 'read', 'longest block', 'worst', 'by the clock'];
head.push('worst', 'memory', 'first key', 'key p50', 'p90', 'p99', 'slowest');
console.log(markdownTable(head, rows));
if (process.argv.includes('--peers')) await printPeers(5_000);

function vocabularyOf(): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const [id, entry] of words) vocabulary.put(id, entry);
  return vocabulary;
}

async function measured(size: number): Promise<string[]> {
  const { titles, summaries, keys } = prepared(size);
  // What it is made of goes before: whoever reads an index never had it.
  await heldBytes();
  // Once to have the code compiled, as for a page that was used before.
  await readTiers({ titles, summaries });
  let index: CatalogueIndex | undefined;
  const readings: Block[][] = [];
  for (let nth = 0; nth < READINGS; nth++) {
    index = new CatalogueIndex(new SearchIndex(vocabulary));
    readings.push(await blocksOf({ titles, summaries }, index));
  }
  const longest = (of: keyof Block) =>
    readings.map((blocks) => Math.max(...blocks.map((each) => each[of]))).sort((a, b) => a - b);
  const sums = readings.map((blocks) => blocks.reduce((all, { worked }) => all + worked, 0));
  // Facets are made when they are read.
  const list = (q: string) => index!.list({ q }).facets;
  const first = timed(() => list('c'));
  const passes = Array.from({ length: PASSES + 1 }, () => keys.map((q) => timed(() => list(q))));
  // The first pass warms up.
  const times = lowestTimes(passes.slice(1));
  const withIndex = await heldBytes();
  index = undefined;
  const memory = withIndex - (await heldBytes());
  return [
    String(size),
    kilobytes(compressed(titles)),
    kilobytes(compressed(summaries)),
    milliseconds(
      quantile(
        sums.sort((a, b) => a - b),
        0.5,
      ),
    ),
    ...(['worked', 'took'] as const).flatMap((of) =>
      [0.5, 1].map((share) => milliseconds(quantile(longest(of), share))),
    ),
    `${(memory / 1e6).toFixed(1)} MB`,
    milliseconds(first),
    ...[0.5, 0.9, 0.99, 1].map((share) => milliseconds(quantile(times, share))),
  ];
}

/** A slice: what the thread worked in it, and how long it took by the clock; milliseconds. */
interface Block {
  worked: number;
  took: number;
}

async function blocksOf(texts: TierTexts, index: CatalogueIndex): Promise<Block[]> {
  const blocks: Block[] = [];
  let since = performance.now();
  let before = threadTime();
  const end = () =>
    void blocks.push({ worked: threadTime() - before, took: performance.now() - since });
  await readTiers(texts, {
    index,
    async pause() {
      end();
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
      before = threadTime();
    },
  });
  end();
  return blocks;
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
