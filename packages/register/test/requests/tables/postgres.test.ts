import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startTestPostgres } from '@pvp/testing/postgres';
import { RequestStore } from '../../../src/requests/tables/request-store.ts';
import { schemaPlace } from '../../store/postgres-place.ts';
import { request, RequestWorld } from '../request-world.ts';
import { requestStoreSuite } from './store-suite.ts';

const { server, reason } = startTestPostgres();

if (server) {
  after(() => server.stop());
  requestStoreSuite('PostgreSQL', (t) => schemaPlace(t, server));

  test('a standby, which can only be read, serves records and takes no requests', async (t) => {
    const { databaseUrl = '' } = await schemaPlace(t, server);
    await (await RequestStore.open({ databaseUrl })).close();
    const readOnly = new URL(databaseUrl);
    const options = readOnly.searchParams.get('options') ?? '';
    readOnly.searchParams.set('options', `${options} -c default_transaction_read_only=on`);
    const requestPlace = { databaseUrl: readOnly.href.replaceAll('+', '%20') };
    await assert.rejects(RequestStore.open(requestPlace), { code: 'not-writable' });

    const lines: string[] = [];
    const world = await RequestWorld.open(t, {
      requestPlace,
      env: { PVP_REQUEST_KEY: 'a-key-that-is-only-for-this-test-and-long' },
      onLogLine: (line) => lines.push(line),
    });
    assert.equal((await world.send(request())).status, 404);
    assert.equal((await world.fetch('/v1/services/PV-1001')).status, 200);
    assert.match(lines.join('\n'), /no requests are taken: their database can only be read/);
  });
} else {
  test('PostgreSQL', { skip: `The PostgreSQL tests are skipped: ${reason}.` });
}
