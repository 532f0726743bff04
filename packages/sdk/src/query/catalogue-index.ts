import type {
  FacetValue,
  LocalizedString,
  Profile,
  ResourceState,
  Service,
  ServiceCard,
  ServiceList,
} from '@pvp/contract';
import { isFree } from '../model/card-cost.ts';
import { anonymous, listed, matchesProfile } from '../model/catalogue-profile.ts';
import { lifeEventsOf } from '../model/life-events-of.ts';
import { pickLanguage } from '../model/pick-language.ts';
import { cardFrom, cardSourceOf, type CardSource } from '../model/service-card.ts';
import type { Ranked, ServiceSearch } from '../search/service-search.ts';
import { WordPrefixSearch } from '../search/word-prefix-search.ts';
import { FACETS, FACET_BIT, FacetValues, type Facet } from './facet-values.ts';
import { latvianSortKey } from './latvian-sort-key.ts';
import { LinkedObjects, type LinkedObject } from './linked-objects.ts';
import { decodeCursor, encodeCursor, MAX_KEY, type ListPosition } from './list-cursor.ts';
import { byScore, changedSeconds, comparePositions } from './list-order.ts';
import { DEFAULT_LIMIT } from './service-list-limits.ts';
import { RowValues } from './row-values.ts';
import type { ServiceListQuery } from './service-list-query.ts';
import { SortedSlots } from './sorted-slots.ts';
import { CountedOnce, unifiedCard, unifiedEntries } from './unified-entries.ts';

/** Object kind behind the values of a facet, where they are ids. */
const OBJECT_KIND: Partial<Record<Facet, string>> = {
  institution: 'organization',
  lifeEvent: 'life-event',
  need: 'need',
  group: 'service-group',
};
const LINKED_KINDS = new Set([...Object.values(OBJECT_KIND), 'service-template']);

/** Catalogues that a service stands in, as bits. */
const CATALOGUE: Readonly<Record<Profile | 'any' | 'general', number>> = {
  any: 1,
  general: 2,
  residents: 4,
  businesses: 8,
  institutions: 16,
};
const PROFILES = ['residents', 'businesses', 'institutions'] as const;

type Row = CardSource & {
  institutions: readonly string[];
  free: boolean | undefined;
  /** Seconds since 2000, at least 1, for the order by change. */
  changed: number;
};

/** Narrows a look-up. */
export type ServiceFilter = Omit<ServiceListQuery, 'lang' | 'cursor' | 'limit'>;

interface Selection {
  /** Bits of the catalogues that are asked for. */
  catalogues: number;
  /** Bits of the facets in which something is selected. */
  active: number;
  /** Bit of the facet, for each selected value. */
  selected: Uint8Array;
  ranked: Ranked | undefined;
}

/**
 * All listed, public services in memory, in the size of their cards, and the answers to every
 * `GET /v1/services`. Fed by puts and deletes in any order: services may come before the objects
 * that they point to. Management data and `inter-restricted` services never get in.
 */
export class CatalogueIndex {
  readonly #search: ServiceSearch;
  readonly #objects = new LinkedObjects();
  readonly #outages = new Map<string, ResourceState>();
  readonly #values = new FacetValues();

  readonly #slotOf = new Map<string, number>();
  readonly #rows: (Row | undefined)[] = [];
  readonly #keys: string[] = [];
  readonly #rowValues = new RowValues();
  /** Number of each unified service, from 1, by the id that services name. */
  readonly #templates = new Map<string, number>();
  readonly #freeSlots: number[] = [];
  readonly #order = new SortedSlots((a, b) => this.#compare(a, b));
  #lifeEventsMoved = false;
  readonly #lookUps = new Map<string, ReadonlyMap<string, readonly string[]>>();

  /** @param search Engine behind `q`; an empty one. */
  constructor(search: ServiceSearch = new WordPrefixSearch()) {
    this.#search = search;
  }

  /** Number of services that some list can show. */
  get size(): number {
    return this.#slotOf.size;
  }

