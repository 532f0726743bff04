/**
 * How the groups of a scope are divided into parts. Services of one holder always stand together,
 * and small holders share a part: a first copy then needs few requests, and text that descriptions
 * have in common is sent once. The division follows from the groups alone, so that every process
 * makes the same one, and a record that comes or goes leaves nearly all of it as it was.
 */
import { createHash } from 'node:crypto';
import type { Group } from './scope-index.ts';

/** Records above which a part with several holders is divided: about 4 MB of text. */
export const MAX_RECORDS = 1_000;
const SERVICES = 'service/';
const MAX_DEPTH = 64;

interface Division {
  /** Name of the part. */
  key: string;
  groups: Group[];
}

interface Holder {
  partKey: string;
  groups: Group[];
  records: number;
}

/** @param byPartKey Groups by what they have in common. */
export function gathered(byPartKey: ReadonlyMap<string, Group[]>): Division[] {
  const divisions: Division[] = [];
  const holders: Holder[] = [];
  for (const [partKey, groups] of byPartKey) {
    if (!partKey.startsWith(SERVICES)) divisions.push({ key: partKey, groups });
    else holders.push({ partKey, groups, records: sizeOf(groups) });
  }
  divide(holders, '', divisions);
  for (const { groups } of divisions) groups.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return divisions.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Halves by one bit of a digest of the holders' names after the other. */
function divide(holders: readonly Holder[], bits: string, into: Division[]): void {
  const [first] = holders;
  if (!first) return;
  if (holders.length === 1) {
    into.push({ key: first.partKey, groups: first.groups });
    return;
  }
  const records = holders.reduce((sum, holder) => sum + holder.records, 0);
  if (records <= MAX_RECORDS || bits.length === MAX_DEPTH) {
    const key = bits === '' ? 'services' : `services/${bits}`;
    into.push({ key, groups: holders.flatMap(({ groups }) => groups) });
    return;
  }
  for (const bit of ['0', '1']) {
    const half = holders.filter(({ partKey }) => bitsOf(partKey)[bits.length] === bit);
    divide(half, bits + bit, into);
  }
}

function sizeOf(groups: readonly Group[]): number {
  return groups.reduce((sum, { members }) => sum + members.size, 0);
}

function orderOf({ partKey, key }: Group): string {
  return `${partKey} ${key}`;
}

/** There are no more than institutions. */
const knownBits = new Map<string, string>();

function bitsOf(partKey: string): string {
  let bits = knownBits.get(partKey);
  if (bits === undefined) {
    const digest = createHash('sha256')
      .update(partKey)
      .digest()
      .subarray(0, MAX_DEPTH / 8);
    bits = Array.from(digest, (byte) => byte.toString(2).padStart(8, '0')).join('');
    knownBits.set(partKey, bits);
  }
  return bits;
}
