/**
 * Many growing lists of whole numbers in one typed array. A list that is full moves to the end with
 * twice the room; what it leaves behind is never more than the lists themselves.
 */
export class NumberLists {
  #cells = new Int32Array(1 << 10);
  #used = 0;
  #starts = new Int32Array(1 << 8);
  #lengths = new Int32Array(1 << 8);
  #rooms = new Int32Array(1 << 8);

  /** Cells of all lists: list `n` is `length(n)` cells from `start(n)`, until the next change. */
  get cells(): Int32Array {
    return this.#cells;
  }

  start(list: number): number {
    return this.#starts[list]!;
  }

  /** 0 for a list that was never written. */
  length(list: number): number {
    return this.#lengths[list] ?? 0;
  }

  /** The list, until the next change. */
  values(list: number): Int32Array {
    const start = this.start(list);
    return this.#cells.subarray(start, start + this.length(list));
  }

  /** Takes over lists in place of those that are held, one behind the other. */
  adopt(starts: ArrayLike<number>, cells: ArrayLike<number>): void {
    this.#used = 0;
    for (let list = starts.length - 1, end = cells.length; list >= 0; end = starts[list--]!) {
      this.#make(list);
      this.#starts[list] = starts[list]!;
      this.#lengths[list] = this.#rooms[list] = end - starts[list]!;
    }
    this.#take(cells.length);
    this.#cells.set(cells);
  }

  /** Writes a list that is empty. */
  set(list: number, values: ArrayLike<number>): void {
    this.#make(list);
    if (values.length > this.#rooms[list]!) {
      this.#rooms[list] = values.length;
      this.#starts[list] = this.#take(values.length);
    }
    this.#cells.set(values, this.#starts[list]);
    this.#lengths[list] = values.length;
  }

  add(list: number, value: number): void {
    this.#make(list);
    const length = this.#lengths[list]!++;
    if (length === this.#rooms[list]) {
      const room = (this.#rooms[list] = length * 2 || 2);
      const start = this.#starts[list]!;
      const moved = (this.#starts[list] = this.#take(room));
      this.#cells.copyWithin(moved, start, start + length);
    }
    this.#cells[this.#starts[list]! + length] = value;
  }

  /**
   * Removes the value that has this number above its lowest `bits`; the order changes. Tells whether
   * it was the last one.
   */
  remove(list: number, above: number, bits = 0): boolean {
    const values = this.values(list);
    const at = values.findIndex((value) => value >> bits === above);
    if (at < 0) return false;
    const length = --this.#lengths[list]!;
    values[at] = values[length]!;
    return length === 0;
  }

  clear(list: number): void {
    if (this.length(list) > 0) this.#lengths[list] = 0;
  }

  #make(list: number): void {
    while (list >= this.#starts.length) {
      this.#starts = longer(this.#starts);
      this.#lengths = longer(this.#lengths);
      this.#rooms = longer(this.#rooms);
    }
  }

  /** Cells at the end. */
  #take(room: number): number {
    const start = this.#used;
    this.#used += room;
    while (this.#used > this.#cells.length) this.#cells = longer(this.#cells);
    return start;
  }
}

function longer(array: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(array.length * 2);
  twice.set(array);
  return twice;
}
