import type { ChangePage } from '@pvp/contract';
import { positionOf } from './checkpoint.ts';
import { SyncError } from './sync-error.ts';

/** @throws {SyncError} where a page does not lead on from where it was asked for. */
export function assertLeadsOn({ checkpoint, more }: ChangePage, since: string): void {
  const from = positionOf(since);
  const to = positionOf(checkpoint);
  if (to.epoch !== from.epoch || !(to.seq >= from.seq) || (more && to.seq === from.seq)) {
    throw new SyncError('loop', `After ${since} the register gave ${checkpoint}`);
  }
}
