import type { ServiceListQuery } from './service-list-query.ts';
import { ALTERNATIVES } from './service-list-search-params.ts';

/** Reads back what `serviceListSearchParams` has written. What others write is for the parser. */
export function readBackQuery(params: URLSearchParams): ServiceListQuery {
  const query: Record<string, unknown> = {};
  const set = (name: string, read: (text: string) => unknown) => {
    const text = params.get(name);
    if (text !== null) query[name] = read(text);
  };
  for (const name of ALTERNATIVES) if (params.has(name)) query[name] = params.getAll(name);
  for (const name of ['profile', 'q', 'sort', 'lang', 'cursor']) set(name, String);
  for (const name of ['free', 'general', 'unified']) set(name, (text) => text === 'true');
  set('limit', Number);
  return query;
}
