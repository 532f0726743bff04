/**
 * One process that makes a first copy into a SQLite file and prints what it took, as JSON.
 * Arguments: origin of the register, file, where `libsql` is.
 */
import { openReplica } from '@pvp/sdk/sync';
import { sqliteStore, type SqliteDatabase } from '@pvp/sdk/stores/sqlite';

const [register = '', file = '', driver = ''] = process.argv.slice(2);
const { default: Database } = (await import(driver)) as {
  default: new (file: string) => SqliteDatabase;
};
const atStart = process.resourceUsage().maxRSS;
const replica = await openReplica({ register, store: sqliteStore(new Database(file)) });
const began = performance.now();
await replica.sync();
const seconds = (performance.now() - began) / 1000;
const { count } = replica.status;
await replica.close();
console.log(JSON.stringify({ count, seconds, atStart, peak: process.resourceUsage().maxRSS }));

/** `atStart` and `peak` in KiB, of what the process had in memory. */
export interface MemoryTaken {
  count: number;
  seconds: number;
  atStart: number;
  peak: number;
}
