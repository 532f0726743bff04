import type { Lexicon } from './lexicon.ts';
import { wordOf } from './word.ts';

/** Number of a word in a lexicon, a new one where it is not known. */
export function putWord(lexicon: Lexicon, text: string): number {
  const held = lexicon.terms.get(text);
  if (held !== undefined) return held;
  lexicon.list();
  const word = wordOf(text);
  // One that is too long is held under what is left of it.
  if (word.text !== text) return putWord(lexicon, word.text);
  const free = lexicon.free.pop();
  const term = free ?? lexicon.size;
  lexicon.terms.set(text, term);
  lexicon.words[term] = word;
  // Whoever had the number before was listed.
  if (free !== undefined) lexicon.listWord(term);
  return term;
}
