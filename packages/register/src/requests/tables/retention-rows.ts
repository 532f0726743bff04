/** Finds and deletes what has been kept long enough. */
import type { RequestKind, RequestState } from '@pvp/contract';
import type { SqlSession } from '../../store/drivers/driver.ts';

/** Requests that go at once, so that others never wait for long. */
const AT_ONCE = 100;

/** Requests of a kind in one of the states that have not changed since an instant. */
export async function deleteUnchanged(
  session: SqlSession,
  kind: RequestKind,
  states: readonly RequestState[],
  before: string,
): Promise<number> {
  const list = states.map((_, index) => `$${index + 3}`).join(', ');
  const rows = await session.all(
    `DELETE FROM request WHERE number IN (
       SELECT number FROM request WHERE kind = $1 AND changed_at < $2 AND state IN (${list})
         ORDER BY changed_at LIMIT ${AT_ONCE}) RETURNING number`,
    [kind, before, ...states],
  );
  return rows.length;
}

/** Numbers and revisions of requests in a state that have not changed since an instant. */
export async function selectUnchanged(
  session: SqlSession,
  filter: { kind?: RequestKind; state: RequestState; level?: number; before: string },
): Promise<{ number: string; revision: number }[]> {
  const { kind, state, level, before } = filter;
  const rows = await session.all(
    `SELECT number, revision FROM request
       WHERE state = $1 AND changed_at < $2
         AND (kind = $3 OR $3 = '') AND (level = $4 OR $4 < 0)
       ORDER BY changed_at LIMIT ${AT_ONCE}`,
    [state, before, kind ?? '', level ?? -1],
  );
  return rows.map((row) => ({
    number: row['number'] as string,
    revision: Number(row['revision']),
  }));
}

export async function deleteExpiredProofs(session: SqlSession, now: string): Promise<void> {
  await session.all('DELETE FROM request_proof WHERE expires_at < $1', [now]);
}
