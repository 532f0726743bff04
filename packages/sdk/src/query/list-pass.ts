/**
 * The loops over all rows that answer a list. They run at every key: plain indices, no iterators.
 */

/** Rows as the loops read them. */
export interface Rows {
  /** Slots in the order of titles. */
  readonly order: Int32Array;
  /** By slot: its place in that order. */
  readonly places: Int32Array;
  /** Cells of all rows: at `starts[slot]` the catalogues, then the count of values, then these. */
  readonly cells: Int32Array;
  readonly starts: Int32Array;
  /** Bit of the facet that each value belongs to. */
  readonly bits: Uint8Array;
}

/** What a list asks for. */
export interface Selection {
  /** Bits of the catalogues that are asked for. */
  readonly catalogues: number;
  /** Bits of the facets in which something is selected. */
  readonly active: number;
  /** Bit of the facet, for each selected value. */
  readonly selected: Uint8Array;
}

export const PASSES = 1;

/**
 * By slot: 1 where a row passes, twice the facet's bit where it fails in one facet alone, else 0. A
 * row that fails in one facet still counts for the values of that facet: its own selection is
 * disregarded.
 */
export function passing(
  { order, cells, starts }: Rows,
  { catalogues, active, selected }: Selection,
): Uint8Array {
  const passes = new Uint8Array(starts.length);
  for (let nth = 0; nth < order.length; nth++) {
    const slot = order[nth]!;
    const start = starts[slot]!;
    if ((cells[start]! & catalogues) === 0) continue;
    let failed = active;
    if (active) {
      const end = start + 2 + cells[start + 1]!;
      for (let i = start + 2; i < end; i++) failed &= ~selected[cells[i]!]!;
    }
    if ((failed & (failed - 1)) === 0) passes[slot] = failed === 0 ? PASSES : failed << 1;
  }
  return passes;
}

/** What passes a filter. */
export interface Passed {
  passes: Uint8Array;
  /** How many of all rows have each value, once this was asked for. */
  counts?: Int32Array;
}

/**
 * How many of the results have each value. Where these are most rows, the others are taken off.
 *
 * @param size Number of values.
 * @param ranked Absent: all rows are results.
 */
export function countsOf(
  rows: Rows,
  passed: Passed,
  size: number,
  ranked?: { documents: Int32Array; scores: Int32Array },
): Int32Array {
  const { order } = rows;
  const { passes } = passed;
  const few = new Int32Array(size);
  if (ranked && ranked.documents.length * 2 < order.length) {
    count(rows, few, ranked.documents, passes, 1);
    return few;
  }
  if (!passed.counts) count(rows, (passed.counts = few), order, passes, 1);
  const counts = new Int32Array(size);
  counts.set(passed.counts);
  if (ranked) count(rows, counts, order, passes, -1, ranked.scores);
  return counts;
}

/** @param scores Slots that have one are left out. */
function count(
  rows: Rows,
  counts: Int32Array,
  slots: Int32Array,
  passes: Uint8Array,
  step: number,
  scores?: Int32Array,
): void {
  for (let nth = 0; nth < slots.length; nth++) {
    const slot = slots[nth]!;
    if (scores === undefined || scores[slot] === 0) {
      countValues(rows, counts, slot, passes[slot]!, step);
    }
  }
}

/**
 * Counts the values of a row; of one that fails in a facet, the values of that facet.
 *
 * @param passed What `passing` says of it.
 */
export function countValues(
  { cells, starts, bits }: Rows,
  counts: Int32Array,
  slot: number,
  passed: number,
  step: number,
): void {
  if (passed === 0) return;
  const start = starts[slot]! + 2;
  const end = start + cells[start - 1]!;
  if (passed === PASSES) for (let i = start; i < end; i++) counts[cells[i]!]! += step;
  else {
    const failed = passed >> 1;
    for (let i = start; i < end; i++) if (bits[cells[i]!] === failed) counts[cells[i]!]! += step;
  }
}

/** The slots of a page. */
export interface BestHits {
  best: number[];
  /** Whether others follow. */
  more: boolean;
  /** How many pass. */
  total: number;
}

/** Numbers of rows stay below this, scores below 2^31: both fit into one number. */
const ROWS = 2 ** 21;

/**
 * The best of some slots that pass: higher scores first, equal ones in the order of titles.
 *
 * @param after Where the page before ended: its score, and the place that follows it.
 */
export function bestHits(
  { order, places }: Rows,
  {
    slots,
    passes,
    scores,
    limit,
    after,
  }: {
    slots: Int32Array;
    passes: Uint8Array;
    scores: Int32Array | undefined;
    limit: number;
    after: { score: number; place: number } | undefined;
  },
): BestHits {
  const bound = after ? after.score * ROWS - after.place : Infinity;
  // A heap whose root is the worst of the best. One more than the page: is there another?
  const heap = new Float64Array(limit + 1);
  let size = 0;
  let total = 0;
  /** What scores less is none of the best, wherever it stands. */
  let least = 0;
  for (let nth = 0; nth < slots.length; nth++) {
    const slot = slots[nth]!;
    if (passes[slot] !== PASSES) continue;
    total++;
    const score = scores ? scores[slot]! : 0;
    if (score < least) continue;
    const rank = score * ROWS - places[slot]!;
    if (rank > bound) continue;
    if (size <= limit) rise(heap, size++, rank);
    else if (rank > heap[0]!) sink(heap, size, rank);
    else continue;
    if (size > limit) least = Math.ceil(heap[0]! / ROWS);
  }
  const ranks = heap.subarray(0, size).sort().reverse();
  const best = Array.from(ranks.subarray(0, limit), (rank) => {
    const above = ((rank % ROWS) + ROWS) % ROWS;
    return order[above === 0 ? 0 : ROWS - above]!;
  });
  return { best, more: size > limit, total };
}

function rise(heap: Float64Array, at: number, rank: number): void {
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (heap[parent]! <= rank) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = rank;
}

function sink(heap: Float64Array, size: number, rank: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && heap[child + 1]! < heap[child]!) child++;
    if (heap[child]! >= rank) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = rank;
}
