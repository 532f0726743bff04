import type { SqlRow, SqlSession } from '../drivers/driver.ts';
import type { LogEntry, Visibility } from '../store.ts';
import { insertRows } from './many-rows.ts';

const SELECT =
  'SELECT seq, op, kind, id, hash, prev_hash, visibility, reason, written_at FROM change_log';

export async function appendToLog(
  session: SqlSession,
  entries: readonly LogEntry[],
): Promise<void> {
  await insertRows(
    session,
    `INSERT INTO change_log
       (seq, ordinal, op, kind, id, hash, prev_hash, visibility, reason, written_at)`,
    entries.map((entry, ordinal) => [
      entry.seq,
      ordinal,
      entry.op,
      entry.kind,
      entry.id,
      entry.hash,
      entry.prevHash,
      entry.visibility,
      entry.reason,
      entry.at,
    ]),
  );
}

/** Whole transactions: more than `limit` rows only where the first one alone has more. */
export async function selectChanges(
  session: SqlSession,
  since: number,
  limit: number,
): Promise<LogEntry[]> {
  const rows = await session.all(`${SELECT} WHERE seq > $1 ORDER BY seq, ordinal LIMIT $2`, [
    since,
    limit + 1,
  ]);
  if (rows.length <= limit) return rows.map(logEntry);
  // One row too many: its transaction may go on, so it waits for the next page.
  const cut = Number(rows.at(-1)?.['seq']);
  const whole = rows.filter((row) => Number(row['seq']) < cut);
  if (whole.length > 0) return whole.map(logEntry);
  const first = await session.all(`${SELECT} WHERE seq = $1 ORDER BY ordinal`, [cut]);
  return first.map(logEntry);
}

function logEntry(row: SqlRow): LogEntry {
  return {
    seq: Number(row['seq']),
    op: row['op'] as LogEntry['op'],
    kind: row['kind'] as string,
    id: row['id'] as string,
    hash: row['hash'] as string | null,
    prevHash: row['prev_hash'] as string | null,
    visibility: row['visibility'] as Visibility,
    reason: row['reason'] as string | null,
    at: row['written_at'] as string,
  };
}
