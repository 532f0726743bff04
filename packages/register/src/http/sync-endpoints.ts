/** Everything that replicas ask for. */
import type { PositionSigner } from '../sync/position-signer.ts';
import { Snapshots } from '../sync/snapshots.ts';
import type { RegisterApp, RegisterContext } from './register-context.ts';
import { addChangesEndpoints } from './sync-changes.ts';
import { addSyncHeadEndpoints } from './sync-head.ts';
import { addKeysEndpoint } from './sync-keys.ts';
import { addPartEndpoints } from './sync-parts.ts';
import { addSnapshotEndpoints } from './sync-snapshot.ts';

export function addSyncEndpoints(
  app: RegisterApp,
  context: RegisterContext,
  signer: PositionSigner | undefined,
): void {
  const { store, model, clock, shutdown } = context;
  const sharesParts = store.engine === 'postgresql';
  const snapshots = new Snapshots({ model, clock, shutdown, sharesParts });
  addSyncHeadEndpoints(app, context, signer);
  addSnapshotEndpoints(app, context, { snapshots, signer });
  addPartEndpoints(app, context, snapshots);
  addChangesEndpoints(app, context, (scope, position, state) => ({
    fetchedAt: null,
    signature: signer?.sign({ ...position, scope, ...state }) ?? null,
  }));
  addKeysEndpoint(app, signer);
}
