import type { ChangePage } from '@pvp/contract';
import { SyncError } from './sync-error.ts';

/** A position in the log of a register. */
export interface Position {
  epoch: string;
  seq: number;
}

/** @throws {SyncError} where it is no checkpoint. */
export function positionOf(checkpoint: string): Position {
  const [, epoch, seq] = /^([0-9a-z]+)\.(\d+)$/.exec(checkpoint) ?? [];
  if (!epoch) throw new SyncError('answer', 'A checkpoint is not one');
  return { epoch, seq: Number(seq) };
}

/** @throws {SyncError} where a page does not lead on from where it was asked for. */
export function assertLeadsOn({ checkpoint, more }: ChangePage, since: string): void {
  const from = positionOf(since);
  const to = positionOf(checkpoint);
  if (to.epoch !== from.epoch || !(to.seq >= from.seq) || (more && to.seq === from.seq)) {
    throw new SyncError('loop', `After ${since} the register gave ${checkpoint}`);
  }
}

/** Transactions between a position that is held and one that was told; 0 in another epoch. */
export function lagBehind(told: string | undefined, held: string | undefined): number {
  if (!told || !held) return 0;
  const [to, from] = [positionOf(told), positionOf(held)];
  return to.epoch === from.epoch ? Math.max(0, to.seq - from.seq) : 0;
}
