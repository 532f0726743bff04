/** The life of a request. */
import type { RequestState, RequestStep } from '@pvp/contract';
import type { StoredEvent } from './request-model.ts';

/** Where each state may lead; empty: the end. */
const NEXT: Readonly<Record<RequestState, readonly RequestState[]>> = {
  acknowledged: ['in-progress', 'pending', 'resolved', 'rejected'],
  'in-progress': ['pending', 'resolved', 'rejected'],
  pending: ['in-progress', 'resolved', 'rejected'],
  resolved: ['in-progress', 'closed'],
  closed: [],
  rejected: [],
};

/** States to which staff may bring a request that stands at `from`. */
export function statesAfter(from: RequestState): readonly RequestState[] {
  return NEXT[from];
}

/** Nothing follows any more: the time of keeping runs. */
export function isFinal(state: RequestState): boolean {
  return NEXT[state].length === 0;
}

/** What the person who asked is told of what happened: nothing of notes, and who did it least of all. */
export function stepsOf(events: readonly StoredEvent[]): RequestStep[] {
  return events.flatMap(({ at, state, level, message }, index) => {
    const before = events[index - 1];
    const isNews = message !== undefined || before?.state !== state || before.level !== level;
    return isNews ? [{ at, state, level, ...(message !== undefined && { message }) }] : [];
  });
}
