import { after, test, type TestContext } from 'node:test';
import pg from 'pg';
import { startTestPostgres } from '@pvp/testing/postgres';
import { openPostgres } from '../../src/store/drivers/postgres.ts';
import { logSuite } from './log-suite.ts';
import { recordSuite } from './record-suite.ts';
import { sharingSuite } from './sharing-suite.ts';

const { server, reason } = startTestPostgres();

if (server) {
  after(() => server.stop());
  recordSuite('PostgreSQL', (t) => schemaPlace(t, server.url));
  logSuite('PostgreSQL', (t) => schemaPlace(t, server.url));
  sharingSuite('PostgreSQL', {
    makePlace: (t) => schemaPlace(t, server.url),
    openDriver: async ({ databaseUrl }) => openPostgres(databaseUrl ?? ''),
    // Every store has a pool of its own; the server knows no difference between processes.
    startElsewhere: () => ({ writers: [], end: Promise.resolve() }),
  });
} else {
  test('PostgreSQL', { skip: `The PostgreSQL tests are skipped: ${reason}.` });
}

let schemas = 0;

/** A schema of its own, so that tests never meet in one database. */
async function schemaPlace(t: TestContext, url: string) {
  const schema = `pvp_test_${process.pid}_${(schemas += 1)}`;
  await runOnce(url, `CREATE SCHEMA ${schema}`);
  t.after(() => runOnce(url, `DROP SCHEMA ${schema} CASCADE`));
  const separator = url.includes('?') ? '&' : '?';
  const options = encodeURIComponent(`-c search_path=${schema}`);
  return { databaseUrl: `${url}${separator}options=${options}` };
}

async function runOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
