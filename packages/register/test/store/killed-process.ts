/** Begins a write to an SQLite file and dies before it ends. */
import { openSqlite } from '../../src/store/drivers/sqlite.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import { CONTEXT, put, service } from './test-place.ts';

const driver = await openSqlite(process.argv[2] ?? '');
const dying = new SqlStore({
  engine: driver.engine,
  keyType: driver.keyType,
  hasSnapshots: driver.hasSnapshots,
  all: (text, values) => driver.all(text, values),
  snapshot: () => driver.snapshot(),
  isCreationRace: (error) => driver.isCreationRace(error),
  wipeDeleted: () => driver.wipeDeleted(),
  close: () => driver.close(),
  transaction: (work) =>
    driver.transaction(async (session) => {
      await work(session);
      // All statements ran; only the commit is missing.
      process.kill(process.pid, 'SIGKILL');
      return new Promise<never>(() => undefined);
    }),
});
await put(dying, service('PV-9'), CONTEXT);
