import { after, test } from 'node:test';
import { startTestPostgres } from '@pvp/testing/postgres';
import { schemaPlace } from '../../store/postgres-place.ts';
import { requestStoreSuite } from './store-suite.ts';

const { server, reason } = startTestPostgres();

if (server) {
  after(() => server.stop());
  requestStoreSuite('PostgreSQL', (t) => schemaPlace(t, server));
} else {
  test('PostgreSQL', { skip: `The PostgreSQL tests are skipped: ${reason}.` });
}
