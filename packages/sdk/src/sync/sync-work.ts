/** What one sync has found so far; its steps read it and lead it on. */
import type { ChangePage, Manifest } from '@pvp/contract';
import type { changeClasses } from './change-classes.ts';
import type { Contents, ReplicaContents } from './replica-contents.ts';
import type { ReplicaCommit, ReplicaMeta } from './replica-store.ts';
import type { ScopeReader, Told } from './scope-reader.ts';
import type { ToldPosition } from './signed-position.ts';
import type { RecordChange, SyncProgress, SyncReport } from './sync-report.ts';
import type { SyncMachine } from './transitions.ts';

export interface SyncRunOptions {
  register: string;
  scope: string;
  machine: SyncMachine;
  contents: ReplicaContents;
  reader: ScopeReader;
  signal: AbortSignal;
  onProgress: (progress: SyncProgress) => void;
  /** Rejects where a position is not signed as it has to be. */
  assertSigned: (told: ToldPosition) => Promise<void>;
  /** Whether positions are signed with a key that is known. */
  isSigned: boolean;
  /** A snapshot with at least so many records is applied, whatever it drops. */
  acceptFrom?: number;
  /** Says what of a record differs. Without it, reports name no classes. */
  classify?: typeof changeClasses;
}

/** What is to be written next. */
export interface Pending extends Pick<ReplicaCommit, 'putParts' | 'putOverlay' | 'clearOverlay'> {
  meta: Omit<ReplicaMeta, 'revision'>;
  more: boolean;
  puts: number;
  deletes: number;
  changes: RecordChange[];
}

/** A page of changes behind which there is nothing yet: it says where the scope stands. */
export type LastPage = ChangePage & ToldPosition;

export interface SyncWork {
  readonly options: SyncRunOptions;
  readonly report: SyncReport;
  contents: Contents;
  manifest?: Told<Manifest>;
  lastPage?: Told<LastPage>;
  pending?: Pending;
  /** Newest checkpoint that the register has told. */
  newest?: string;
  restarts: number;
  isRepair: boolean;
  /** Why the sync did not get to its end. */
  error: unknown;
}

/** Gives `false` where somebody else has committed meanwhile; nothing was written. */
export async function commitWork(
  work: SyncWork,
  meta: Pending['meta'],
  written: Omit<ReplicaCommit, 'meta'> = {},
): Promise<boolean> {
  const { contents } = work.options;
  const done = await contents.commit(work.contents, meta, written);
  work.contents = await contents.current();
  return done;
}
