/** How long the log remembers, and how it begins anew. */
import { randomBytes } from 'node:crypto';
import type { SqlDriver, SqlSession, Verdict } from './drivers/driver.ts';
import { readClock } from './queries/clock.ts';
import { cutLog, selectFloors } from './queries/floors.ts';
import { EVERYWHERE } from '../sync/membership.ts';
import type { Position } from './store.ts';

const KEPT_DAYS = 90;
const KEPT_ROWS = 10_000;
/** Transactions that are forgotten at once, so that writers never wait for long. */
const AT_ONCE = 500;

/** Returns the floor of the log. */
export async function pruneLog(driver: SqlDriver, at: string): Promise<number> {
  const target = await lastForgettable(driver, at);
  for (;;) {
    const floor = await driver.transaction(async (session): Promise<Verdict<number>> => {
      const now = (await selectFloors(session)).get(EVERYWHERE) ?? 0;
      if (now >= target) return { commit: false, value: now };
      const next = Math.min(target, now + AT_ONCE);
      await cutLog(session, next);
      return { commit: true, value: next };
    });
    if (floor >= target) return floor;
  }
}

async function lastForgettable(session: SqlSession, at: string): Promise<number> {
  const before = new Date(Date.parse(at) - KEPT_DAYS * 24 * 3600 * 1000).toISOString();
  const [young] = await session.all(
    'SELECT MIN(seq) AS seq FROM change_log WHERE written_at >= $1',
    [before],
  );
  const [counted] = await session.all(
    `SELECT seq FROM change_log ORDER BY seq DESC, ordinal DESC LIMIT 1 OFFSET ${KEPT_ROWS - 1}`,
  );
  if (!counted) return 0;
  const first = young?.['seq'] ?? null;
  return Math.min(Number(counted['seq']), first === null ? Infinity : Number(first)) - 1;
}

/** Everything that was told before is forgotten, and the name of the log is a new one. */
export async function beginEpoch(
  session: SqlSession,
  reason: string,
  at: string,
): Promise<Verdict<Position>> {
  const epoch = randomBytes(8).toString('hex');
  await session.all('UPDATE clock SET epoch = $1 WHERE id = 1', [epoch]);
  const position = await readClock(session);
  await cutLog(session, position.seq);
  await session.all('INSERT INTO epoch (epoch, seq, reason, written_at) VALUES ($1, $2, $3, $4)', [
    epoch,
    position.seq,
    reason,
    at,
  ]);
  return { commit: true, value: position };
}
