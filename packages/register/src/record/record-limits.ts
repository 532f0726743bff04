import type { ImportFinding } from '@pvp/contract';

/** Levels of objects and lists inside one another, the record itself being the first. */
export const MAX_DEPTH = 64;
/** Bytes of a record as UTF-8 JSON, both halves. */
export const MAX_RECORD_BYTES = 1_048_576;

/**
 * Refuses a record that is too deep or too large, before anything walks through it by recursion.
 * `undefined`: it is within the limits.
 */
export function limitFinding(id: string | null, record: object): ImportFinding | undefined {
  if (isDeeperThan(record, MAX_DEPTH)) {
    return {
      id,
      field: '',
      reason: `The record is nested deeper than ${MAX_DEPTH} levels.`,
    };
  }
  const bytes = Buffer.byteLength(JSON.stringify(record), 'utf8');
  if (bytes > MAX_RECORD_BYTES) {
    return {
      id,
      field: '',
      reason: `The record has ${bytes} bytes; at most ${MAX_RECORD_BYTES} are allowed.`,
    };
  }
  return undefined;
}

function isDeeperThan(record: object, limit: number): boolean {
  let level: object[] = [record];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level
      .flatMap((value) => Object.values(value) as unknown[])
      .filter((value): value is object => value !== null && typeof value === 'object');
  }
  return false;
}
