/** What part of all slots may wait to be merged. */
const MUCH = 8;

/**
 * Slots in the order of their keys. Changes are gathered and merged when the order is read next:
 * filling an index costs one sort, a single change a few comparisons and one copy.
 */
export class SortedSlots {
  #order = new Int32Array(0);
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

  /** Merges what is gathered, where that is much: whoever reads next merges the rest. */
  settle(): void {
    if (this.#added.size * MUCH > this.#order.length) this.read();
  }

  read(): Int32Array {
    if (this.#last.length > 0) {
      const order = new Int32Array(this.#order.length + this.#last.length);
      order.set(this.#order);
      order.set(this.#last, this.#order.length);
      this.#order = order;
      this.#last = [];
    }
    if (this.#added.size === 0 && this.#removed.size === 0) return this.#order;
    const kept =
      this.#removed.size > 0 ? this.#order.filter((slot) => !this.#removed.has(slot)) : this.#order;
    const added = [...this.#added].sort(this.compare);
    const merged = new Int32Array(kept.length + added.length);
    let from = 0;
    added.forEach((slot, nth) => {
      const until = this.#firstAfter(kept, slot, from);
      merged.set(kept.subarray(from, until), from + nth);
      merged[until + nth] = slot;
      from = until;
    });
    merged.set(kept.subarray(from), from + added.length);
    this.#added.clear();
    this.#removed.clear();
    return (this.#order = merged);
  }

  #firstAfter(order: Int32Array, slot: number, from: number): number {
    let low = from;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.compare(order[middle]!, slot) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
