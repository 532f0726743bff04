import type { Meeting } from './lexicon.ts';
import type { NumberLists } from './number-lists.ts';

/** What documents give for a word; the two lists go together. */
export interface Met {
  /** In no order, each once. */
  readonly documents: Int32Array;
  /** How well it is met, times what its place says; in the lowest bits the cover, 0–100. */
  readonly values: Int32Array;
  /** Of other words: the words of texts that they meet. */
  readonly meetings?: readonly Meeting[];
  /** How many documents these are among those that pass the filters of the last question. */
  frequency?: number;
  among?: Uint8Array;
}

export const COVER_BITS = 7;
export const COVER = (1 << COVER_BITS) - 1;

/** Gathers the documents of one word, each perhaps many times: the best of what it gives counts. */
export class Gathered {
  /** By document, as in `Met`; 0: it gives nothing. */
  #values = new Int32Array(0);
  #documents = new Int32Array(0);
  #count = 0;

  /** Makes room for documents below this number. */
  begin(capacity: number): void {
    if (this.#values.length >= capacity) return;
    this.#values = new Int32Array(capacity * 1.5);
    this.#documents = new Int32Array(capacity * 1.5);
  }

  /**
   * Takes in a list of documents.
   *
   * @param bits So many of the lowest bits of each of its numbers tell what its place says.
   */
  take(lists: NumberLists, list: number, quality: number, cover: number, bits = 0): void {
    const { cells } = lists;
    const all = this.#values;
    const documents = this.#documents;
    let count = this.#count;
    const says = (1 << bits) - 1;
    const from = lists.start(list);
    const end = from + lists.length(list);
    for (let at = from; at < end; at++) {
      const cell = cells[at]!;
      const value = (Math.imul(quality, cell & says || 1) << COVER_BITS) | cover;
      count = put(all, documents, count, cell >> bits, value);
    }
    this.#count = count;
  }

  /** Takes in what was gathered before. */
  add({ documents, values }: Met): void {
    for (let nth = 0; nth < documents.length; nth++) {
      this.#count = put(this.#values, this.#documents, this.#count, documents[nth]!, values[nth]!);
    }
  }

  /** What was gathered, in lists of its own, and begins anew. */
  taken(): Met {
    const all = this.#values;
    const documents = this.#documents.slice(0, this.#count);
    this.#count = 0;
    const values = new Int32Array(documents.length);
    for (let nth = 0; nth < values.length; nth++) {
      const document = documents[nth]!;
      values[nth] = all[document]!;
      all[document] = 0;
    }
    return { documents, values };
  }
}

/** Puts down what a document gives: the best quality and the best cover. Tells how many documents there are. */
function put(
  all: Int32Array,
  documents: Int32Array,
  count: number,
  document: number,
  value: number,
): number {
  const known = all[document]!;
  all[document] = Math.max(value & ~COVER, known & ~COVER) | Math.max(value & COVER, known & COVER);
  if (known === 0) documents[count++] = document;
  return count;
}
