import { IMPACT_BITS, MAX_IMPACT } from './indexed-texts.ts';
import type { Match } from './match.ts';

/** Matches of one word, by document: the best of each. */
export class Gathered {
  readonly quality: Int32Array;
  readonly cover: Uint16Array;
  /** Documents in no order; the first `count` hold. */
  readonly documents: Int32Array;
  count = 0;

  constructor(capacity: number) {
    this.quality = new Int32Array(capacity);
    this.cover = new Uint16Array(capacity);
    this.documents = new Int32Array(capacity);
  }

  add(document: number, quality: number, cover: number): void {
    if (this.cover[document] === 0) this.documents[this.count++] = document;
    if (quality > this.quality[document]!) this.quality[document] = quality;
    if (cover > this.cover[document]!) this.cover[document] = cover;
  }

  /** Adds the documents of a list of postings. */
  collect(cells: Int32Array, start: number, length: number, { quality, cover }: Match): void {
    for (let cell = start; cell < start + length; cell++) {
      const posting = cells[cell]!;
      this.add(posting >> IMPACT_BITS, quality * (posting & MAX_IMPACT), cover);
    }
  }

  /** Adds to what a document has already. */
  sum({ documents, count, quality, cover }: Gathered): void {
    for (let nth = 0; nth < count; nth++) {
      const document = documents[nth]!;
      const both = this.quality[document]! + quality[document]!;
      this.add(document, both, this.cover[document]! + cover[document]!);
    }
  }

  clear(): void {
    for (let nth = 0; nth < this.count; nth++) {
      const document = this.documents[nth]!;
      this.quality[document] = 0;
      this.cover[document] = 0;
    }
    this.count = 0;
  }
}
