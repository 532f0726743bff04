/** Decides what one write does, without touching the database. */
import { canonicalJson, contentHash, recordHash } from '../record/hash.ts';
import { recordVisibility, splitRecord } from '../record/projection.ts';
import { keysAround, scopesRedrawnBy } from '../sync/membership.ts';
import type {
  AuditEntry,
  Expectation,
  LogEntry,
  PublicRecord,
  RecordWrite,
  ScopedLogEntry,
  WriteContext,
  WriteOutcome,
} from './store.ts';
import type { Claim, RecordState, WriteState } from './write-state.ts';

/** A write taken apart and hashed: all that can be done before the transaction begins. */
export interface PreparedWrite extends Claim {
  expect: Expectation;
  record: ReturnType<typeof splitRecord>['record'];
  managementText: string | null;
  contentHash: string;
}

/** Log and audit rows that the writes of one transaction gave rise to. */
export interface Traces {
  readonly log: ScopedLogEntry[];
  readonly audit: AuditEntry[];
  /** Scopes that are told from this transaction on only. */
  readonly redrawn: Set<string>;
}

/** Throws a `TypeError` for what JSON cannot say. */
export function prepareWrite({ record: full, expect }: RecordWrite): PreparedWrite {
  const { record, management } = splitRecord(full);
  return {
    kind: record.type,
    id: record.id,
    aliases: record.aliases ?? [],
    expect,
    record,
    managementText: management ? canonicalJson(management) : null,
    contentHash: contentHash(record),
  };
}

/** Whether a record at this revision (`undefined`: none) is the one that a write expects. */
export function isExpected(revision: number | undefined, expect: Expectation): boolean {
  if (expect === 'any') return true;
  if (expect === 'absent') return revision === undefined;
  return revision === expect;
}

/** Puts the write into the state and its rows into the traces, or says why not. */
export function judgeWrite(
  write: PreparedWrite,
  state: WriteState,
  traces: Traces,
  seq: number,
  { actor, at }: WriteContext,
): WriteOutcome {
  const { kind, id } = write;
  const current = state.get(kind, id);
  if (!isExpected(current?.revision, write.expect)) {
    return { status: 'conflict', kind, id, revision: current?.revision };
  }
  const taken = state.takenName(write);
  if (taken) return { status: 'alias-taken', kind, id, ...taken };

  const next = nextState(write, current, state.buriedRevision(kind, id), at);
  if (
    current &&
    current.publicText === next.publicText &&
    current.managementText === next.managementText
  ) {
    return { status: 'unchanged', kind, id, revision: current.revision, hash: current.hash };
  }
  state.put(next, write.aliases);
  const before = current && (JSON.parse(current.publicText) as PublicRecord);
  const after = write.record;
  traces.log.push(...logEntries(current, next, { before, after }, seq, at));
  for (const scope of scopesRedrawnBy(kind, before, after)) traces.redrawn.add(scope);
  traces.audit.push({
    seq,
    actor,
    at,
    op: current ? 'replace' : 'create',
    kind,
    id,
    revisionBefore: current?.revision ?? null,
    revisionAfter: next.revision,
  });
  const status = current ? 'replaced' : 'created';
  return { status, kind, id, revision: next.revision, hash: next.hash };
}

function nextState(
  write: PreparedWrite,
  current: RecordState | undefined,
  buriedRevision: number,
  at: string,
): RecordState {
  // The same content keeps its date, whatever date comes with it: only so is an import that brings
  // nothing new `unchanged`.
  const changedAt =
    current?.contentHash === write.contentHash
      ? (JSON.parse(current.publicText) as { changedAt: string }).changedAt
      : (write.record.changedAt ?? at);
  const stamped = { ...write.record, changedAt };
  const hash = recordHash(stamped);
  return {
    kind: write.kind,
    id: write.id,
    revision: (current?.revision ?? buriedRevision) + 1,
    hash,
    contentHash: write.contentHash,
    visibility: recordVisibility(write.record),
    publicText: canonicalJson({ ...stamped, hash }),
    managementText: write.managementText,
  };
}

function logEntries(
  current: RecordState | undefined,
  next: RecordState,
  { before, after }: { before: PublicRecord | undefined; after: PublicRecord },
  seq: number,
  at: string,
): ScopedLogEntry[] {
  const { kind, id, hash, visibility } = next;
  const put: LogEntry = {
    seq,
    op: 'put',
    kind,
    id,
    hash,
    prevHash: current?.hash ?? null,
    visibility,
    reason: null,
    at,
  };
  if (current && current.visibility !== visibility) {
    // Whoever sees only one side must lose the record there, or meet it for the first time.
    const gone: LogEntry = {
      ...put,
      op: 'delete',
      hash: null,
      visibility: current.visibility,
      reason: 'moved',
    };
    return [
      { ...gone, scopes: keysAround(before, undefined) },
      { ...put, prevHash: null, scopes: keysAround(undefined, after) },
    ];
  }
  if (current && current.publicText === next.publicText) {
    return [{ ...put, visibility: 'internal', scopes: new Map() }];
  }
  return [{ ...put, scopes: keysAround(before, after) }];
}
