import { SERVICE_SORTS } from '@pvp/contract';
import { FACETS } from '../translations/catalogue-messages.ts';
import type { Filters } from './catalogue-filters.ts';

/** What the address of a page says about one catalogue on it. */
export interface AddressState {
  filters: Filters;
  /** Id of the service that is open in place of the list. */
  opened?: string | undefined;
  /** Life events are open in place of the list; which one, they read themselves. */
  situations?: boolean;
}

/** Parameters carry the element's id, so that two catalogues on one page keep apart. */
export const prefixOf = (host: Element) => `${host.id || 'pvp'}-`;

export function readAddress(host: Element): AddressState & { situations: boolean } {
  const params = new URL(location.href).searchParams;
  const prefix = prefixOf(host);
  const selected: Record<string, string[]> = {};
  for (const [name, facet] of Object.entries(FACETS)) {
    selected[facet] = params.getAll(prefix + name);
  }
  return {
    filters: {
      // As much as the field takes: a register refuses more.
      q: (params.get(`${prefix}q`) ?? '').slice(0, 200),
      selected,
      // What nobody can sort by is not asked for.
      sort: SERVICE_SORTS.find((sort) => sort === params.get(`${prefix}sort`)),
    },
    opened: params.get(`${prefix}service`) || undefined,
    situations: params.has(`${prefix}situation`),
  };
}

/** The page's address with this state in it; whatever else stands there stays. */
export function addressOf(host: Element, { filters, opened, situations }: AddressState): string {
  const url = new URL(location.href);
  const prefix = prefixOf(host);
  for (const name of [...url.searchParams.keys()]) {
    if (name.startsWith(prefix)) url.searchParams.delete(name);
  }
  const set = (name: string, value: string) => url.searchParams.append(prefix + name, value);
  if (filters.q.trim()) set('q', filters.q.trim());
  for (const [name, facet] of Object.entries(FACETS)) {
    for (const value of filters.selected[facet] ?? []) set(name, value);
  }
  if (filters.sort) set('sort', filters.sort);
  if (opened) set('service', opened);
  if (situations) set('situation', '');
  return url.href;
}
