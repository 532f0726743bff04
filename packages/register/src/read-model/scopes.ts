/**
 * Scopes: parts of the register that can be followed on their own. What belongs to them follows
 * from the records (see `membershipKeys`); which keys a scope has follows from the organizations,
 * life events and needs, because records may name these by an alias.
 */
import type { KnowledgeEntry, LifeEvent, RequestForm, Service, SupportPlace } from '@pvp/contract';
import { EVERYWHERE, EVERY_LIFE_EVENT, membershipKeys, SCOPE_ALL } from '../sync/membership.ts';
import type { Floors, PublicRecord } from '../store/store.ts';
import type { HeldRecord, RegisterContents } from './contents.ts';

export { SCOPE_ALL } from '../sync/membership.ts';

/** The keys whose records belong to a scope; `undefined` where there is no such scope. */
export function scopeKeys(contents: RegisterContents, scope: string): string[] | undefined {
  if (scope === SCOPE_ALL) return [EVERYWHERE, SCOPE_ALL];
  const [, type, id] = /^(institution|life-event|audience)\/(.+)$/.exec(scope) ?? [];
  if (type === undefined || id === undefined) return undefined;
  const subject = contents.get(type === 'life-event' ? 'life-event' : 'organization', id);
  if (subject === undefined) return undefined;
  const named = namesOfRecord(subject).map((name) => `${type}/${name}`);
  if (type === 'audience') return named;
  const needs = type === 'life-event' ? needsOf(subject) : [];
  const needKeys = needs.flatMap((need) => {
    const held = contents.resolve('need', need);
    return [need, ...(held ? namesOfRecord(held) : [])].map((name) => `need/${name}`);
  });
  return [...new Set([EVERYWHERE, ...named, ...needKeys])];
}

/** Number of the oldest transaction after which a scope is told. */
export function floorOf(floors: Floors, scope: string): number {
  const names = [EVERYWHERE, scope];
  if (scope.startsWith('life-event/')) names.push(EVERY_LIFE_EVENT);
  return Math.max(...names.map((name) => floors.get(name) ?? 0));
}

/** Every scope that is for everybody. */
export function publicScopes(contents: RegisterContents): string[] {
  return [
    SCOPE_ALL,
    ...Array.from(contents.all('organization'), ({ id }) => `institution/${id}`),
    ...Array.from(contents.all('life-event'), ({ id }) => `life-event/${id}`),
  ];
}

/** Public scopes whose readers have something to read again after a change of a record. */
export function scopesTouchedBy(
  contents: RegisterContents,
  kind: string,
  record: PublicRecord,
): Set<string> {
  if (membershipKeys(record).includes(EVERYWHERE)) return new Set(publicScopes(contents));
  const touched = new Set<string>([SCOPE_ALL]);
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
    case 'support-place':
    case 'request-form':
      institution((record as unknown as SupportPlace | RequestForm).organization);
      break;
    case 'knowledge-entry': {
      const entry = record as unknown as KnowledgeEntry;
      entry.institutions?.forEach(institution);
      entry.lifeEvents?.forEach(lifeEvent);
      entry.services?.forEach(ofServiceId);
      break;
    }
    case 'resource':
      // In no scope, but live readers show what does not work.
      for (const name of [record.id, ...(record.aliases ?? [])]) {
        contents.servicesDependingOn(name).forEach(ofService);
      }
      break;
  }
  return touched;
}

function namesOfRecord({ id, record }: HeldRecord): string[] {
  return [id, ...(record.aliases ?? [])];
}

function needsOf(event: HeldRecord): string[] {
  return (event.record as unknown as LifeEvent).needs ?? [];
}
