import { isStopWord, weightOf } from './common-words.ts';
import { analysed, type Word } from './word.ts';

/** A word of a question, with what does not depend on any text. */
export interface QueryWord extends Word {
  /** The last word: it may go on. */
  readonly typing: boolean;
  /** It is a word as it stands, no slip of the finger. */
  readonly known: boolean;
  /** How much it counts. */
  readonly weight: number;
}

const USUAL_WEIGHT = 10;
const NUMBER_WEIGHT = 6;
const MAX_LOOKED_AT = 24;
const MAX_WORDS = 12;

/** The words of a question that say something, each once. */
export function queryWords(query: string): QueryWord[] {
  const all = analysed(query, MAX_LOOKED_AT);
  const ends = !/[^\p{L}\p{N}\p{M}]$/u.test(query);
  const last = all.at(-1);
  const telling = all.filter(({ folded }) => !isStopWord(folded));
  const different = new Map<string, Word>();
  // Nothing but small words: the last one may become another.
  for (const word of telling.length > 0 ? telling : all.slice(-1)) {
    different.set(word.folded, word);
  }
  return [...different.values()]
    .slice(0, MAX_WORDS)
    .map((word) => weighed(word, ends && word === last));
}

/** A word that stands for what was typed: nothing is looked for behind it. */
export function officialWord(word: Word): QueryWord {
  return { ...weighed(word, false), known: true };
}

function weighed(word: Word, typing: boolean): QueryWord {
  const usual = weightOf(word.root);
  const weight = /^\d+$/.test(word.folded) ? NUMBER_WEIGHT : usual;
  return { ...word, typing, known: usual < USUAL_WEIGHT, weight };
}
