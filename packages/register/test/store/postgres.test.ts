import { after, test } from 'node:test';
import { startTestPostgres } from '@pvp/testing/postgres';
import { openPostgres } from '../../src/store/drivers/postgres.ts';
import { logSuite } from './log-suite.ts';
import { schemaPlace } from './postgres-place.ts';
import { recordSuite } from './record-suite.ts';
import { sharingSuite } from './sharing-suite.ts';

const { server, reason } = startTestPostgres();

if (server) {
  after(() => server.stop());
  recordSuite('PostgreSQL', (t) => schemaPlace(t, server));
  logSuite('PostgreSQL', (t) => schemaPlace(t, server));
  sharingSuite('PostgreSQL', {
    makePlace: (t) => schemaPlace(t, server),
    openDriver: async ({ databaseUrl }) => openPostgres(databaseUrl ?? ''),
    // Every store has a pool of its own; the server knows no difference between processes.
    startElsewhere: () => ({ writers: [], end: Promise.resolve() }),
  });
} else {
  test('PostgreSQL', { skip: `The PostgreSQL tests are skipped: ${reason}.` });
}
