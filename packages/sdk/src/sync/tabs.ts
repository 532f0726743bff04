/** Tabs of one origin that hold the same replica: one syncs, the others read. */
import type { Timers } from '../live/change-feed.ts';

/** How long a tab waits for the lock before it only reads, in milliseconds. */
const LOCK_WAIT_MS = 2_000;

export type Locks = Pick<LockManager, 'request'>;

/**
 * Runs `work` while no other tab does.
 *
 * @returns `undefined` where another tab is at it.
 */
export async function whileAlone<T>(
  name: string,
  { locks, timers, signal }: { locks: Locks | undefined; timers: Timers; signal: AbortSignal },
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (!locks) return work();
  const waiting = new AbortController();
  let granted = false;
  const giveUp = () => waiting.abort();
  const callOff = timers(giveUp, LOCK_WAIT_MS);
  signal.addEventListener('abort', giveUp);
  try {
    return await locks.request(name, { signal: waiting.signal }, () => {
      granted = true;
      callOff();
      return work();
    });
  } catch (error) {
    if (granted || signal.aborted) throw error;
    // Where locks are refused (a sandboxed frame), commits of two tabs still exclude each other.
    return waiting.signal.aborted ? undefined : await work();
  } finally {
    callOff();
    signal.removeEventListener('abort', giveUp);
  }
}

/** Tells the other tabs of commits, and is told of theirs. */
export class CommitChannel {
  readonly #channel: BroadcastChannel | undefined;

  constructor(name: string, onCommit: () => void, open?: (name: string) => BroadcastChannel) {
    try {
      this.#channel = (open ?? ((name) => new BroadcastChannel(name)))(name);
      this.#channel.onmessage = onCommit;
    } catch {
      // Refused by the browser: other tabs read what was committed when they sync themselves.
    }
  }

  announce(): void {
    this.#channel?.postMessage('commit');
  }

  close(): void {
    this.#channel?.close();
  }
}
