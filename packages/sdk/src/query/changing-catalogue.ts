import type { Service, ServiceCard } from '@pvp/contract';
import { ChangingIndex } from '../search/changing-index.ts';
import { Vocabulary } from '../search/vocabulary.ts';
import { catalogueEntry, type CatalogueEntry } from './catalogue-entry.ts';
import { CatalogueIndex } from './catalogue-index.ts';
import { OBJECT_KIND } from './facet-lists.ts';
import type { LinkedObject } from './linked-objects.ts';
import { entryText, linkKeys, objectText } from './search-texts.ts';

const LINKED_KINDS = new Set([...Object.values(OBJECT_KIND), 'service-template']);

/**
 * A catalogue that is fed by puts and deletes in any order: services may come before the objects that
 * they point to. Management data and `inter-restricted` services never get in.
 */
export class ChangingCatalogue extends CatalogueIndex {
  readonly #search: ChangingIndex;
  /** Needs that belong to other life events than services were told. */
  readonly #movedNeeds = new Set<string>();

  /** @param search Engine behind `q`; an empty one. */
  constructor(search: ChangingIndex = new ChangingIndex(new Vocabulary())) {
    super(search);
    this.#search = search;
  }

  /** Adds a service or replaces it; one that no list may show is taken out. */
  putService(service: Service): void {
    const entry = catalogueEntry(service);
    if (entry) this.putEntry(entry);
    else this.deleteService(service.id);
  }

  /** Adds a service that was reduced before, or replaces it. */
  putEntry(entry: CatalogueEntry): void {
    const { rows, values, lifeEventsOf } = this.parts;
    const lifeEvents = lifeEventsOf(entry);
    const slot = rows.put(entry, values.numbersOf(entry, lifeEvents));
    this.#search.link(slot, linkKeys(entry, lifeEvents));
    this.#search.put(slot, entryText(entry));
  }

  /** An id that is not held is no error. */
  deleteService(id: string): void {
    const slot = this.parts.rows.delete(id);
    if (slot !== undefined) this.#search.delete(slot);
  }

  /** Titles, aliases and links of what services point to. Other kinds of object are ignored. */
  putObject(object: LinkedObject): void {
    if (!LINKED_KINDS.has(object.type)) return;
    for (const need of this.parts.objects.put(object)) this.#movedNeeds.add(need);
    const text = objectText(object);
    if (text) this.#search.putObject(`${object.type}/${object.id}`, text);
  }

  deleteObject(kind: string, id: string): void {
    for (const need of this.parts.objects.delete(kind, id)) this.#movedNeeds.add(need);
    this.#search.deleteObject(`${kind}/${id}`);
  }

  deleteSynonym(id: string): void {
    this.parts.synonyms.delete(id);
    this.#search.rewriter?.delete(id);
  }

  /** Needs moved to other life events: what follows for services is worked out once, when asked. */
  protected override *settlingLinks(): Generator<unknown> {
    if (this.#movedNeeds.size === 0) return;
    const { rows, values, lifeEventsOf } = this.parts;
    for (const [slot, entry] of rows.entries()) {
      if (!entry.needs?.some((need) => this.#movedNeeds.has(need))) continue;
      const lifeEvents = lifeEventsOf(entry);
      const numbers = values.numbersOf(entry, lifeEvents);
      rows.values.set(slot, rows.values.catalogues(slot), numbers);
      yield this.#search.link(slot, linkKeys(entry, lifeEvents));
    }
    this.#movedNeeds.clear();
  }

  /** A change that comes before they are read may give their places to other services. */
  protected override cards(count: number, make: (at: number) => ServiceCard): ServiceCard[] {
    return Array.from({ length: count }, (_, at) => make(at));
  }
}
