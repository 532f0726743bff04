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

/** @param terms Gives the words of a text, titles first, by their numbers in the lexicon. */
export function heldObject(
  key: string,
  { titles, places = [], weight }: ObjectText,
  lexicon: Lexicon,
  terms: (text: string) => readonly number[],
): HeldObject {
  const termsIn = (texts: readonly string[]) =>
    texts.flatMap((text) => telling(terms(text), lexicon));
  const titled = termsIn(titles);
  const named = termsIn(places).filter((term) => lexicon.word(term).weight === 10);
  const all = [...new Set([...titled, ...named])];
  return { key, terms: all, places: new Set(named), impact: Math.round(MAX_IMPACT * weight) };
}

/** The words of a text that say something; where none does, all of them. */
function telling(all: readonly number[], lexicon: Lexicon): readonly number[] {
  const some = all.filter((term) => lexicon.word(term).weight > 0);
  return some.length > 0 ? some : all;
}
