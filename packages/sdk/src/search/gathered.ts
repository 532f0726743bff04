import { IMPACT_BITS, MAX_IMPACT } from './indexed-texts.ts';
import type { Match } from './match.ts';

/** What documents give for a word or for several. */
export class Gathered {
  readonly quality: Float64Array;
  readonly cover: Int32Array;
  /** Documents that give anything, in no order; the first `count` hold. */
  readonly documents: Int32Array;
  count = 0;

  constructor(capacity: number) {
    this.quality = new Float64Array(capacity);
    this.cover = new Int32Array(capacity);
    this.documents = new Int32Array(capacity);
  }

  /** A document keeps the best that it gives. */
  best(document: number, quality: number, cover: number): void {
    if (this.quality[document] === 0) this.documents[this.count++] = document;
    if (quality > this.quality[document]!) this.quality[document] = quality;
    if (cover > this.cover[document]!) this.cover[document] = cover;
  }

  /** The best of a list of postings. */
  collect(cells: Int32Array, start: number, length: number, { quality, cover }: Match): void {
    for (let cell = start; cell < start + length; cell++) {
      const posting = cells[cell]!;
      this.best(posting >> IMPACT_BITS, quality * (posting & MAX_IMPACT), cover);
    }
  }

  /** Adds what documents give elsewhere, times a factor. */
  sum({ documents, count, quality, cover }: Gathered, qualities: number, covers: number): void {
    for (let nth = 0; nth < count; nth++) {
      const document = documents[nth]!;
      if (this.quality[document] === 0) this.documents[this.count++] = document;
      this.quality[document]! += qualities * quality[document]!;
      this.cover[document]! += covers * cover[document]!;
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
