/**
 * Many lists of whole numbers in one typed array. They are taken over as a whole here; they grow and
 * shrink by `growing-lists.ts`, which those who only read need not have.
 */
export class NumberLists {
  /** Cells of all lists: list `n` is `length(n)` cells from `start(n)`, until the next change. */
  cells = new Int32Array(0);
  /** Cells that belong to lists, or did. */
  used = 0;
  starts = new Int32Array(0);
  lengths = new Int32Array(0);
  /** How many cells each list has for itself. */
  rooms = new Int32Array(0);

  start(list: number): number {
    return this.starts[list]!;
  }

  /** 0 for a list that was never written. */
  length(list: number): number {
    return this.lengths[list] ?? 0;
  }

  /** The list, until the next change. */
  values(list: number): Int32Array {
    const start = this.start(list);
    return this.cells.subarray(start, start + this.length(list));
  }

  /** Takes over lists in place of those that are held, one behind the other. */
  adopt(starts: Int32Array<ArrayBuffer>, cells: Int32Array<ArrayBuffer>): void {
    this.cells = cells;
    this.used = cells.length;
    this.starts = starts;
    this.lengths = starts.map((start, list) => (starts[list + 1] ?? cells.length) - start);
    this.rooms = this.lengths.slice();
  }
}
