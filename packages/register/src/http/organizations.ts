/** `GET /v1/organizations` and `GET /v1/organizations/{id}`. */
import { isId, pageOf, Parameters } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, jsonRepresentation, send } from './reply.ts';

export function addOrganizationEndpoints(app: RegisterApp, context: RegisterContext): void {
  endpoint(app, '/v1/organizations', { GET: (c) => listOrganizations(c, context) });
  endpoint(app, '/v1/organizations/:id', { GET: (c) => getOrganization(c, context) });
}

function listOrganizations(c: RequestContext, { model, answers }: RegisterContext) {
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const start = parameters.cursor();
  const limit = parameters.limit();
  parameters.check();
  const answer = answers.get(`organizations ${JSON.stringify([start, limit])}`, () => {
    const page = pageOf(model.contents.sorted('organization'), ({ id }) => id, start, limit);
    return jsonRepresentation({ ...page, items: page.items.map(({ record }) => record) });
  });
  return send(c, answer, CACHE.list);
}

function getOrganization(c: RequestContext, { model, answers }: RegisterContext) {
  const id = c.req.param('id') ?? '';
  const held = isId(id) ? model.contents.resolve('organization', id) : undefined;
  if (held === undefined) {
    throw new HttpProblem('not-found', { detail: 'No organization has this id.' });
  }
  const answer = answers.get(`organization/${held.id}`, () => jsonRepresentation(held.record));
  return send(c, answer, CACHE.record);
}
