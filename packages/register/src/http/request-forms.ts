/** `GET /v1/request-kinds` and `GET /v1/request-challenge`. */
import { PROFILES } from '@pvp/contract';
import { newChallenge } from '../requests/abuse/challenge.ts';
import { requestKindList } from '../requests/request-forms.ts';
import { Parameters } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, jsonRepresentation, send, sendUncached } from './reply.ts';
import { countCall, requestsOf, resolveSubject } from './request-access.ts';

export function addRequestFormEndpoints(app: RegisterApp, context: RegisterContext): void {
  endpoint(app, '/v1/request-kinds', { GET: (c) => listRequestKinds(c, context) });
  endpoint(app, '/v1/request-challenge', { GET: (c) => getChallenge(c, context) });
}

function listRequestKinds(c: RequestContext, context: RegisterContext) {
  const { settings } = requestsOf(context);
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const serviceId = parameters.id('service');
  const institutionId = parameters.id('institution');
  const profile = parameters.among('profile', PROFILES) ?? 'residents';
  parameters.check();
  const { unknown, ...subject } = resolveSubject(context, serviceId, institutionId);
  if (unknown[0]) {
    throw new HttpProblem('not-found', { detail: `No ${unknown[0]} has this id.` });
  }
  const key = `request-kinds ${profile} ${subject.service?.id ?? ''} ${subject.institution ?? ''}`;
  const answer = context.answers.get(key, () =>
    jsonRepresentation(requestKindList(context.model.contents, profile, subject, settings)),
  );
  return send(c, answer, CACHE.list);
}

function getChallenge(c: RequestContext, context: RegisterContext) {
  const requests = requestsOf(context);
  countCall(c, context, requests, 'call');
  const { key, settings, clock } = requests;
  return sendUncached(c, 200, newChallenge(key, settings.difficulty, clock()));
}
