import type { ChannelKind, Profile, Recipient } from '@pvp/contract';
import type { ServiceListQuery } from '@pvp/sdk/query';
import type { Facet } from '../translations/catalogue-messages.ts';

/** What a visitor asked for. */
export interface Filters {
  readonly q: string;
  readonly selected: Readonly<Partial<Record<Facet, readonly string[]>>>;
}

export const noFilters: Filters = { q: '', selected: {} };

/** What the page asked for, in its attributes. */
export interface Scope {
  institution: readonly string[];
  recipient: readonly Recipient[];
  lifeEvent: readonly string[];
  group: readonly string[];
  profile?: Profile;
  general: boolean;
  lang: string;
  limit: number;
}

export function isFiltered({ q, selected }: Filters): boolean {
  return !!q || Object.values(selected).some((values) => values.length > 0);
}

/** The filters with one value of a facet taken in or out. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const before = filters.selected[facet] ?? [];
  const values = before.includes(value)
    ? before.filter((other) => other !== value)
    : [...before, value];
  return { ...filters, selected: { ...filters.selected, [facet]: values } };
}

/** A visitor's choice within a field stands in place of the page's, which is not offered then. */
export function listQuery(scope: Scope, { q, selected }: Filters): ServiceListQuery {
  const query: ServiceListQuery = { lang: scope.lang, limit: scope.limit };
  for (const field of ['institution', 'recipient', 'lifeEvent', 'group', 'channel'] as const) {
    const own = field === 'channel' ? [] : scope[field];
    const values = selected[field]?.length ? selected[field] : own;
    if (values.length) query[field] = values as ChannelKind[] & Recipient[];
  }
  // Both together ask for nothing.
  if (selected.free?.length === 1) query.free = selected.free[0] === 'true';
  if (scope.profile) query.profile = scope.profile;
  if (scope.general) query.general = true;
  if (q.trim()) query.q = q.trim();
  return query;
}
