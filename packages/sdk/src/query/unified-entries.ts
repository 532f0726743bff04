/** Lists in which the instances of one unified service stand as one entry. */
import type { ServiceCard } from '@pvp/contract';

/** The entries of a list, in its order, and what each stands for. */
export interface UnifiedEntries {
  /** Slots; of several instances the one that comes first. */
  entries: Int32Array;
  /** Slots behind an entry, where these are several. */
  instances: ReadonlyMap<number, readonly number[]>;
}

/** @param templateOf Number of the unified service that a slot is an instance of; 0: of none. */
export function unifiedEntries(
  ordered: Int32Array,
  templateOf: (slot: number) => number,
): UnifiedEntries {
  const entries = new Int32Array(ordered.length);
  const groups = new Map<number, number[]>();
  let length = 0;
  for (const slot of ordered) {
    const template = templateOf(slot);
    const group = template ? groups.get(template) : undefined;
    if (group) group.push(slot);
    else entries[length++] = slot;
    if (template && !group) groups.set(template, [slot]);
  }
  const instances = new Map<number, readonly number[]>();
  for (const slots of groups.values()) if (slots.length > 1) instances.set(slots[0]!, slots);
  return { entries: entries.subarray(0, length), instances };
}

/**
 * Tells whether a value of a facet counts for a row: rows of one unified service count once for
 * each value.
 */
export class CountedOnce {
  readonly #seen = new Set<number>();

  constructor(private readonly size: number) {}

  /** @param value Number of the facet's value, below `size`. */
  counts(template: number, value: number): boolean {
    if (!template) return true;
    const key = template * this.size + value;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}

/** The card of an entry: of its instances only what they share is told. */
export function unifiedCard(
  cards: readonly ServiceCard[],
  text: Pick<ServiceCard, 'title' | 'summary' | 'lang'>,
): ServiceCard {
  const [first] = cards;
  const shared = <K extends 'cost' | 'term' | 'outage'>(field: K) => {
    const told = JSON.stringify(first![field]);
    return cards.every((card) => JSON.stringify(card[field]) === told) ? first![field] : undefined;
  };
  const inAll = <T>(lists: readonly (readonly T[] | undefined)[]): T[] =>
    (lists[0] ?? []).filter((value) => lists.every((list) => list?.includes(value)));
  const card: ServiceCard = {
    ...first!,
    ...text,
    recipients: inAll(cards.map((one) => one.recipients)),
    channels: inAll(cards.map((one) => one.channels)),
    cost: shared('cost'),
    term: shared('term'),
    outage: shared('outage'),
    status: cards.some(({ status }) => status === 'active') ? 'active' : first!.status,
    instances: cards.length,
  };
  // The text is that of the unified service, which no institution's mark or hash speaks of.
  for (const field of ['institution', 'machine', 'hash'] as const) delete card[field];
  for (const field of ['cost', 'term', 'outage'] as const) {
    if (card[field] === undefined) delete card[field];
  }
  for (const field of ['recipients', 'channels'] as const) {
    if (card[field]?.length === 0) delete card[field];
  }
  if (card.summary === undefined) delete card.summary;
  return card;
}
