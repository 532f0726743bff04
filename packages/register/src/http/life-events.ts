/** `GET /v1/life-events` and `GET /v1/life-events/{id}`. */
import {
  PROFILES,
  type LifeEvent,
  type LifeEventAnswer,
  type LifeEventList,
  type Need,
} from '@pvp/contract';
import type { ServiceFilter } from '@pvp/sdk/query';
import type { RegisterContents } from '../read-model/contents.ts';
import { isId, Parameters } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, jsonRepresentation, send } from './reply.ts';

export function addLifeEventEndpoints(app: RegisterApp, context: RegisterContext): void {
  endpoint(app, '/v1/life-events', { GET: (c) => listLifeEvents(c, context) });
  endpoint(app, '/v1/life-events/:id', { GET: (c) => getLifeEvent(c, context) });
}

function listLifeEvents(c: RequestContext, { model, answers }: RegisterContext) {
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const institution = parameters.ids('institution')?.sort();
  const profile = parameters.among('profile', PROFILES);
  parameters.check();
  const filter = { ...(institution && { institution }), ...(profile && { profile }) };
  const answer = answers.get(`life-events ${JSON.stringify(filter)}`, () => {
    const items = model.contents
      .sorted('life-event')
      .map(({ record }) => lifeEventAnswer(model.contents, record as unknown as LifeEvent, filter));
    return jsonRepresentation({ items, total: items.length } satisfies LifeEventList);
  });
  return send(c, answer, CACHE.list);
}

function getLifeEvent(c: RequestContext, { model, answers }: RegisterContext) {
  const id = c.req.param('id') ?? '';
  const held = isId(id) ? model.contents.resolve('life-event', id) : undefined;
  if (held === undefined) {
    throw new HttpProblem('not-found', { detail: 'No life event has this id.' });
  }
  const answer = answers.get(`life-event/${held.id}`, () =>
    jsonRepresentation(lifeEventAnswer(model.contents, held.record as unknown as LifeEvent, {})),
  );
  return send(c, answer, CACHE.record);
}

function lifeEventAnswer(
  contents: RegisterContents,
  lifeEvent: LifeEvent,
  filter: ServiceFilter,
): LifeEventAnswer {
  const needs = (lifeEvent.needs ?? []).flatMap((name) => {
    const need = contents.resolve('need', name)?.record as unknown as Need | undefined;
    if (need === undefined) return [];
    const { id, title, description } = need;
    const services = [...contents.index.services('need', id, filter)];
    return [{ id, title, ...(description && { description }), services }];
  });
  const serviceCount = contents.index.services('lifeEvent', lifeEvent.id, filter).length;
  return { ...lifeEvent, derived: { needs, serviceCount } };
}
