import type { CorruptPart } from '../fault.ts';

/**
 * Flips one bit of one byte of the decoded body, at a place that the seed chooses. `parsable`
 * (default): every line is JSON still, so that only its digest tells.
 */
export function corruptPart({ parsable = true } = {}): CorruptPart {
  return { type: 'corrupt-part', parsable };
}
