import type { ChangePage } from '@pvp/contract';
import { positionOf } from './checkpoint.ts';
import { SyncError } from './sync-error.ts';

/** @throws {SyncError} where a page breaks the contract; nothing of it may be applied then. */
export function assertPage({ changes, checkpoint, more }: ChangePage, since: string): void {
  const from = positionOf(since);
  const to = positionOf(checkpoint);
  let last = from.seq + 1;
  for (const { seq, op, record, kind, id } of changes) {
    if (op !== 'put' && op !== 'delete') {
      throw new SyncError('unknown-op', `Change ${seq} has an op that this version does not know`);
    }
    if (!(seq >= last && seq <= to.seq)) {
      throw new SyncError('order', `Change ${seq} does not stand in the order of the log`);
    }
    const named = record as { type?: string; id?: string } | undefined;
    if (named && (named.id !== id || named.type !== kind)) {
      throw new SyncError('answer', `Change ${seq} names another record than it brings`);
    }
    last = seq;
  }
  if (to.epoch !== from.epoch || !(to.seq >= from.seq) || (more && to.seq === from.seq)) {
    throw new SyncError('loop', `After ${since} the register gave ${checkpoint}`);
  }
}
