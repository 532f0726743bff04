/** What a sync does where the register refuses what it asks for; loaded with what takes in news. */
import type { ProblemError } from '../errors/problem-error.ts';
import { SyncError } from './sync-error.ts';
import type { SyncWork } from './sync-work.ts';
import type { SyncEvent } from './transitions.ts';

const MAX_RESTARTS = 2;

/** A snapshot is needed after all, or anew: bounded. */
export function restart(work: SyncWork, event: SyncEvent): SyncEvent {
  return ++work.restarts > MAX_RESTARTS ? exhaust(work, 'its snapshots vanish at once') : event;
}

export function exhaust(work: SyncWork, why: string): SyncEvent {
  work.error = new SyncError('exhausted', `The register cannot be followed now: ${why}`);
  return 'exhausted';
}

/** The log was not given. Rejects with `error` where that says nothing of a position. */
export function changesRefused(work: SyncWork, error: unknown): SyncEvent {
  const { code, status, problem } = error as { code?: string } & Partial<
    Omit<ProblemError, 'code'>
  >;
  if (code === 'gone' || status === 410) return restart(work, 'gone');
  if (!problem?.type?.endsWith(':position-ahead')) throw error;
  const { checkpoint } = work.contents.meta!;
  work.error = new SyncError('behind', `The register does not know ${checkpoint} yet`);
  return 'ahead';
}

/** What was held after a repair is no more what the register says than before. */
export function unrepairable(work: SyncWork): SyncEvent {
  work.error = new SyncError('unrepairable', 'Count and state hash differ after a repair too');
  return 'unrepairable';
}

/** A part of the manifest was not given. Rejects with `error` where that is not why. */
export function partRefused(work: SyncWork, error: unknown): SyncEvent {
  const { code = '', status = 0 } = error as { code?: string; status?: number };
  if (/^(gone|not-found)$/.test(code) || status === 404 || status === 410) {
    return restart(work, 'part-missing');
  }
  throw error;
}
