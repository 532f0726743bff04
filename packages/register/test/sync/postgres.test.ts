import { after, test, type TestContext } from 'node:test';
import { createTestSchema, startTestPostgres, type TestPostgres } from '@pvp/testing/postgres';
import { replaySuite } from './replay-suite.ts';
import { retentionSuite } from './retention-suite.ts';

const { server, reason } = startTestPostgres();

if (server) {
  after(() => server.stop());
  const place = (t: TestContext) => schemaPlace(t, server);
  retentionSuite('PostgreSQL', place);
  replaySuite('PostgreSQL', place, [6]);
} else {
  test('PostgreSQL', { skip: `The PostgreSQL tests are skipped: ${reason}.` });
}

async function schemaPlace(t: TestContext, server: TestPostgres) {
  const schema = await createTestSchema(server);
  t.after(() => schema.remove());
  return { databaseUrl: schema.url };
}
