/**
 * The facet values of all rows, packed into one typed array: counting runs through memory instead
 * of following a pointer for each row. A row is its catalogues, the count of its values, the values.
 */
export class RowValues {
  #cells = new Int32Array(1 << 12);
  #used = 1;
  #wasted = 0;
  #starts = new Int32Array(1 << 8);

  /** Cells of all rows: at `start(slot)` the catalogues, then the count, then the values. */
  get cells(): Int32Array {
    return this.#cells;
  }

  /** Where each slot's row starts; 0 where it has none. */
  get starts(): Int32Array {
    return this.#starts;
  }

  set(slot: number, catalogues: number, values: readonly number[]): void {
    this.delete(slot);
    const length = values.length + 2;
    if (this.#wasted > 1 << 12 && this.#wasted > this.#used / 2) this.#compact();
    while (this.#used + length > this.#cells.length) this.#cells = longer(this.#cells);
    while (slot >= this.#starts.length) this.#starts = longer(this.#starts);
    this.#starts[slot] = this.#used;
    this.#cells[this.#used] = catalogues;
    this.#cells[this.#used + 1] = values.length;
    this.#cells.set(values, this.#used + 2);
    this.#used += length;
  }

  /**
   * Rows of slots one behind the other, none of which has one: for each the catalogues, the count of
   * its values, the values.
   */
  append(first: number, rows: readonly number[]): void {
    while (this.#used + rows.length > this.#cells.length) this.#cells = longer(this.#cells);
    this.#cells.set(rows, this.#used);
    let slot = first;
    for (let at = 0; at < rows.length; at += rows[at + 1]! + 2) {
      while (slot >= this.#starts.length) this.#starts = longer(this.#starts);
      this.#starts[slot++] = this.#used + at;
    }
    this.#used += rows.length;
  }

  delete(slot: number): void {
    const start = this.#starts[slot];
    if (!start) return;
    this.#wasted += this.#cells[start + 1]! + 2;
    this.#starts[slot] = 0;
  }

  values(slot: number): Int32Array {
    const start = this.#starts[slot]!;
    return this.#cells.subarray(start + 2, start + 2 + this.#cells[start + 1]!);
  }

  catalogues(slot: number): number {
    return this.#cells[this.#starts[slot]!]!;
  }

  #compact(): void {
    const cells = new Int32Array(this.#cells.length);
    let used = 1;
    this.#starts.forEach((start, slot) => {
      if (!start) return;
      const row = this.#cells.subarray(start, start + this.#cells[start + 1]! + 2);
      cells.set(row, used);
      this.#starts[slot] = used;
      used += row.length;
    });
    this.#cells = cells;
    this.#used = used;
    this.#wasted = 0;
  }
}

function longer(array: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(array.length * 2);
  twice.set(array);
  return twice;
}
