import type { ChannelKind, Profile, Recipient, ServiceSort } from '@pvp/contract';
import type { ServiceListQuery } from '@pvp/sdk/query';
import type { Facet } from '../translations/catalogue-messages.ts';

/** What a visitor asked for. */
export interface Filters {
  readonly q: string;
  readonly selected: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Absent: best match first, or by title. */
  readonly sort?: ServiceSort | undefined;
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

export function isFiltered(filters: Filters): boolean {
  return !!filters.q || isNarrowed(filters);
}

/** By more than words. */
export function isNarrowed({ selected }: Filters): boolean {
  return Object.values(selected).some((values) => values.length);
}

const FIELDS = ['institution', 'recipient', 'lifeEvent', 'need', 'group', 'channel'] as const;

/** A visitor's choice within a field stands in place of the page's, which is not offered then. */
export function listQuery(scope: Scope, { q, selected, sort }: Filters): ServiceListQuery {
  const query: ServiceListQuery = { lang: scope.lang, limit: scope.limit };
  for (const field of FIELDS) {
    const own = scope[field as 'group'] as readonly string[] | undefined;
    const values = selected[field]?.length ? selected[field] : own;
    if (values?.length) query[field] = values as ChannelKind[] & Recipient[];
  }
  // Both together ask for nothing.
  if (selected.free?.length === 1) query.free = selected.free[0] === 'true';
  if (scope.profile) query.profile = scope.profile;
  if (scope.general) query.general = true;
  if (q.trim()) query.q = q.trim();
  if (sort) query.sort = sort;
  // One institution has no service twice.
  if (scope.institution.length !== 1) query.unified = true;
  return query;
}
