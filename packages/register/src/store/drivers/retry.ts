import { setTimeout as delay } from 'node:timers/promises';

/** Longest pause between two attempts, in milliseconds. */
const LONGEST_PAUSE = 60;

/**
 * Repeats `attempt` while it fails with an error that `again` accepts, for at most `patience`
 * milliseconds; then rejects with the last error. The pauses grow, and are random so that processes
 * that collided once do not collide again.
 */
export async function retry<T>(
  attempt: () => Promise<T>,
  again: (error: unknown) => boolean,
  patience: number,
): Promise<T> {
  const deadline = performance.now() + patience;
  for (let ceiling = 2; ; ceiling = Math.min(ceiling * 2, LONGEST_PAUSE)) {
    try {
      return await attempt();
    } catch (error) {
      if (!again(error) || performance.now() >= deadline) throw error;
      await delay(1 + Math.random() * ceiling);
    }
  }
}
