import type { LocalizedString, ResourceState, ServiceCard, ServiceList } from '@pvp/contract';
import { lifeEventsOf } from '../model/life-events-of.ts';
import { pickLanguage } from '../model/pick-language.ts';
import { cardFrom, type CardContext } from '../model/service-card.ts';
import { queryWords } from '../search/query-words.ts';
import { MIN_NEAR, SearchIndex } from '../search/search-index.ts';
import { didYouMean } from '../search/did-you-mean.ts';
import { sortingStems } from '../search/sorting-stems.ts';
import type { Ranked, SynonymEntry } from '../search/searched-text.ts';
import { Vocabulary } from '../search/vocabulary.ts';
import { CATALOGUE, type CatalogueEntry } from './catalogue-entry.ts';
import { CatalogueRows } from './catalogue-rows.ts';
import type { Behind } from './explain-service.ts';
import { facetLists, facetTitles, OBJECT_KIND } from './facet-lists.ts';
import { FACETS, FACET_BIT, FacetValues } from './facet-values.ts';
import { LinkedObjects } from './linked-objects.ts';
import { decodeCursor, encodeCursor } from './list-cursor.ts';
import {
  bestHits,
  countsOf,
  passing,
  PASSES,
  type Passed,
  type Rows,
  type Selection,
} from './list-pass.ts';
import { DEFAULT_LIMIT } from './service-list-limits.ts';
import type { ServiceListQuery } from './service-list-query.ts';
import { unifiedCard } from './unified-card.ts';
import { UnifiedHits } from './unified-hits.ts';
import { itemsLater, withLater } from './with-later.ts';

/** Services that are named where nothing answers. */
const NEAREST = 3;

/** Narrows a look-up. */
export type ServiceFilter = Omit<ServiceListQuery, 'lang' | 'cursor' | 'limit'>;

export interface CatalogueParts {
  readonly rows: CatalogueRows;
  readonly values: FacetValues;
  readonly search: SearchIndex;
  readonly objects: LinkedObjects;
  /** By id. */
  readonly synonyms: Map<string, SynonymEntry>;
  /** Its own life events and those of its needs. */
  lifeEventsOf(entry: Pick<CatalogueEntry, 'lifeEvents' | 'needs'>): string[];
}

/**
 * All listed, public services in memory, in the size of their cards, and the answers to every
 * `GET /v1/services`. Filled once, from the tiers of an index; where services come and go it is a
 * `ChangingCatalogue`.
 */
