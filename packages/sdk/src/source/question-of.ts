import { readBackQuery } from '../query/read-back-query.ts';
import type { ServiceListQuery } from '../query/service-list-query.ts';

/** What is asked for at an address of the read API. */
export type Question =
  { id: string; query?: undefined } | { id?: undefined; query: ServiceListQuery };

/** Reads an address that a live source has made. */
export function questionOf(url: string): Question {
  const { pathname, searchParams } = new URL(url);
  const id = /\/v1\/services\/([^/]+)$/.exec(pathname)?.[1];
  if (id !== undefined) return { id: decodeURIComponent(id) };
  return { query: readBackQuery(searchParams) };
}
