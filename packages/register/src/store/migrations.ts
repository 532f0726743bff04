/** Brings a database to the schema version of this program, whoever else does so meanwhile. */
import { randomBytes } from 'node:crypto';
import type { SqlDriver, SqlSession } from './drivers/driver.ts';
import { retry } from './drivers/retry.ts';
import { StoreError } from './store-error.ts';
import { MIGRATION_STEPS } from './tables.ts';

/** The version that this program writes and reads. */
export const SCHEMA_VERSION = MIGRATION_STEPS.length;

/** How long to go on where processes create the tables at the same time, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Runs the missing steps in one transaction. Rejects with `newer-schema`, touching nothing, where
 * the database was written by a newer program. One that can only be read (a standby) must have this
 * version already.
 */
export async function migrate(driver: SqlDriver): Promise<void> {
  try {
    await retry(
      () => driver.transaction((session) => runMissingSteps(session, driver.keyType)),
      (error) => driver.isCreationRace(error),
      PATIENCE,
    );
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'not-writable')) throw error;
    await checkVersion(driver, error);
  }
}

async function checkVersion(session: SqlSession, notWritable: StoreError): Promise<void> {
  const [row] = await session
    .all('SELECT version FROM pvp_schema WHERE id = 1')
    .catch((error: StoreError) => {
      if (error.code === 'failed') return [];
      throw error;
    });
  const version = row && Number(row['version']);
  if (version === SCHEMA_VERSION) return;
  if (version !== undefined && version > SCHEMA_VERSION) throw newerSchema(version);
  const has = version === undefined ? 'no tables yet' : `schema version ${version}`;
  throw new StoreError(
    'not-writable',
    `${notWritable.message} It has ${has}, and this program needs version ${SCHEMA_VERSION}: first start a process that can write it.`,
    { cause: notWritable },
  );
}

function newerSchema(version: number): StoreError {
  return new StoreError(
    'newer-schema',
    `The database has schema version ${version}, and this program knows versions up to ${SCHEMA_VERSION}. Start the newer program that wrote it, or name another database.`,
  );
}

async function runMissingSteps(
  session: SqlSession,
  keyType: string,
): Promise<{ commit: boolean; value: void }> {
  await session.all(
    'CREATE TABLE IF NOT EXISTS pvp_schema (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)',
  );
  // The insert waits for another process that is at this point too, and then adds nothing.
  await session.all(
    'INSERT INTO pvp_schema (id, version) VALUES (1, 0) ON CONFLICT (id) DO NOTHING',
  );
  const [row] = await session.all('SELECT version FROM pvp_schema WHERE id = 1');
  const version = Number(row?.['version']);
  if (version > SCHEMA_VERSION) throw newerSchema(version);
  if (version === SCHEMA_VERSION) return { commit: false, value: undefined };
  for (const step of MIGRATION_STEPS.slice(version)) {
    for (const statement of step(keyType)) await session.all(statement);
  }
  if (version === 0) {
    await session.all('INSERT INTO clock (id, epoch, seq) VALUES (1, $1, 0)', [
      randomBytes(8).toString('hex'),
    ]);
  }
  await session.all('UPDATE pvp_schema SET version = $1 WHERE id = 1', [SCHEMA_VERSION]);
  return { commit: true, value: undefined };
}
