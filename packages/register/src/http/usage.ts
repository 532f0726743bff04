/** `POST /v1/feedback`, `POST /v1/usage` and `GET /v1/admin/usage`: what is known of use, and of nobody. */
import { randomUUID } from 'node:crypto';
import type { FeedbackSubject, NewFeedback, Service, UsageReport } from '@pvp/contract';
import { cleanText, shapeFindings } from '../requests/judge-request.ts';
import {
  addCount,
  addQuery,
  addSuggestion,
  addVote,
  readUsage,
} from '../requests/usage/usage-rows.ts';
import { DayBook, hostOf, keptQuery, OTHER_HOSTS } from '../requests/usage/usage-words.ts';
import { institutionOf, officeOf } from './help-desk-access.ts';
import { checkContentType, parseJson, readBody } from './json-body.ts';
import { Parameters } from './parameters.ts';
import { preflight } from './preflight.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, reply, sendUncached } from './reply.ts';
import { countCall, requestsOf } from './request-access.ts';

const MAX_BODY_BYTES = 16 * 1024;
const USUAL_DAYS = 30;
const HOSTS_A_DAY = 2_000;
const QUERIES_A_DAY = 5_000;
const NO_INSTITUTION = '';

interface Books {
  hosts: DayBook;
  queries: DayBook;
}

export function addUsageEndpoints(app: RegisterApp, context: RegisterContext): void {
  const books = { hosts: new DayBook(HOSTS_A_DAY), queries: new DayBook(QUERIES_A_DAY) };
  const OPTIONS = preflight('POST', 'Content-Type');
  endpoint(app, '/v1/feedback', { POST: (c) => createFeedback(c, context), OPTIONS });
  endpoint(app, '/v1/usage', { POST: (c) => countUsage(c, context, books), OPTIONS });
  endpoint(app, '/v1/admin/usage', {
    GET: (c) => getUsage(c, context),
    OPTIONS: preflight('GET', 'Authorization'),
  });
}

async function createFeedback(c: RequestContext, context: RegisterContext): Promise<Response> {
  const requests = requestsOf(context);
  countCall(c, context, requests, 'call');
  const { subject, useful, suggestion } = (await bodyOf(c, 'NewFeedback')) as NewFeedback;
  const text = suggestion === undefined ? '' : cleanText(suggestion);
  if (useful === undefined && text === '') {
    throw invalid('', 'Say whether it was useful, or suggest something.');
  }
  const institution = ownerOf(subject, context);
  if (text !== '') countCall(c, context, requests, 'request');
  const counted = { day: today(requests.clock()), institution };
  await requests.store.write(async (session) => {
    if (useful !== undefined) await addVote(session, counted, subject, useful);
    if (text !== '') await addSuggestion(session, counted, subject, randomUUID(), text);
  });
  return reply(c, 204, null, { 'Cache-Control': CACHE.none });
}

async function countUsage(
  c: RequestContext,
  context: RegisterContext,
  { hosts, queries }: Books,
): Promise<Response> {
  const requests = requestsOf(context);
  if (!requests.settings.counters) {
    throw new HttpProblem('not-found', { detail: 'Nothing is counted here.' });
  }
  countCall(c, context, requests, 'call');
  const { institutionId, events } = (await bodyOf(c, 'UsageReport')) as UsageReport;
  const { contents } = context.model;
  const institution =
    institutionId === undefined ? undefined : contents.resolve('organization', institutionId);
  const counted = { day: today(requests.clock()), institution: institution?.id ?? NO_INSTITUTION };
  const named = hostOf(c.req.header('origin'));
  const host = hosts.has(counted.day, named) ? named : OTHER_HOSTS;
  await requests.store.write(async (session) => {
    for (const { name, count = 1, query } of events) {
      await addCount(session, counted, host, name, count);
      const words = name === 'search-without-result' ? keptQuery(query) : undefined;
      if (words === undefined || !queries.has(counted.day, words)) continue;
      await addQuery(session, counted, words, count);
    }
  });
  return reply(c, 204, null, { 'Cache-Control': CACHE.none });
}

async function getUsage(c: RequestContext, context: RegisterContext): Promise<Response> {
  const office = await officeOf(c, context);
  const { store, clock } = office.requests;
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const institution = institutionOf(office, parameters.id('institution'), context);
  const until = parameters.day('until') ?? today(clock());
  const since = parameters.day('since') ?? daysBefore(until, USUAL_DAYS);
  parameters.check();
  const usage = await readUsage(store.reader, { institution, since, until });
  return sendUncached(c, 200, usage, { 'Cache-Control': CACHE.private });
}

async function bodyOf(c: RequestContext, schema: string): Promise<unknown> {
  checkContentType(c, ['application/json']);
  const value = parseJson(await readBody(c, MAX_BODY_BYTES));
  const errors = shapeFindings(schema, value);
  if (errors.length > 0) throw new HttpProblem('invalid-request', { errors });
  return value;
}

/**
 * The institution that a subject belongs to.
 *
 * @throws {HttpProblem} 422 where the subject is not public, or is not there.
 */
function ownerOf({ type, id }: FeedbackSubject, { model }: RegisterContext): string {
  const held = model.contents.get(type, id);
  if (held === undefined) throw invalid('/subject', `No ${type} has this id.`);
  const { holder, providers } = held.record as unknown as Service;
  const { organization, institutions } = held.record as {
    organization?: string;
    institutions?: string[];
  };
  const owner =
    type === 'organization'
      ? id
      : (holder ?? providers?.[0] ?? organization ?? (institutions ?? [])[0]);
  if (owner === undefined) return NO_INSTITUTION;
  return model.contents.resolve('organization', owner)?.id ?? owner;
}

function invalid(field: string, reason: string): HttpProblem {
  return new HttpProblem('invalid-request', { errors: [{ id: null, field, reason }] });
}

function today(now: Date): string {
  return now.toISOString().slice(0, 10);
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return today(date);
}
