/**
 * What a page of changes makes of the contents of a replica. A part of its own, which is loaded where
 * there is news.
 */
import type { Change, ChangePage } from '@pvp/contract';
import type { changeClasses } from './change-classes.ts';
import { assertLeadsOn, lagBehind, positionOf } from './checkpoint.ts';
import { exhaust } from './refusals.ts';
import type { Contents, ReplicaContents } from './replica-contents.ts';
import type { OverlayEntry } from './replica-store.ts';
import type { Told } from './scope-reader.ts';
import { stateHashAfter } from './state-hash.ts';
import { SyncError } from './sync-error.ts';
import type { RecordChange } from './sync-report.ts';
import { assertTrusted, commitWork, notLoaded, type SyncWork } from './sync-work.ts';
import type { SyncEvent } from './transitions.ts';
import { recordHash } from './verify-record.ts';

const MAX_PAGES = 10_000;

/** Takes a page of changes in, or what it says of where the scope stands. */
export async function takePage(work: SyncWork, first: Told<ChangePage>): Promise<SyncEvent> {
  const since = work.contents.meta!.checkpoint;
  const { data: page, at } = await intactPage(work, first, since);
  const { checkpoint, more, count, stateHash } = page;
  if (!more) {
    if (count === undefined || !stateHash) {
      throw new SyncError('answer', `After ${since} the register does not say where it stands`);
    }
    const data = { ...page, count, stateHash };
    await assertTrusted(work, data);
    work.lastPage = { data, at };
  }
  work.newest = checkpoint;
  work.lag = lagBehind(checkpoint, since);
  if (!more && checkpoint === since) return 'unchanged';
  if (++work.pages === MAX_PAGES && more) return exhaust(work, 'its log goes on and on');
  return prepareDelta(work, page);
}

/** A page that leads on, and whose records are what their hashes say: asked for anew once. */
async function intactPage(
  work: SyncWork,
  first: Told<ChangePage>,
  since: string,
): Promise<Told<ChangePage>> {
  const { reader, signal } = work.options;
  let told = first;
  for (let isSecond = false; ; isSecond = true) {
    assertLeadsOn(told.data, since);
    assertChanges(told.data, since);
    if (await isIntact(told.data.changes)) return told;
    if (isSecond) throw new SyncError('answer', 'A record is not what its hash says, twice');
    told = await reader.read(`changes?since=${since}`, 'changes', { signal, cache: 'reload' });
  }
}

/** @throws {SyncError} where the changes of a page break the contract; none may be applied then. */
function assertChanges({ changes, checkpoint }: ChangePage, since: string): void {
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
async function isIntact(changes: ChangePage['changes']): Promise<boolean> {
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

interface Delta {
  count: number;
  stateHash: string;
  overlay: OverlayEntry[];
  changes: RecordChange[];
}

/** Nothing is deleted that no change names. */
async function deltaOf(
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
async function prepareDelta(work: SyncWork, page: ChangePage): Promise<SyncEvent> {
  const { options, contents } = work;
  const delta = await deltaOf(page, options.contents, contents, await classifyOf(work));
  const { count, stateHash, overlay, changes } = delta;
  const deletes = changes.filter(({ op }) => op === 'delete').length;
  work.apply = applyPending;
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

/** What tells the classes of a change; `undefined`: nobody asks. */
export async function classifyOf({ options }: SyncWork): Promise<Classify | undefined> {
  if (options.changeClasses === false) return undefined;
  return (await import('./change-classes.ts').catch(notLoaded)).changeClasses;
}

/** Writes what was prepared, and reports it. */
export async function applyPending(work: SyncWork): Promise<SyncEvent> {
  const { meta, more, puts, deletes, changes, ...written } = work.pending!;
  // Parts that somebody of this process is reading now stay until the next snapshot.
  const read = new Set(
    [...work.options.contents.readers].flatMap(({ parts }) => parts.map(({ sha256 }) => sha256)),
  );
  written.dropParts = written.dropParts?.filter((sha256) => !read.has(sha256));
  const isDone = await commitWork(work, meta, written);
  work.lag = lagBehind(work.newest, work.contents.meta?.checkpoint);
  if (!isDone) return 'overtaken';
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
