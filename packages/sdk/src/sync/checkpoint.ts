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
