/** The order of lists: by score, by change, by title. */
import type { Ranked } from '../search/service-search.ts';
import type { ListPosition } from './list-cursor.ts';

/** Best score first, equal ones in the order that they come in: packed, so that no compare runs. */
export function byScore(hits: Int32Array, ranked: Ranked): Int32Array {
  const packed = Float64Array.from(
    hits,
    (slot, nth) => (2 ** 31 - ranked.score(slot)) * 2 ** 21 + nth,
  ).sort();
  return Int32Array.from(packed, (value) => hits[value % 2 ** 21]!);
}

/** Seconds since 2000, from 1; in the range that an order by score can hold until 2068. */
export function changedSeconds(changedAt: string | undefined): number {
  const seconds = (Date.parse(changedAt ?? '') - Date.UTC(2000, 0)) / 1000;
  return Math.min(Math.max(Math.floor(seconds) || 0, 1), 2 ** 31 - 1);
}

export function comparePositions(a: ListPosition, b: ListPosition): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
}
