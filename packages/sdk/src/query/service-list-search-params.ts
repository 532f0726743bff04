import { DEFAULT_LIMIT } from './service-list-limits.ts';
import type { ServiceListQuery } from './service-list-query.ts';

/** Fields whose values are alternatives. */
export const ALTERNATIVES = [
  'institution',
  'recipient',
  'lifeEvent',
  'need',
  'group',
  'channel',
] as const;

/**
 * The query as URL parameters in one canonical order, without what is the default: equal questions
 * have equal addresses and share one copy in every cache.
 */
export function serviceListSearchParams(query: ServiceListQuery): URLSearchParams {
  const params = new URLSearchParams();
  const set = (name: string, value: string | number | boolean | undefined, usual?: unknown) => {
    if (value !== undefined && value !== '' && value !== usual) params.set(name, String(value));
  };
  for (const name of ALTERNATIVES) {
    for (const value of [...new Set<string>(query[name])].sort()) params.append(name, value);
  }
  set('profile', query.profile);
  set('free', query.free);
  set('general', query.general, false);
  set('unified', query.unified, false);
  const q = query.q?.trim().replace(/\s+/g, ' ');
  set('q', q);
  // By relevance and by title are the same where nothing is searched for.
  set('sort', query.sort, q || query.sort !== 'title' ? 'relevance' : 'title');
  set('lang', query.lang, 'lv');
  set('cursor', query.cursor);
  set('limit', query.limit, DEFAULT_LIMIT);
  return params;
}
