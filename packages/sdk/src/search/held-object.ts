import { MAX_IMPACT } from './impacts.ts';
import type { Lexicon } from './lexicon.ts';
import type { ObjectText } from './searched-text.ts';

/** An object that documents are linked to. */
export interface HeldObject {
  key: string;
  /** Each once. */
  terms: readonly number[];
  /** The words of these that name a place. */
  places: ReadonlySet<number>;
  impact: number;
}

/** @param words Gives the words of a text, in lower case. */
export function heldObject(
  key: string,
  { titles, places = [], weight }: ObjectText,
  lexicon: Lexicon,
  words: (text: string) => readonly string[],
): HeldObject {
  const termsIn = (texts: readonly string[]) =>
    texts.flatMap((text) => telling(words(text), lexicon));
  const named = termsIn(places).filter((term) => lexicon.word(term).weight === 10);
  const terms = [...new Set([...termsIn(titles), ...named])];
  return { key, terms, places: new Set(named), impact: Math.round(MAX_IMPACT * weight) };
}

/** The words of a text that say something; where none does, all of them. */
function telling(text: readonly string[], lexicon: Lexicon): number[] {
  const all = text.map((word) => lexicon.put(word));
  const some = all.filter((term) => lexicon.word(term).weight > 0);
  return some.length > 0 ? some : all;
}
