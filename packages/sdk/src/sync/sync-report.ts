import type { ChangeClass } from './change-classes.ts';
import type { HeldBack } from './replica-store.ts';

/** One record that a sync changed. */
export interface RecordChange {
  kind: string;
  id: string;
  op: 'put' | 'delete';
  /** Empty where the replica was opened with `changeClasses: false`. */
  classes: ChangeClass[];
}

/** What a sync did. */
export interface SyncReport {
  /** Checkpoints before and after; `undefined`: nothing was held. */
  from: string | undefined;
  to: string | undefined;
  /** Attempts, those that failed included. */
  requests: number;
  /** Of answers, decoded. */
  bytes: number;
  puts: number;
  deletes: number;
  /** Keys of the parts in which records were put right after the state hash differed. */
  repaired: string[];
  /** A snapshot that was not applied. */
  held: HeldBack | undefined;
  /** One row per record. Empty for the first copy: everything is new. */
  changes: RecordChange[];
  /** Another tab syncs; this one only reads. */
  elsewhere: boolean;
}

/** The report of a sync that has done nothing yet. */
export function emptyReport(from: string | undefined): SyncReport {
  return {
    from,
    to: from,
    requests: 0,
    bytes: 0,
    puts: 0,
    deletes: 0,
    repaired: [],
    held: undefined,
    changes: [],
    elsewhere: false,
  };
}

/** How far the download of a snapshot is. */
export interface SyncProgress {
  parts: number;
  partsTotal: number;
  /** Decoded. */
  bytes: number;
  bytesTotal: number;
}
