/**
 * What a register keeps, and the only way to it. One implementation in literal SQL serves every
 * engine through a thin driver.
 */
import type { FullRecord, Management, RecordBase, TokenRole } from '@pvp/contract';
import type { Sides } from '../sync/membership.ts';

/** Names that the type of a public half rules out, so that a full record does not pass for one. */
type NotPublic = { [Name in keyof Management | 'management' | 'derived' | 'revision']?: never };

/** The public half of a record as registered: no `management`, no `derived`. */
export type PublicRecord = RecordBase & NotPublic & Record<string, unknown>;

/** A record as the store keeps it. */
export interface StoredRecord {
  kind: string;
  id: string;
  /**
   * Counts the writes to this record from 1; the token of optimistic concurrency. A record that is
   * created again after a deletion goes on counting, so that an old number never fits a new text.
   */
  revision: number;
  /** SHA-256 of the public half without `hash`, `checkedAt`, `checkedBy`, `derived`. */
  hash: string;
  record: PublicRecord;
  management: Management | undefined;
}

/** Where the log stands: `epoch` names the log's life, `seq` the last transaction. */
export interface Position {
  epoch: string;
  seq: number;
}

/** Which revision a write replaces: a number, `'absent'` (create) or `'any'` (imports). */
export type Expectation = number | 'absent' | 'any';

export interface RecordWrite {
  record: FullRecord & Record<string, unknown>;
  expect: Expectation;
}

export type WriteOutcome =
  | {
      status: 'created' | 'replaced' | 'unchanged';
      kind: string;
      id: string;
      revision: number;
      hash: string;
    }
  /** Nothing was written; `revision` is the current one, `undefined` where there is no record. */
  | { status: 'conflict'; kind: string; id: string; revision: number | undefined }
  /** An id or alias that the record claims belongs to another record of its kind. */
  | { status: 'alias-taken'; kind: string; id: string; alias: string; owner: string };

/** Who writes, and when (UTC, RFC 3339). Time is always passed in. */
export interface WriteContext {
  /** Name of the token, or of the command. Never the token itself. */
  actor: string;
  at: string;
}

/**
 * Who is told of a change. `public`: everybody. `audience`: only the institutions that an
 * `inter-restricted` service is meant for. `internal`: this register's own processes (a change of
 * the management half alone).
 */
export type Visibility = 'public' | 'audience' | 'internal';

/** One row of the change log. All rows of a transaction share its `seq`. */
export interface LogEntry {
  seq: number;
  op: 'put' | 'delete';
  kind: string;
  id: string;
  hash: string | null;
  prevHash: string | null;
  visibility: Visibility;
  reason: string | null;
  at: string;
}

/** A row of the log with those of the keys that were asked for. */
export interface ScopedLogEntry extends LogEntry {
  scopes: ReadonlyMap<string, Sides>;
}

/** The rows of some keys, and where the log stood after they were read. */
export interface ScopedChanges {
  entries: ScopedLogEntry[];
  /** The last transaction that `entries` tell whole; less than asked for where the limit came first. */
  until: number;
  position: Position;
  floors: Floors;
}

/**
 * Oldest transactions after which changes are told, by scope. That of `*` holds for every scope,
 * that of `life-event/*` for every life event; the highest counts.
 */
export type Floors = ReadonlyMap<string, number>;

/** One write as the audit trail keeps it: who did what to which record, and no text. */
export interface AuditEntry {
  seq: number;
  actor: string;
  at: string;
  op: 'create' | 'replace' | 'delete';
  kind: string;
  id: string;
  /** `null` where the record did not exist. */
  revisionBefore: number | null;
  /** `null` where the record is gone. */
  revisionAfter: number | null;
}

export interface AuditOptions {
  /** Only entries of transactions after this one. */
  afterSeq?: number;
  /** Whole transactions only, so the answer may be longer by the rest of the last one. */
  limit: number;
}

