/** Requests as the staff sees them: `/v1/admin/requests` and `/v1/admin/request-export`. */
import {
  REQUEST_DELIVERIES,
  REQUEST_KINDS,
  REQUEST_STATES,
  SUPPORT_LEVELS,
  type NewRequestEvent,
} from '@pvp/contract';
import { shapeFindings } from '../requests/judge-request.ts';
import { parseRequestNumber } from '../requests/request-number.ts';
import { requestDetail, requestRow } from '../requests/request-rows.ts';
import type { RequestService } from '../requests/request-service.ts';
import type { StoredRequest } from '../requests/request-model.ts';
import { checkOffice, institutionOf, officeOf, type Office } from './help-desk-access.ts';
import { exportRequests } from './help-desk-export.ts';
import { checkContentType, parseJson, readBody } from './json-body.ts';
import { Parameters } from './parameters.ts';
import { preflight } from './preflight.ts';
import { readPrecondition, revisionConflict } from './precondition.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, reply, sendUncached } from './reply.ts';

const MAX_EVENT_BYTES = 64 * 1024;
const PLACE = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9A-Z-]+)$/;

export function addHelpDeskEndpoints(app: RegisterApp, context: RegisterContext): void {
  const OPTIONS = preflight('GET, POST, DELETE', 'Authorization, Content-Type, If-Match');
  endpoint(app, '/v1/admin/requests', { GET: (c) => listRequests(c, context), OPTIONS });
  endpoint(app, '/v1/admin/requests/:number', {
    GET: (c) => getRequest(c, context),
    DELETE: (c) => eraseRequest(c, context),
    OPTIONS,
  });
  endpoint(app, '/v1/admin/requests/:number/events', {
    POST: (c) => addEvent(c, context),
    OPTIONS,
  });
  endpoint(app, '/v1/admin/requests/:number/attachments/:id', {
    GET: (c) => getAttachment(c, context),
    OPTIONS,
  });
  endpoint(app, '/v1/admin/request-export', { GET: (c) => exportRequests(c, context), OPTIONS });
}

async function listRequests(c: RequestContext, context: RegisterContext): Promise<Response> {
  const office = await officeOf(c, context);
  const { store } = office.requests;
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const institution = institutionOf(office, parameters.id('institution'), context);
  const kind = parameters.among('kind', REQUEST_KINDS);
  const state = parameters.among('state', REQUEST_STATES);
  const level = parameters.among('level', SUPPORT_LEVELS.map(String));
  const delivery = parameters.among('delivery', REQUEST_DELIVERIES);
  const limit = parameters.limit();
  const before = placeOf(parameters.one('cursor'));
  parameters.check();
  const filter = { institution, kind, state, delivery, level: levelOf(level) };
  const found = await store.list(filter, before, limit + 1);
  const items = found.slice(0, limit).map(requestRow);
  const last = items.at(-1);
  return sendUncached(c, 200, {
    items,
    ...(last && found.length > limit && { next: cursorAfter(last) }),
  });
}

async function getRequest(c: RequestContext, context: RegisterContext): Promise<Response> {
  const office = await officeOf(c, context);
  const { number } = await requestFor(c, office);
  const { requests } = office;
  const request = (await requests.look(number)) ?? gone();
  return sendDetail(c, requests, request);
}

async function addEvent(c: RequestContext, context: RegisterContext): Promise<Response> {
  const office = await officeOf(c, context);
  const { requests, grant } = office;
  const precondition = readPrecondition(c, { create: false });
  checkContentType(c, ['application/json']);
  const value = parseJson(await readBody(c, MAX_EVENT_BYTES));
  const errors = shapeFindings('NewRequestEvent', value);
  if (errors.length > 0) throw new HttpProblem('invalid-request', { errors });
  const request = await requestFor(c, office);
  const expected = precondition.expectation(request.revision);
  const act = { ...(value as NewRequestEvent), actor: grant.name };
  const outcome = await requests.act(request, Number(expected), act);
  switch (outcome.status) {
    case 'done':
      return sendDetail(c, requests, outcome.request);
    case 'changed-meanwhile':
      throw revisionConflict((await requests.store.get(request.number))?.revision);
    case 'impossible': {
      const { from, allowed } = outcome;
      const ways = allowed.length > 0 ? `leads to ${allowed.join(', ')}` : 'is the end';
      throw new HttpProblem('conflict', {
        detail: `The state ${from} ${ways}; ${act.state} cannot follow.`,
      });
    }
  }
}

async function eraseRequest(c: RequestContext, context: RegisterContext): Promise<Response> {
  const office = await officeOf(c, context);
  const { number } = await requestFor(c, office);
  await office.requests.store.erase(number);
  context.log.info({ number, actor: office.grant.name }, 'a request was erased');
  return reply(c, 204, null, { 'Cache-Control': CACHE.none });
}

async function getAttachment(c: RequestContext, context: RegisterContext): Promise<Response> {
  const office = await officeOf(c, context);
  const { number } = await requestFor(c, office);
  const { store } = office.requests;
  const id = c.req.param('id') ?? '';
  const file = (await store.uploads(number)).find((upload) => upload.id === id);
  if (file === undefined) {
    throw new HttpProblem('not-found', { detail: 'The request has no such file.' });
  }
  const content = await store.content(id);
  return reply(c, 200, content, {
    'Content-Type': file.mediaType,
    'Content-Length': String(content.byteLength),
    // To be saved and never shown: what a stranger sent must not run where the staff is signed in.
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'Cache-Control': CACHE.private,
  });
}

/** @throws {HttpProblem} 404, also where the request is another institution's. */
async function requestFor(c: RequestContext, office: Office): Promise<StoredRequest> {
  const number = parseRequestNumber(c.req.param('number') ?? '');
  const request = number === undefined ? undefined : await office.requests.store.get(number);
  if (request === undefined) throw noRequest();
  checkOffice(office, request);
  return request;
}

async function sendDetail(
  c: RequestContext,
  { store }: RequestService,
  request: StoredRequest,
): Promise<Response> {
  return sendUncached(c, 200, await requestDetail(store, request), {
    ETag: `"${request.revision}"`,
    'Cache-Control': CACHE.private,
  });
}

function levelOf(value: string | undefined) {
  return SUPPORT_LEVELS.find((level) => String(level) === value);
}

function placeOf(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const plain = Buffer.from(cursor, 'base64url').toString('latin1');
  const [, receivedAt, number] = PLACE.exec(plain) ?? [];
  if (receivedAt !== undefined && number !== undefined) return { receivedAt, number };
  throw new HttpProblem('bad-request', { detail: 'cursor is not the `next` of an answer.' });
}

function cursorAfter({ receivedAt, number }: { receivedAt: string; number: string }): string {
  return Buffer.from(`${receivedAt} ${number}`).toString('base64url');
}

function gone(): never {
  throw noRequest();
}

function noRequest(): HttpProblem {
  return new HttpProblem('not-found', { detail: 'No request has this number.' });
}
