/** Write transactions: the clock first, then what stands, then the verdicts, then the rows. */
import { keysAround, scopesRedrawnBy } from '../sync/membership.ts';
import type { SqlSession, Verdict } from './drivers/driver.ts';
import { isExpected, judgeWrite, type PreparedWrite, type Traces } from './judge-write.ts';
import { appendToAudit } from './queries/audit.ts';
import { appendToLog } from './queries/change-log.ts';
import { advanceClock } from './queries/clock.ts';
import { allByIds, insertRows } from './queries/many-rows.ts';
import { raiseFloors } from './queries/floors.ts';
import { organizationLinks } from './record-links.ts';
import type { Expectation, PublicRecord, WriteContext, WriteOutcome } from './store.ts';
import { WriteState } from './write-state.ts';

/** Where nothing changed the transaction is undone, and the clock stands where it stood. */
export async function writeRecords(
  session: SqlSession,
  writes: readonly PreparedWrite[],
  context: WriteContext,
): Promise<Verdict<WriteOutcome[]>> {
  const { seq } = await advanceClock(session);
  const state = await WriteState.read(session, writes);
  const traces: Traces = { log: [], audit: [], redrawn: new Set() };
  const value = writes.map((write) => judgeWrite(write, state, traces, seq, context));
  if (traces.log.length === 0) return { commit: false, value };
  await saveChanged(session, state);
  await appendToLog(session, traces.log);
  await appendToAudit(session, traces.audit);
  await raiseFloors(session, traces.redrawn, seq);
  return { commit: true, value };
}

async function saveChanged(session: SqlSession, state: WriteState): Promise<void> {
  const changed = state.changed();
  const idsByKind = new Map<string, string[]>();
  for (const { record } of changed) {
    idsByKind.set(record.kind, [...(idsByKind.get(record.kind) ?? []), record.id]);
  }
  for (const [kind, ids] of idsByKind) {
    // All old names go before any new one comes: a name may pass from one record to another.
    await allByIds(session, 'DELETE FROM alias WHERE kind = $1 AND id IN', kind, ids);
    await allByIds(session, 'DELETE FROM link WHERE kind = $1 AND id IN', kind, ids);
    await allByIds(session, 'DELETE FROM tombstone WHERE kind = $1 AND id IN', kind, ids);
  }
  await insertRows(
    session,
    'INSERT INTO record (kind, id, revision, hash, content_hash, visibility)',
    changed.map(({ record: r }) => [r.kind, r.id, r.revision, r.hash, r.contentHash, r.visibility]),
    `ON CONFLICT (kind, id) DO UPDATE SET revision = excluded.revision, hash = excluded.hash,
       content_hash = excluded.content_hash, visibility = excluded.visibility`,
  );
  await insertRows(
    session,
    'INSERT INTO record_body (kind, id, public_text, management_text)',
    changed.map(({ record: r }) => [r.kind, r.id, r.publicText, r.managementText]),
    `ON CONFLICT (kind, id) DO UPDATE SET public_text = excluded.public_text,
       management_text = excluded.management_text`,
  );
  await insertRows(
    session,
    'INSERT INTO alias (kind, alias, id)',
    changed.flatMap(({ record: { kind, id }, aliases }) =>
      aliases.map((alias) => [kind, alias, id]),
    ),
  );
  await insertRows(
    session,
    'INSERT INTO link (kind, id, rel, target)',
    changed.flatMap(({ record: { kind, id, publicText } }) =>
      organizationLinks(publicText).map(({ rel, target }) => [kind, id, rel, target]),
    ),
  );
}

export type DeleteOutcome = WriteOutcome | { status: 'deleted' } | { status: 'not-found' };

/** The rows of the record go, and its texts with them; its number and its place in the log stay. */
export async function deleteRecord(
  session: SqlSession,
  kind: string,
  id: string,
  expect: Expectation,
  reason: string,
  { actor, at }: WriteContext,
): Promise<Verdict<DeleteOutcome>> {
  const { seq } = await advanceClock(session);
  const current = (await WriteState.read(session, [{ kind, id, aliases: [] }])).get(kind, id);
  if (!current) return { commit: false, value: { status: 'not-found' } };
  const { revision, hash: prevHash, visibility } = current;
  const before = JSON.parse(current.publicText) as PublicRecord;
  const scopes = keysAround(before, undefined);
  if (!isExpected(revision, expect)) {
    return { commit: false, value: { status: 'conflict', kind, id, revision } };
  }
  await session.all('DELETE FROM record WHERE kind = $1 AND id = $2', [kind, id]);
  await session.all('INSERT INTO tombstone (kind, id, revision) VALUES ($1, $2, $3)', [
    kind,
    id,
    revision,
  ]);
  await appendToLog(session, [
    { seq, op: 'delete', kind, id, hash: null, prevHash, visibility, reason, at, scopes },
  ]);
  await appendToAudit(session, [
    { seq, actor, at, op: 'delete', kind, id, revisionBefore: revision, revisionAfter: null },
  ]);
  await raiseFloors(session, scopesRedrawnBy(kind, before, undefined), seq);
  return { commit: true, value: { status: 'deleted' } };
}
