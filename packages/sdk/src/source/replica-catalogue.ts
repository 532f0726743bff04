/** Records, of a replica or a static snapshot for example, as lists and descriptions need them. */
import type {
  GoneSubject,
  LifeEvent,
  LifeEventAnswer,
  LifeEventList,
  LocalizedString,
  Need,
  ObjectLink,
  Organization,
  Service,
  ServiceDerived,
  WorkItem,
} from '@pvp/contract';
import { GoneError } from '../errors/gone-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { listed } from '../model/catalogue-profile.ts';
import { pickLanguage } from '../model/pick-language.ts';
import { ChangingCatalogue } from '../query/changing-catalogue.ts';
import { latvianSortKey } from '../query/latvian-sort-key.ts';
import { Slices } from '../query/slices.ts';
import { ChangingIndex, type Rewriter, type SynonymEntry } from '../search/index.ts';
import type { ReplicaRecord } from '../sync/replica.ts';
import { compactEntry } from '../vocabulary/compact-vocabulary.ts';
import type { LifeEventQuery } from './service-source.ts';

type ResolvedFrom = NonNullable<ServiceDerived['resolvedFrom']>;

/** What is kept of a service or work item beside the index; the record stays where it is. */
interface Named {
  aliases: readonly string[];
  template: string | undefined;
}

/** Kinds whose ids and aliases lead to a description. */
const NAMED_KINDS: ReadonlySet<string> = new Set(['service', 'work-item']);

/** Kinds that no list shows, and that support is worked out from. */
const SUPPORT_KINDS: ReadonlySet<string> = new Set(['support-place', 'knowledge-entry']);

/** Where a catalogue finds the records that it was fed with. */
export interface CatalogueRecords {
  /** A record as received; `undefined`: it is not held. */
  get<T = ReplicaRecord>(kind: string, id: string): Promise<T | undefined>;
  /** All records of a kind; without it, those that the catalogue was fed with are read one by one. */
  all?<T = ReplicaRecord>(kind: string): Promise<T[]>;
  /** At least what `listRecordOf` leaves of it, where that is had for less than all of it. */
  brief?<T = ReplicaRecord>(kind: string, id: string): Promise<T | undefined>;
}

/** All records of a catalogue, and where they are found again. */
export type RecordReader = CatalogueRecords & { records(): AsyncIterable<ReplicaRecord> };

export class ReplicaCatalogue {
  readonly index: ChangingCatalogue;
  /** By `kind/id`, and by `kind/alias`. */
  readonly #named = new Map<string, Named>();
  readonly #aliases = new Map<string, string>();
  readonly #ofTemplate = new Map<string, Set<string>>();
  readonly #eventsOfNeed = new Map<string, Set<string>>();
  readonly #lifeEvents = new Set<string>();
  /** By kind. */
  readonly #ofSupport = new Map<string, Set<string>>();
  #revision = 0;

  /** @param words What else the words of a question may be called. */
  constructor(
    private readonly records: CatalogueRecords,
    readonly words?: Rewriter,
  ) {
    this.index = new ChangingCatalogue(new ChangingIndex(words));
  }

  /** Reads everything that is held, in slices: a page stays quick meanwhile. */
  static async of(held: RecordReader, words?: Rewriter): Promise<ReplicaCatalogue> {
    const catalogue = new ReplicaCatalogue(held, words);
    const slices = new Slices();
    for await (const record of held.records()) {
      catalogue.put(record);
      if (!slices.isOver) continue;
      await slices.next();
      catalogue.index.settle();
    }
    for (const _ of catalogue.index.preparing()) if (slices.isOver) await slices.next();
    return catalogue;
  }

  /** Another one after each change. */
  get revision(): number {
    return this.#revision;
  }

