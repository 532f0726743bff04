/** Runs in the page that is measured. */
import { readTiers, rehearsing, type TierTexts } from '@pvp/sdk/tiers';
import { lowestTimes, quantile } from './quantiles.ts';

/** Milliseconds. */
export interface PageResult {
  /** What a page does while it waits for its index: the longest step. */
  rehearsalBlock: number;
  titles: number;
  titlesBlock: number;
  read: number;
  readBlock: number;
  /** Before an index is used, in steps: the longest one. */
  warmBlock: number;
  firstKey: number;
  p50: number;
  p99: number;
}

export interface FirstResult {
  sum: number;
  longest: number;
}

const PASSES = 3;

Object.assign(globalThis, { measureSearch, measureFirst });

/** Titles read with code that was never run before. */
async function measureFirst(size: number): Promise<FirstResult> {
  const { sum, longest } = await readIn({ titles: await (await fetch(`${size}/titles`)).text() });
  return { sum, longest };
}

async function measureSearch(size: number): Promise<PageResult> {
  const text = async (path: string) => (await fetch(path)).text();
  const [titles, summaries, synonyms, keyList] = await Promise.all(
    [`${size}/titles`, `${size}/summaries`, 'synonyms', `${size}/keys`].map(text),
  );
  const rehearsalBlock = await longestStep(rehearsing());
  const byNames = await readIn({ titles: titles! });
  // Held to the end of the page, as an element holds it; the one of names alone is not.
  const whole = await readIn({ titles: titles!, summaries: summaries!, synonyms: synonyms! });
  const keys = JSON.parse(keyList!) as string[];
  const { index } = whole;
  Object.assign(globalThis, { index });
  const timed = (q: string) => {
    const start = performance.now();
    // Facets are made when they are read.
    const { facets } = index.list({ q });
    const took = performance.now() - start;
    if (!facets) throw new Error('A list without facets');
    return took;
  };
  const warmBlock = await longestStep(index.warming());
  const firstKey = timed(keys[0]!);
  const passes: number[][] = [];
  for (let pass = 0; pass < PASSES; pass++) {
    passes.push(keys.map(timed));
    await new Promise((resolve) => setTimeout(resolve));
  }
  const times = lowestTimes(passes);
  return {
    rehearsalBlock,
    titles: byNames.sum,
    titlesBlock: byNames.longest,
    read: whole.sum,
    readBlock: whole.longest,
    warmBlock,
    firstKey,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

async function longestStep(work: Iterable<unknown>): Promise<number> {
  let longest = 0;
  let since = performance.now();
  for (const _ of work) {
    longest = Math.max(longest, performance.now() - since);
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return longest;
}

/** Time at work and the longest time without a pause. */
async function readIn(tiers: TierTexts) {
  const blocks: number[] = [];
  let since = performance.now();
  const index = await readTiers(tiers, {
    async pause() {
      blocks.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    },
  });
  blocks.push(performance.now() - since);
  return {
    index,
    sum: blocks.reduce((all, each) => all + each, 0),
    longest: Math.max(...blocks),
  };
}
