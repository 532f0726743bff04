/** What a page of changes makes of the contents of a replica. */
import type { Change, ChangePage } from '@pvp/contract';
import type { changeClasses } from './change-classes.ts';
import { positionOf } from './checkpoint.ts';
import type { Contents, ReplicaContents } from './replica-contents.ts';
import type { OverlayEntry } from './replica-store.ts';
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

export type Classify = typeof changeClasses;

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
  classify?: Classify,
): Promise<Delta> {
  let { count, stateHash } = contents.meta!;
  const touched = new Map<string, OverlayEntry>();
  /** Keys of records that were held before the page. */
  const held = new Set<string>();
  for (const change of page.changes as Change[]) {
    const { op, kind, id, record } = change;
    // Overtaken: a later change of the same log brings the record or its end.
    if (op === 'put' && (!record || change.hash === null)) continue;
    const key = `${kind}/${id}`;
    const known = touched.get(key);
    const before = known ? (known.hash ?? undefined) : await replica.hashOf(contents, key);
    if (!known && before !== undefined) held.add(key);
    const hash = op === 'put' ? change.hash : null;
    touched.set(key, { key, hash, text: hash === null ? null : JSON.stringify(record) });
    stateHash = stateHashAfter(stateHash, key, before, hash ?? undefined);
    count += (hash === null ? 0 : 1) - (before === undefined ? 0 : 1);
  }
  const overlay = [...touched.values()];
  const changes: RecordChange[] = [];
  const texts = classify && (await replica.textsOf(contents, [...touched.keys()]));
  for (const { key, text } of overlay) {
    // Gone, and never held: nothing happened here.
    if (!held.has(key) && text === null) continue;
    changes.push(changeOf(key, texts?.get(key), text ?? undefined, classify));
  }
  return { count, stateHash, overlay, changes };
}

/** @param classify Without it no class is named. */
export function changeOf(
  key: string,
  before: string | undefined,
  after: string | undefined,
  classify?: Classify,
): RecordChange {
  const slash = key.indexOf('/');
  return {
    kind: key.slice(0, slash),
    id: key.slice(slash + 1),
    op: after === undefined ? 'delete' : 'put',
    classes: classify?.(parsed(before), parsed(after)) ?? [],
  };
}

function parsed(text: string | undefined): object | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as object);
}
