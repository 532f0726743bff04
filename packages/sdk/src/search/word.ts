import { weightOf } from './common-words.ts';
import { fold, foldEach, wordsOf } from './fold.ts';
import { CYRILLIC, latin, rootOf, stemOf } from './stem.ts';

/** A word in the forms in which it is compared. */
export interface Word {
  /** As written: lower case, composed, with diacritics. */
  readonly text: string;
  /** Without diacritics, in Latin letters. */
  readonly folded: string;
  readonly stem: string;
  readonly root: string;
  /** How much it says: 10, less where it is common, 0 where it says nothing about a subject. */
  readonly weight: number;
}

/** No word is longer; what is longer is no word. */
const MAX_LENGTH = 40;

export function wordOf(text: string): Word {
  const written = text.slice(0, MAX_LENGTH);
  const cut = fold(written).slice(0, MAX_LENGTH);
  const stem = stemOf(cut);
  const root = rootOf(stem);
  const folded = latin(cut);
  const word = { text: written, folded, stem, root };
  return { ...word, weight: weightOf(word, CYRILLIC.test(cut)) };
}

/** Words as they are folded; `undefined` where one is too long and has to be cut. */
export function foldedWords(texts: readonly string[]): (string | undefined)[] {
  const all = foldEach(texts);
  return texts.map((text, nth) =>
    Math.max(text.length, all[nth]!.length) > MAX_LENGTH ? undefined : latin(all[nth]!),
  );
}

/** In stems of so many letters marks tell nothing that letters do not. */
const LONG_STEM = 4;

/**
 * A word as everyday words are compared: marks count in short ones alone (“kāpas”, “kapi”). In all
 * others they would only be more bytes to load.
 */
export function sparinglyMarked(word: Word): string {
  return word.stem.length < LONG_STEM ? word.text : word.folded;
}

/** The words of a text, at most `most`; only as much of the text is looked at as may hold them. */
export function analysed(text: string, most: number): Word[] {
  return wordsOf(text.slice(0, most * MAX_LENGTH))
    .slice(0, most)
    .map(wordOf);
}

/** Those words that say something; where none does, all of them. */
export function telling<T extends { readonly weight: number }>(words: readonly T[]): readonly T[] {
  const some = words.filter(({ weight }) => weight > 0);
  return some.length > 0 ? some : words;
}
