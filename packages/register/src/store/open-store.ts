import type { SqlDriver } from './drivers/driver.ts';
import { openPostgres } from './drivers/postgres.ts';
import { openSqlite } from './drivers/sqlite.ts';
import { migrate } from './migrations.ts';
import { SqlStore } from './sql-store.ts';
import type { Store } from './store.ts';

/** Where the data is: exactly one of the two. */
export interface StoreOptions {
  /** `postgresql://…` */
  databaseUrl?: string | undefined;
  /** Path of an SQLite file, created with its folder where there is none, or `:memory:`. */
  file?: string | ':memory:' | undefined;
}

/**
 * Opens a store and brings its schema up to date. Rejects with a `StoreError` that says what is
 * wrong with the place.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const driver = await openDriver(options);
  try {
    await migrate(driver);
  } catch (error) {
    await driver.close();
    throw error;
  }
  return new SqlStore(driver);
}

/** The engine behind a place. Rejects as `openStore` does. */
export async function openDriver({ databaseUrl, file }: StoreOptions): Promise<SqlDriver> {
  if ((databaseUrl === undefined) === (file === undefined)) {
    throw new TypeError('A store is opened with either a database address or a file.');
  }
  if (file !== undefined) return openSqlite(file);
  if (!/^postgres(ql)?:\/\//.test(databaseUrl!)) {
    throw new TypeError('The address of a database begins with postgresql://.');
  }
  return openPostgres(databaseUrl!);
}
