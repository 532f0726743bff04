import type { NumberLists } from './number-lists.ts';

// A list that is full moves to the end with twice the room; what it leaves behind is never more than
// the lists themselves.

/** Writes a list that is empty. */
export function setList(lists: NumberLists, list: number, values: ArrayLike<number>): void {
  make(lists, list);
  if (values.length > lists.rooms[list]!) {
    lists.rooms[list] = values.length;
    lists.starts[list] = take(lists, values.length);
  }
  lists.cells.set(values, lists.starts[list]);
  lists.lengths[list] = values.length;
}

export function addNumber(lists: NumberLists, list: number, value: number): void {
  make(lists, list);
  const length = lists.lengths[list]!++;
  if (length === lists.rooms[list]) {
    const room = (lists.rooms[list] = length * 2 || 2);
    const start = lists.starts[list]!;
    const moved = (lists.starts[list] = take(lists, room));
    lists.cells.copyWithin(moved, start, start + length);
  }
  lists.cells[lists.starts[list]! + length] = value;
}

/**
 * Removes the value that has this number above its lowest `bits`; the order changes. Tells whether it
 * was the last one.
 */
export function removeNumber(lists: NumberLists, list: number, above: number, bits = 0): boolean {
  const values = lists.values(list);
  const at = values.findIndex((value) => value >> bits === above);
  if (at < 0) return false;
  const length = --lists.lengths[list]!;
  values[at] = values[length]!;
  return length === 0;
}

export function clearList(lists: NumberLists, list: number): void {
  if (lists.length(list) > 0) lists.lengths[list] = 0;
}

function make(lists: NumberLists, list: number): void {
  while (list >= lists.starts.length) {
    lists.starts = longer(lists.starts);
    lists.lengths = longer(lists.lengths);
    lists.rooms = longer(lists.rooms);
  }
}

/** Cells at the end. */
function take(lists: NumberLists, room: number): number {
  const start = lists.used;
  lists.used += room;
  while (lists.used > lists.cells.length) lists.cells = longer(lists.cells);
  return start;
}

/** With room for one at least. */
function longer(array: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(array.length * 2 + 1);
  twice.set(array);
  return twice;
}
