import type { TestContext } from 'node:test';
import pg from 'pg';

let schemas = 0;

/** A schema of its own, so that tests never meet in one database. */
export async function schemaPlace(t: TestContext, url: string) {
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
