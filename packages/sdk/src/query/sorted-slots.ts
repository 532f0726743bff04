/** So many slots are sorted, or merged, between two steps. */
const AT_ONCE = 1 << 9;

/**
 * Slots in the order of their keys. Changes are gathered and merged when the order is read next:
 * filling an index costs one sort, a single change a few comparisons and one copy.
 */
export class SortedSlots {
  #order: Int32Array = new Int32Array(0);
  /** Behind the others, in their order. */
  #last: number[] = [];
  readonly #added = new Set<number>();
  readonly #removed = new Set<number>();

  /** @param compare Order of two slots by what they hold now. */
  constructor(private readonly compare: (a: number, b: number) => number) {}

  add(slot: number): void {
    this.#added.add(slot);
  }

  /** Slots one behind the other that stand behind all others in this order. */
  append(first: number, until: number): void {
    const isSettled = this.#added.size + this.#removed.size === 0;
    for (let slot = first; slot < until; slot++) {
      if (isSettled) this.#last.push(slot);
      else this.add(slot);
    }
  }

  /** Also where the slot's key is about to change; `add` it again afterwards. */
  remove(slot: number): void {
    if (!this.#added.delete(slot)) this.#removed.add(slot);
  }

  read(): Int32Array {
    for (const _ of this.sorting());
    return this.#order;
  }

  /** Merges what is gathered, in steps between which nothing changes. */
  *sorting(): Generator<unknown> {
    if (this.#last.length > 0) {
      const order = new Int32Array(this.#order.length + this.#last.length);
      order.set(this.#order);
      order.set(this.#last, this.#order.length);
      this.#order = order;
      this.#last = [];
    }
    if (this.#added.size === 0 && this.#removed.size === 0) return;
    const added = [...this.#added];
    let runs: Int32Array[] = [];
    for (let from = 0; from < added.length; from += AT_ONCE) {
      runs.push(Int32Array.from(added.slice(from, from + AT_ONCE).sort(this.compare)));
      yield runs;
    }
    while (runs.length > 1) {
      const merged: Int32Array[] = [];
      for (let nth = 0; nth < runs.length; nth += 2) {
        merged.push(yield* this.#merging(runs[nth]!, runs[nth + 1]));
      }
      runs = merged;
    }
    const kept =
      this.#removed.size > 0 ? this.#order.filter((slot) => !this.#removed.has(slot)) : this.#order;
    this.#order = yield* this.#merging(kept, runs[0]);
    this.#added.clear();
    this.#removed.clear();
  }

  *#merging(
    kept: Int32Array,
    added: Int32Array = new Int32Array(0),
  ): Generator<unknown, Int32Array> {
    const merged = new Int32Array(kept.length + added.length);
    let from = 0;
    for (let nth = 0; nth < added.length; nth++) {
      const until = this.#firstAfter(kept, added[nth]!, from);
      merged.set(kept.subarray(from, until), from + nth);
      merged[until + nth] = added[nth]!;
      from = until;
      if (nth % AT_ONCE === 0) yield merged;
    }
    merged.set(kept.subarray(from), from + added.length);
    return merged;
  }

  /** Looked for in steps that grow: it may be the next one, or far away. */
  #firstAfter(order: Int32Array, slot: number, from: number): number {
    let low = from;
    let high = from;
    for (let step = 1; high < order.length && this.compare(order[high]!, slot) < 0; step *= 2) {
      low = high + 1;
      high += step;
    }
    high = Math.min(high, order.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(order[middle]!, slot) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
