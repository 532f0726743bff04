/** Runs in the browser: the index of a register as a page builds it, and how long that takes. */
import type { SearchIndexHead } from '@pvp/contract';
import { CatalogueIndex } from '@pvp/sdk/query';
import { readTiers, type TierTexts } from '@pvp/sdk/tiers';

export interface BuildTimes {
  /** Milliseconds of work, without the pauses. */
  work: number;
  /** What else is done before the first key: milliseconds of work. */
  warming: number;
  /** Longest time without a pause. */
  longest: number;
}

export interface KeyTimes {
  median: number;
  p99: number;
  longest: number;
  keys: number;
}

/** As an element holds the thread. */
const HOLD_MS = 4;

let texts: TierTexts;
let index: CatalogueIndex;

const api = {
  async fetchTiers(register: string): Promise<void> {
    const address = `${register}/v1/search-index/all`;
    const head = (await (await fetch(address)).json()) as SearchIndexHead;
    const [titles, summaries, synonyms] = await Promise.all(
      head.tiers.map(async ({ href }) => (await fetch(new URL(href, address))).text()),
    );
    texts = { titles: titles!, summaries: summaries!, synonyms: synonyms! };
  },

  async build(extent: 'titles' | 'whole'): Promise<BuildTimes> {
    let since = performance.now();
    let work = 0;
    let longest = 0;
    const rest = () => {
      const held = performance.now() - since;
      work += held;
      longest = Math.max(longest, held);
    };
    index = await readTiers(extent === 'titles' ? { titles: texts.titles } : texts, {
      index: new CatalogueIndex(),
      pause: async () => {
        rest();
        await new Promise((resolve) => setTimeout(resolve));
        since = performance.now();
      },
    });
    rest();
    const built = work;
    since = performance.now();
    for (const _ of index.warming()) {
      if (performance.now() - since < HOLD_MS) continue;
      rest();
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    rest();
    return { work: built, warming: work - built, longest };
  },

  /** Every key of each question, with its facets. */
  keys(questions: readonly string[]): KeyTimes {
    const times: number[] = [];
    let values = 0;
    for (const question of questions) {
      for (let end = 1; end <= question.length; end++) {
        const began = performance.now();
        // Facets are made when they are read.
        const { facets } = index.list({ q: question.slice(0, end), unified: true, lang: 'lv' });
        values += Object.keys(facets ?? {}).length;
        times.push(performance.now() - began);
      }
    }
    if (values === 0) throw new Error('No list had facets');
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor((times.length - 1) * share)]!;
    return { median: at(0.5), p99: at(0.99), longest: at(1), keys: times.length };
  },

  forget(): void {
    texts = { titles: '' };
    index = new CatalogueIndex();
  },

  keepIndexAlone(): void {
    texts = { titles: '' };
  },
};

export type BenchmarkPage = typeof api;
(globalThis as { benchmark?: BenchmarkPage }).benchmark = api;
