/**
 * Many growing lists of whole numbers in one typed array: a list that is full moves to the end with
 * twice the room, and the array is packed anew when more than half of it is holes.
 */
export class NumberLists {
  #cells = new Int32Array(1 << 10);
  #used = 0;
  #wasted = 0;
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

  add(list: number, value: number): void {
    while (list >= this.#starts.length) {
      this.#starts = longer(this.#starts);
      this.#lengths = longer(this.#lengths);
      this.#rooms = longer(this.#rooms);
    }
    const length = this.#lengths[list]!;
    if (length === this.#rooms[list]) this.#move(list, Math.max(2, length * 2));
    this.#cells[this.#starts[list]! + length] = value;
    this.#lengths[list] = length + 1;
  }

  /** Removes the value that has this number above its lowest `bits`; the order changes. */
  remove(list: number, above: number, bits = 0): void {
    const start = this.start(list);
    const last = start + this.length(list) - 1;
    for (let cell = start; cell <= last; cell++) {
      if (this.#cells[cell]! >> bits !== above) continue;
      this.#cells[cell] = this.#cells[last]!;
      this.#lengths[list]!--;
      return;
    }
  }

  clear(list: number): void {
    if (list < this.#lengths.length) this.#lengths[list] = 0;
  }

  #move(list: number, room: number): void {
    this.#wasted += this.#rooms[list]!;
    this.#rooms[list] = room;
    if (this.#wasted > 1 << 10 && this.#wasted > this.#used / 2) this.#pack();
    else this.#place(list, this.#cells);
  }

  #pack(): void {
    const before = this.#cells;
    this.#cells = new Int32Array(before.length);
    this.#used = this.#wasted = 0;
    this.#rooms.forEach((room, list) => {
      if (room) this.#place(list, before);
    });
  }

  #place(list: number, from: Int32Array): void {
    const start = this.#used;
    const before = this.#starts[list]!;
    this.#used += this.#rooms[list]!;
    while (this.#used > this.#cells.length) this.#cells = longer(this.#cells);
    this.#cells.set(from.subarray(before, before + this.#lengths[list]!), start);
    this.#starts[list] = start;
  }
}

function longer(array: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(array.length * 2);
  twice.set(array);
  return twice;
}
