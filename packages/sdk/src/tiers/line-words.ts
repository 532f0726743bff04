import type { Lexicon } from '../search/lexicon.ts';
import { wordOf } from '../search/word.ts';
import { toldWords, type WordCodes } from './analysed-words.ts';
import { endOf, tokensOf } from './marked-texts.ts';

/**
 * Puts the words of marked texts into a lexicon from which none has left, and gives them by their
 * numbers; a number below 0 is a mark, `~` what ends there. `undefined`: another number of words is
 * told of than are new.
 *
 * @param codes What is told of new words; absent: they are analysed here.
 * @param before Words that are not told again.
 */
export function learnWords(
  marked: string,
  into: Lexicon,
  codes: WordCodes | undefined,
  before?: Lexicon,
): Int32Array | undefined {
  const tokens = tokensOf(marked);
  const { terms, size } = into;
  const numbers = new Int32Array(tokens.length);
  const fresh: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const end = token.length === 1 ? endOf(token) : -1;
    let number = end < 0 ? terms.get(token) : ~end;
    if (number === undefined) {
      number = size + fresh.push(token) - 1;
      terms.set(token, number);
    }
    numbers[at] = number;
  }
  const held = fresh.map((text) => {
    const term = before?.terms.get(text);
    return term === undefined ? undefined : before!.word(term);
  });
  const others = fresh.filter((_, nth) => !held[nth]);
  const words = codes ? toldWords(others, codes) : others.map(wordOf);
  if (!words) return undefined;
  let next = 0;
  into.hold(held.map((word) => word ?? words[next++]!));
  return numbers;
}
