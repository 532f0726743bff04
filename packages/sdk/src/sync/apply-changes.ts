/**
 * What a page of changes makes of the contents of a replica. A part of its own, which is loaded where
 * there is news.
 */
import type { Change, ChangePage } from '@pvp/contract';
import type { changeClasses } from './change-classes.ts';
import { positionOf } from './checkpoint.ts';
import type { Contents, ReplicaContents } from './replica-contents.ts';
import type { OverlayEntry } from './replica-store.ts';
import { stateHashAfter } from './state-hash.ts';
import { SyncError } from './sync-error.ts';
import type { RecordChange } from './sync-report.ts';
import { commitWork, type SyncWork } from './sync-work.ts';
import type { SyncEvent } from './transitions.ts';
import { recordHash } from './verify-record.ts';

/** @throws {SyncError} where the changes of a page break the contract; none may be applied then. */
export function assertChanges({ changes, checkpoint }: ChangePage, since: string): void {
  const { seq: end } = positionOf(checkpoint);
  let last = positionOf(since).seq + 1;
  for (const { seq, op, record, kind, id } of changes) {
    if (op !== 'put' && op !== 'delete') {
      throw new SyncError('unknown-op', `Change ${seq} has an op that this version does not know`);
    }
    if (!(seq >= last && seq <= end)) {
      throw new SyncError('order', `Change ${seq} does not stand in the order of the log`);
    }
    const named = record as Named | undefined;
    if (named && (named.id !== id || named.type !== kind)) {
      throw new SyncError('answer', `Change ${seq} names another record than it brings`);
    }
    last = seq;
  }
}

/** Whether every record of a page is what its hash says. */
export async function isIntact(changes: ChangePage['changes']): Promise<boolean> {
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
  const directory = await replica.directory(contents);
  const hashIn = (key: string): string | undefined => {
    const changed = contents.overlay.get(key);
    return changed ? (changed.hash ?? undefined) : directory.get(key)?.hash;
  };
  /** Keys of records that were held before the page. */
  const held = new Set<string>();
  for (const change of page.changes as Change[]) {
    const { op, kind, id, record } = change;
    // Overtaken: a later change of the same log brings the record or its end.
    if (op === 'put' && (!record || change.hash === null)) continue;
    const key = `${kind}/${id}`;
    const known = touched.get(key);
    const before = known ? (known.hash ?? undefined) : hashIn(key);
    if (!known && before !== undefined) held.add(key);
    const hash = op === 'put' ? change.hash : null;
    touched.set(key, { key, hash, text: hash === null ? null : JSON.stringify(record) });
    stateHash = stateHashAfter(stateHash, key, before, hash ?? undefined);
    count += (hash === null ? 0 : 1) - (before === undefined ? 0 : 1);
  }
  const overlay = [...touched.values()];
  const changes: RecordChange[] = [];
  const texts = new Map<string, string | undefined>();
  if (classify) {
    // Part by part, so that each is read once.
    const partOf = (key: string) => directory.get(key)?.part ?? '';
    const keys = [...held].sort((a, b) => (partOf(a) < partOf(b) ? -1 : 1));
    for (const key of keys) texts.set(key, await replica.textOf(contents, key));
  }
  for (const { key, text } of overlay) {
    // Gone, and never held: nothing happened here.
    if (!held.has(key) && text === null) continue;
    changes.push(changeOf(key, texts.get(key), text ?? undefined, classify));
  }
  return { count, stateHash, overlay, changes };
}

/** What is to be written for a page of changes. */
export async function prepareDelta(work: SyncWork, page: ChangePage): Promise<SyncEvent> {
  const { options, contents } = work;
  const delta = await deltaOf(page, options.contents, contents, options.classify);
  const { count, stateHash, overlay, changes } = delta;
  const deletes = changes.filter(({ op }) => op === 'delete').length;
  work.pending = {
    meta: { ...contents.meta!, checkpoint: page.checkpoint, count, stateHash },
    putOverlay: overlay,
    more: page.more,
    puts: changes.length - deletes,
    deletes,
    changes,
  };
  return 'page';
}

/** Writes what was prepared, and reports it. */
export async function applyPending(work: SyncWork): Promise<SyncEvent> {
  const { meta, more, puts, deletes, changes, ...written } = work.pending!;
  if (!(await commitWork(work, meta, written))) return 'overtaken';
  const { report } = work;
  report.puts += puts;
  report.deletes += deletes;
  // One row per record: what was said of it earlier in this sync stays true.
  const rows = new Map(report.changes.map((one) => [`${one.kind}/${one.id}`, one]));
  for (const change of changes) {
    const key = `${change.kind}/${change.id}`;
    const classes = new Set([...(rows.get(key)?.classes ?? []), ...change.classes]);
    rows.set(key, { ...change, classes: [...classes] });
  }
  report.changes = [...rows.values()];
  return more ? 'applied-more' : 'applied-last';
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
