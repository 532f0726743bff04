import assert from 'node:assert/strict';
import { after, describe, test, type TestContext } from 'node:test';
import { until } from '@pvp/testing';
import {
  createTestSchema,
  startTestPostgres,
  type TestPostgres,
  type TestStandby,
} from '@pvp/testing/postgres';
import pg from 'pg';
import { ReadModel } from '../../src/read-model/read-model.ts';
import { openPostgres } from '../../src/store/drivers/postgres.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Position, Store } from '../../src/store/store.ts';
import { CONTEXT, openFor, put, service } from './test-place.ts';

const { server, reason } = startTestPostgres();
const standby = server?.startStandby?.();

if (server && standby) {
  after(() => server.stop());
  testStandby(server, standby);
} else {
  const why = reason ?? 'PVP_TEST_DATABASE_URL names a server that was not started here';
  test('standby', { skip: `The tests with a streaming replica are skipped: ${why}.` });
}

function testStandby(primary: TestPostgres, standby: TestStandby): void {
  /** Two addresses of one database: where it is written, and where it is only read. */
  const place = async (t: TestContext) => {
    const schema = await createTestSchema(primary);
    t.after(() => schema.remove());
    return { primary: schema.url, standby: schema.urlOn(standby) };
  };
  /** The standby is asked without the store, so that the store's first look is the right one. */
  const untilThere = async (databaseUrl: string, statement: string) => {
    const pool = new pg.Pool({ connectionString: databaseUrl });
    const look = () =>
      pool.query(statement).then(
        ({ rows }) => rows.length > 0,
        () => false,
      );
    await until(`the standby gives rows for ${statement}`, look).finally(() => pool.end());
  };

  describe('a store on a standby', () => {
    test('reads what the first server holds, and takes no writes', async (t) => {
      const { primary, standby } = await place(t);
      const writing = await openFor(t, { databaseUrl: primary });
      await put(writing, service('PV-1'));
      await untilThere(standby, 'SELECT 1 FROM record');
      const reading = await openFor(t, { databaseUrl: standby });
      assert.deepEqual(await reading.position(), await writing.position());
      assert.equal((await reading.get('service', 'PV-1'))?.id, 'PV-1');
      assert.deepEqual(await reading.changesSince(0, 10), await writing.changesSince(0, 10));
      const batches = [];
      for await (const batch of reading.readAll(1)) batches.push(...batch);
      assert.deepEqual(
        batches.map(({ id }) => id),
        ['PV-1'],
      );
      await assert.rejects(put(reading, service('PV-2')), {
        name: 'StoreError',
        code: 'not-writable',
        retryable: false,
      });
    });

    test('says what is wrong where the tables are missing', async (t) => {
      const { standby } = await place(t);
      await untilThere(standby, `SELECT 1 FROM pg_namespace WHERE nspname = current_schema()`);
      await assert.rejects(openStore({ databaseUrl: standby }), {
        name: 'StoreError',
        code: 'not-writable',
        message:
          /cannot be written: .* It has no tables yet, .*: first start a process that can write it/,
      });
    });

    test('a newer schema is refused there too', async (t) => {
      const { primary, standby } = await place(t);
      await (await openStore({ databaseUrl: primary })).close();
      const driver = openPostgres(primary);
      t.after(() => driver.close());
      await driver.all('UPDATE pvp_schema SET version = 99');
      await untilThere(standby, 'SELECT 1 FROM pvp_schema WHERE version = 99');
      await assert.rejects(openStore({ databaseUrl: standby }), { code: 'newer-schema' });
      await driver.all('UPDATE pvp_schema SET version = 1');
      await untilThere(standby, 'SELECT 1 FROM pvp_schema WHERE version = 1');
      await assert.rejects(openStore({ databaseUrl: standby }), {
        code: 'not-writable',
        message: /It has schema version 1, and this program needs version 2:/,
      });
    });

    test('a reader that is in the way of the replication is ended, and nothing else', async (t) => {
      const { primary, standby } = await place(t);
      const writing = await openFor(t, { databaseUrl: primary });
      for (const id of ['PV-1', 'PV-2', 'PV-3']) await put(writing, service(id));
      await untilThere(standby, `SELECT 1 FROM record WHERE id = 'PV-3'`);
      const reading = await openFor(t, { databaseUrl: standby });
      const reader = reading.readAll(1)[Symbol.asyncIterator]();
      await reader.next();
      await clearAway(writing, primary, reading);
      await assert.rejects(
        async () => {
          while (!(await reader.next()).done);
        },
        { name: 'StoreError', retryable: true },
      );
      assert.equal((await reading.get('service', 'PV-3'))?.id, 'PV-3');
    });

    test('a process that starts reads once more what was broken off', async (t) => {
      const { primary, standby } = await place(t);
      const writing = await openFor(t, { databaseUrl: primary });
      for (const id of ['PV-1', 'PV-2', 'PV-3']) await put(writing, service(id));
      await untilThere(standby, `SELECT 1 FROM record WHERE id = 'PV-3'`);
      const reading = await openFor(t, { databaseUrl: standby });
      let readings = 0;
      const slowReader = {
        position: () => reading.position(),
        floors: () => reading.floors(),
        async *readAll(_size: number, onStart: (position: Position) => void) {
          const isFirst = ++readings === 1;
          for await (const batch of reading.readAll(1, onStart)) {
            yield batch;
            if (isFirst) await clearAway(writing, primary, reading);
          }
        },
      };
      const model = await ReadModel.open(slowReader as unknown as Store);
      t.after(() => model.close());
      assert.equal(readings, 2);
      assert.equal(model.checkpoint.split('.')[1], '5');
      assert.deepEqual(
        ['PV-1', 'PV-2', 'PV-3', 'PV-4'].filter((id) => model.contents.get('service', id)),
        ['PV-1', 'PV-3', 'PV-4'],
      );
    });
  });
}

/** What readers on the standby may still need is deleted and cleared away, on both servers. */
async function clearAway(writing: Store, primary: string, reading: Store): Promise<void> {
  await writing.delete('service', 'PV-2', 'any', 'redacted', CONTEXT);
  const driver = openPostgres(primary);
  await driver.all('VACUUM record, record_body').finally(() => driver.close());
  await put(writing, service('PV-4'));
  const { seq } = await writing.position();
  await until('the standby is through', async () => (await reading.position()).seq === seq);
}
