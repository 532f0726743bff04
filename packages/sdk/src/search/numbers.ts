/** Whole numbers that come in parts, behind one another in one typed array. */
export class Numbers {
  #cells: Int32Array<ArrayBuffer>;
  /** Grows by what is written into a room. */
  length = 0;

  /** @param expected About so many come: what grows is copied. */
  constructor(expected = 1 << 10) {
    this.#cells = new Int32Array(expected);
  }

  /** All cells, with room for so many behind those that are written. Until the next room. */
  room(count: number): Int32Array {
    const length = this.length + count;
    if (length > this.#cells.length) {
      const longer = new Int32Array(Math.max(length, this.#cells.length * 2));
      longer.set(this.#cells);
      this.#cells = longer;
    }
    return this.#cells;
  }

  append(numbers: ArrayLike<number>): void {
    this.room(numbers.length).set(numbers, this.length);
    this.length += numbers.length;
  }

  /** All of them; they change with the next part. */
  all(): Int32Array {
    return this.#cells.subarray(0, this.length);
  }

  /** All of them, for whoever keeps them. */
  taken(): Int32Array<ArrayBuffer> {
    return this.#cells.slice(0, this.length);
  }
}