export class CatalogueIndex {
  readonly #search: SearchIndex;
  readonly #objects = new LinkedObjects();
  /** What cards ask of objects. */
  readonly #linked: Pick<CardContext, 'titleOf' | 'lifeEventsOfNeed'> = {
    titleOf: (kind, id) => this.#objects.titleOf(kind, id),
    lifeEventsOfNeed: (need) => this.#objects.lifeEventsOfNeed(need),
  };
  readonly #outages = new Map<string, ResourceState>();
  readonly #values = new FacetValues();
  readonly #synonyms = new Map<string, SynonymEntry>();
  readonly #rows = new CatalogueRows();
  #unified: UnifiedHits | undefined;
  #passed: (Passed & { key: string }) | undefined;
  /** Titles of facet values in one language, until the next change. */
  #titles: { lang: string | undefined; titles: readonly (string | undefined)[] } | undefined;
  readonly #lookUps = new Map<string, ReadonlyMap<string, readonly string[]>>();

  /** @param search Engine behind `q`; an empty one. */
  constructor(search: SearchIndex = new SearchIndex(new Vocabulary())) {
    this.#search = search;
  }

  /** Number of services that some list can show. */
  get size(): number {
    return this.#rows.size;
  }

  /** What it is made of, for whoever fills or changes it. */
  get parts(): CatalogueParts {
    this.#forget();
    return {
      rows: this.#rows,
      values: this.#values,
      search: this.#search,
      objects: this.#objects,
      synonyms: this.#synonyms,
      lifeEventsOf: (entry) => this.#lifeEventsOf(entry),
    };
  }

  /** Does what would else be done for the next question, in steps between which nothing changes. */
  *preparing(): Generator<unknown> {
    yield* this.settlingLinks();
    yield* this.#rows.sorting();
    yield this.#rows.places();
    yield this.#unifiedHits();
    yield* sortingStems(this.#search.words);
    yield* sortingStems(this.#search.objectWords);
    yield this.#search.local;
    yield this.#facetTitles(undefined);
    yield this.#passing(this.#allRows(), this.#select({}));
  }

  /** Prepares, and asks what makes questions quick, in steps: somebody is about to type. */
  *warming(): Generator<unknown> {
    yield* this.preparing();
    yield* this.#search.rewriter?.preparing() ?? [];
    for (const q of ['x', 'xyz', 'a']) {
      // What runs for the first time takes long: it is parted.
      for (const word of queryWords(q).words) yield this.#search.gather(word);
      yield this.#search.rank(q, this.#passing(this.#allRows(), this.#select({})));
      yield this.list({ q, unified: true });
    }
  }

  /** Everyday words and what they stand for; an id that is held is replaced. */
  putSynonym(id: string, entry: SynonymEntry): void {
    this.#forget();
    this.#synonyms.set(id, entry);
    this.#search.rewriter?.put(id, entry);
  }

  /** Everyday words that were put, by id. */
  get synonyms(): ReadonlyMap<string, SynonymEntry> {
    return this.#synonyms;
  }

  /** What is held of the services that some list can show, in no order. */
  *entries(): Generator<CatalogueEntry> {
    for (const [, entry] of this.#rows.entries()) yield entry;
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
   * One page of a list as `GET /v1/services` answers it: where nothing answers `q`, with a spelling
   * that leads somewhere and with what comes nearest.
   *
   * @throws {RangeError} where `cursor` is not the `next` of an answer.
   */
  answer(query: ServiceListQuery): ServiceList {
    const list = this.list(query);
    const instead = query.q && !query.cursor && list.total === 0 ? this.#instead(query) : undefined;
    return instead ? { ...list, instead } : list;
  }

  /**
   * One page of a list with its facets, without that help: quick enough for every key.
   *
   * @throws {RangeError} where `cursor` is not the `next` of an answer.
   */
  list(query: ServiceListQuery): ServiceList {
    const after = query.cursor === undefined ? undefined : decodeCursor(query.cursor);
    if (query.cursor !== undefined && !after) throw new RangeError('Unknown cursor');
    const selection = this.#select(query);
    const rows = this.#allRows();
    const passes = this.#passing(rows, selection);
    const ranked = this.#ranked(query, passes);
    const scores = this.#scores(query, ranked);
    const slots = ranked?.documents ?? rows.order;
    const { size } = this.#values;
    const counts = query.unified
      ? new Int32Array(size)
      : countsOf(rows, this.#passed!, size, ranked);
    const wish = { slots, passes, scores, counts };
    const { best, more, total } = bestHits(rows, {
      ...wish,
      ...(query.unified && { slots: this.#unifiedHits().of(rows, wish) }),
      limit: query.limit ?? DEFAULT_LIMIT,
      after: after && { score: after.score, place: this.#rows.firstAfter(after) },
    });
    const last = best.at(-1);
    const score = last === undefined ? 0 : (scores?.[last] ?? 0);
    // A key that draws the first rows asks neither for the others nor for the rest of this yet.
    const items = this.cards(best.length, (at) => this.#entry(best[at]!, query));
    return withLater<ServiceList>(
      { items, total },
      {
        facets: () =>
          facetLists(counts, {
            selected: selection.selected,
            values: this.#values,
            titles: this.#facetTitles(query.lang),
          }),
        ...(more &&
          last !== undefined && { next: () => encodeCursor(this.#rows.position(last, score)) }),
      },
    );
  }

  /**
   * What an explanation is made of: the engine, the number that a service has there, and what passes
   * the filters. `undefined`: the service is not held.
   */
  behind(query: ServiceFilter, id: string): Behind | undefined {
    const document = this.#rows.slot(id);
    if (document === undefined) return undefined;
    const among = this.#passing(this.#allRows(), this.#select(query));
    return { search: this.#search, document, among };
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
    const selection = this.#select(filter);
    const rows = this.#allRows();
    const passes = this.#passing(rows, selection);
    const slots = this.#ranked(filter, passes)?.documents ?? rows.order;
    const hits = slots
      .filter((slot) => passes[slot] === PASSES)
      .sort((a, b) => rows.places[a]! - rows.places[b]!);
    for (const slot of hits) {
      for (const number of this.#rows.values.values(slot)) {
        if (bits[number] !== FACET_BIT[facet]) continue;
        const value = this.#values.value(number);
        const ids = services.get(value);
        if (ids) ids.push(this.#rows.entry(slot).id);
        else services.set(value, [this.#rows.entry(slot).id]);
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

  /** Templates may come after their instances, or under another name. */
  #unifiedHits(): UnifiedHits {
    const resolve = (template: string) => this.#objects.resolve('service-template', template);
    return (this.#unified ??= new UnifiedHits(this.#rows.templates(resolve)));
  }

  /** Does what changes left undone, before a question is answered, in steps. */
  protected settlingLinks(): Iterable<unknown> {
    return [];
  }

  /** The cards of an answer; nothing changes before they are read. */
  protected cards(count: number, make: (at: number) => ServiceCard): ServiceCard[] {
    return itemsLater(count, make);
  }

  #forget(): void {
    this.#lookUps.clear();
    this.#passed = undefined;
    this.#titles = undefined;
    this.#unified = undefined;
  }

  #select(query: ServiceFilter): Selection {
    for (const _ of this.settlingLinks());
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
    };
  }

  #allRows(): Rows {
    const { cells, starts } = this.#rows.values;
    const order = this.#rows.order();
    return { order, places: this.#rows.places(), cells, starts, bits: this.#values.bits };
  }

  #facetTitles(lang: string | undefined): readonly (string | undefined)[] {
    let known = this.#titles;
    // A question may number values that no service has yet.
    if (!known || known.lang !== lang || known.titles.length !== this.#values.size) {
      known = { lang, titles: facetTitles(this.#values, this.#objects, lang) };
    }
    return (this.#titles = known).titles;
  }

  /** The same filters are asked for at every key, so what passes them is kept until a change. */
  #passing(rows: Rows, selection: Selection): Uint8Array {
    const { catalogues, active, selected } = selection;
    const key = `${catalogues} ${active} ${active ? selected.join('') : ''}`;
    if (this.#passed?.key !== key) this.#passed = { key, passes: passing(rows, selection) };
    return this.#passed.passes;
  }

  /** What helps where nothing answers: a spelling that leads somewhere, and what comes nearest. */
  #instead(query: ServiceListQuery): ServiceList['instead'] {
    const selection = this.#select(query);
    const rows = this.#allRows();
    const passes = this.#passing(rows, selection);
    const near = this.#search.rank(query.q!, passes, MIN_NEAR);
    if (!near) return undefined;
    const { documents: slots, scores } = near;
    const all = { slots, passes, scores, counts: new Int32Array(this.#values.size) };
    const hits = query.unified ? this.#unifiedHits().of(rows, all) : slots;
    const order = { ...all, slots: hits, limit: NEAREST, after: undefined };
    const items = bestHits(rows, order).best.map((slot) => this.#entry(slot, query));
    const q = didYouMean(this.#search, query.q!, passes);
    const helps = q !== undefined && this.list({ ...query, q, limit: 1 }).total > 0;
    return helps || items.length > 0 ? { ...(helps && { q }), items } : undefined;
  }

  #ranked({ q }: ServiceFilter, passes: Uint8Array): Ranked | undefined {
    return q ? this.#search.rank(q, passes) : undefined;
  }

  /** By slot, what a list is ordered by, higher first; `undefined`: by title alone. */
  #scores({ sort }: ServiceListQuery, ranked: Ranked | undefined): Int32Array | undefined {
    if (sort === 'changed') return this.#rows.changed;
    return sort === 'title' ? undefined : ranked?.scores;
  }

  /** The card of a service, or of a unified service where it stands for several instances. */
  #entry(slot: number, { unified, lang }: ServiceListQuery): ServiceCard {
    const first = this.#card(slot, lang);
    const slots = unified ? this.#unifiedHits().instances(slot) : [slot];
    if (slots.length === 1) return first;
    const instances = slots.map((each) => this.#rows.entry(each));
    const id = this.#objects.resolve('service-template', instances[0]!.template!);
    const title = pickLanguage(this.#objects.titleOf('service-template', id), lang);
    const summary = this.#objects.summaryOf('service-template', id);
    return unifiedCard(first, instances, {
      // A template that is not held, or not yet: the first instance speaks for it.
      text: title ? { title: title.text, summary: summary?.[title.lang], lang: title.lang } : first,
      lang,
      outageOf: (each) => this.#outages.get(each),
    });
  }

  #card(slot: number, lang?: string): ServiceCard {
    const row = this.#rows.entry(slot);
    const { titleOf, lifeEventsOfNeed } = this.#linked;
    return cardFrom(row, { lang, titleOf, lifeEventsOfNeed, outage: this.#outages.get(row.id) });
  }

  #lifeEventsOf({ lifeEvents, needs }: Pick<CatalogueEntry, 'lifeEvents' | 'needs'>): string[] {
    const links = { lifeEvents: lifeEvents as string[], needs: needs as string[] };
    return lifeEventsOf(links, (need) => this.#objects.lifeEventsOfNeed(need));
  }
}
