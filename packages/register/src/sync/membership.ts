/**
 * Which scopes a record belongs to, told by the record alone, so that a change of one record never
 * moves another. The log, the heads and the parts all ask here.
 *
 * A record carries keys, and a scope has keys (see `scopeKeys`): they meet where one is the same.
 * Needs and aliases stand as keys of their own; which life event or institution they lead to is
 * looked up when a scope is served.
 */
import type { KnowledgeEntry, LifeEvent, RequestForm, Service, SupportPlace } from '@pvp/contract';
import { anonymous } from '@pvp/sdk/model';
import type { PublicRecord } from '../store/store.ts';

/** The scope of everything that is public; as a key: everything that is in few scopes only. */
export const SCOPE_ALL = 'all';
/** Key of what belongs to every public scope: vocabulary, and what holds for the whole country. */
export const EVERYWHERE = '*';
/** As the name of a floor: every scope of a life event. */
export const EVERY_LIFE_EVENT = 'life-event/*';

/** Whether a key stood in a record before a write, after it, or both. */
export type Sides = 'before' | 'after' | 'both';

/** Each key once. Empty for resources, and for services that nobody may see by their kind. */
export function membershipKeys(record: PublicRecord): string[] {
  switch (record.type) {
    case 'service':
      return serviceKeys(record as unknown as Service);
    case 'support-place':
    case 'request-form': {
      const { organization } = record as unknown as SupportPlace | RequestForm;
      return organization ? [SCOPE_ALL, `institution/${organization}`] : [EVERYWHERE];
    }
    case 'knowledge-entry': {
      const { institutions = [] } = record as unknown as KnowledgeEntry;
      if (institutions.length === 0) return [EVERYWHERE];
      return [...new Set([SCOPE_ALL, ...institutions.map((id) => `institution/${id}`)])];
    }
    case 'resource':
      return [];
    default:
      return [EVERYWHERE];
  }
}

function serviceKeys(service: Service): string[] {
  if (service.kind === 'inter-restricted') {
    return [...new Set(service.audience)].map((id) => `audience/${id}`);
  }
  if (!anonymous(service)) return [];
  const { holder, providers = [], lifeEvents = [], needs = [] } = service;
  return [
    ...new Set([
      SCOPE_ALL,
      ...[holder, ...providers].filter((id) => id !== undefined).map((id) => `institution/${id}`),
      ...lifeEvents.map((id) => `life-event/${id}`),
      ...needs.map((id) => `need/${id}`),
    ]),
  ];
}

/** The keys of a record before and after a write. */
export function keysAround(
  before: PublicRecord | undefined,
  after: PublicRecord | undefined,
): Map<string, Sides> {
  const sides = new Map<string, Sides>();
  for (const key of before ? membershipKeys(before) : []) sides.set(key, 'before');
  for (const key of after ? membershipKeys(after) : []) {
    sides.set(key, sides.has(key) ? 'both' : 'after');
  }
  return sides;
}

/** Records of one part key always stand in one part of a snapshot. */
export function partKeyOf(record: PublicRecord): string {
  if (record.type !== 'service') return record.type;
  const { holder } = record as unknown as Service;
  return holder ? `service/${holder}` : 'service';
}

/**
 * Scopes that other records enter or leave by this write, without a change of their own: the log
 * cannot tell of them, so the floor of these scopes rises to the write.
 */
export function scopesRedrawnBy(
  kind: string,
  before: PublicRecord | undefined,
  after: PublicRecord | undefined,
): string[] {
  const { id } = (after ?? before)!;
  const differ = (names: (record: PublicRecord) => readonly string[] | undefined) => {
    const listed = (record: PublicRecord | undefined) =>
      [...new Set(record ? names(record) : [])].sort().join(' ');
    return listed(before) !== listed(after);
  };
  const renamed = differ(({ aliases }) => aliases);
  switch (kind) {
    case 'organization':
      return renamed ? [`institution/${id}`, `audience/${id}`] : [];
    case 'life-event':
      return renamed || differ((record) => (record as unknown as LifeEvent).needs)
        ? [`life-event/${id}`]
        : [];
    case 'need':
      return renamed ? [EVERY_LIFE_EVENT] : [];
    default:
      return [];
  }
}
