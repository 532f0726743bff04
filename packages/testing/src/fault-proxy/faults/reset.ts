import type { Reset } from '../fault.ts';

/** TCP reset after so many body bytes as sent; 0 resets after the headers. */
export function resetAfter(bytes: number): Reset {
  return { type: 'reset', after: bytes };
}

/** The target does its work, its answer is lost: TCP reset before the first header. */
export function loseAnswer(): Reset {
  return { type: 'reset', after: 'before-headers' };
}
