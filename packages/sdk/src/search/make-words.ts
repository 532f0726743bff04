import type { Lexicon } from './lexicon.ts';

/** Makes some of the words that are not yet made. Tells whether there were any. */
export function makeWords({ later, words }: Lexicon): boolean {
  const make = later.shift();
  if (make) words.push(...make());
  return make !== undefined;
}
