import type { Lexicon } from '../search/lexicon.ts';
import { wordOf, type Word } from '../search/word.ts';
import { toldWords, type WordCodes } from './analysed-words.ts';

/**
 * Puts words into a lexicon from which none has left, and gives their numbers. `undefined`: another
 * number of words is told of than are new.
 *
 * @param codes What is told of new words; absent: they are analysed here.
 * @param before Words that are not told again.
 */
export function learnWords(
  words: readonly string[],
  into: Lexicon,
  codes: WordCodes | undefined,
  before?: Lexicon,
): Int32Array | undefined {
  const { terms, size } = into;
  const numbers = new Int32Array(words.length);
  /** Those that are new; of some nothing is known. */
  const known: (Word | undefined)[] = [];
  const others: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const text = words[at]!;
    let number = terms.get(text);
    if (number === undefined) {
      number = size + known.length;
      terms.set(text, number);
      const held = before?.terms.get(text);
      if (held === undefined) others.push(text);
      known.push(held === undefined ? undefined : before!.word(held));
    }
    numbers[at] = number;
  }
  const told = codes ? toldWords(others, codes) : others.map(wordOf);
  if (!told) return undefined;
  let next = 0;
  for (const word of known) into.words.push(word ?? told[next++]!);
  return numbers;
}
