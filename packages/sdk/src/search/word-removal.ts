import type { Lexicon } from './lexicon.ts';

/** Takes a word out of a lexicon: no text has it any more. */
export function removeWord(lexicon: Lexicon, term: number): void {
  const { text, stem, root } = lexicon.words[term]!;
  lexicon.list();
  lexicon.terms.delete(text);
  lexicon.words[term] = undefined;
  lexicon.free.push(term);
  if (!takeFrom(lexicon.byStem, stem, term)) return;
  takeFrom(lexicon.stemsOfRoot, root, stem);
  lexicon.isOutdated = true;
}

/** Tells whether it was the last. */
function takeFrom<T>(lists: Map<string, readonly T[]>, key: string, value: T): boolean {
  const rest = lists.get(key)!.filter((other) => other !== value);
  if (rest.length > 0) lists.set(key, rest);
  else lists.delete(key);
  return rest.length === 0;
}
