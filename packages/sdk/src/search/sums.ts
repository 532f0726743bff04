import type { Gathered } from './gathered.ts';

/** Sums over the words of a question, by document. */
export class Sums {
  readonly score: Float64Array;
  readonly cover: Int32Array;
  /** Of words that name a place. */
  readonly placeCover: Int32Array;
  /** Documents that some word meets, in no order; the first `count` hold. */
  readonly documents: Int32Array;
  count = 0;
  readonly #seen: Uint8Array;

  constructor(capacity: number) {
    this.score = new Float64Array(capacity);
    this.cover = new Int32Array(capacity);
    this.placeCover = new Int32Array(capacity);
    this.documents = new Int32Array(capacity);
    this.#seen = new Uint8Array(capacity);
  }

  /** Adds what meets a word. */
  add(
    { documents, count, quality, cover }: Gathered,
    { weight, rarity, isPlace }: { weight: number; rarity: number; isPlace: boolean },
  ): void {
    const covers = isPlace ? this.placeCover : this.cover;
    const seen = this.#seen;
    const scale = weight * rarity;
    for (let nth = 0; nth < count; nth++) {
      const document = documents[nth]!;
      if (seen[document] === 0) {
        seen[document] = 1;
        this.documents[this.count++] = document;
      }
      this.score[document]! += scale * quality[document]!;
      covers[document]! += weight * cover[document]!;
    }
  }

  clear(): void {
    for (let nth = 0; nth < this.count; nth++) {
      const document = this.documents[nth]!;
      this.score[document] = 0;
      this.cover[document] = 0;
      this.placeCover[document] = 0;
      this.#seen[document] = 0;
    }
    this.count = 0;
  }
}
