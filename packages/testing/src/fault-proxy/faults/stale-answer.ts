import type { StaleAnswer } from '../fault.ts';

/**
 * What the target answered to the same method, URL and Accept before, as a lagging replica or a
 * stale cache would: the first time, or the n-th. The target is not asked. While there is no such
 * answer, it is, and the log says so.
 */
export function staleAnswer({ nth = 1, age }: { nth?: number; age?: number } = {}): StaleAnswer {
  return { type: 'stale-answer', nth, ...(age === undefined ? {} : { age }) };
}
