/**
 * What a register tells everybody, in memory: every public record, the catalogue index, and the
 * links between them. Synchronous, so that an answer never sees half a change.
 */
import type {
  LifeEvent,
  LocalizedString,
  Management,
  Outage,
  Resource,
  Service,
  Synonym,
} from '@pvp/contract';
import { anonymous, lifeEventsOf } from '@pvp/sdk/model';
import { ChangingCatalogue, latvianSortKey } from '@pvp/sdk/query';
import { ChangingIndex } from '@pvp/sdk/search';
import type { PublicRecord, StoredRecord } from '../store/store.ts';
import { VocabularyContents } from '../vocabulary/vocabulary-contents.ts';
import { leafDigest } from './state-hash.ts';

/** One public record as it is held. */
export interface HeldRecord {
  kind: string;
  id: string;
  /** With `hash`. Never changed in place. */
  record: PublicRecord;
  /** Its share in the state hashes of the scopes that it belongs to. */
  digest: bigint;
}

/** A record of the store as it is held in memory. */
export function heldRecord({ kind, id, hash, record }: StoredRecord): HeldRecord {
  return { kind, id, record: { ...record, hash }, digest: leafDigest(kind, id, hash) };
}

/** Worst first. */
const STATES_BY_WEIGHT = ['outage', 'degraded', 'maintenance'] as const;

export class RegisterContents {
  readonly vocabulary = new VocabularyContents();
  readonly index = new ChangingCatalogue(new ChangingIndex(this.vocabulary.search));
  readonly #records = new Map<string, Map<string, HeldRecord>>();
  readonly #aliases = new Map<string, Map<string, string>>();
  /** Ids of services by `kind/id` of what they name. */
  readonly #namedBy = new Map<string, Set<string>>();
  /** From the management half: it leads from a resource's state to a service's and goes nowhere. */
  readonly #resourcesOf = new Map<string, readonly string[]>();
  readonly #dependentsOf = new Map<string, Set<string>>();
  readonly #sorted = new Map<string, readonly HeldRecord[]>();
  #eventsOfNeed: Map<string, string[]> | undefined;

