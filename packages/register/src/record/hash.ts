/**
 * Hashes of records: what a reader can recompute (`recordHash`), and what tells whether a write
 * changes the description (`contentHash`).
 */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Fields that a record's hash does not cover. */
const OUTSIDE_HASH: ReadonlySet<string> = new Set(['hash', 'checkedAt', 'checkedBy', 'derived']);

/** RFC 8785 canonical JSON. Throws a `TypeError` for what JSON cannot say (NaN, cycles). */
export function canonicalJson(value: object): string {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch (error) {
    throw new TypeError(`The value has no canonical JSON: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  if (text === undefined) throw new TypeError('The value has no canonical JSON.');
  return text;
}

/**
 * SHA-256, hexadecimal, over the canonical JSON of a record's public half without `hash`,
 * `checkedAt`, `checkedBy` and `derived`.
 */
export function recordHash(record: object): string {
  return sha256(record, (name) => !OUTSIDE_HASH.has(name));
}

/**
 * As `recordHash`, without `changedAt` too. The register gives `changedAt` when this hash changes,
 * so it must not depend on it.
 */
export function contentHash(record: object): string {
  return sha256(record, (name) => !OUTSIDE_HASH.has(name) && name !== 'changedAt');
}

function sha256(record: object, covers: (name: string) => boolean): string {
  const covered = Object.fromEntries(Object.entries(record).filter(([name]) => covers(name)));
  return createHash('sha256').update(canonicalJson(covered), 'utf8').digest('hex');
}
