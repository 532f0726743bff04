import type { SqlRow, SqlSession } from '../drivers/driver.ts';
import type { Sides } from '../../sync/membership.ts';
import type { LogEntry, ScopedLogEntry, Visibility } from '../store.ts';
import { insertRows } from './many-rows.ts';

const SELECT =
  'SELECT seq, op, kind, id, hash, prev_hash, visibility, reason, written_at FROM change_log';

export async function appendToLog(
  session: SqlSession,
  entries: readonly ScopedLogEntry[],
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
  await insertRows(
    session,
    'INSERT INTO change_scope (scope, seq, ordinal, sides)',
    entries.flatMap(({ seq, scopes }, ordinal) =>
      [...scopes].map(([scope, sides]) => [scope, seq, ordinal, sides]),
    ),
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

/** As `selectChanges`, of the rows that carry one of the keys; `limit` counts row and key. */
export async function selectScopedChanges(
  session: SqlSession,
  keys: readonly string[],
  { since, until, limit }: { since: number; until: number; limit: number },
): Promise<{ entries: ScopedLogEntry[]; until: number }> {
  const list = keys.map((_, index) => `$${index + 3}`).join(', ');
  const select = (to: number, most: number) =>
    session.all(
      `SELECT c.seq, c.ordinal, c.op, c.kind, c.id, c.hash, c.prev_hash, c.visibility, c.reason,
              c.written_at, s.scope, s.sides
         FROM change_scope s JOIN change_log c ON c.seq = s.seq AND c.ordinal = s.ordinal
        WHERE s.seq > $1 AND s.seq <= $2 AND s.scope IN (${list})
        ORDER BY s.seq, s.ordinal LIMIT ${most}`,
      [since, to, ...keys],
    );
  const rows = await select(until, limit + 1);
  if (rows.length <= limit) return { entries: scopedEntries(rows), until };
  const cut = Number(rows.at(-1)?.['seq']);
  const whole = rows.filter((row) => Number(row['seq']) < cut);
  if (whole.length > 0) return { entries: scopedEntries(whole), until: cut - 1 };
  return { entries: scopedEntries(await select(cut, Number.MAX_SAFE_INTEGER)), until: cut };
}

/** A row of the log stands once for each of its keys. */
function scopedEntries(rows: readonly SqlRow[]): ScopedLogEntry[] {
  const entries: (ScopedLogEntry & { scopes: Map<string, Sides> })[] = [];
  let last = '';
  for (const row of rows) {
    const place = `${String(row['seq'])}.${String(row['ordinal'])}`;
    if (place !== last) entries.push({ ...logEntry(row), scopes: new Map() });
    last = place;
    entries.at(-1)?.scopes.set(row['scope'] as string, row['sides'] as Sides);
  }
  return entries;
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
