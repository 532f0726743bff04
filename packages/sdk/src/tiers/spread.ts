import type { NumberLists } from '../search/number-lists.ts';

/** So many numbers between two steps. */
const AT_ONCE = 1 << 14;

/**
 * Fills lists that are empty with numbers, each of which goes to the end of its list: counted first, so
 * that every list has the room that it needs. In steps.
 *
 * @param size Number of lists.
 * @param lists By number: its list.
 */
export function* spread(
  into: NumberLists,
  size: number,
  lists: Int32Array,
  numbers: Int32Array,
): Generator<unknown> {
  const lengths = new Int32Array(size);
  const count = lists.length;
  for (let from = 0; from < count; from += AT_ONCE) {
    const until = Math.min(count, from + AT_ONCE);
    for (let at = from; at < until; at++) lengths[lists[at]!]!++;
    yield lengths;
  }
  const starts = new Int32Array(size);
  for (let list = 1; list < size; list++) starts[list] = starts[list - 1]! + lengths[list - 1]!;
  const next = starts.slice();
  const cells = new Int32Array(count);
  for (let from = 0; from < count; from += AT_ONCE) {
    const until = Math.min(count, from + AT_ONCE);
    for (let at = from; at < until; at++) cells[next[lists[at]!]!++] = numbers[at]!;
    yield cells;
  }
  yield into.adopt(starts, cells);
}