export interface TokenGrant {
  name: string;
  role: TokenRole;
  /** Organization that the token is bound to; `undefined`: all. */
  institution: string | undefined;
}

export interface ListOptions {
  /** Last id of the page before. */
  after?: string;
  limit: number;
  /**
   * Only records of this organization: those that name it as holder or provider, its support
   * places, the knowledge entries that hold for it, and the organization itself.
   */
  institution?: string;
}

/** At most this many records share one transaction. */
export const MAX_TRANSACTION_RECORDS = 100;

export interface Store {
  readonly engine: 'sqlite' | 'postgresql';
  readonly schemaVersion: number;

  /** The clock row. Cheap: every process polls it. */
  position(): Promise<Position>;
  /** Rows after `seq`, ascending, whole transactions only; empty when there is nothing newer. */
  changesSince(seq: number, limit: number): Promise<LogEntry[]>;

  /**
   * The rows that carry one of the keys, after `since` and up to `until`, ascending, whole
   * transactions only, and about `limit` of them. The rows are complete where `since` is not below
   * the floors that come with them.
   */
  changesOf(
    keys: readonly string[],
    range: { since: number; until: number; limit: number },
  ): Promise<ScopedChanges>;
  floors(): Promise<Floors>;
  /**
   * Forgets the beginning of the log: transactions that are older than 90 days and have at least
   * 10,000 rows after them. Returns the number of the last one that was forgotten, 0: none ever was.
   */
  prune(at: string): Promise<number>;
  /**
   * Begins another life of the log, whose name was never used: every reader takes a new snapshot.
   * For a database that came back from a backup, and for a redaction where no cache on the way may
   * be asked for the old changes again. Numbers go on; records and the audit trail stay.
   */
  newEpoch(reason: string, at: string): Promise<Position>;

  get(kind: string, id: string): Promise<StoredRecord | undefined>;
  /** Records of one kind by id; those that do not exist are missing from the answer. */
  getMany(kind: string, ids: readonly string[]): Promise<StoredRecord[]>;
  /** The id behind an alias, where the alias is not itself an id of that kind. */
  resolveAlias(kind: string, alias: string): Promise<string | undefined>;
  list(kind: string, options: ListOptions): Promise<StoredRecord[]>;
  /**
   * Every record in batches, ordered by kind and id in byte order, as of one position: writes that
   * commit meanwhile are not seen. `onStart` is told that position before the first batch.
   */
  readAll(
    batchSize?: number,
    onStart?: (position: Position) => void,
  ): AsyncIterable<StoredRecord[]>;
  count(kind: string): Promise<number>;

  /**
   * Writes up to `MAX_TRANSACTION_RECORDS` in one transaction with one `seq`. A conflict of one
   * record leaves the others written: each is judged alone. A write replaces both halves: a record
   * without `management` ends with none. Rejects with a `StoreError`, with nothing written, on a
   * failure of the engine. Records are taken as valid: see `validateRecord`.
   */
  write(writes: readonly RecordWrite[], context: WriteContext): Promise<WriteOutcome[]>;
  /** Redaction. The log keeps id, hash and reason as a tombstone; the text is gone. */
  delete(
    kind: string,
    id: string,
    expect: Expectation,
    reason: string,
    context: WriteContext,
  ): Promise<WriteOutcome | { status: 'deleted' } | { status: 'not-found' }>;

  /** The audit trail, oldest first. */
  audit(options: AuditOptions): Promise<AuditEntry[]>;

  /**
   * Keeps only a salted hash of `secret`, which must be of high entropy (32 random bytes, say): the
   * hash is a quick one. A name that exists is replaced.
   */
  putToken(secret: string, grant: TokenGrant, at: string): Promise<void>;
  revokeToken(name: string): Promise<boolean>;
  listTokens(): Promise<TokenGrant[]>;
  /** The grant behind a presented secret; compared in constant time. */
  findToken(secret: string): Promise<TokenGrant | undefined>;

  close(): Promise<void>;
}
