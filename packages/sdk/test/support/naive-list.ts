/** What a list answers by the same rules, written naively over the full records. */
import { CHANNEL_KINDS, PROFILES, RECIPIENTS } from '@pvp/contract';
import type { FacetValue, Service } from '@pvp/contract';
import { ChangingCatalogue, type ServiceListQuery } from '@pvp/sdk';
import {
  GROUPS,
  INSTITUTIONS,
  LIFE_EVENTS,
  NEEDS,
  pick,
  some,
  words,
  type Random,
} from './random-services.ts';

const NEEDS_OF: Record<string, string[]> = {
  'berna-piedzimsana': ['dzimsanas-registracija', 'berna-pabalsti'],
  'dzivesvietas-maina': ['deklaret-dzivesvietu', 'izzinas'],
  transportlidzeklis: [],
};
export const FACETS = ['institution', 'recipient', 'lifeEvent', 'need', 'group', 'channel', 'free'];

function linkedObjects() {
  return [
    ...INSTITUTIONS.map((id, nth) => ({
      type: 'organization',
      id,
      title: { lv: `${id} pašvaldība`, en: `Municipality of ${id}` },
      aliases: [`9000999000${nth + 1}`],
    })),
    ...LIFE_EVENTS.map((id) => ({
      type: 'life-event',
      id,
      title: { lv: `Dzīves situācija ${id}` },
      needs: NEEDS_OF[id],
    })),
    ...NEEDS.map((id) => ({ type: 'need', id, title: { lv: `Vajadzība ${id}` } })),
    ...GROUPS.map((id) => ({ type: 'service-group', id, title: { lv: `Grupa ${id}` } })),
  ];
}

export function indexOf(services: readonly Service[]): ChangingCatalogue {
  const index = new ChangingCatalogue();
  for (const service of services) index.putService(service);
  for (const object of linkedObjects()) index.putObject(object);
  return index;
}

export function valuesOf(service: Service, facet: string): string[] {
  switch (facet) {
    case 'institution':
      return [...new Set([service.holder!, ...(service.providers ?? [])])];
    case 'recipient':
      return service.recipients ?? [];
    case 'lifeEvent':
      return LIFE_EVENTS.filter(
        (id) =>
          service.lifeEvents?.includes(id) ||
          service.needs?.some((need) => NEEDS_OF[id]!.includes(need)),
      );
    case 'need':
      return service.needs ?? [];
    case 'group':
      return service.groups ?? [];
    case 'channel':
      return [...new Set((service.channels ?? []).map((channel) => channel.kind))];
    default: {
      const rows = service.costs ?? [];
      if (rows.some((row) => (row.value ?? 0) > 0)) return ['false'];
      return rows.some((row) => row.value === undefined) ? [] : ['true'];
    }
  }
}

export function inCatalogue(service: Service, { profile, general }: ServiceListQuery): boolean {
  if (!['active', 'suspended'].includes(service.status)) return false;
  const recipients = service.recipients ?? [];
  switch (service.kind) {
    case 'inter-restricted':
      return false;
    case 'public-general':
      return general === true;
    case 'inter-shared':
      return profile === undefined || profile === 'institutions';
    default:
      if (profile === 'residents') return !recipients.length || recipients.includes('resident');
      if (profile === 'businesses') {
        return recipients.includes('business') || recipients.includes('association');
      }
      return profile === undefined;
  }
}

/** By service: the latest question, and whether it answers it. Each facet asks this anew. */
const answered = new WeakMap<Service, { q: string; isHit: boolean }>();

/** Whether a service answers a question is the same alone as among others. */
function hasWords(service: Service, q: string): boolean {
  let known = answered.get(service);
  if (known?.q !== q) {
    known = { q, isHit: indexOf([service]).list({ q, general: true }).total === 1 };
    answered.set(service, known);
  }
  return known.isHit;
}

function selected(query: ServiceListQuery, facet: string): string[] {
  const value = query[facet as keyof ServiceListQuery];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

export function passes(service: Service, query: ServiceListQuery, except?: string): boolean {
  return (
    inCatalogue(service, query) &&
    (!query.q || hasWords(service, query.q)) &&
    FACETS.every((facet) => {
      const wanted = selected(query, facet);
      return (
        facet === except ||
        wanted.length === 0 ||
        valuesOf(service, facet).some((value) => wanted.includes(value))
      );
    })
  );
}

export function naiveCounts(services: readonly Service[], query: ServiceListQuery, facet: string) {
  const counts: Record<string, number> = {};
  for (const service of services) {
    if (!passes(service, query, facet)) continue;
    for (const value of valuesOf(service, facet)) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

export const asCounts = (values: readonly FacetValue[]) =>
  Object.fromEntries(values.filter(({ count }) => count > 0).map((v) => [v.value, v.count]));

function randomQuestion(random: Random): string {
  const some = words(random, 1 + Math.floor(random() * 3));
  if (random() < 0.3) return some.slice(0, 1 + Math.floor(random() * 5));
  const at = Math.floor(random() * some.length);
  return random() < 0.3 ? some.slice(0, at) + some.slice(at + 1) : some;
}

export function randomQuery(random: Random): ServiceListQuery {
  const maybe = <T>(value: T): T | undefined => (random() < 0.25 ? value : undefined);
  return {
    institution: maybe(some(random, INSTITUTIONS, 4)),
    profile: maybe(pick(random, PROFILES)),
    recipient: maybe(some(random, RECIPIENTS, 4)),
    lifeEvent: maybe(some(random, LIFE_EVENTS, 3)),
    need: maybe(some(random, NEEDS, 4)),
    group: maybe(some(random, GROUPS, 3)),
    channel: maybe(some(random, CHANNEL_KINDS, 8)),
    free: maybe(random() < 0.5),
    general: maybe(true),
    q: maybe(randomQuestion(random)),
  };
}
