/** `GET /v1/sync/{scope}/head`. */
import type { Head } from '@pvp/contract';
import type { PositionSigner } from '../sync/position-signer.ts';
import { contractDocument } from './contract-document.ts';
import type { RegisterApp, RegisterContext } from './register-context.ts';
import { CACHE, jsonRepresentation, send } from './reply.ts';
import { noSuchScope, scopeCache, scopeEndpoint } from './sync-scope.ts';

export function addSyncHeadEndpoints(
  app: RegisterApp,
  context: RegisterContext,
  signer: PositionSigner | undefined,
): void {
  const { model, config, answers } = context;
  scopeEndpoint(app, context, 'head', async (c, scope, asked) => {
    const state = model.scopeState(scope);
    if (state === undefined) throw noSuchScope();
    const { checkpoint, position } = model;
    const answer = answers.get(`head ${asked}`, () => {
      const head: Head = {
        checkpoint,
        ...state,
        floor: model.floor(scope),
        schema: contractDocument().info.version,
        fetchedAt: null,
        signature: signer?.sign({ ...position, scope: asked, ...state }) ?? null,
        licence: config.licence,
        attribution: config.attribution,
      };
      return jsonRepresentation(head, 'application/json', { tag: checkpoint });
    });
    return send(c, answer, scopeCache(scope, CACHE.head));
  });
}
