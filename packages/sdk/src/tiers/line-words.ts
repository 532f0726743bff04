import type { Lexicon } from '../search/lexicon.ts';
import { wordOf, type Word } from '../search/word.ts';
import { areTold, isTelling, toldWords, type WordCodes } from './analysed-words.ts';

/** Numbers the words of lines for a lexicon from which none has left; it makes them when asked. */
export class LineWords {
  /** By number: 0 where the word says nothing. */
  readonly says: number[] = [];

  /** @param before Has words that are not told again. */
  constructor(
    private readonly lexicon: Lexicon,
    private readonly before?: Lexicon,
  ) {}

  /**
   * The numbers of words. `undefined`: another number of words is told of than are new.
   *
   * @param codes What is told of new words; absent: they are analysed here.
   */
  numbers(words: readonly string[], codes: WordCodes | undefined): Int32Array | undefined {
    const { says, before } = this;
    const { terms, later } = this.lexicon;
    const size = says.length;
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
        known.push(held === undefined ? undefined : before!.word(held));
        if (held === undefined) others.push(text);
      }
      numbers[at] = number;
    }
    if (codes && !areTold(others.length, codes)) return undefined;
    const analysed = codes ? undefined : others.map(wordOf);
    let other = 0;
    for (let nth = 0; nth < known.length; nth++) {
      const word = known[nth] ?? analysed?.[other];
      says.push(word ? word.weight : Number(isTelling(other, codes!)));
      if (!known[nth]) other++;
    }
    later.push(() => {
      const made = analysed ?? toldWords(others, codes!);
      let next = 0;
      return known.map((word) => word ?? made[next++]!);
    });
    return numbers;
  }
}
