import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { postgresStore } from '@pvp/sdk/stores/postgres';
import pg from 'pg';
import {
  testDeaths,
  testFaults,
  testProperties,
  testReplicaStore,
  testRules,
} from '@pvp/testing/conformance';
import { startTestPostgres } from '@pvp/testing/postgres';
import { postgresPlace } from './support/store-places.ts';

const { server, reason } = startTestPostgres();

if (server) {
  after(() => server.stop());
  const place = postgresPlace(server);
  testReplicaStore('PostgreSQL', place);
  testRules('PostgreSQL', place);
  testFaults('PostgreSQL', place);
  testDeaths('PostgreSQL', place);
  testProperties('PostgreSQL', place, [31, 32]);

  test('PostgreSQL: a connection that the server ends fails one commit, and nothing else', async (t) => {
    const pool = new pg.Pool({ connectionString: server.url });
    t.after(() => pool.end());
    let isEnding = false;
    const store = postgresStore({
      async connect() {
        const client = await pool.connect();
        if (!isEnding) return client;
        const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
        return Object.assign(client, {
          async query(text: string, values?: unknown[]) {
            if (text.startsWith('INSERT')) {
              // Between two statements, as at a restart of the server.
              // Not `once` of node:events, which would hear the error too.
              const ended = new Promise((resolve) => client.once('end', resolve));
              await pool.query('SELECT pg_terminate_backend($1)', [rows[0].pid]);
              await ended;
            }
            return client.constructor.prototype.query.call(client, text, values);
          },
        });
      },
    });
    await store.open({ register: 'https://register.example', scope: 'all', schema: 1 });
    isEnding = true;
    const putParts = [{ sha256: 'one', bytes: Uint8Array.of(120) }];
    await assert.rejects(store.commit({ putParts }));
    isEnding = false;
    assert.deepEqual(await store.partNames(), []);
    await store.commit({ putParts });
    assert.deepEqual(await store.readPart('one'), Uint8Array.of(120));
    await store.destroy();
  });
} else {
  test('PostgreSQL', { skip: `The PostgreSQL tests are skipped: ${reason}.` });
}
