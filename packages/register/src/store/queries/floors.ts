/** Where the log begins, as a whole and for single scopes. */
import { EVERYWHERE } from '../../sync/membership.ts';
import type { SqlSession } from '../drivers/driver.ts';
import type { Floors } from '../store.ts';
import { insertRows } from './many-rows.ts';

export async function selectFloors(session: SqlSession): Promise<Floors> {
  const rows = await session.all('SELECT scope, seq FROM scope_floor');
  return new Map(rows.map((row) => [row['scope'] as string, Number(row['seq'])]));
}

export async function raiseFloors(
  session: SqlSession,
  scopes: Iterable<string>,
  seq: number,
): Promise<void> {
  await insertRows(
    session,
    'INSERT INTO scope_floor (scope, seq)',
    [...new Set(scopes)].map((scope) => [scope, seq]),
    'ON CONFLICT (scope) DO UPDATE SET seq = excluded.seq',
  );
}

/** Forgets the log up to a transaction, whose number becomes the floor. */
export async function cutLog(session: SqlSession, seq: number): Promise<void> {
  await session.all('DELETE FROM change_scope WHERE seq <= $1', [seq]);
  await session.all('DELETE FROM change_log WHERE seq <= $1', [seq]);
  await session.all('DELETE FROM scope_floor WHERE seq <= $1', [seq]);
  await raiseFloors(session, [EVERYWHERE], seq);
}
