/** Brings a database to the schema version of this program, whoever else does so meanwhile. */
import { randomBytes } from 'node:crypto';
import type { SqlDriver, SqlSession } from './drivers/driver.ts';
import { retry } from './drivers/retry.ts';
import { StoreError } from './store-error.ts';
import { MIGRATION_STEPS, type MigrationStep } from './tables.ts';

/** The version that this program writes and reads. */
export const SCHEMA_VERSION = MIGRATION_STEPS.length;

/** Tables that have a version of their own; several schemas may share one database. */
export interface Schema {
  /** Row of `pvp_schema` that keeps the version. Never changes. */
  id: number;
  steps: readonly MigrationStep[];
  /** What follows the steps where there was nothing before, in the same transaction. */
  begin?: (session: SqlSession) => Promise<void>;
}

const RECORDS: Schema = {
  id: 1,
  steps: MIGRATION_STEPS,
  begin: async (session) => {
    await session.all('INSERT INTO clock (id, epoch, seq) VALUES (1, $1, 0)', [
      randomBytes(8).toString('hex'),
    ]);
  },
};

/** How long to go on where processes create the tables at the same time, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Runs the missing steps in one transaction. Rejects with `newer-schema`, touching nothing, where
 * the database was written by a newer program. One that can only be read (a standby) must have this
 * version already.
 */
export async function migrate(driver: SqlDriver, schema: Schema = RECORDS): Promise<void> {
  try {
    await retry(
      () => driver.transaction((session) => runMissingSteps(session, driver.keyType, schema)),
      (error) => driver.isCreationRace(error),
      PATIENCE,
    );
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'not-writable')) throw error;
    await checkVersion(driver, schema, error);
  }
}

async function checkVersion(
  session: SqlSession,
  { id, steps }: Schema,
  notWritable: StoreError,
): Promise<void> {
  const [row] = await session
    .all('SELECT version FROM pvp_schema WHERE id = $1', [id])
    .catch((error: StoreError) => {
      if (error.code === 'failed') return [];
      throw error;
    });
  const version = row && Number(row['version']);
  if (version === steps.length) return;
  if (version !== undefined && version > steps.length) throw newerSchema(version, steps.length);
  const has = version === undefined ? 'no tables yet' : `schema version ${version}`;
  throw new StoreError(
    'not-writable',
    `${notWritable.message} It has ${has}, and this program needs version ${steps.length}: first start a process that can write it.`,
    { cause: notWritable },
  );
}

function newerSchema(version: number, known: number): StoreError {
  return new StoreError(
    'newer-schema',
    `The database has schema version ${version}, and this program knows versions up to ${known}. Start the newer program that wrote it, or name another database.`,
  );
}

async function runMissingSteps(
  session: SqlSession,
  keyType: string,
  { id, steps, begin }: Schema,
): Promise<{ commit: boolean; value: void }> {
  await session.all(
    'CREATE TABLE IF NOT EXISTS pvp_schema (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)',
  );
  // The insert waits for another process that is at this point too, and then adds nothing.
  await session.all(
    'INSERT INTO pvp_schema (id, version) VALUES ($1, 0) ON CONFLICT (id) DO NOTHING',
    [id],
  );
  const [row] = await session.all('SELECT version FROM pvp_schema WHERE id = $1', [id]);
  const version = Number(row?.['version']);
  if (version > steps.length) throw newerSchema(version, steps.length);
  if (version === steps.length) return { commit: false, value: undefined };
  for (const step of steps.slice(version)) {
    for (const statement of step(keyType)) await session.all(statement);
  }
  if (version === 0) await begin?.(session);
  await session.all('UPDATE pvp_schema SET version = $1 WHERE id = $2', [steps.length, id]);
  return { commit: true, value: undefined };
}
