import { Impacts } from '../search/impacts.ts';
import type { IndexedTexts } from '../search/indexed-texts.ts';
import { Numbers } from '../search/numbers.ts';
import type { LineWords } from './line-words.ts';
import type { RowTexts } from './text-reader.ts';
import { spread } from './spread.ts';

/**
 * About so many characters of a tier stand for a word of a row, or a few less. What is left over is
 * given back, and what is missing is made when it is needed.
 */
const CHARACTERS = 6;

/** Puts the texts of rows into an empty index, whose lists are made when all are known. */
export class TextFilling {
  readonly #texts: IndexedTexts;
  readonly #impacts: Impacts;
  /** By document: where its words start. */
  readonly #starts = new Numbers();

  readonly #words: LineWords;

  /**
   * @param words Those of the texts.
   * @param length Of the tiers that they stand in.
   */
  constructor(texts: IndexedTexts, words: LineWords, length: number) {
    this.#texts = texts;
    this.#words = words;
    this.#impacts = new Impacts(words.says, Math.ceil(length / CHARACTERS));
  }

  /** Adds the texts of documents, which stand one behind the other from `first` on. */
  put(first: number, names: RowTexts, summaries?: RowTexts): void {
    const impacts = this.#impacts;
    const { cells } = impacts;
    const count = names.ends.length;
    const starts = this.#starts.room(count);
    for (let row = 0; row < count; row++) {
      starts[first + row] = cells.length;
      impacts.add(names.terms, row > 0 ? names.ends[row - 1]! : 0, names.ends[row]!);
      if (summaries) {
        const from = row > 0 ? summaries.ends[row - 1]! : 0;
        impacts.add(summaries.terms, from, summaries.ends[row]!);
      }
      impacts.end(first + row);
    }
    this.#starts.length += count;
  }

  /** Makes the lists by word and by document, in steps. */
  *finish(): Generator<unknown> {
    const { postings, wordsOf } = this.#texts;
    const { terms, postings: all, cells } = this.#impacts;
    yield* spread(postings, this.#words.says.length, terms.all(), all.all());
    const taken = cells.taken();
    yield taken;
    yield wordsOf.adopt(this.#starts.taken(), taken);
    this.#texts.capacity = this.#starts.length;
  }
}
