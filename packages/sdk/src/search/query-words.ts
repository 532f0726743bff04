import { analysed, telling, type Word } from './word.ts';

/** A word of a question. */
export interface QueryWord extends Word {
  /** The last word: it may go on. */
  readonly typing: boolean;
  /** It is a word as it stands, no slip of the finger. */
  readonly known: boolean;
}

/** Whatever is the same of two words, this is: what they meet is kept by it. */
export function keyOf({ text, typing, known, weight }: QueryWord): string {
  return `${typing} ${known} ${weight} ${text}`;
}

const MAX_LOOKED_AT = 24;
const MAX_WORDS = 12;
const USUAL_WEIGHT = 10;

/** What a small word of a sentence weighs at most: “kur”, “saņemt”, “mamma”. */
const TELLING = 3;

/**
 * The words of a question that say something, each once, and whether it is told in a sentence, with
 * small words or whoever it is about, and not in keywords alone.
 */
export function queryWords(query: string): { words: QueryWord[]; isTold: boolean } {
  const all = analysed(query, MAX_LOOKED_AT);
  // A space behind it says nothing: pages and registers leave it out.
  const last = /[\p{L}\p{N}\p{M}]$/u.test(query.trim()) ? all.at(-1) : undefined;
  const some = telling(all);
  // Nothing but small words: the last one may become another.
  const words = some === all ? all.slice(-1) : some;
  const asked = [...new Map(words.map((word) => [word.folded, word])).values()]
    .slice(0, MAX_WORDS)
    .map((word) => ({
      ...word,
      typing: word === last,
      // Whoever types a common word means it; abbreviations and numbers have no likeness.
      known: word.weight < USUAL_WEIGHT || !/^\D*[aeiouy]\D*$/.test(word.folded),
      weight: word.weight || USUAL_WEIGHT,
    }));
  return { words: asked, isTold: all.some(({ weight }) => weight <= TELLING) };
}

/** Words that stand for what was typed: nothing is looked for behind them. */
export function officialWords(text: string): QueryWord[] {
  return telling(analysed(text, MAX_WORDS)).map((word) => ({
    ...word,
    typing: false,
    known: true,
  }));
}
