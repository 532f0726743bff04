import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './state-hash.ts';

/** Fields that a record's hash does not cover. */
const OUTSIDE_HASH = ['hash', 'checkedAt', 'checkedBy', 'derived'];

/**
 * Whether a record is what its `hash` says: that it came unchanged from whoever gave the hash. Who
 * that was is told by the signature of a head.
 */
export async function verifyRecord(record: object): Promise<boolean> {
  return (record as { hash?: string }).hash === (await recordHash(record));
}

/** SHA-256 over the canonical JSON of what a record's hash covers. */
export function recordHash(record: object): Promise<string> {
  const covered = Object.fromEntries(
    Object.entries(record).filter(([name]) => !OUTSIDE_HASH.includes(name)),
  );
  return sha256Hex(new TextEncoder().encode(canonicalJson(covered)));
}
