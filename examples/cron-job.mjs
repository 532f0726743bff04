/**
 * Keeps a copy of an institution's descriptions and says what changed since the last run, one line
 * for each service. Meant for cron, which sends what is printed by mail:
 *
 *   15 6 * * 1-5  node cron-job.mjs https://register.example institution/ozolleja /var/lib/pvp/copy.db
 *
 * Ends with 0, with 75 where the next run may do it, with 1 where somebody has to look.
 */
import Database from 'libsql';
import { RegisterError } from '@pvp/sdk';
import { openReplica } from '@pvp/sdk/sync';
import { sqliteStore } from '@pvp/sdk/stores/sqlite';

const WORDS = {
  text: 'text',
  cost: 'price',
  contact: 'contacts',
  relation: 'links',
  legal: 'legal acts',
  cosmetic: 'spelling',
};

const [register, scope, file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage: cron-job.mjs <register> <scope> <file>');
  process.exit(2);
}

const replica = await openReplica({ register, scope, store: sqliteStore(new Database(file)) });
try {
  const report = await replica.sync({ signal: AbortSignal.timeout(300_000) });
  if (report.held) {
    // The copy stays as it was. `replica.acceptHeld()` would take the snapshot after all.
    const { count, newCount } = report.held;
    console.log(`Held back: the register has ${newCount} records where it had ${count}.`);
    process.exitCode = 1;
  }
  for (const { kind, id, op, classes } of report.changes) {
    if (kind !== 'service') continue;
    const service = await replica.get(kind, id);
    const what = op === 'delete' ? 'gone' : classes.map((name) => WORDS[name]).join(', ');
    console.log(`${id}  ${service?.title.lv ?? ''}  [${what}]`);
  }
  const { checkpoint, count } = replica.status;
  if (report.from === undefined) console.log(`First copy: ${count} records at ${checkpoint}.`);
} catch (error) {
  if (!(error instanceof RegisterError)) throw error;
  // What was held before is held and readable still.
  console.error(error.message);
  process.exitCode = error.retryable ? 75 : 1;
} finally {
  await replica.close();
}
