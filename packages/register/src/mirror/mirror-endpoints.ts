/** What a mirror answers otherwise than a register: its positions are those of its upstream. */
import type { Head, Health, KeySet, Manifest } from '@pvp/contract';
import type { Replica } from '@pvp/sdk/sync';
import { contractDocument } from '../http/contract-document.ts';
import { HttpProblem } from '../http/problem.ts';
import { endpoint, type RegisterApp, type RegisterContext } from '../http/register-context.ts';
import { CACHE, jsonRepresentation, send, sendUncached } from '../http/reply.ts';
import { addChangesEndpoints } from '../http/sync-changes.ts';
import { addPartEndpoints } from '../http/sync-parts.ts';
import { noSuchScope, scopeEndpoint } from '../http/sync-scope.ts';
import { SCOPE_ALL } from '../read-model/scopes.ts';
import { Snapshots } from '../sync/snapshots.ts';
import type { MirrorStore } from './mirror-store.ts';

/** What `GET /v1/health` of a mirror says beside that of a register. */
export interface MirrorHealth extends Health {
  upstream: {
    /** When the upstream last said where it stands, by its own clock. UTC. */
    heardAt: string | null;
    /** Whether it answered when it was last asked. */
    answers: boolean;
  };
}

export interface MirrorParts {
  replica: Replica;
  store: MirrorStore;
  /** Keys that the upstream signs with. */
  keys: () => KeySet;
}

export function addMirrorEndpoints(
  app: RegisterApp,
  context: RegisterContext,
  { replica, store, keys }: MirrorParts,
): void {
  const { model, config, clock, shutdown } = context;
  const snapshots = new Snapshots({ model, clock, shutdown, sharesParts: false });

  /** What a head and a manifest of a scope at a position share. */
  const passedOn = (scope: string, checkpoint: string) => {
    const head = store.headAt(checkpoint);
    return {
      schema: contractDocument().info.version,
      fetchedAt: replica.status.lastSuccessAt ?? null,
      // It is over the position alone, so the one of the head fits the manifest.
      signature: (scope === replica.scope ? head?.signature : null) ?? null,
      licence: head?.licence ?? config.licence,
      attribution: head?.attribution ?? config.attribution,
    };
  };
  const upToDate = async () => {
    const { epoch, seq } = await store.position();
    if (model.checkpoint !== `${epoch}.${seq}`) await model.catchUp();
  };

  // Before all scopes: those that would be incomplete, and those that need a token.
  app.use('/v1/sync/*', async (c, next) => {
    const path = c.req.path.slice('/v1/sync/'.length);
    if (path.startsWith('audience/')) {
      throw new HttpProblem('not-found', {
        detail: 'A mirror holds nothing that is for certain institutions only.',
      });
    }
    if (replica.scope !== SCOPE_ALL && !path.startsWith(`${replica.scope}/`)) {
      throw new HttpProblem('not-found', { detail: `This mirror holds ${replica.scope} alone.` });
    }
    await next();
  });
  app.all('/v1/admin/*', () => {
    throw new HttpProblem('forbidden', {
      detail: 'This is a mirror, which takes no writes. Write to the register that it follows.',
    });
  });

  scopeEndpoint(app, context, 'head', async (c, scope) => {
    await upToDate();
    const state = model.scopeState(scope);
    if (state === undefined) throw noSuchScope();
    const { checkpoint } = model;
    const floor = model.floor(scope);
    const head: Head = { checkpoint, ...state, floor, ...passedOn(scope, checkpoint) };
    return send(c, jsonRepresentation(head), CACHE.head);
  });

  scopeEndpoint(app, context, 'snapshot', async (c, scope) => {
    await upToDate();
    const snapshot = await snapshots.take(scope);
    if (snapshot === undefined) throw noSuchScope();
    const { epoch, seq, count, stateHash, parts } = snapshot;
    const checkpoint = `${epoch}.${seq}`;
    const folder = `${'../'.repeat(scope.split('/').length + 1)}parts`;
    const manifest: Manifest = {
      checkpoint,
      count,
      stateHash,
      ...passedOn(scope, checkpoint),
      parts: parts.map(({ key, ...part }) => ({ key, href: `${folder}/${part.sha256}`, ...part })),
    };
    return send(c, jsonRepresentation(manifest), CACHE.head);
  });

  addPartEndpoints(app, context, snapshots);
  addChangesEndpoints(app, context, (scope, { epoch, seq }) => {
    const { fetchedAt, signature } = passedOn(scope, `${epoch}.${seq}`);
    return { fetchedAt, signature };
  });

  endpoint(app, '/.well-known/pvp-keys.json', {
    GET: (c) => send(c, jsonRepresentation(keys()), CACHE.document),
  });

  endpoint(app, '/v1/health', {
    GET: (c) => {
      const { lastSuccessAt, lastError, held } = replica.status;
      const reason = lastError
        ? 'The register that this mirror follows does not answer as it should. What was copied before is served.'
        : held &&
          `A snapshot of ${held.newCount} records in place of ${held.count} is held back. Start the mirror with --accept-held to take it.`;
      const health: MirrorHealth = {
        status: 'ok',
        version: contractDocument().info.version,
        store: store.engine,
        schemaVersion: store.schemaVersion,
        checkpoint: model.checkpoint,
        services: model.contents.index.size,
        ...(reason && { reason }),
        upstream: { heardAt: lastSuccessAt ?? null, answers: lastError === undefined },
      };
      return sendUncached(c, 200, health);
    },
  });
}