  /** Adds a record or replaces it; one that is not for everybody is taken out. */
  put(held: HeldRecord, management?: Management): void {
    const { kind, id, record } = held;
    this.delete(kind, id);
    if (kind === 'service' && !anonymous(record as unknown as Service)) return;
    mapIn(this.#records, kind).set(id, held);
    for (const alias of record.aliases ?? []) mapIn(this.#aliases, kind).set(alias, id);
    if (kind === 'service') {
      const service = record as unknown as Service;
      for (const key of namesOf(service)) setIn(this.#namedBy, key).add(id);
      const resources = management?.resources ?? [];
      if (resources.length > 0) this.#resourcesOf.set(id, resources);
      for (const resource of resources) setIn(this.#dependentsOf, resource).add(id);
      this.index.putService(service);
      this.#settleOutage(id);
    } else {
      if (kind === 'synonym') this.vocabulary.put(record as unknown as Synonym);
      this.index.putObject(record as Parameters<ChangingCatalogue['putObject']>[0]);
    }
    this.#settleLinks(held);
  }

  delete(kind: string, id: string): void {
    const held = this.get(kind, id);
    if (held === undefined) return;
    this.#records.get(kind)?.delete(id);
    for (const alias of held.record.aliases ?? []) {
      if (this.#aliases.get(kind)?.get(alias) === id) this.#aliases.get(kind)?.delete(alias);
    }
    if (kind === 'service') {
      for (const key of namesOf(held.record as unknown as Service)) {
        this.#namedBy.get(key)?.delete(id);
      }
      for (const resource of this.#resourcesOf.get(id) ?? []) {
        this.#dependentsOf.get(resource)?.delete(id);
      }
      this.#resourcesOf.delete(id);
      this.index.setOutage(id, undefined);
      this.index.deleteService(id);
    } else {
      if (kind === 'synonym') this.vocabulary.delete(id);
      this.index.deleteObject(kind, id);
    }
    this.#settleLinks(held);
  }

  get(kind: string, id: string): HeldRecord | undefined {
    return this.#records.get(kind)?.get(id);
  }

  /** The record behind an id or, where no record has that id, an alias. */
  resolve(kind: string, idOrAlias: string): HeldRecord | undefined {
    const id = this.#aliases.get(kind)?.get(idOrAlias);
    return this.get(kind, idOrAlias) ?? (id === undefined ? undefined : this.get(kind, id));
  }

  /** Records of one kind, in no order. */
  all(kind: string): Iterable<HeldRecord> {
    return this.#records.get(kind)?.values() ?? [];
  }

  /** Records of one kind in the order of their Latvian titles. */
  sorted(kind: string): readonly HeldRecord[] {
    const known = this.#sorted.get(kind);
    if (known) return known;
    const keyed = Array.from(this.all(kind), (held) => {
      const title = held.record['title'] as LocalizedString | undefined;
      return { held, key: latvianSortKey(title?.['lv'] ?? held.id) };
    });
    keyed.sort((a, b) => (a.key === b.key ? compare(a.held.id, b.held.id) : compare(a.key, b.key)));
    const sorted = keyed.map(({ held }) => held);
    this.#sorted.set(kind, sorted);
    return sorted;
  }

  /** Public services that name an object, under its id or one of its aliases. */
  servicesNaming(kind: string, id: string): Service[] {
    const ids = new Set<string>();
    for (const name of [id, ...(this.get(kind, id)?.record.aliases ?? [])]) {
      for (const service of this.#namedBy.get(`${kind}/${name}`) ?? []) ids.add(service);
    }
    return this.#services(ids);
  }

  /** Public services that depend on a resource. For the register's own use, not for an answer. */
  servicesDependingOn(resource: string): Service[] {
    return this.#services(this.#dependentsOf.get(resource) ?? []);
  }

  /** Ids of a service's life events, its own and those of its needs. */
  lifeEventsOf(service: Service): string[] {
    const all = lifeEventsOf(service, (need) => this.#needs().get(this.#idOf('need', need)) ?? []);
    return [...new Set(all.map((id) => this.#idOf('life-event', id)))];
  }

  /** What is not in order among the resources of a service. Their ids are not told. */
  outagesOf(serviceId: string): Outage[] {
    return (this.#resourcesOf.get(serviceId) ?? [])
      .map((id) => this.resolve('resource', id)?.record as unknown as Resource | undefined)
      .filter((resource) => resource !== undefined && resource.status.state !== 'operational')
      .map((resource) => {
        const { title, status } = resource!;
        const { state, message, since, expectedUntil } = status;
        return {
          title,
          state,
          ...(message && { message }),
          ...(since && { since }),
          ...(expectedUntil && { expectedUntil }),
        };
      });
  }

  #services(ids: Iterable<string>): Service[] {
    return [...ids].flatMap((id) => {
      const held = this.get('service', id);
      return held ? [held.record as unknown as Service] : [];
    });
  }

  #idOf(kind: string, idOrAlias: string): string {
    return this.resolve(kind, idOrAlias)?.id ?? idOrAlias;
  }

  #needs(): Map<string, string[]> {
    if (this.#eventsOfNeed) return this.#eventsOfNeed;
    const events = new Map<string, string[]>();
    for (const { id, record } of this.all('life-event')) {
      for (const need of (record as unknown as LifeEvent).needs ?? []) {
        const key = this.#idOf('need', need);
        events.set(key, [...(events.get(key) ?? []), id]);
      }
    }
    return (this.#eventsOfNeed = events);
  }

  #settleLinks({ kind, id, record }: HeldRecord): void {
    this.#sorted.delete(kind);
    if (kind === 'life-event' || kind === 'need') this.#eventsOfNeed = undefined;
    if (kind !== 'resource') return;
    for (const name of [id, ...(record.aliases ?? [])]) {
      for (const service of this.#dependentsOf.get(name) ?? []) this.#settleOutage(service);
    }
  }

  #settleOutage(serviceId: string): void {
    const states = this.outagesOf(serviceId).map(({ state }) => state);
    const worst = STATES_BY_WEIGHT.find((state) => states.includes(state)) ?? states[0];
    this.index.setOutage(serviceId, worst);
  }
}

/** `kind/id` of the objects that a service names. */
export function namesOf(service: Service): string[] {
  const names = [service.holder, ...(service.providers ?? [])]
    .filter((id) => id !== undefined)
    .map((id) => `organization/${id}`);
  for (const id of service.needs ?? []) names.push(`need/${id}`);
  for (const id of service.lifeEvents ?? []) names.push(`life-event/${id}`);
  for (const id of service.groups ?? []) names.push(`service-group/${id}`);
  if (service.template !== undefined) names.push(`service-template/${service.template}`);
  return [...new Set(names)];
}

function mapIn<V>(maps: Map<string, Map<string, V>>, key: string): Map<string, V> {
  const known = maps.get(key) ?? new Map<string, V>();
  maps.set(key, known);
  return known;
}

function setIn(sets: Map<string, Set<string>>, key: string): Set<string> {
  const known = sets.get(key) ?? new Set<string>();
  sets.set(key, known);
  return known;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
