import { CHANNEL_KINDS, PROFILES, RECIPIENTS, SERVICE_SORTS } from '@pvp/contract';
import { decodeCursor } from './list-cursor.ts';
import {
  MAX_ALTERNATIVES,
  MAX_CURSOR_LENGTH,
  MAX_LIMIT,
  MAX_QUERY_LENGTH,
} from './service-list-limits.ts';
import type { ServiceListQuery } from './service-list-query.ts';

/** What is wrong with one parameter. */
export interface QueryFinding {
  /** Name of the parameter. */
  field: string;
  reason: string;
}

export type ParsedServiceListQuery =
  | { query: ServiceListQuery; findings?: undefined }
  | { query?: undefined; findings: QueryFinding[] };

const ID = /^[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/**
 * Reads the parameters of `GET /v1/services`. Everything that is wrong is told at once; unknown
 * parameters are ignored, and an empty value counts as absent, as forms send it.
 */
export function parseServiceListQuery(params: URLSearchParams): ParsedServiceListQuery {
  const findings: QueryFinding[] = [];
  const query: ServiceListQuery = {};
  const wrong = (field: string, reason: string) => void findings.push({ field, reason });
  const given = (name: string) => params.getAll(name).filter((value) => value.trim() !== '');

  const one = (name: string): string | undefined => {
    const values = given(name);
    if (values.length > 1) wrong(name, 'is given more than once');
    return values[0];
  };
  const many = (name: string): string[] | undefined => {
    const values = [...new Set(given(name))];
    if (values.length > MAX_ALTERNATIVES) wrong(name, `has more than ${MAX_ALTERNATIVES} values`);
    return values.length > 0 ? values : undefined;
  };
  const ids = (name: 'institution' | 'lifeEvent' | 'need' | 'group') => {
    const values = many(name);
    if (values?.some((value) => !ID.test(value))) {
      wrong(name, 'is not an id (letters, digits and . _ : ~ -, up to 128)');
    } else if (values) {
      query[name] = values;
    }
  };
  const among = <T extends string>(name: string, value: string, allowed: readonly T[]) => {
    if ((allowed as readonly string[]).includes(value)) return value as T;
    wrong(name, `${quote(value)} is unknown; allowed: ${allowed.join(', ')}`);
    return undefined;
  };
  const listed = <T extends string>(name: string, allowed: readonly T[]): T[] | undefined => {
    const values = many(name)?.map((value) => among(name, value, allowed));
    return values?.filter((value) => value !== undefined);
  };
  const boolean = (name: 'free' | 'general' | 'unified') => {
    const value = one(name);
    if (value !== undefined) query[name] = among(name, value, ['true', 'false']) === 'true';
  };

  ids('institution');
  const profile = one('profile');
  if (profile !== undefined) query.profile = among('profile', profile, PROFILES);
  const recipient = listed('recipient', RECIPIENTS);
  if (recipient) query.recipient = recipient;
  ids('lifeEvent');
  ids('need');
  ids('group');
  const channel = listed('channel', CHANNEL_KINDS);
  if (channel) query.channel = channel;
  boolean('free');
  boolean('general');
  boolean('unified');
  const sort = one('sort');
  if (sort !== undefined) query.sort = among('sort', sort, SERVICE_SORTS);

  const q = one('q')?.trim();
  if (q !== undefined) query.q = q;
  if (q && q.length > MAX_QUERY_LENGTH) wrong('q', `is longer than ${MAX_QUERY_LENGTH} characters`);

  const lang = one('lang');
  if (lang !== undefined) {
    if (LANGUAGE.test(lang)) query.lang = lang;
    else wrong('lang', `${quote(lang)} is not a language tag (such as lv or en)`);
  }
  const cursor = one('cursor');
  if (cursor !== undefined) {
    if (cursor.length <= MAX_CURSOR_LENGTH && decodeCursor(cursor)) query.cursor = cursor;
    else wrong('cursor', 'is not the `next` of an answer');
  }
  const limit = one('limit');
  if (limit !== undefined) {
    query.limit = /^[0-9]{1,3}$/.test(limit) ? Number(limit) : 0;
    if (query.limit < 1 || query.limit > MAX_LIMIT) {
      wrong('limit', `${quote(limit)} is not a whole number from 1 to ${MAX_LIMIT}`);
    }
  }
  return findings.length > 0 ? { findings } : { query };
}

/** Cut, so that a problem document cannot be blown up from outside. */
function quote(value: string): string {
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
