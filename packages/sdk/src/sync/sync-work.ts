/** What one sync has found so far; its steps read it and lead it on. */
import type { ChangePage, Manifest } from '@pvp/contract';
import { NetworkError } from '../errors/network-error.ts';
import type { Contents, ReplicaContents } from './replica-contents.ts';
import type { ReplicaCommit, ReplicaMeta } from './replica-store.ts';
import type { ScopeReader, Told } from './scope-reader.ts';
import type { ToldPosition, Trust } from './signed-position.ts';
import type { RecordChange, SyncProgress, SyncReport } from './sync-report.ts';
import type { SyncEvent, SyncMachine } from './transitions.ts';

export interface SyncRunOptions {
  machine: SyncMachine;
  contents: ReplicaContents;
  reader: ScopeReader;
  signal: AbortSignal;
  onProgress: (progress: SyncProgress) => void;
  trust: Trust;
  /** A snapshot with at least so many records is applied, whatever it drops. */
  acceptFrom?: number;
  /** Whether reports say what of a record differs. Default `true`. */
  changeClasses?: boolean;
}

/** What is to be written next. */
export interface Pending extends Pick<
  ReplicaCommit,
  'putParts' | 'dropParts' | 'putOverlay' | 'clearOverlay'
> {
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
  /** Writes what is pending: brought by whoever prepared it, so that nothing is to be loaded then. */
  apply?: (work: SyncWork) => Promise<SyncEvent>;
  /** SHA-256 of the parts that were in the store when the snapshot was asked for. */
  stored?: Promise<string[]>;
  /** Newest checkpoint that the register has told. */
  newest?: string;
  /** How many transactions the register is ahead of what is held, as far as it has said. */
  lag: number;
  pages: number;
  restarts: number;
  isRepair: boolean;
  /** Why the sync did not get to its end. */
  error?: unknown;
}

/** Gives `false` where somebody else has committed meanwhile; nothing was written. */
export async function commitWork(
  work: SyncWork,
  meta: Pending['meta'],
  written?: Omit<ReplicaCommit, 'meta'>,
): Promise<boolean> {
  const { contents } = work.options;
  const done = await contents.commit(work.contents, meta, written);
  work.contents = await contents.current();
  return done;
}

/** Rejects where a position is not signed as it has to be. */
export async function assertTrusted(work: SyncWork, told: ToldPosition): Promise<void> {
  const { trust, reader, signal } = work.options;
  if (!trust.publicKey) return;
  // Loaded by those alone who have a key.
  const { assertSigned } = await import('./signed-position.ts').catch(notLoaded);
  await assertSigned(told, trust, reader, signal);
}

/** A part of the program that is of its own is not there: whoever was off line is told so. */
export function notLoaded(cause: unknown): never {
  throw new NetworkError('A part of the program could not be loaded', { cause });
}
