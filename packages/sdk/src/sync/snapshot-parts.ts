/** Fetches what a snapshot has and the replica has not. */
import type { Manifest, ManifestPart } from '@pvp/contract';
import { readPart } from './read-part.ts';
import type { ReplicaContents } from './replica-contents.ts';
import type { StoredPart } from './replica-store.ts';
import type { ScopeReader } from './scope-reader.ts';
import { sha256Hex, stateHashOf, sumOfStateHashes } from './state-hash.ts';
import { SyncError } from './sync-error.ts';
import type { SyncProgress } from './sync-report.ts';

const AT_ONCE = 6;
/** Bytes of the parts that are fetched at once; a larger one is fetched alone. */
const MAX_UNDER_WAY = 12e6;
/** Bytes of a part whose memory is used again. */
const LARGE = 8e6;
/** Bytes that are held in memory before they are put into the store, while others arrive. */
const MAX_UNSTAGED = 4e6;

const SHA256 = /^[0-9a-f]{64}$/;
/** Larger than any part that a register makes: room for a part is made before it is fetched. */
const MAX_PART = 2 ** 30;

/** @throws {SyncError} where a manifest is not one, or its sums are not its own. */
export function assertSums({ parts, count, stateHash }: Manifest): void {
  const areParts = Array.isArray(parts) && parts.every(isPart);
  const total = areParts && parts.reduce((sum, part) => sum + part.count, 0);
  if (total === count && sumOfStateHashes(parts.map((part) => part.stateHash)) === stateHash)
    return;
  throw new SyncError('answer', 'The parts of the snapshot are not what its sums say');
}

function isPart(part: Partial<ManifestPart> | null): boolean {
  const { key, href, sha256 = '', stateHash = '', bytes = -1 } = part ?? {};
  const isNamed = typeof key === 'string' && typeof href === 'string';
  const isSized = Number.isInteger(bytes) && bytes >= 0 && bytes < MAX_PART;
  return isNamed && isSized && SHA256.test(sha256) && SHA256.test(stateHash);
}

export interface LoadOptions {
  signal: AbortSignal;
  /** SHA-256 of the parts in the store. */
  stored: ReadonlySet<string>;
  /** They are digested too before they are reused. */
  verifyHeld: boolean;
  onProgress: (done: SyncProgress) => void;
}

/** @returns the parts that are not in the store yet. */
export async function loadMissingParts(
  { parts }: Manifest,
  contents: ReplicaContents,
  reader: ScopeReader,
  { signal, stored, verifyHeld, onProgress }: LoadOptions,
): Promise<StoredPart[]> {
  const missing: ManifestPart[] = [];
  for (const part of parts) {
    let isHere = stored.has(part.sha256);
    if (isHere && verifyHeld) {
      const held = await contents.ask((store) => store.readPart(part.sha256));
      isHere = held !== undefined && (await sha256Hex(held)) === part.sha256;
    }
    if (!isHere) missing.push(part);
  }
  // The largest first: each is digested and stored while the next ones arrive, and what is left to do
  // after the last one is little.
  missing.sort((a, b) => b.bytes - a.bytes);
  const done: SyncProgress = {
    parts: 0,
    partsTotal: missing.length,
    bytes: 0,
    bytesTotal: missing.reduce((sum, part) => sum + part.bytes, 0),
  };
  if (missing.length > 0) onProgress({ ...done });
  let unstaged: StoredPart[] = [];
  let length = 0;
  // One that fails ends the others: what they have brought is reused by a later sync.
  const failing = new AbortController();
  const any = AbortSignal.any([signal, failing.signal]);
  /** Memory of large parts that are in the store, for those that come: it is freed late otherwise. */
  const rooms: ArrayBuffer[] = [];
  let staging = Promise.resolve();
  const load = async (part: ManifestPart) => {
    const room = part.bytes > LARGE ? rooms.pop() : undefined;
    const bytes = await loadPart(part, contents, (cache) =>
      readPart(reader, part, { signal: any, cache }, room),
    );
    unstaged.push({ sha256: part.sha256, bytes });
    length += bytes.length;
    done.parts++;
    done.bytes += part.bytes;
    onProgress({ ...done });
    if (length <= MAX_UNSTAGED) return;
    const full = unstaged;
    [unstaged, length] = [[], 0];
    // Written while the next parts arrive, one lot after the other: who comes sooner waits.
    const before = staging;
    staging = before
      .then(() => stage(contents, full))
      .then(() => void (part.bytes > LARGE && rooms.push(bytes.buffer)))
      .catch((error: unknown) => failing.abort(error));
    await before;
  };
  const underWay = new Set<Promise<void>>();
  let bytesUnderWay = 0;
  for (const part of missing) {
    while (
      underWay.size === AT_ONCE ||
      (underWay.size && bytesUnderWay + part.bytes > MAX_UNDER_WAY)
    ) {
      await Promise.race(underWay);
    }
    if (any.aborted) break;
    bytesUnderWay += part.bytes;
    const one: Promise<void> = load(part)
      .catch((error: unknown) => failing.abort(error))
      .finally(() => {
        underWay.delete(one);
        bytesUnderWay -= part.bytes;
      });
    underWay.add(one);
  }
  await Promise.all(underWay);
  await staging;
  if (any.aborted) {
    if (unstaged.length > 0 && !signal.aborted) await stage(contents, unstaged);
    throw signal.aborted ? signal.reason : failing.signal.reason;
  }
  return unstaged;
}

/** Writes parts that nothing names yet. */
export async function stage(contents: ReplicaContents, putParts: StoredPart[]): Promise<void> {
  await contents.ask((store) => store.commit({ putParts }));
}

async function loadPart(
  part: ManifestPart,
  contents: ReplicaContents,
  fetchBytes: (cache?: RequestCache) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  let bytes = await fetchBytes();
  if ((await sha256Hex(bytes)) !== part.sha256) {
    bytes = await fetchBytes('reload');
    if ((await sha256Hex(bytes)) !== part.sha256) {
      throw new SyncError('part', `Part ${part.key} has other bytes than its name says, twice`);
    }
  }
  const lines = await contents.lines(part.sha256, bytes).catch((cause: unknown) => {
    throw new SyncError('part', `Part ${part.key} holds what is no record`, { cause });
  });
  if (lines.length !== part.count || stateHashOf(lines) !== part.stateHash) {
    throw new SyncError('part', `Part ${part.key} holds other records than the snapshot says`);
  }
  return bytes;
}
