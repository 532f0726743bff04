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
  // Once the lock is granted it changes nothing.
  const giveUp = () => waiting.abort();
  const callOff = timers(giveUp, LOCK_WAIT_MS);
  signal.addEventListener('abort', giveUp);
  let isGranted = false;
  try {
    return await locks.request(name, { signal: waiting.signal }, () => {
      isGranted = true;
      return work();
    });
  } catch (error) {
    if (isGranted || signal.aborted) throw error;
    // Where locks are refused (a sandboxed frame), commits of two tabs still exclude each other.
    return waiting.signal.aborted ? undefined : await work();
  } finally {
    callOff();
  }
}

/** Tells the other tabs of commits, and is told of theirs. `undefined`: the browser refuses. */
export function openCommitChannel(
  name: string,
  onCommit: () => void,
  open = (of: string) => new BroadcastChannel(of),
): BroadcastChannel | undefined {
  try {
    const channel = open(name);
    channel.onmessage = onCommit;
    return channel;
  } catch {
    // Other tabs read what was committed when they sync themselves.
    return undefined;
  }
}
