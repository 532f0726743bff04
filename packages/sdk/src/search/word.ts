import { weightOf } from './common-words.ts';
import { fold, foldedTogether, wordsOf } from './fold.ts';
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
export const MAX_LENGTH = 40;

export function wordOf(text: string): Word {
  const written = text.slice(0, MAX_LENGTH);
  const cut = fold(written).slice(0, MAX_LENGTH);
  const stem = stemOf(cut);
  const root = rootOf(stem);
  const folded = latin(cut);
  const word = { text: written, folded, stem, root };
  return { ...word, weight: weightOf(word, CYRILLIC.test(cut)) };
}

/** Words as they are folded, none above `MAX_LENGTH`; `undefined`: one has to be looked at by itself. */
export function foldedWords(texts: readonly string[]): readonly (string | undefined)[] {
  const together = foldedTogether(texts);
  if (together === undefined) return [];
  const forms = latin(together).split(' ');
  // Folding makes two letters of one at most.
  const isShort = (text: string) =>
    text.length * 2 <= MAX_LENGTH || fold(text).length <= MAX_LENGTH;
  return texts.every(isShort)
    ? forms
    : forms.map((form, nth) => (isShort(texts[nth]!) ? form : undefined));
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