  /** Adds a service or replaces it; one that no list may show is taken out. */
  putService(service: Service): void {
    if (!anonymous(service) || !listed(service)) return this.deleteService(service.id);
    this.#lookUps.clear();
    const known = this.#slotOf.get(service.id);
    const slot = known ?? this.#freeSlots.pop() ?? this.#rows.length;
    const institutions = [...new Set([service.holder, ...(service.providers ?? [])])].filter(
      (id) => id !== undefined,
    );
    const changed = changedSeconds(service.changedAt);
    const row = { ...cardSourceOf(service), institutions, free: isFree(service.costs), changed };
    const key = latvianSortKey(pickLanguage(service.title)?.text ?? service.id);
    if (known === undefined || this.#keys[slot] !== key) {
      if (known !== undefined) this.#order.remove(slot);
      this.#order.add(slot);
    }
    this.#slotOf.set(service.id, slot);
    this.#rows[slot] = row;
    this.#keys[slot] = key;
    this.#rowValues.set(slot, cataloguesOf(service), this.#numbersOf(row));
    this.#search.put(slot, {
      titles: Object.values(service.title),
      alternativeTitles: (service.alternativeTitles ?? []).flatMap((title) => Object.values(title)),
      keywords: service.keywords ?? [],
      summaries: Object.values(service.summary ?? {}),
      institutions,
    });
  }

  /** An id that is not held is no error. */
  deleteService(id: string): void {
    const slot = this.#slotOf.get(id);
    if (slot === undefined) return;
    this.#lookUps.clear();
    this.#slotOf.delete(id);
    this.#order.remove(slot);
    this.#rows[slot] = undefined;
    this.#rowValues.delete(slot);
    this.#freeSlots.push(slot);
    this.#search.delete(slot);
  }

  /** Titles, aliases and links of what services point to. Other kinds of object are ignored. */
  putObject(object: LinkedObject): void {
    if (!LINKED_KINDS.has(object.type)) return;
    this.#lookUps.clear();
    if (this.#objects.put(object)) this.#lifeEventsMoved = true;
    if (object.type === 'organization') {
      this.#search.putInstitution(object.id, Object.values(object.title ?? {}));
    }
  }

  deleteObject(kind: string, id: string): void {
    this.#lookUps.clear();
    if (this.#objects.delete(kind, id)) this.#lifeEventsMoved = true;
    if (kind === 'organization') this.#search.deleteInstitution(id);
  }

  /** Worst state of what a service depends on; `undefined` or `operational`: in order. */
  setOutage(serviceId: string, state: ResourceState | undefined): void {
    if (state && state !== 'operational') this.#outages.set(serviceId, state);
    else this.#outages.delete(serviceId);
  }

  /** Title of an object that was put, by kind and id. */
  titleOf(kind: string, id: string): LocalizedString | undefined {
    return this.#objects.titleOf(kind, id);
  }

  /** The id behind an id or an alias; what is unknown stays as it is. */
  resolve(kind: string, idOrAlias: string): string {
    return this.#objects.resolve(kind, idOrAlias);
  }

  /**
   * One page of a list with its facets, as `GET /v1/services` answers it.
   *
   * @throws {RangeError} where `cursor` is not the `next` of an answer.
   */
  list(query: ServiceListQuery): ServiceList {
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
    if (query.cursor !== undefined && !after) throw new RangeError('Unknown cursor');
    const selection = this.#select(query);
    const counts = new Int32Array(this.#values.size);
    const once = query.unified ? new CountedOnce(this.#values.size) : undefined;
    const hits = this.#pass(selection, counts, once);
    const order = this.#orderOf(query, selection);
    const sorted = order ? byScore(hits, order) : hits;
    const unified = query.unified
      ? unifiedEntries(sorted, (slot) => this.#templateOf(slot))
      : undefined;
    const ordered = unified?.entries ?? sorted;

    const limit = query.limit ?? DEFAULT_LIMIT;
    const from = after ? this.#firstAfter(ordered, after, order) : 0;
    const page = ordered.subarray(from, from + limit);
    const last = page.at(-1);
    const more = last !== undefined && from + page.length < ordered.length;
    const cardOf = (slot: number) => {
      const instances = unified?.instances.get(slot);
      return instances ? this.#unifiedCard(instances, query.lang) : this.#card(slot, query.lang);
    };
    return {
      items: Array.from(page, cardOf),
      total: ordered.length,
      facets: this.#facets(counts, selection.selected, query.lang),
      ...(more && {
        next: encodeCursor({
          score: order?.score(last) ?? 0,
          key: this.#keys[last]!,
          id: this.#rows[last]!.id,
        }),
      }),
    };
  }

  /**
   * Ids of the services that belong to each life event or need, in the order of their titles.
   * Kept until the next change, so that repeated questions cost nothing.
   */
  servicesBy(
    facet: 'lifeEvent' | 'need',
    filter: ServiceFilter = {},
  ): ReadonlyMap<string, readonly string[]> {
    const memo = JSON.stringify([facet, filter]);
    const known = this.#lookUps.get(memo);
    if (known) return known;
    const services = new Map<string, string[]>();
    const bits = this.#values.bits;
    for (const slot of this.#pass(this.#select(filter))) {
      for (const number of this.#rowValues.values(slot)) {
        if (bits[number] !== FACET_BIT[facet]) continue;
        const value = this.#values.value(number);
        const ids = services.get(value);
        if (ids) ids.push(this.#rows[slot]!.id);
        else services.set(value, [this.#rows[slot]!.id]);
      }
    }
    // Filters come from outside: what is kept is bounded.
    if (this.#lookUps.size >= 16) this.#lookUps.clear();
    this.#lookUps.set(memo, services);
    return services;
  }

  /** Ids of the services of one life event or need. */
  services(facet: 'lifeEvent' | 'need', id: string, filter?: ServiceFilter): readonly string[] {
    const kind = OBJECT_KIND[facet]!;
    return this.servicesBy(facet, filter).get(this.resolve(kind, id)) ?? [];
  }

  #select(query: ServiceFilter): Selection {
    this.#settle();
    let active = 0;
    const numbers: number[] = [];
    for (const facet of FACETS) {
      const chosen =
        facet === 'free' ? (query.free === undefined ? [] : [query.free]) : query[facet];
      if (!chosen?.length) continue;
      active |= FACET_BIT[facet];
      const kind = OBJECT_KIND[facet];
      for (const choice of chosen) {
        const value = kind ? this.#objects.resolve(kind, String(choice)) : String(choice);
        // Numbers are never made for what only a query names: it comes from outside.
        const number =
          kind && this.#objects.has(kind, value)
            ? this.#values.number(facet, value)
            : this.#values.find(facet, value);
        if (number !== undefined) numbers.push(number);
      }
    }
    const selected = new Uint8Array(this.#values.size);
    for (const number of numbers) selected[number] = this.#values.bits[number]!;
    return {
      catalogues: CATALOGUE[query.profile ?? 'any'] | (query.general ? CATALOGUE.general : 0),
      active,
      selected,
      ranked: query.q ? this.#search.rank(query.q) : undefined,
    };
  }

  /**
   * Hits in the order of titles. A row that fails in one facet alone still counts for the values
   * of that facet: its own selection is disregarded.
   */
  #pass(
    { catalogues, active, selected, ranked }: Selection,
    counts?: Int32Array,
    once?: CountedOnce,
  ): Int32Array {
    const order = this.#order.read();
    const bits = this.#values.bits;
    const { cells, starts } = this.#rowValues;
    const hits = new Int32Array(order.length);
    let length = 0;
    // The one hot loop: plain indices, no iterators.
    for (let nth = 0; nth < order.length; nth++) {
      const slot = order[nth]!;
      const start = starts[slot]!;
      if ((cells[start]! & catalogues) === 0) continue;
      if (ranked && ranked.score(slot) === 0) continue;
      const end = start + 2 + cells[start + 1]!;
      let met = 0;
      if (active) for (let i = start + 2; i < end; i++) met |= selected[cells[i]!]!;
      const failed = active & ~met;
      if (failed === 0) hits[length++] = slot;
      // Failed in one facet alone, or in none.
      if (!counts || (failed & (failed - 1)) !== 0) continue;
      const template = once ? this.#templateOf(slot) : 0;
      for (let i = start + 2; i < end; i++) {
        const value = cells[i]!;
        if (failed !== 0 && bits[value] !== failed) continue;
        if (template === 0 || once!.counts(template, value)) counts[value]!++;
      }
    }
    return hits.subarray(0, length);
  }

  /** What the rows are ordered by; `undefined`: by title, as they come. */
  #orderOf({ sort }: ServiceListQuery, { ranked }: Selection): Ranked | undefined {
    if (sort === 'changed') return { score: (slot) => this.#rows[slot]!.changed };
    return sort === 'title' ? undefined : ranked;
  }

  /** Number of the unified service that a row is an instance of; 0: of none. */
  #templateOf(slot: number): number {
    const { template } = this.#rows[slot]!;
    if (template === undefined) return 0;
    const id = this.#objects.resolve('service-template', template);
    let number = this.#templates.get(id);
    if (number === undefined) this.#templates.set(id, (number = this.#templates.size + 1));
    return number;
  }

  #unifiedCard(slots: readonly number[], lang?: string): ServiceCard {
    const cards = slots.map((slot) => this.#card(slot, lang));
    const id = this.#objects.resolve('service-template', this.#rows[slots[0]!]!.template!);
    const title = pickLanguage(this.#objects.titleOf('service-template', id), lang);
    // A template that is not held, or not yet: the first instance speaks for it.
    if (!title) return unifiedCard(cards, cards[0]!);
    const summary = this.#objects.summaryOf('service-template', id)?.[title.lang];
    return unifiedCard(cards, { title: title.text, summary, lang: title.lang });
  }

  #facets(counts: Int32Array, selected: Uint8Array, lang?: string): ServiceList['facets'] {
    const facets: Record<string, FacetValue[]> = {};
    const byBit = new Map<number, FacetValue[]>();
    for (const facet of FACETS) byBit.set(FACET_BIT[facet], (facets[facet] = []));
    const bits = this.#values.bits;
    counts.forEach((count, number) => {
      // A selected value stays in sight without hits: it can be seen and taken back.
      if (count === 0 && !selected[number]) return;
      byBit.get(bits[number]!)!.push({ value: this.#values.value(number), count });
    });
    for (const facet of FACETS) {
      const kind = OBJECT_KIND[facet];
      facets[facet]!.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
      if (!kind) continue;
      for (const entry of facets[facet]!) {
        const title = pickLanguage(this.#objects.titleOf(kind, entry.value), lang);
        if (title) entry.title = title.text;
      }
    }
    return facets;
  }

  #card(slot: number, lang?: string) {
    const row = this.#rows[slot]!;
    return cardFrom(row, {
      lang,
      titleOf: (kind, id) => this.#objects.titleOf(kind, id),
      lifeEventsOfNeed: (need) => this.#objects.lifeEventsOfNeed(need),
      outage: this.#outages.get(row.id),
    });
  }

  /** Index of the first row after a position that may not exist any more. */
  #firstAfter(ordered: Int32Array, after: ListPosition, ranked: Ranked | undefined): number {
    const position = (slot: number): ListPosition => ({
      score: ranked?.score(slot) ?? 0,
      key: this.#keys[slot]!.slice(0, MAX_KEY),
      id: this.#rows[slot]!.id,
    });
    // Found by its id first: keys that were cut do not tell very long titles apart.
    const slot = this.#slotOf.get(after.id);
    const at = slot === undefined ? -1 : ordered.indexOf(slot);
    if (at >= 0 && comparePositions(position(ordered[at]!), after) === 0) return at + 1;
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (comparePositions(position(ordered[middle]!), after) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #numbersOf(row: Row): number[] {
    const numbers = new Set<number>();
    const add = (facet: Facet, values: readonly string[] | undefined) => {
      for (const value of values ?? []) numbers.add(this.#values.number(facet, value));
    };
    add('institution', row.institutions);
    add('recipient', row.recipients);
    const links = { lifeEvents: row.lifeEvents as string[], needs: row.needs as string[] };
    add(
      'lifeEvent',
      lifeEventsOf(links, (need) => this.#objects.lifeEventsOfNeed(need)),
    );
    add('need', row.needs);
    add('group', row.groups);
    add('channel', row.channels);
    add('free', row.free === undefined ? [] : [String(row.free)]);
    return [...numbers];
  }

  /** Needs moved to other life events: what follows for services is worked out once, when asked. */
  #settle(): void {
    if (!this.#lifeEventsMoved) return;
    this.#lifeEventsMoved = false;
    this.#rows.forEach((row, slot) => {
      if (!row?.needs) return;
      this.#rowValues.set(slot, this.#rowValues.catalogues(slot), this.#numbersOf(row));
    });
  }

  #compare(a: number, b: number): number {
    const keyA = this.#keys[a]!;
    const keyB = this.#keys[b]!;
    if (keyA !== keyB) return keyA < keyB ? -1 : 1;
    return this.#rows[a]!.id < this.#rows[b]!.id ? -1 : 1;
  }
}

function cataloguesOf(service: Service): number {
  let bits = service.kind === 'public-general' ? CATALOGUE.general : CATALOGUE.any;
  for (const profile of PROFILES) if (matchesProfile(service, profile)) bits |= CATALOGUE[profile];
  return bits;
}
