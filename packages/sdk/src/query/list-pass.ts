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

/** Those of some slots that pass, and how many rows each value has among these slots. */
export function hitsOf(
  { cells, starts, bits }: Rows,
  { slots, passes, counts }: { slots: Int32Array; passes: Uint8Array; counts?: Int32Array },
): Int32Array {
  const hits = new Int32Array(slots.length);
  let length = 0;
  for (let nth = 0; nth < slots.length; nth++) {
    const slot = slots[nth]!;
    const passed = passes[slot]!;
    if (passed === 0) continue;
    if (passed === PASSES) hits[length++] = slot;
    if (!counts) continue;
    const start = starts[slot]!;
    const end = start + 2 + cells[start + 1]!;
    if (passed === PASSES) for (let i = start + 2; i < end; i++) counts[cells[i]!]!++;
    else {
      const failed = passed >> 1;
      for (let i = start + 2; i < end; i++) if (bits[cells[i]!] === failed) counts[cells[i]!]!++;
    }
  }
  return hits.subarray(0, length);
}

/** Numbers of rows stay below this, scores below 2^31: both fit into one number. */
const ROWS = 2 ** 21;

/**
 * The best hits: higher scores first, equal ones in the order of titles.
 *
 * @param after Where the page before ended: its score, and the place that follows it.
 */
export function bestHits(
  { order, places }: Rows,
  {
    hits,
    scores,
    limit,
    after,
  }: {
    hits: Int32Array;
    scores: Int32Array | undefined;
    limit: number;
    after: { score: number; place: number } | undefined;
  },
): { slots: number[]; more: boolean } {
  const bound = after ? after.score * ROWS - after.place : Infinity;
  // A heap whose root is the worst of the best. One more than the page: is there another?
  const heap = new Float64Array(limit + 1);
  let size = 0;
  for (let nth = 0; nth < hits.length; nth++) {
    const slot = hits[nth]!;
    const rank = (scores ? scores[slot]! : 0) * ROWS - places[slot]!;
    if (rank > bound) continue;
    if (size <= limit) rise(heap, size++, rank);
    else if (rank > heap[0]!) sink(heap, size, rank);
  }
  const best = heap.subarray(0, size).sort().reverse();
  const slots = Array.from(best.subarray(0, limit), (rank) => {
    const above = ((rank % ROWS) + ROWS) % ROWS;
    return order[above === 0 ? 0 : ROWS - above]!;
  });
  return { slots, more: size > limit };
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
