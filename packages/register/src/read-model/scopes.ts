/**
 * Scopes: parts of the register that can be followed on their own.
 *
 * - `all`: every public record.
 * - `institution/{id}`: the organization; the services that it holds or provides; what these name
 *   (organizations, needs, life events with those of the needs, groups, templates); its support
 *   places; the knowledge entries that name it or one of its services.
 * - `life-event/{id}`: the life event; its needs; the services that name it or one of its needs;
 *   what these name; the knowledge entries that name it or one of its services.
 *
 * `inter-restricted` services are in none of them.
 */
import type { KnowledgeEntry, LifeEvent, Service, SupportPlace, WorkItem } from '@pvp/contract';
import type { PublicRecord } from '../store/store.ts';
import { namesOf, type HeldRecord, type RegisterContents } from './contents.ts';

export const SCOPE_ALL = 'all';

/** Members of an institution's or a life event's scope; `undefined` where there is no such scope. */
export function membersOf(contents: RegisterContents, scope: string): HeldRecord[] | undefined {
  const [, type, id] = /^(institution|life-event)\/(.+)$/.exec(scope) ?? [];
  if (type === undefined || id === undefined) return undefined;
  const kind = type === 'institution' ? 'organization' : 'life-event';
  const subject = contents.get(kind, id);
  if (subject === undefined) return undefined;

  const members = new Map<string, HeldRecord>();
  const add = (held: HeldRecord | undefined) => {
    if (held) members.set(`${held.kind}/${held.id}`, held);
  };
  add(subject);
  const services =
    kind === 'organization'
      ? contents.servicesNaming(kind, id)
      : servicesOfLifeEvent(contents, subject);
  for (const service of services) {
    add(contents.get('service', service.id));
    for (const name of namesOf(service)) add(resolveName(contents, name));
    for (const event of contents.lifeEventsOf(service)) add(contents.get('life-event', event));
  }
  if (kind === 'life-event') {
    for (const need of needsOf(subject)) add(contents.resolve('need', need));
  }
  for (const held of contents.all('support-place')) {
    const { organization } = held.record as unknown as SupportPlace;
    if (organization && contents.resolve(kind, organization) === subject) add(held);
  }
  const ids = new Set(services.map((service) => service.id));
  for (const held of contents.all('knowledge-entry')) {
    const entry = held.record as unknown as KnowledgeEntry;
    const named = kind === 'organization' ? entry.institutions : entry.lifeEvents;
    const names = (named ?? []).some((name) => contents.resolve(kind, name) === subject);
    const ofService = (name: string) => ids.has(contents.resolve('service', name)?.id ?? '');
    if (names || (entry.services ?? []).some(ofService)) add(held);
  }
  return [...members.values()];
}

/** Scopes beside `all` whose readers have something to read again after a change of a record. */
export function scopesTouchedBy(
  contents: RegisterContents,
  kind: string,
  record: PublicRecord,
): Set<string> {
  const touched = new Set<string>();
  const institution = (id: string | undefined) => {
    const held = id === undefined ? undefined : contents.resolve('organization', id);
    if (held) touched.add(`institution/${held.id}`);
  };
  const lifeEvent = (id: string) => {
    const held = contents.resolve('life-event', id);
    if (held) touched.add(`life-event/${held.id}`);
  };
  const ofService = (service: Service | undefined) => {
    if (service === undefined) return;
    [service.holder, ...(service.providers ?? [])].forEach(institution);
    contents.lifeEventsOf(service).forEach(lifeEvent);
  };
  const ofServiceId = (id: string) =>
    ofService(contents.resolve('service', id)?.record as unknown as Service | undefined);

  switch (kind) {
    case 'service':
      ofService(record as unknown as Service);
      break;
    case 'organization':
      institution(record.id);
      break;
    case 'life-event':
      lifeEvent(record.id);
      for (const need of (record as unknown as LifeEvent).needs ?? []) {
        const id = contents.resolve('need', need)?.id ?? need;
        contents.servicesNaming('need', id).forEach(ofService);
      }
      break;
    case 'need':
      for (const event of contents.all('life-event')) {
        const named = (need: string) => contents.resolve('need', need)?.id === record.id;
        if (needsOf(event).some(named)) lifeEvent(event.id);
      }
      break;
    case 'support-place':
      institution((record as unknown as SupportPlace).organization);
      break;
    case 'knowledge-entry': {
      const entry = record as unknown as KnowledgeEntry;
      entry.institutions?.forEach(institution);
      entry.lifeEvents?.forEach(lifeEvent);
      entry.services?.forEach(ofServiceId);
      break;
    }
    case 'resource':
      for (const name of [record.id, ...(record.aliases ?? [])]) {
        contents.servicesDependingOn(name).forEach(ofService);
      }
      break;
    case 'work-item':
      ofServiceId((record as unknown as WorkItem).mergedInto);
      break;
  }
  if (kind !== 'service') contents.servicesNaming(kind, record.id).forEach(ofService);
  return touched;
}

function servicesOfLifeEvent(contents: RegisterContents, event: HeldRecord): Service[] {
  const services = new Map<string, Service>();
  const add = (service: Service) => void services.set(service.id, service);
  contents.servicesNaming('life-event', event.id).forEach(add);
  for (const need of needsOf(event)) {
    const id = contents.resolve('need', need)?.id ?? need;
    contents.servicesNaming('need', id).forEach(add);
  }
  return [...services.values()];
}

function needsOf(event: HeldRecord): string[] {
  return (event.record as unknown as LifeEvent).needs ?? [];
}

function resolveName(contents: RegisterContents, name: string): HeldRecord | undefined {
  const slash = name.indexOf('/');
  return contents.resolve(name.slice(0, slash), name.slice(slash + 1));
}
