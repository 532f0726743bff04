/** What a sync does where the register refuses what it asks for; loaded with the steps of a snapshot. */
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

/** A part of the manifest was not given. Rejects with `error` where that is not why. */
export function partRefused(work: SyncWork, error: unknown): SyncEvent {
  const { code = '', status = 0 } = error as { code?: string; status?: number };
  if (/^(gone|not-found)$/.test(code) || status === 404 || status === 410) {
    return restart(work, 'part-missing');
  }
  throw error;
}
