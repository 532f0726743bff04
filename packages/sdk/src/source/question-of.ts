import { readBackQuery } from '../query/read-back-query.ts';
import type { ServiceListQuery } from '../query/service-list-query.ts';
import type { AnswersQuery, LifeEventQuery } from './service-source.ts';

/** What is asked for at an address of the read API. */
export type Question =
  | { kind: 'service'; id: string }
  | { kind: 'services'; query: ServiceListQuery }
  | { kind: 'life-events'; query: LifeEventQuery }
  | { kind: 'support'; query: AnswersQuery }
  | { kind: 'answers'; query: AnswersQuery };

/** Reads an address that a live source has made. */
export function questionOf(url: string): Question {
  const { pathname, searchParams } = new URL(url);
  const id = /\/v1\/services\/([^/]+)$/.exec(pathname)?.[1];
  if (id !== undefined) return { kind: 'service', id: decodeURIComponent(id) };
  const about = /\/v1\/(support|answers)$/.exec(pathname)?.[1] as 'support' | 'answers' | undefined;
  if (about) {
    const { limit, ...query } = Object.fromEntries(searchParams);
    return { kind: about, query: { ...query, ...(limit && { limit: Number(limit) }) } };
  }
  const kind = pathname.endsWith('/v1/life-events') ? 'life-events' : 'services';
  return { kind, query: readBackQuery(searchParams) };
}
