/** `GET /v1/answers`. */
import type { AnswerList, KnowledgeEntry, Service } from '@pvp/contract';
import { AnswerFinder, type AnswerScope } from '@pvp/sdk/support';
import type { ReadModel } from '../read-model/read-model.ts';
import { findService } from '../read-model/service-view.ts';
import { supportContents } from '../support/support-contents.ts';
import { Parameters } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, jsonRepresentation, send } from './reply.ts';

const MAX_QUERY_LENGTH = 200;
const USUAL_LIMIT = 5;
const MAX_LIMIT = 20;
/** So many services are looked into for an answer where the question names none. */
const LIKELY_SERVICES = 3;

export function addAnswersEndpoint(app: RegisterApp, context: RegisterContext): void {
  const finders = new Finders(context.model);
  endpoint(app, '/v1/answers', { GET: (c) => findAnswers(c, context, finders) });
}

function findAnswers(c: RequestContext, { model, answers }: RegisterContext, finders: Finders) {
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const q = parameters.text('q', MAX_QUERY_LENGTH);
  const service = parameters.id('service');
  const institution = parameters.id('institution');
  const lang = parameters.lang();
  const limit = parameters.limit(USUAL_LIMIT, MAX_LIMIT);
  parameters.check();
  const key = `answers ${JSON.stringify([q, service, institution, lang, limit])}`;
  const answer = answers.get(key, () => {
    const scope = scopeOf(model, q, service, institution);
    const items = finders.current.find({ q, lang, limit }, scope);
    return jsonRepresentation({ items } satisfies AnswerList);
  });
  return send(c, answer, CACHE.list);
}

/** Without a service: the likeliest ones, as a list for the same question has them. */
function scopeOf(
  { contents }: ReadModel,
  q: string | undefined,
  serviceId: string | undefined,
  institutionId: string | undefined,
): AnswerScope {
  const named = institutionId && contents.resolve('organization', institutionId)?.id;
  if (institutionId !== undefined && named === undefined) {
    throw new HttpProblem('not-found', { detail: 'No organization has this id.' });
  }
  if (serviceId === undefined) {
    const found = q
      ? contents.index.list({
          q,
          limit: LIKELY_SERVICES,
          ...(named !== undefined && { institution: [named] }),
        }).items
      : [];
    const services = found.flatMap(({ id }) => {
      const held = contents.get('service', id);
      return held ? [held.record as unknown as Service] : [];
    });
    return { institution: named, services };
  }
  const found = findService(contents, serviceId);
  if (found.state !== 'found') {
    throw new HttpProblem('not-found', { detail: 'No service that is given has this id.' });
  }
  const { service } = found;
  const holder = service.holder ?? service.providers?.[0];
  const institution = named ?? (holder && contents.resolve('organization', holder)?.id);
  return { service, institution, services: [service] };
}

/** The words of all entries, gathered anew when something is asked after a change. */
class Finders {
  readonly #model: ReadModel;
  #version = -1;
  #finder: AnswerFinder | undefined;

  constructor(model: ReadModel) {
    this.#model = model;
  }

  get current(): AnswerFinder {
    const { contents, version } = this.#model;
    if (!this.#finder || this.#version !== version) {
      const entries = contents
        .sorted('knowledge-entry')
        .map(({ record }) => record as unknown as KnowledgeEntry);
      this.#finder = new AnswerFinder(
        entries,
        supportContents(contents),
        contents.vocabulary.search,
      );
      this.#version = version;
    }
    return this.#finder;
  }
}
