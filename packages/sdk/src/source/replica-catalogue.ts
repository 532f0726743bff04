/** Records, of a replica for example, as lists and descriptions need them. */
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
import { CatalogueIndex } from '../query/catalogue-index.ts';
import { latvianSortKey } from '../query/latvian-sort-key.ts';
import type { Replica, ReplicaRecord } from '../sync/replica.ts';
import type { LifeEventQuery } from './service-source.ts';

type ResolvedFrom = NonNullable<ServiceDerived['resolvedFrom']>;

/** What is kept of a service beside the index; the description stays in the replica. */
interface Named {
  aliases: readonly string[];
  template: string | undefined;
}

/** Where records come from: a replica, or anything else that holds them. */
export type RecordReader = Pick<Replica, 'get' | 'records'>;

export class ReplicaCatalogue {
  readonly index = new CatalogueIndex();
  readonly #services = new Map<string, Named>();
  readonly #aliases = new Map<string, string>();
  readonly #ofTemplate = new Map<string, Set<string>>();
  readonly #eventsOfNeed = new Map<string, Set<string>>();
  readonly #lifeEvents = new Set<string>();

  constructor(private readonly replica: RecordReader) {}

  /** Reads everything that is held. */
  static async of(replica: RecordReader): Promise<ReplicaCatalogue> {
    const catalogue = new ReplicaCatalogue(replica);
    for await (const record of replica.records()) catalogue.put(record);
    return catalogue;
  }

  put(record: ReplicaRecord): void {
    this.delete(record.type, record.id);
    if (record.type !== 'service') {
      this.index.putObject(record);
      if (record.type === 'life-event') this.#lifeEvents.add(record.id);
      for (const need of needsOf(record)) setIn(this.#eventsOfNeed, need).add(record.id);
      return;
    }
    const service = record as unknown as Service;
    const { id, aliases = [], template } = service;
    this.#services.set(id, { aliases, template });
    for (const alias of aliases) this.#aliases.set(alias, id);
    if (template) setIn(this.#ofTemplate, template).add(id);
    this.index.putService(service);
  }

  delete(kind: string, id: string): void {
    if (kind !== 'service') {
      this.index.deleteObject(kind, id);
      if (kind !== 'life-event') return;
      this.#lifeEvents.delete(id);
      this.#eventsOfNeed.forEach((events) => events.delete(id));
      return;
    }
    const known = this.#services.get(id);
    if (!known) return;
    this.#services.delete(id);
    for (const alias of known.aliases) {
      if (this.#aliases.get(alias) === id) this.#aliases.delete(alias);
    }
    if (known.template) this.#ofTemplate.get(known.template)?.delete(id);
    this.index.deleteService(id);
  }

  /**
   * The description behind an id or an alias, with what follows from other objects of the replica.
   *
   * @throws {NotFoundError | GoneError} as the register does.
   */
  async service(idOrAlias: string): Promise<Service> {
    let resolvedFrom: ResolvedFrom | undefined;
    let service = await this.#behind(idOrAlias);
    if (service && service.id !== idOrAlias) resolvedFrom = { id: idOrAlias, reason: 'alias' };
    if (!service) {
      const work = await this.replica.get<WorkItem>('work-item', idOrAlias);
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
    if (!service) throw new NotFoundError('The replica holds no such service');
    if (!listed(service)) throw new GoneError('The service is retired', await this.#gone(service));
    const instances = await this.#instances(service);
    return {
      ...service,
      derived: {
        objects: await this.#objects(service),
        ...(instances.length > 0 && { instances }),
        ...(resolvedFrom && { resolvedFrom }),
      },
    };
  }

  /** All life events with the services of their needs, as the register answers. */
  async lifeEvents(filter: LifeEventQuery): Promise<LifeEventList> {
    const held = await Promise.all(
      [...this.#lifeEvents].map((id) => this.replica.get<LifeEvent>('life-event', id)),
    );
    const keyOf = ({ id, title }: LifeEvent) => latvianSortKey(pickLanguage(title)?.text ?? id);
    const sorted = held
      .filter((event) => event !== undefined)
      .map((event) => ({ event, key: keyOf(event) }))
      .sort((a, b) => (a.key < b.key || (a.key === b.key && a.event.id < b.event.id) ? -1 : 1));
    const items = await Promise.all(sorted.map(({ event }) => this.#lifeEvent(event, filter)));
    return { items, total: items.length };
  }

  async #lifeEvent(event: LifeEvent, filter: LifeEventQuery): Promise<LifeEventAnswer> {
    const needs: LifeEventAnswer['derived']['needs'] = [];
    for (const name of event.needs ?? []) {
      const need = await this.replica.get<Need>('need', this.index.resolve('need', name));
      if (!need) continue;
      const { id, title, description } = need;
      const services = [...this.index.services('need', id, filter)];
      needs.push({ id, title, ...(description && { description }), services });
    }
    const serviceCount = this.index.services('lifeEvent', event.id, filter).length;
    return { ...event, derived: { needs, serviceCount } };
  }

  #behind(idOrAlias: string): Promise<Service | undefined> {
    const id = this.#services.has(idOrAlias) ? idOrAlias : this.#aliases.get(idOrAlias);
    return this.replica.get<Service>('service', id ?? idOrAlias);
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
            : await this.replica.get<{ title?: LocalizedString }>(
                kind,
                this.index.resolve(kind, id),
              );
        if (!held?.title) continue;
        const link: ObjectLink = { title: held.title };
        if (kind === 'service') link.status = (held as Service).status;
        const { homepage } = held as Organization;
        if (kind === 'organization' && homepage) link.url = homepage;
        // Under the name that the description uses, so that readers find it without resolving.
        objects[`${kind}/${id}`] = link;
      }
    };
    const { holder, providers = [], checkedBy, needs = [], lifeEvents = [], successor } = service;
    const events = new Set(lifeEvents);
    for (const need of needs) {
      for (const name of [need, this.index.resolve('need', need)]) {
        this.#eventsOfNeed.get(name)?.forEach((event) => events.add(event));
      }
    }
    await add('organization', [holder, ...providers, checkedBy]);
    await add('need', needs);
    await add('life-event', [...events]);
    await add('service-group', service.groups);
    await add('service-template', [service.template]);
    await add('service', [...(service.related ?? []), successor]);
    return objects;
  }

  async #instances({ template }: Service) {
    const instances: NonNullable<ServiceDerived['instances']> = [];
    for (const id of (template && this.#ofTemplate.get(template)) || []) {
      const one = await this.replica.get<Service>('service', id);
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
