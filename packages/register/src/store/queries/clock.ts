import type { SqlRow, SqlSession } from '../drivers/driver.ts';
import { StoreError } from '../store-error.ts';
import type { Position } from '../store.ts';

export async function readClock(session: SqlSession): Promise<Position> {
  return position(await session.all('SELECT epoch, seq FROM clock WHERE id = 1'));
}

/**
 * Takes the next number. The first statement of every write transaction: the row stays locked until
 * the end, so transactions commit in the order of their numbers, and none is left out.
 */
export async function advanceClock(session: SqlSession): Promise<Position> {
  return position(
    await session.all('UPDATE clock SET seq = seq + 1 WHERE id = 1 RETURNING epoch, seq'),
  );
}

function position([row]: SqlRow[]): Position {
  if (!row) {
    throw new StoreError('damaged', 'The database has lost its clock row. Restore a backup.');
  }
  return { epoch: row['epoch'] as string, seq: Number(row['seq']) };
}
