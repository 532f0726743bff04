import type { Word } from './word.ts';

/** How a word of a question meets a word of a text, best first. */
export const MATCH_KINDS = [
  /** Letter for letter. */
  'exact',
  /** But for diacritics. */
  'unmarked',
  /** Another form of the same word. */
  'inflected',
  /** Another word of the same root: a verb and its noun. */
  'derived',
  /** The beginning of the word. */
  'prefix',
  /** One or two letters differ. */
  'similar',
  /** Written as one word, or as two. */
  'compound',
  /** What an everyday word or an abbreviation stands for. */
  'synonym',
] as const;

export type MatchKind = (typeof MATCH_KINDS)[number];

/** Places among the kinds: names are for those who read an explanation. */
const INFLECTED_KIND = 2;
export const SIMILAR_KIND = 5;
export const COMPOUND_KIND = 6;
export const SYNONYM_KIND = 7;

/** Whole numbers, so that no sum depends on the order in which it is made. */
export interface Match {
  /** Place among the kinds. */
  readonly kind: number;
  /** 0–100: what share of the weight of the word's place it gives. Orders results. */
  readonly quality: number;
  /** 0–100: how far the question's word counts as met. Decides what is a result. */
  readonly cover: number;
}

export function match(kind: number, quality: number, cover: number): Match {
  return { kind, quality, cover };
}

const EXACT = match(0, 100, 100);
const UNMARKED = match(1, 98, 100);
const OTHERWISE_MARKED = match(1, 90, 100);
const INFLECTED = match(INFLECTED_KIND, 90, 100);
const OTHER_WORD = match(INFLECTED_KIND, 62, 85);
export const DERIVED = match(3, 72, 95);
export const BARE = match(3, 60, 80);

/** Diacritics typed and written differ before the end of the stem: `kāzas` is not `kazas`. */
function differsInMarks(typed: Word, written: Word): boolean {
  if (typed.text === typed.folded || typed.text.length !== typed.folded.length) return false;
  for (let at = 0; at < typed.stem.length; at++) {
    // The last two consonants of a stem soften: `krāsns`, `krāšņu`.
    if (at >= typed.stem.length - 2 && !/[aiu]/.test(typed.folded[at]!)) continue;
    if (typed.folded[at] === written.folded[at] && typed.text[at] !== written.text[at]) return true;
  }
  return false;
}

/** Two words that have the stem in common. */
export function sameStem(typed: Word, written: Word): Match {
  if (typed.text === written.text) return EXACT;
  const differs = differsInMarks(typed, written);
  if (typed.folded === written.folded) {
    return typed.text === typed.folded ? UNMARKED : differs ? OTHER_WORD : OTHERWISE_MARKED;
  }
  return differs ? OTHER_WORD : isInfinitive(typed, written) ? DERIVED : INFLECTED;
}

/**
 * Who types an infinitive means the deed, so its participle is no better than its noun: “deklarēt
 * dzīvesvietu” is the declaration more than a paper about a declared residence.
 */
function isInfinitive({ folded, stem }: Word, { text }: Word): boolean {
  return /^[āēī]t/.test(text.slice(stem.length - 2)) && /^(?:ies)?$/.test(folded.slice(stem.length));
}

/** A word that begins a stem: the better, the less of it is missing. */
export function beginning(typed: Word, stem: string, typing: boolean): Match {
  const missing = 1 - Math.min(1, typed.folded.length / stem.length);
  return match(4, Math.round((typing ? 88 : 66) - 12 * missing), typing ? 90 : 70);
}

/** What a word counts that may as well be another one: alone it brings no result. */
const DOUBTFUL = 50;

/**
 * @param cost In thirds of an edit.
 * @param doubtful Both are words that people type.
 */
export function similar(cost: number, whole: boolean, doubtful = false): Match {
  const cover = (whole ? 84 : 74) - 4 * cost;
  return match(
    SIMILAR_KIND,
    (whole ? 62 : 50) - 4 * cost,
    doubtful ? Math.min(cover, DOUBTFUL) : cover,
  );
}

/** Whether it is the word itself, in whatever form. */
export function isSure({ kind }: Match): boolean {
  return kind <= INFLECTED_KIND;
}