  put(record: ReplicaRecord): void {
    const { type, id, aliases = [] } = record;
    this.delete(type, id);
    if (SUPPORT_KINDS.has(type)) setIn(this.#ofSupport, type).add(id);
    if (type === 'synonym') {
      return this.index.putSynonym(id, compactEntry(record as unknown as SynonymEntry));
    }
    if (NAMED_KINDS.has(type)) {
      const template = record['template'] as string | undefined;
      this.#named.set(`${type}/${id}`, { aliases, template });
      for (const alias of aliases) this.#aliases.set(`${type}/${alias}`, id);
      if (template) setIn(this.#ofTemplate, template).add(id);
    }
    if (type === 'service') return this.index.putService(record as unknown as Service);
    this.index.putObject(record);
    if (type === 'life-event') this.#lifeEvents.add(id);
    for (const need of needsOf(record)) setIn(this.#eventsOfNeed, need).add(id);
  }

  delete(kind: string, id: string): void {
    this.#revision++;
    this.#ofSupport.get(kind)?.delete(id);
    const known = this.#named.get(`${kind}/${id}`);
    if (known) {
      this.#named.delete(`${kind}/${id}`);
      for (const alias of known.aliases) {
        const key = `${kind}/${alias}`;
        if (this.#aliases.get(key) === id) this.#aliases.delete(key);
      }
      if (known.template) this.#ofTemplate.get(known.template)?.delete(id);
    }
    if (kind === 'service') return this.index.deleteService(id);
    if (kind === 'synonym') return this.index.deleteSynonym(id);
    this.index.deleteObject(kind, id);
    if (kind !== 'life-event') return;
    this.#lifeEvents.delete(id);
    this.#eventsOfNeed.forEach((events) => events.delete(id));
  }

  /**
   * The description behind an id or an alias, with what follows from other objects that are held.
   *
   * @throws {NotFoundError | GoneError} as the register does.
   */
  async service(idOrAlias: string): Promise<Service> {
    let resolvedFrom: ResolvedFrom | undefined;
    let service = await this.#behind(idOrAlias);
    if (service && service.id !== idOrAlias) resolvedFrom = { id: idOrAlias, reason: 'alias' };
    if (!service) {
      const work = await this.#resolved<WorkItem>('work-item', idOrAlias);
      service = work && (await this.#behind(work.mergedInto));
      if (work) resolvedFrom = { id: idOrAlias, reason: 'merged', title: work.title };
    }
    const seen = new Set<string>();
    while (service?.status === 'merged' && !seen.has(service.id)) {
      seen.add(service.id);
      const next: Service | undefined = service.successor
        ? await this.#behind(service.successor)
        : undefined;
      if (!next) break;
      resolvedFrom = { id: idOrAlias, reason: 'merged', title: service.title };
      service = next;
    }
    if (!service) throw new NotFoundError('No such service is held');
    if (!listed(service)) throw new GoneError('The service is retired', await this.#gone(service));
    const whole = await this.records.get<Service>('service', service.id);
    if (!whole) throw new NotFoundError('The service is held no more');
    const instances = await this.#instances(service);
    return {
      ...whole,
      derived: {
        objects: await this.#objects(whole),
        ...(instances.length > 0 && { instances }),
        ...(resolvedFrom && { resolvedFrom }),
      },
    };
  }

  /** All life events with the services of their needs, as the register answers. */
  async lifeEvents(filter: LifeEventQuery): Promise<LifeEventList> {
    const held = await Promise.all(
      [...this.#lifeEvents].map((id) => this.records.get<LifeEvent>('life-event', id)),
    );
    const keyOf = ({ id, title }: LifeEvent) => latvianSortKey(pickLanguage(title)?.text ?? id);
    const sorted = held
      .filter((event) => event !== undefined)
      .map((event) => ({ event, key: keyOf(event) }))
      .sort((a, b) => (a.key < b.key || (a.key === b.key && a.event.id < b.event.id) ? -1 : 1));
    const items = await Promise.all(sorted.map(({ event }) => this.#lifeEvent(event, filter)));
    return { items, total: items.length };
  }

  /** All support places, or all entries of the knowledge base, in no order. */
  async all<T>(kind: string): Promise<T[]> {
    if (this.records.all) return this.records.all<T>(kind);
    const ids = [...(this.#ofSupport.get(kind) ?? [])];
    const held = await Promise.all(ids.map((id) => this.records.get<T>(kind, id)));
    return held.filter((record) => record !== undefined);
  }

  /** An object that is held, by its id or a former one: at least what lists leave of it. */
  async object<T>(kind: string, name: string): Promise<T | undefined> {
    const id = this.idOf(kind, name);
    return id === undefined ? undefined : this.#brief<T>(kind, id);
  }

  /** The id of an object that is held, by that id or a former one. */
  idOf(kind: string, name: string): string | undefined {
    if (NAMED_KINDS.has(kind)) {
      return this.#named.has(`${kind}/${name}`) ? name : this.#aliases.get(`${kind}/${name}`);
    }
    const id = this.index.resolve(kind, name);
    return this.index.titleOf(kind, id) && id;
  }

  /** Ids of the life events that lead to a service: its own, and those of its needs. */
  lifeEventsOf({ lifeEvents = [], needs = [] }: Service): string[] {
    const events = new Set(lifeEvents);
    for (const need of needs) {
      for (const name of [need, this.index.resolve('need', need)]) {
        this.#eventsOfNeed.get(name)?.forEach((event) => events.add(event));
      }
    }
    return [...events];
  }

  async #lifeEvent(event: LifeEvent, filter: LifeEventQuery): Promise<LifeEventAnswer> {
    const needs: LifeEventAnswer['derived']['needs'] = [];
    for (const name of event.needs ?? []) {
      const need = await this.records.get<Need>('need', this.index.resolve('need', name));
      if (!need) continue;
      const { id, title, description } = need;
      const services = [...this.index.services('need', id, filter)];
      needs.push({ id, title, ...(description && { description }), services });
    }
    const serviceCount = this.index.services('lifeEvent', event.id, filter).length;
    return { ...event, derived: { needs, serviceCount } };
  }

  #behind(idOrAlias: string): Promise<Service | undefined> {
    return this.#resolved<Service>('service', idOrAlias);
  }

  /** The record behind an id or an alias. */
  #resolved<T>(kind: string, idOrAlias: string): Promise<T | undefined> {
    const isId = this.#named.has(`${kind}/${idOrAlias}`);
    const id = isId ? idOrAlias : this.#aliases.get(`${kind}/${idOrAlias}`);
    return this.#brief<T>(kind, id ?? idOrAlias);
  }

  #brief<T>(kind: string, id: string): Promise<T | undefined> {
    return this.records.brief ? this.records.brief<T>(kind, id) : this.records.get<T>(kind, id);
  }

  async #gone(service: Service): Promise<GoneSubject> {
    const { id, title, statusNote } = service;
    const next = service.successor ? await this.#behind(service.successor) : undefined;
    return {
      id,
      title,
      ...(statusNote && { statusNote }),
      ...(next && { successor: { id: next.id, title: next.title } }),
    };
  }

  async #objects(service: Service): Promise<Record<string, ObjectLink>> {
    const objects: Record<string, ObjectLink> = {};
    const add = async (kind: string, ids: readonly (string | undefined)[] = []) => {
      for (const id of ids) {
        if (!id) continue;
        const held =
          kind === 'service'
            ? await this.#behind(id)
            : await this.#brief<{ title?: LocalizedString }>(kind, this.index.resolve(kind, id));
        if (!held?.title) continue;
        const link: ObjectLink = { title: held.title };
        if (kind === 'service') link.status = (held as Service).status;
        const { homepage } = held as Organization;
        if (kind === 'organization' && homepage) link.url = homepage;
        // Under the name that the description uses, so that readers find it without resolving.
        objects[`${kind}/${id}`] = link;
      }
    };
    const { holder, providers = [], checkedBy, needs = [], successor } = service;
    await add('organization', [holder, ...providers, checkedBy]);
    await add('need', needs);
    await add('life-event', this.lifeEventsOf(service));
    await add('service-group', service.groups);
    await add('service-template', [service.template]);
    await add('service', [...(service.related ?? []), successor]);
    return objects;
  }

  async #instances({ template }: Service) {
    const instances: NonNullable<ServiceDerived['instances']> = [];
    for (const id of (template && this.#ofTemplate.get(template)) || []) {
      const one = await this.#brief<Service>('service', id);
      const institution = one?.holder ?? one?.providers?.[0];
      if (!one || !institution || !listed(one)) continue;
      const known = this.index.resolve('organization', institution);
      const title = this.index.titleOf('organization', known) ?? { lv: institution };
      instances.push({ id, institution: known, title });
    }
    return instances.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

function needsOf(record: ReplicaRecord): readonly string[] {
  return record.type === 'life-event' ? ((record['needs'] as string[] | undefined) ?? []) : [];
}

function setIn(sets: Map<string, Set<string>>, key: string): Set<string> {
  const known = sets.get(key) ?? new Set<string>();
  sets.set(key, known);
  return known;
}
