import { pickLanguage } from '../model/pick-language.ts';
import { cataloguesOf, type CatalogueEntry } from './catalogue-entry.ts';
import { changedSeconds } from './changed-seconds.ts';
import { latvianSortKey } from './latvian-sort-key.ts';
import { MAX_KEY, type ListPosition } from './list-cursor.ts';
import { RowValues } from './row-values.ts';
import { SortedSlots } from './sorted-slots.ts';

/** Services that come together; row by row. */
export interface RowColumns {
  ids: readonly string[];
  templates: readonly (string | undefined)[];
  /** Makes what is held of a slot, when it is asked for. */
  entry: (slot: number) => CatalogueEntry;
}

/**
 * The rows of an index by slot, a small whole number that a service keeps as long as it is held, and
 * their order: by title in the order of the Latvian alphabet, then by id.
 */
export class CatalogueRows {
  /** Facet values of the rows. */
  readonly values = new RowValues();
  readonly #slotOf = new Map<string, number>();
  /** What is held; a function makes it when it is asked for. */
  readonly #entries: (CatalogueEntry | ((slot: number) => CatalogueEntry) | undefined)[] = [];
  readonly #templateOf: (string | undefined)[] = [];
  /** Made when asked for of those that came in their order. */
  readonly #keys: (string | undefined)[] = [];
  readonly #freeSlots: number[] = [];
  readonly #order = new SortedSlots((a, b) => this.#compare(a, b));
  #places = new Int32Array(0);
  #placed: Int32Array | undefined;
  #changed = new Int32Array(1 << 8);

  get size(): number {
    return this.#slotOf.size;
  }

  /** By slot: when the service changed last. */
  get changed(): Int32Array {
    return this.#changed;
  }

  /** Gives the slot. */
  put(entry: CatalogueEntry, numbers: readonly number[]): number {
    const { id } = entry;
    const known = this.#slotOf.get(id);
    const slot = known ?? this.#freeSlots.pop() ?? this.#entries.length;
    const key = sortKey(entry);
    if (known === undefined || this.#key(slot) !== key) {
      if (known !== undefined) this.#order.remove(slot);
      this.#order.add(slot);
    }
    this.#slotOf.set(id, slot);
    this.#entries[slot] = entry;
    this.#templateOf[slot] = entry.template;
    this.#keys[slot] = key;
    this.values.set(slot, cataloguesOf(entry), numbers);
    if (slot >= this.#changed.length) this.#changed = longer(this.#changed);
    this.#changed[slot] = changedSeconds(entry.changedAt);
    return slot;
  }

  /**
   * Adds services that are not held, each in a slot behind all others. Gives the first one.
   *
   * @param isOrdered They stand behind all that are held, in this order.
   */
  append({ ids, templates, entry }: RowColumns, isOrdered: boolean): number {
    const first = this.#entries.length;
    const until = first + ids.length;
    while (until > this.#changed.length) this.#changed = longer(this.#changed);
    for (let nth = 0; nth < ids.length; nth++) {
      const slot = first + nth;
      this.#slotOf.set(ids[nth]!, slot);
      this.#entries.push(entry);
      this.#templateOf.push(templates[nth]);
      this.#keys.push(undefined);
      if (!isOrdered) this.#order.add(slot);
    }
    this.#changed.fill(changedSeconds(undefined), first, until);
    if (isOrdered) this.#order.append(first, until);
    return first;
  }

  /**
   * Tells when services changed last that stand in slots one behind the other, of which no entry was
   * asked for.
   */
  setChanged(first: number, changed: readonly (string | undefined)[]): void {
    changed.forEach((at, nth) => (this.#changed[first + nth] = changedSeconds(at)));
  }

  /** Gives the slot that became free; `undefined`: the id is not held. */
  delete(id: string): number | undefined {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return undefined;
    this.#slotOf.delete(id);
    this.#order.remove(slot);
    this.#entries[slot] = this.#templateOf[slot] = undefined;
    this.values.delete(slot);
    this.#freeSlots.push(slot);
    return slot;
  }

  slot(id: string): number | undefined {
    return this.#slotOf.get(id);
  }

  entry(slot: number): CatalogueEntry {
    const held = this.#entries[slot]!;
    return typeof held === 'function' ? (this.#entries[slot] = held(slot)) : held;
  }

  *entries(): Generator<readonly [slot: number, entry: CatalogueEntry]> {
    for (const [slot, held] of this.#entries.entries()) {
      if (held) yield [slot, this.entry(slot)];
    }
  }

  /** Brings the order up to date, in steps. */
  sorting(): Generator<unknown> {
    return this.#order.sorting();
  }

  /** All slots in their order. */
  order(): Int32Array {
    return this.#order.read();
  }

  /** By slot: its place in the order. */
  places(): Int32Array {
    const order = this.order();
    if (order !== this.#placed) {
      this.#placed = order;
      const room = this.#entries.length;
      if (this.#places.length < room) this.#places = new Int32Array(room + (room >> 1));
      for (let nth = 0; nth < order.length; nth++) this.#places[order[nth]!] = nth;
    }
    return this.#places;
  }

  /**
   * By slot: number of the unified service; 0: none.
   *
   * @param resolve The id behind an id or an alias of a template.
   */
  templates(resolve: (template: string) => string): Int32Array {
    const numbers = new Map<string, number>();
    const known = new Map<string, number>();
    const templates = new Int32Array(this.#templateOf.length);
    for (let slot = 0; slot < templates.length; slot++) {
      const template = this.#templateOf[slot];
      if (template === undefined) continue;
      let number = known.get(template);
      if (number === undefined) {
        const id = resolve(template);
        number = numbers.get(id) ?? numbers.size + 1;
        numbers.set(id, number);
        known.set(template, number);
      }
      templates[slot] = number;
    }
    return templates;
  }

  /** Where a row stands in a list, for a cursor. */
  position(slot: number, score: number): ListPosition {
    return { score, key: this.#key(slot), id: this.entry(slot).id };
  }

  /** Place of the first row after a position that may not exist any more. */
  firstAfter(after: ListPosition): number {
    const order = this.order();
    const keyOf = (slot: number) => this.#key(slot).slice(0, MAX_KEY);
    // Found by its id first: keys that were cut do not tell very long titles apart.
    const known = this.#slotOf.get(after.id);
    if (known !== undefined && keyOf(known) === after.key) return this.places()[known]! + 1;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const slot = order[middle]!;
      const key = keyOf(slot);
      const isBefore = key === after.key ? this.entry(slot).id <= after.id : key < after.key;
      if (isBefore) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #key(slot: number): string {
    return (this.#keys[slot] ??= sortKey(this.entry(slot)));
  }

  #compare(a: number, b: number): number {
    const keyA = this.#key(a);
    const keyB = this.#key(b);
    if (keyA !== keyB) return keyA < keyB ? -1 : 1;
    return this.entry(a).id < this.entry(b).id ? -1 : 1;
  }
}

/** Entries as lists have them where nothing else orders them. */
export function inListOrder(entries: readonly CatalogueEntry[]): CatalogueEntry[] {
  return entries
    .map((entry) => ({ entry, key: sortKey(entry) }))
    .sort((a, b) => (a.key === b.key ? (a.entry.id < b.entry.id ? -1 : 1) : a.key < b.key ? -1 : 1))
    .map(({ entry }) => entry);
}

function sortKey({ id, title }: CatalogueEntry): string {
  return latvianSortKey(pickLanguage(title)?.text ?? id);
}

function longer(array: Int32Array): Int32Array<ArrayBuffer> {
  const twice = new Int32Array(array.length * 2);
  twice.set(array);
  return twice;
}
