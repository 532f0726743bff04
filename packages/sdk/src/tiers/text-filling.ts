import { Impacts } from '../search/impacts.ts';
import type { IndexedTexts } from '../search/indexed-texts.ts';
import { Numbers } from '../search/numbers.ts';
import type { LineWords } from './line-words.ts';
import type { RowTexts } from './text-reader.ts';
import { spread } from './spread.ts';

/** Puts the texts of rows into an empty index, whose lists are made when all are known. */
export class TextFilling {
  readonly #texts: IndexedTexts;
  readonly #impacts: Impacts;
  /** By document: where its words start. */
  readonly #starts = new Numbers();

  readonly #words: LineWords;

  /** @param words Those of the texts. */
  constructor(texts: IndexedTexts, words: LineWords) {
    this.#texts = texts;
    this.#words = words;
    this.#impacts = new Impacts(words.says);
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
    yield wordsOf.adopt(this.#starts.taken(), cells.taken());
    this.#texts.capacity = this.#starts.length;
  }
}
