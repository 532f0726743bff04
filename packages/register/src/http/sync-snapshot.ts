/** `GET /v1/sync/{scope}/snapshot`: manifests. */
import type { Manifest } from '@pvp/contract';
import type { PositionSigner } from '../sync/position-signer.ts';
import type { Snapshots } from '../sync/snapshots.ts';
import { contractDocument } from './contract-document.ts';
import type { RegisterApp, RegisterContext } from './register-context.ts';
import { jsonRepresentation, send, type Representation } from './reply.ts';
import { noSuchScope, scopeCache, scopeEndpoint } from './sync-scope.ts';

const CACHE_MANIFEST = 'max-age=300, stale-if-error=604800';

export function addSnapshotEndpoints(
  app: RegisterApp,
  context: RegisterContext,
  { snapshots, signer }: { snapshots: Snapshots; signer: PositionSigner | undefined },
): void {
  const { model, config } = context;
  /** By scope; there are no more than names of organizations and life events. */
  const answers = new Map<string, { version: number; answer: Promise<Representation> }>();

  scopeEndpoint(app, context, 'snapshot', async (c, scope, asked) => {
    const { version } = model;
    const known = answers.get(asked);
    if (known?.version === version) return send(c, await known.answer, cacheOf(scope));
    // Before anything is kept under a name that somebody made up.
    if (model.partsOf(scope) === undefined) throw noSuchScope();
    const answer = manifestOf(scope, asked);
    answers.set(asked, { version, answer });
    answer.catch(() => answers.delete(asked));
    return send(c, await answer, cacheOf(scope));
  });

  async function manifestOf(scope: string, asked: string): Promise<Representation> {
    const snapshot = await snapshots.take(scope);
    if (snapshot === undefined) throw noSuchScope();
    const { epoch, seq, count, stateHash, parts } = snapshot;
    const checkpoint = `${epoch}.${seq}`;
    const folder = partsFolder(scope);
    const manifest: Manifest = {
      checkpoint,
      count,
      stateHash,
      schema: contractDocument().info.version,
      fetchedAt: null,
      signature: signer?.sign({ epoch, seq, scope: asked, count, stateHash }) ?? null,
      licence: config.licence,
      attribution: config.attribution,
      parts: parts.map(({ key, ...part }) => ({ key, href: `${folder}/${part.sha256}`, ...part })),
    };
    return jsonRepresentation(manifest, 'application/json', { tag: `snapshot.${checkpoint}` });
  }
}

function cacheOf(scope: string): string {
  return scopeCache(scope, CACHE_MANIFEST);
}

/** Where parts are, seen from the address of the manifest. */
function partsFolder(scope: string): string {
  if (scope.startsWith('audience/')) return 'parts';
  return `${'../'.repeat(scope.split('/').length + 1)}parts`;
}
