/** What documents give for a word; the two lists go together. */
export interface Met {
  /** In no order, each once. */
  readonly documents: Int32Array;
  /** How well it is met, times what its place says; in the lowest bits the cover, 0–100. */
  readonly values: Int32Array;
  /** How many documents these are among those that pass the filters of the last question. */
  frequency?: number;
  among?: Uint8Array;
}

export const COVER_BITS = 7;
export const COVER = (1 << COVER_BITS) - 1;

/** Gathers documents one by one, each perhaps many times. */
export class Gathered {
  /** By document. */
  quality = new Float64Array(0);
  /** By document. */
  cover = new Int32Array(0);
  /** Documents that give anything, in no order; the first `count` hold. */
  documents = new Int32Array(0);
  count = 0;

  /** Forgets everything, and makes room. */
  begin(capacity: number): void {
    const { documents, quality, cover } = this;
    for (let nth = 0; nth < this.count; nth++) {
      quality[documents[nth]!] = cover[documents[nth]!] = 0;
    }
    this.count = 0;
    if (documents.length >= capacity) return;
    const room = capacity + (capacity >> 1);
    this.quality = new Float64Array(room);
    this.cover = new Int32Array(room);
    this.documents = new Int32Array(room);
  }

  /** A document keeps the best that it gives. */
  best(document: number, quality: number, cover: number): void {
    const known = this.quality[document]!;
    if (known === 0) this.documents[this.count++] = document;
    if (quality > known) this.quality[document] = quality;
    if (cover > this.cover[document]!) this.cover[document] = cover;
  }

  /** A document keeps the best that it gives anywhere. */
  bestOf({ documents, values }: Met): void {
    for (let nth = 0; nth < documents.length; nth++) {
      this.best(documents[nth]!, values[nth]! >> COVER_BITS, values[nth]! & COVER);
    }
  }

  /** Adds what documents give elsewhere, times a factor, and to the cover a constant. */
  sum({ documents, values }: Met, qualities: number, covers: number, constant = 0): void {
    const { quality, cover, documents: all } = this;
    let { count } = this;
    for (let nth = 0; nth < documents.length; nth++) {
      const document = documents[nth]!;
      const value = values[nth]!;
      const known = quality[document]!;
      if (known === 0) all[count++] = document;
      quality[document] = known + qualities * (value >> COVER_BITS);
      cover[document]! += covers * (value & COVER) + constant;
    }
    this.count = count;
  }

  /** What was gathered for one word, in lists of its own. */
  taken(): Met {
    const { quality, cover, count } = this;
    const documents = this.documents.slice(0, count);
    const values = new Int32Array(count);
    for (let nth = 0; nth < count; nth++) {
      const document = documents[nth]!;
      values[nth] = (quality[document]! << COVER_BITS) | cover[document]!;
    }
    return { documents, values };
  }
}
