/** `GET /v1/sync/{scope}/head`. */
import type { Head } from '@pvp/contract';
import { SCOPE_ALL } from '../read-model/scopes.ts';
import { contractDocument } from './contract-document.ts';
import { isId } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, jsonRepresentation, send } from './reply.ts';

export function addSyncHeadEndpoints(app: RegisterApp, context: RegisterContext): void {
  endpoint(app, '/v1/sync/all/head', { GET: (c) => getHead(c, context, SCOPE_ALL) });
  for (const type of ['institution', 'life-event']) {
    endpoint(app, `/v1/sync/${type}/:id/head`, {
      GET: (c) => {
        const id = c.req.param('id') ?? '';
        return getHead(c, context, isId(id) ? `${type}/${id}` : undefined);
      },
    });
  }
}

function getHead(
  c: RequestContext,
  { model, config, answers }: RegisterContext,
  scope: string | undefined,
) {
  const state = scope === undefined ? undefined : model.scopeState(scope);
  if (state === undefined)
    throw new HttpProblem('not-found', { detail: 'There is no such scope.' });
  const { checkpoint, floor } = model;
  const answer = answers.get(`head ${scope}`, () => {
    const head: Head = {
      checkpoint,
      ...state,
      floor,
      schema: contractDocument().info.version,
      fetchedAt: null,
      signature: null,
      licence: config.licence,
      attribution: config.attribution,
    };
    return jsonRepresentation(head, 'application/json', { tag: checkpoint });
  });
  return send(c, answer, CACHE.head);
}
