/** What a replica keeps, and what it asks of the place where it keeps it. */
import type { Head, Manifest } from '@pvp/contract';

/** Part of the name of what is stored: another version is built beside an older one. */
export const REPLICA_SCHEMA = 2;

/** A snapshot that was not applied; see the brake in `docs/sync-spec.md`. */
export interface HeldBack {
  /** Records that are held, and that the snapshot has. */
  count: number;
  newCount: number;
  /** State hash of the snapshot. */
  stateHash: string;
  checkpoint: string;
  /** When it was first seen, by the clock of the register. UTC. */
  since: string;
}

/** The one meta row. */
export interface ReplicaMeta {
  /** Grows with every commit. */
  revision: number;
  register: string;
  scope: string;
  checkpoint: string;
  count: number;
  stateHash: string;
  /** Names the parts. */
  manifest: Manifest;
  /** The head that was found equal last. */
  head?: Head;
  /** When the register was last heard to say where it stands, by its own clock. UTC. */
  lastSuccessAt: string;
  held?: HeldBack;
  /** Epochs that were left: whoever still names one lags behind. */
  pastEpochs: string[];
}

/** A record that changed after its part was built. */
export interface OverlayEntry {
  /** `kind/id` */
  key: string;
  /** `null`: the record is gone. */
  hash: string | null;
  /** JSON of the record; `null`: it is gone. */
  text: string | null;
}

export interface StoredState {
  meta: ReplicaMeta;
  overlay: OverlayEntry[];
}

export interface StoredPart {
  sha256: string;
  /** One record in a line, UTF-8. Others after the commit: their memory is used again. */
  bytes: Uint8Array<ArrayBuffer>;
}

/** Everything in it is written in one transaction, or nothing. */
export interface ReplicaCommit {
  /** Without it only parts are written, which nothing names yet. */
  meta?: ReplicaMeta;
  /** Revision that `meta` follows; 0: there was none. */
  base?: number;
  putParts?: readonly StoredPart[];
  dropParts?: readonly string[];
  putOverlay?: readonly OverlayEntry[];
  /** Before `putOverlay`. */
  clearOverlay?: boolean;
}

/** Which replica a store is to keep. */
export interface ReplicaName {
  /** Origin. */
  register: string;
  scope: string;
  schema: number;
}

/**
 * A place for one replica. Rejections are passed on as `SyncError` with the reason `store`; a
 * commit that rejects has written nothing.
 */
export interface ReplicaStore {
  /** Called once, before everything else. */
  open(name: ReplicaName): Promise<void>;
  /** Meta row and overlay of one moment; `undefined`: no replica yet. */
  readState(): Promise<StoredState | undefined>;
  /** Bytes of a part; `undefined`: it is not here. */
  readPart(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** SHA-256 of every part that is here, named by the meta row or not. */
  partNames(): Promise<string[]>;
  /**
   * Gives `false`, and writes nothing, where the revision in the store is not `base`: somebody else
   * has committed. The first commit of a meta row removes what older schemas left under this name.
   */
  commit(commit: ReplicaCommit): Promise<boolean>;
  close(): Promise<void>;
  /** Closes and removes everything that belongs to the replica. */
  destroy(): Promise<void>;
}

/** Name of a replica in places that hold several: `pvp-replica v1 https://register.example all` */
export function replicaNameOf({ register, scope, schema }: ReplicaName): string {
  return `pvp-replica v${schema} ${register} ${scope}`;
}

/** Whether a name is that of the same replica in an older schema. */
export function isOlderName(name: string, { register, scope, schema }: ReplicaName): boolean {
  const version = /^pvp-replica v(\d+) /.exec(name)?.[1];
  return (
    version !== undefined &&
    +version < schema &&
    name === replicaNameOf({ register, scope, schema: +version })
  );
}
