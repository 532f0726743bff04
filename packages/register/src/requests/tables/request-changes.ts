/** What happens to a request after it was written. */
import type { RequestState, SupportLevel } from '@pvp/contract';
import type { SqlSession } from '../../store/drivers/driver.ts';
import type { OutboxTask, StoredRequest } from '../request-model.ts';
import { insertOutboxRow, deleteRow } from './outbox-rows.ts';
import { selectRequest } from './request-rows.ts';
import { deleteUploadsOf } from './upload-rows.ts';

export interface RequestChange {
  state: RequestState;
  level: SupportLevel;
  /** To the person who asked. */
  message?: string | undefined;
  /** For the staff. */
  note?: string | undefined;
  actor: string;
  at: string;
  /** What is to be sent on account of it. */
  tasks: readonly { id: string; task: OutboxTask }[];
}

/** `undefined`: the request no longer stands at this revision, and nothing was written. */
export async function appendEvent(
  session: SqlSession,
  number: string,
  revision: number,
  change: RequestChange,
): Promise<StoredRequest | undefined> {
  const { state, level, message, note, actor, at, tasks } = change;
  const [moved] = await session.all(
    `UPDATE request SET state = $3, level = $4, changed_at = $5, revision = revision + 1
       WHERE number = $1 AND revision = $2 RETURNING number`,
    [number, revision, state, level, at],
  );
  if (!moved) return undefined;
  const [last] = await session.all(
    'SELECT MAX(ordinal) AS ordinal FROM request_event WHERE number = $1',
    [number],
  );
  const ordinal = Number(last?.['ordinal'] ?? 0) + 1;
  await session.all(
    `INSERT INTO request_event (number, ordinal, written_at, actor, state, level, message, note)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [number, ordinal, at, actor, state, level, message ?? null, note ?? null],
  );
  for (const { id, task } of tasks) {
    await insertOutboxRow(session, {
      id,
      number,
      task,
      eventOrdinal: ordinal,
      attempts: 0,
      dueAt: at,
      writtenAt: at,
    });
  }
  return selectRequest(session, number);
}

/** The system of an institution took a request over. */
export interface TakenOver {
  backend: string;
  /** The request's name there. */
  reference: string | undefined;
  /** What stays here: the whole, or only what the state needs. */
  keep: 'whole' | 'state';
}

export async function markDelivered(
  session: SqlSession,
  outboxId: string,
  number: string,
  { backend, reference, keep }: TakenOver,
): Promise<void> {
  await deleteRow(session, outboxId);
  await session.all(
    `UPDATE request SET delivery = 'delivered', backend = $2, reference = $3,
       running_until = NULL, revision = revision + 1 WHERE number = $1`,
    [number, backend, reference ?? null],
  );
  if (keep === 'whole') return;
  await session.all(
    `UPDATE request_body SET text = '', attributes = NULL, contact = NULL WHERE number = $1`,
    [number],
  );
  await deleteUploadsOf(session, number);
}

/** The request is worked on here after all. */
export async function markKept(
  session: SqlSession,
  outboxId: string,
  number: string,
): Promise<void> {
  await deleteRow(session, outboxId);
  await session.all(
    `UPDATE request SET delivery = 'kept', backend = 'built-in', running_until = NULL,
       revision = revision + 1 WHERE number = $1`,
    [number],
  );
}

/** The call that brought the request is over. */
export async function endRunning(session: SqlSession, number: string): Promise<void> {
  await session.all('UPDATE request SET running_until = NULL WHERE number = $1', [number]);
}

export async function markLooked(session: SqlSession, number: string, at: string): Promise<void> {
  await session.all('UPDATE request SET looked_at = $2 WHERE number = $1', [number, at]);
}

/** With everything that belongs to it. */
export async function deleteRequest(session: SqlSession, number: string): Promise<boolean> {
  const rows = await session.all('DELETE FROM request WHERE number = $1 RETURNING number', [
    number,
  ]);
  return rows.length > 0;
}
