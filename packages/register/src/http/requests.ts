/** `POST /v1/requests` and `GET /v1/requests/{number}`. */
import type { ImportFinding, NewRequest, TrackedRequest } from '@pvp/contract';
import { judgeProof } from '../requests/abuse/challenge.ts';
import { formFindings, shapeFindings } from '../requests/judge-request.ts';
import { offeredForms } from '../requests/request-forms.ts';
import { parseRequestNumber } from '../requests/request-number.ts';
import type { Received, RequestService } from '../requests/request-service.ts';
import { stepsOf } from '../requests/request-states.ts';
import { checkContentType, parseJson, readBody } from './json-body.ts';
import { preflight } from './preflight.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, sendUncached } from './reply.ts';
import { countCall, requestsOf, resolveSubject, tooMany } from './request-access.ts';

const MAX_BODY_BYTES = 64 * 1024;
const KEY = /^"?([\x21\x23-\x5b\x5d-\x7e]{16,200})"?$/;
const CHALLENGE = 'Bearer realm="request"';

export function addSubmissionEndpoints(app: RegisterApp, context: RegisterContext): void {
  endpoint(app, '/v1/requests', {
    POST: (c) => createRequest(c, context),
    OPTIONS: preflight('POST', 'Idempotency-Key, Content-Type'),
  });
  endpoint(app, '/v1/requests/:number', {
    GET: (c) => getRequest(c, context),
    OPTIONS: preflight('GET', 'Authorization'),
  });
}

async function createRequest(c: RequestContext, context: RegisterContext): Promise<Response> {
  const requests = requestsOf(context);
  checkContentType(c, ['application/json']);
  const idempotencyKey = keyOf(c);
  const value = parseJson(await readBody(c, MAX_BODY_BYTES));
  check(shapeFindings('NewRequest', value));
  const body = value as NewRequest;
  const bodyHash = requests.fingerprint(body);
  const known = await requests.known(idempotencyKey, bodyHash);
  if (known) return answer(c, known);

  // Faults in a form do not count: people correct them and send it again.
  const { service, institution, level } = judge(body, context, requests);
  countCall(c, context, requests, 'request');
  const proof = proofOf(body, requests);
  const wait = requests.limits.countInstitution(institution);
  if (wait > 0) throw tooMany('The institution has had too many requests.', wait);
  const accepted = { body, institution, service: service?.id, level, proof };
  return answer(c, await requests.receive(accepted, idempotencyKey, bodyHash));
}

/** The structured form of the header puts its value in quotes; both are taken. */
function keyOf(c: RequestContext): string {
  const key = KEY.exec(c.req.header('idempotency-key')?.trim() ?? '')?.[1];
  if (key !== undefined) return key;
  throw new HttpProblem('bad-request', {
    detail:
      'Send Idempotency-Key with 16 to 200 visible ASCII characters, new for every request and the same when it is repeated.',
  });
}

function judge(body: NewRequest, context: RegisterContext, { settings }: RequestService) {
  const { kind, profile = 'residents', serviceId, institutionId, attachments = [] } = body;
  const subject = resolveSubject(context, serviceId, institutionId);
  const { service, institution } = subject;
  const forms = offeredForms(context.model.contents, profile, subject);
  const form = forms.find((offered) => offered.kind === kind);
  const findings: ImportFinding[] = subject.unknown.map((name) => ({
    id: null,
    field: `/${name}Id`,
    reason: `No ${name} has this id.`,
  }));
  check(findings);
  findings.push(...formFindings(body, form));
  if (attachments.length > settings.attachments.count) {
    const reason = `A request may have ${settings.attachments.count} files at most.`;
    findings.push({ id: null, field: '/attachments', reason });
  }
  check(findings);
  return { service, institution: institution ?? institutionId, level: form?.level ?? 1 };
}

function proofOf({ proof }: NewRequest, { key, settings, clock }: RequestService) {
  if (settings.difficulty === 0) return undefined;
  if (proof === undefined) throw proofRequired('The body has no proof.');
  const judged = judgeProof(key, proof, settings.difficulty, clock());
  if (!judged.ok) throw proofRequired(judged.reason);
  return { id: judged.id, expiresAt: judged.expiresAt };
}

function proofRequired(reason: string): HttpProblem {
  return new HttpProblem('proof-required', {
    detail: `${reason} Get a challenge at /v1/request-challenge and send the same request with its proof.`,
  });
}

function answer(c: RequestContext, received: Received): Response {
  switch (received.status) {
    case 'received': {
      const { receipt, waiting } = received;
      return sendUncached(c, waiting ? 202 : 201, receipt, {
        Location: `/v1/requests/${receipt.number}`,
      });
    }
    case 'running':
      throw new HttpProblem('request-running', {
        detail: 'A call with this key is still at work. Repeat it in a second.',
        headers: { 'Retry-After': '1' },
      });
    case 'key-reused':
      throw new HttpProblem('idempotency-key-reused', {
        detail: 'This Idempotency-Key came with another body before. Use a new one.',
      });
    case 'proof-spent':
      throw proofRequired('The proof has been used already.');
    case 'no-such-upload':
      throw invalid([
        {
          id: null,
          field: '/attachments',
          reason: `There is no unused upload ${JSON.stringify(received.upload)}: it was never sent, is older than a day, or belongs to another request.`,
        },
      ]);
  }
}

async function getRequest(c: RequestContext, context: RegisterContext): Promise<Response> {
  const requests = requestsOf(context);
  countCall(c, context, requests, 'call');
  const number = parseRequestNumber(c.req.param('number') ?? '');
  const presented = /^Bearer +([A-Za-z0-9_-]+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  // Whether a number exists is told to nobody without its secret.
  if (
    number === undefined ||
    presented === undefined ||
    !requests.key.isTrackingSecret(number, presented)
  ) {
    throw new HttpProblem('unauthorized', {
      detail: 'Send the secret that came with the number as a bearer token.',
      headers: { 'WWW-Authenticate': CHALLENGE },
    });
  }
  const request = await requests.look(number);
  if (request === undefined) {
    throw new HttpProblem('gone', { detail: 'The request is no longer kept.' });
  }
  const { store } = requests;
  const { text } = await store.text(number);
  const tracked: TrackedRequest = {
    number,
    kind: request.kind,
    state: request.state,
    level: request.level,
    delivery: request.delivery,
    institutionId: request.institution,
    ...(request.service !== undefined && { serviceId: request.service }),
    ...(text !== '' && { text }),
    receivedAt: request.receivedAt,
    changedAt: request.changedAt,
    attachments: (await store.uploads(number)).map(({ name, mediaType, bytes }) => ({
      name,
      mediaType,
      bytes,
    })),
    history: stepsOf(await store.events(number)),
  };
  return sendUncached(c, 200, tracked, { 'Cache-Control': CACHE.private });
}

function check(findings: readonly ImportFinding[]): void {
  if (findings.length > 0) throw invalid(findings);
}

function invalid(findings: readonly ImportFinding[]): HttpProblem {
  return new HttpProblem('invalid-request', {
    detail: `These fields cannot be used: ${[...new Set(findings.map(({ field }) => field))].join(', ')}.`,
    errors: findings,
  });
}
