/** What is still to be sent, and how a process holds what it is sending. */
import type { SqlRow, SqlSession } from '../../store/drivers/driver.ts';
import type { OutboxRow, OutboxTask } from '../request-model.ts';

const COLUMNS = 'id, number, task, event_ordinal, attempts, due_at, last_error, written_at';

export async function insertOutboxRow(
  session: SqlSession,
  row: Omit<OutboxRow, 'lastError'>,
): Promise<void> {
  await session.all(
    `INSERT INTO request_outbox (id, number, task, event_ordinal, attempts, due_at, written_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.number, row.task, row.eventOrdinal, row.attempts, row.dueAt, row.writtenAt],
  );
}

export interface DueRow {
  id: string;
  task: OutboxTask;
  institution: string;
}

/** Rows whose time has come, the longest overdue first, and whose system they are for. */
export async function selectDue(
  session: SqlSession,
  now: string,
  limit: number,
): Promise<DueRow[]> {
  const rows = await session.all(
    `SELECT o.id, o.task, r.institution FROM request_outbox o JOIN request r ON r.number = o.number
       WHERE o.due_at <= $1 ORDER BY o.due_at, o.id LIMIT $2`,
    [now, limit],
  );
  return rows.map((row) => ({
    id: row['id'] as string,
    task: row['task'] as OutboxTask,
    institution: row['institution'] as string,
  }));
}

/** Puts off what is due for the system of an institution. */
export async function deferDeliveries(
  session: SqlSession,
  institution: string,
  now: string,
  dueAt: string,
): Promise<void> {
  await session.all(
    `UPDATE request_outbox SET due_at = $3 WHERE task = 'deliver' AND due_at <= $2
       AND number IN (SELECT number FROM request WHERE institution = $1)`,
    [institution, now, dueAt],
  );
}

/**
 * Takes a row for one attempt, which is counted at once: whoever comes after a process that died
 * knows that something may have been sent. `undefined`: another process has it, or it is done.
 */
export async function holdRow(
  session: SqlSession,
  id: string,
  now: string,
  until: string,
): Promise<OutboxRow | undefined> {
  const [row] = await session.all(
    `UPDATE request_outbox SET attempts = attempts + 1, due_at = $3
       WHERE id = $1 AND due_at <= $2 RETURNING ${COLUMNS}`,
    [id, now, until],
  );
  return row && outboxRow(row);
}

export async function postponeRow(
  session: SqlSession,
  id: string,
  dueAt: string,
  lastError: string,
): Promise<void> {
  await session.all('UPDATE request_outbox SET due_at = $2, last_error = $3 WHERE id = $1', [
    id,
    dueAt,
    lastError,
  ]);
}

export async function deleteRow(session: SqlSession, id: string): Promise<void> {
  await session.all('DELETE FROM request_outbox WHERE id = $1', [id]);
}

/** The rows of one request, in the order in which they were written. */
export async function selectOutbox(session: SqlSession, number: string): Promise<OutboxRow[]> {
  const rows = await session.all(
    `SELECT ${COLUMNS} FROM request_outbox WHERE number = $1 ORDER BY written_at, id`,
    [number],
  );
  return rows.map(outboxRow);
}

/** How many rows have failed at least once, and since when the oldest of them waits. */
export async function selectFailing(
  session: SqlSession,
): Promise<{ rows: number; since: string | undefined }> {
  const [row] = await session.all(
    `SELECT COUNT(*) AS n, MIN(written_at) AS since FROM request_outbox
       WHERE last_error IS NOT NULL`,
  );
  return {
    rows: Number(row?.['n']),
    since: (row?.['since'] as string | null | undefined) ?? undefined,
  };
}

function outboxRow(row: SqlRow): OutboxRow {
  return {
    id: row['id'] as string,
    number: row['number'] as string,
    task: row['task'] as OutboxTask,
    eventOrdinal: Number(row['event_ordinal']),
    attempts: Number(row['attempts']),
    dueAt: row['due_at'] as string,
    lastError: (row['last_error'] as string | null) ?? undefined,
    writtenAt: row['written_at'] as string,
  };
}
