/** Whole numbers that come in parts, behind one another in one typed array. */
export class Numbers {
  #cells = new Int32Array(1 << 10);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(numbers: ArrayLike<number>): void {
    const length = this.#length + numbers.length;
    if (length > this.#cells.length) {
      const longer = new Int32Array(Math.max(length, this.#cells.length * 2));
      longer.set(this.#cells);
      this.#cells = longer;
    }
    this.#cells.set(numbers, this.#length);
    this.#length = length;
  }

  /** All of them; they change with the next part. */
  all(): Int32Array {
    return this.#cells.subarray(0, this.#length);
  }

  /** All of them, for whoever keeps them. */
  taken(): Int32Array<ArrayBuffer> {
    return this.#cells.slice(0, this.#length);
  }
}
