/**
 * How the records of a snapshot are divided into files. A page that shows one description fetches
 * the part that it stands in, so services stand in small ones; other kinds have one each.
 */
import { createHash } from 'node:crypto';
import type { RecordBase, Service } from '@pvp/contract';
import { listRecordOf } from '@pvp/sdk/query';
import { stateHashOf, type ReplicaRecord } from '@pvp/sdk/sync';
import { addDigest, stateHashOf as sumToHex } from '../read-model/state-hash.ts';

/** About 60 kB of text, 10 kB on the wire. */
const MAX_SERVICES = 16;
const MAX_DEPTH = 256;

export interface SnapshotPart {
  /** As in a manifest. */
  key: string;
  /** NDJSON, sorted by `kind/id`. */
  content: Buffer;
  count: number;
  stateHash: string;
  /** What lists, facets and search need of its records. */
  listed: RecordBase[];
}

interface Line {
  /** `kind/id` */
  key: string;
  hash: string;
  /** As it stands in a part. Not a string: those of 50,000 services would fill the heap. */
  json: Buffer;
  listed: RecordBase | undefined;
  /** Digest of the key, for services: where it stands follows from its name alone. */
  digest: Buffer | undefined;
}

/**
 * Equal records give equal parts; a record that changes changes one.
 *
 * @throws {Error} where a record is not for everybody to read: files are.
 */
export async function partsOf(records: AsyncIterable<ReplicaRecord>): Promise<SnapshotPart[]> {
  const services: Line[] = [];
  const others = new Map<string, Line[]>();
  for await (const record of records) {
    assertForEverybody(record);
    const line = lineOf(record);
    if (line.digest) services.push(line);
    else if (!others.get(record.type)?.push(line)) others.set(record.type, [line]);
  }
  const parts: SnapshotPart[] = [];
  for (const [kind, lines] of others) parts.push(partOf(kind, lines));
  divide(services, '', parts);
  return parts.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** State hash of the records of all parts. */
export function stateHashOfParts(parts: readonly SnapshotPart[]): string {
  return sumToHex(
    parts.reduce((sum, { stateHash }) => addDigest(sum, BigInt(`0x${stateHash}`)), 0n),
  );
}

/** Halves by one bit of the digests after the other. */
function divide(lines: readonly Line[], bits: string, into: SnapshotPart[]): void {
  if (lines.length === 0) return;
  if (lines.length <= MAX_SERVICES || bits.length === MAX_DEPTH) {
    into.push(partOf(bits === '' ? 'services' : `services/${bits}`, lines));
    return;
  }
  const { length } = bits;
  for (const bit of [0, 1]) {
    const half = lines.filter(
      ({ digest }) => ((digest![length >> 3]! >> (7 - (length & 7))) & 1) === bit,
    );
    divide(half, `${bits}${bit}`, into);
  }
}

function lineOf(record: ReplicaRecord): Line {
  // Readers that know where these three stand need not parse a line to place it.
  const { type, id, hash = '', ...rest } = record;
  const key = `${type}/${id}`;
  return {
    key,
    hash,
    json: Buffer.from(`${JSON.stringify({ type, id, ...rest, hash })}\n`, 'utf8'),
    listed: listRecordOf(record),
    digest: type === 'service' ? createHash('sha256').update(key).digest() : undefined,
  };
}

function partOf(key: string, lines: readonly Line[]): SnapshotPart {
  const sorted = [...lines].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    key,
    content: Buffer.concat(sorted.map(({ json }) => json)),
    count: sorted.length,
    stateHash: stateHashOf(sorted),
    listed: sorted.flatMap(({ listed }) => listed ?? []),
  };
}

/** A register gives no such record; that one did would be for everybody to read. */
function assertForEverybody(record: RecordBase): void {
  const isRestricted = record.type === 'service' && (record as Service).kind === 'inter-restricted';
  if (!isRestricted && !('management' in record)) return;
  throw new Error(
    `The register gave ${record.type}/${record.id}, which is not for everybody to read. ` +
      'What is published stays.',
  );
}
