/** What a page of changes, or a snapshot, makes of the contents of a replica. */
import type { Change, ChangePage, Manifest } from '@pvp/contract';
import { changeClasses } from './change-classes.ts';
import { positionOf } from './checkpoint.ts';
import type { Contents, ReplicaContents } from './replica-contents.ts';
import type { OverlayEntry, StoredPart } from './replica-store.ts';
import { stateHashAfter } from './state-hash.ts';
import { SyncError } from './sync-error.ts';
import type { RecordChange } from './sync-report.ts';
import { recordHash } from './verify-record.ts';

/** @throws {SyncError} where a page breaks the contract; nothing of it may be applied then. */
export function assertPage({ changes, checkpoint, more }: ChangePage, since: string): void {
  const from = positionOf(since);
  const to = positionOf(checkpoint);
  let last = from.seq + 1;
  for (const { seq, op, record, kind, id } of changes) {
    if (op !== 'put' && op !== 'delete') {
      throw new SyncError('unknown-op', `Change ${seq} has an op that this version does not know`);
    }
    if (!(seq >= last && seq <= to.seq)) {
      throw new SyncError('order', `Change ${seq} does not stand in the order of the log`);
    }
    if (record && ((record as Named).id !== id || (record as Named).type !== kind)) {
      throw new SyncError('answer', `Change ${seq} names another record than it brings`);
    }
    last = seq;
  }
  if (to.epoch !== from.epoch || !(to.seq >= from.seq) || (more && to.seq === from.seq)) {
    throw new SyncError('loop', `After ${since} the register gave ${checkpoint}`);
  }
}

/** Whether every record of a page is what its hash says. */
export async function isIntact({ changes }: ChangePage): Promise<boolean> {
  const right = changes.map(
    async ({ op, hash, record }) =>
      op !== 'put' ||
      !record ||
      ((record as Named).hash === hash && (await recordHash(record)) === hash),
  );
  return !(await Promise.all(right)).includes(false);
}

type Named = { type?: string; id?: string; hash?: string };

export interface Delta {
  count: number;
  stateHash: string;
  overlay: OverlayEntry[];
  changes: RecordChange[];
}

/** Nothing is deleted that no change names. */
export async function deltaOf(
  page: ChangePage,
  replica: ReplicaContents,
  contents: Contents,
): Promise<Delta> {
  let { count, stateHash } = contents.meta!;
  const touched = new Map<string, OverlayEntry>();
  for (const change of page.changes as Change[]) {
    const { op, kind, id, record } = change;
    // Overtaken: a later change of the same log brings the record or its end.
    if (op === 'put' && (!record || change.hash === null)) continue;
    const key = `${kind}/${id}`;
    const known = touched.get(key);
    const before = known ? (known.hash ?? undefined) : await replica.hashOf(contents, key);
    const hash = op === 'put' ? change.hash : null;
    touched.set(key, { key, hash, text: hash === null ? null : JSON.stringify(record) });
    stateHash = stateHashAfter(stateHash, key, before, hash ?? undefined);
    count += (hash === null ? 0 : 1) - (before === undefined ? 0 : 1);
  }
  const overlay = [...touched.values()];
  const changes: RecordChange[] = [];
  for (const { key, text } of overlay) {
    const before = await replica.textOf(contents, key);
    // Gone, and never held: nothing happened here.
    if (before !== undefined || text !== null)
      changes.push(changeOf(key, before, text ?? undefined));
  }
  return { count, stateHash, overlay, changes };
}

export interface Swap {
  changes: RecordChange[];
  puts: number;
  deletes: number;
  /** Keys of parts in which a record differs from the one that was held. */
  keys: string[];
}

/** How a snapshot differs from what is held. For a first copy only counts are told. */
export async function swapOf(
  manifest: Manifest,
  parts: readonly StoredPart[],
  replica: ReplicaContents,
  contents: Contents,
): Promise<Swap> {
  const { meta } = contents;
  const fresh = new Map(parts.map(({ sha256, text }) => [sha256, text]));
  const left = new Map<string, string>();
  for await (const [key, hash] of replica.hashes(contents)) left.set(key, hash);
  const swap: Swap = { changes: [], puts: 0, deletes: 0, keys: [] };
  const seen = new Set<string>();
  for (const part of manifest.parts) {
    let text = fresh.get(part.sha256);
    for (const { key, hash, start, end } of await replica.lines(part.sha256, text)) {
      if (seen.has(key)) throw new SyncError('answer', `The snapshot holds ${key} twice`);
      seen.add(key);
      const before = left.get(key);
      left.delete(key);
      if (before === hash) continue;
      swap.puts++;
      if (swap.keys.at(-1) !== part.key) swap.keys.push(part.key);
      if (!meta) continue;
      text ??= await replica.partText(part.sha256);
      swap.changes.push(
        changeOf(key, await replica.textOf(contents, key), text?.slice(start, end)),
      );
    }
  }
  for (const key of left.keys()) {
    swap.deletes++;
    swap.changes.push(changeOf(key, await replica.textOf(contents, key), undefined));
  }
  return swap;
}

function changeOf(key: string, before?: string, after?: string): RecordChange {
  const slash = key.indexOf('/');
  return {
    kind: key.slice(0, slash),
    id: key.slice(slash + 1),
    op: after === undefined ? 'delete' : 'put',
    classes: changeClasses(parsed(before), parsed(after)),
  };
}

function parsed(text: string | undefined): object | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as object);
}
