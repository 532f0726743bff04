import { after, test, type TestContext } from 'node:test';
import pg from 'pg';
import { startTestPostgres } from '@pvp/testing/postgres';
import { replaySuite } from './replay-suite.ts';
import { retentionSuite } from './retention-suite.ts';

const { server, reason } = startTestPostgres();

if (server) {
  after(() => server.stop());
  const place = (t: TestContext) => schemaPlace(t, server.url);
  retentionSuite('PostgreSQL', place);
  replaySuite('PostgreSQL', place, [6]);
} else {
  test('PostgreSQL', { skip: `The PostgreSQL tests are skipped: ${reason}.` });
}

let schemas = 0;

/** A schema of its own, so that tests never meet in one database. */
async function schemaPlace(t: TestContext, url: string) {
  const schema = `pvp_sync_${process.pid}_${(schemas += 1)}`;
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
