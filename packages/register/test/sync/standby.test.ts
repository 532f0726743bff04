import assert from 'node:assert/strict';
import { after, describe, test, type TestContext } from 'node:test';
import { memoryStore, openReplica } from '@pvp/sdk/sync';
import { openRegister, until } from '@pvp/testing';
import {
  createTestSchema,
  startTestPostgres,
  type TestPostgres,
  type TestStandby,
} from '@pvp/testing/postgres';
import { ReadModel } from '../../src/read-model/read-model.ts';
import { pruneDaily } from '../../src/sync/prune-daily.ts';
import { openFor, service } from '../store/test-place.ts';
import { manyReadersSuite } from './many-readers-suite.ts';

const { server, reason } = startTestPostgres();
const standby = server?.startStandby?.();

if (server && standby) {
  after(() => server.stop());
  testStandby(server, standby);
  manyReadersSuite(server, standby);
} else {
  const why = reason ?? 'PVP_TEST_DATABASE_URL names a server that was not started here';
  test('standby', { skip: `The tests with a streaming replica are skipped: ${why}.` });
}

/** One register that writes, and one that reads from a standby. */
async function twoRegisters(t: TestContext, primary: TestPostgres, standby: TestStandby) {
  const schema = await createTestSchema(primary);
  const writingStore = await openFor(t, { databaseUrl: schema.url });
  const writing = await openRegister({ store: writingStore, seed: 'none' });
  await writing.put(service('PV-1') as never);
  const urlOfStandby = schema.urlOn(standby);
  const readingStore = await until('the tables on the standby', () =>
    openFor(t, { databaseUrl: urlOfStandby }).catch(() => undefined),
  );
  const token = 'a-token-of-many-characters';
  const reading = await openRegister({ store: readingStore, seed: 'none', adminToken: token });
  t.after(async () => {
    await standby.resume();
    await writing.close();
    await reading.close();
    await schema.remove();
  });
  const untilEqual = () =>
    until('both registers stand where the first one is', async () => {
      const heads = [await headOf(writing.origin), await headOf(reading.origin)];
      return heads[0]!.checkpoint === heads[1]!.checkpoint;
    });
  return { writing, reading, readingStore, token, untilEqual };
}

function testStandby(primary: TestPostgres, standby: TestStandby): void {
  describe('a register on a standby', () => {
    test('answers as the one that writes does, byte by byte', async (t) => {
      const { writing, reading, untilEqual } = await twoRegisters(t, primary, standby);
      await writing.put(service('PV-2') as never);
      await untilEqual();
      const { parts } = await json<{ parts: { sha256: string }[] }>(
        `${writing.origin}/v1/sync/all/snapshot`,
      );
      assert.equal(parts.length, 1);
      for (const path of [
        '/v1/services',
        '/v1/services/PV-2',
        '/v1/sync/all/head',
        '/v1/sync/all/snapshot',
        `/v1/parts/${parts[0]!.sha256}`,
      ]) {
        const [one, other] = [
          await fetch(writing.origin + path),
          await fetch(reading.origin + path),
        ];
        assert.deepEqual([other.status, await other.text()], [200, await one.text()], path);
        assert.equal(other.headers.get('etag'), one.headers.get('etag'), path);
      }
      assert.equal((await fetch(`${reading.origin}/v1/health`)).status, 200);
    });

    test('takes no writes, and says so', async (t) => {
      const { reading, token } = await twoRegisters(t, primary, standby);
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      for (const [method, path, extra, body] of [
        ['PUT', 'service/PV-9', { 'if-none-match': '*' }, service('PV-9')],
        ['POST', 'import', {}, [service('PV-9')]],
      ] as const) {
        const answer = await fetch(`${reading.origin}/v1/admin/${path}`, {
          method,
          headers: { ...headers, ...extra },
          body: JSON.stringify(body),
        });
        const { type, detail } = (await answer.json()) as Record<string, string>;
        assert.deepEqual([answer.status, type], [403, 'urn:pvp:problem:forbidden'], path);
        assert.equal(detail, 'The store of this process can only be read. Nothing was changed.');
      }
    });

    test('that lags says so, in an answer that nobody keeps; a client waits for it', async (t) => {
      const { writing, reading, untilEqual } = await twoRegisters(t, primary, standby);
      await untilEqual();
      let answering = writing.origin;
      // As behind a load balancer: one address, now this process, now that one.
      const through: typeof fetch = (input, init) => {
        const { pathname, search } = new URL(input instanceof Request ? input.url : input);
        return fetch(answering + pathname + search, init);
      };
      const replica = await openReplica({
        register: 'http://register.example',
        store: memoryStore(),
        fetch: through,
        retry: 0,
      });
      t.after(() => replica.close());
      await replica.sync();
      const before = replica.status.checkpoint!;
      await standby.pause();
      await writing.put(service('PV-1', { title: { lv: 'Jauns' } }) as never);
      await replica.sync();
      const { checkpoint } = replica.status;
      assert.notEqual(checkpoint, before);

      const ahead = await fetch(`${reading.origin}/v1/sync/all/changes?since=${checkpoint}`);
      const { type } = (await ahead.json()) as { type: string };
      assert.deepEqual([ahead.status, type], [503, 'urn:pvp:problem:position-ahead']);
      assert.equal(ahead.headers.get('cache-control'), 'no-store');
      assert.equal(ahead.headers.get('retry-after'), '1');
      assert.equal((await headOf(reading.origin)).checkpoint, before);

      answering = reading.origin;
      await assert.rejects(replica.sync(), { reason: 'behind', retryable: true });
      assert.equal(replica.status.checkpoint, checkpoint);
      const held = await replica.get<{ title: { lv: string } }>('service', 'PV-1');
      assert.equal(held?.title.lv, 'Jauns');

      await standby.resume();
      await untilEqual();
      const report = await replica.sync();
      assert.deepEqual([report.to, report.changes], [checkpoint, []]);
    });

    test('that has not heard of a new epoch does not lead a client back', async (t) => {
      const { writing, reading, untilEqual } = await twoRegisters(t, primary, standby);
      await untilEqual();
      await standby.pause();
      const { epoch, seq } = await writing.store.newEpoch('a restore', new Date().toISOString());
      const since = `${epoch}.${seq}`;
      await until('the first register has noticed', async () => {
        return (await headOf(writing.origin)).checkpoint === since;
      });
      const answer = await fetch(`${reading.origin}/v1/sync/all/changes?since=${since}`);
      const { type } = (await answer.json()) as { type: string };
      assert.deepEqual([answer.status, type], [410, 'urn:pvp:problem:epoch-unknown']);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      await standby.resume();
      await untilEqual();
      assert.equal((await headOf(reading.origin)).checkpoint, since);
    });

    test('does not prune the log, and does not complain of it', async (t) => {
      const { readingStore } = await twoRegisters(t, primary, standby);
      const model = await ReadModel.open(readingStore);
      const shutdown = new AbortController();
      t.after(() => {
        shutdown.abort();
        model.close();
      });
      const warned: unknown[] = [];
      const log = { warn: (told: unknown) => warned.push(told) } as never;
      t.mock.timers.enable({ apis: ['setTimeout'] });
      pruneDaily({ store: readingStore, model, log, clock: () => new Date() }, shutdown.signal);
      const { version } = model;
      t.mock.timers.tick(60_000);
      t.mock.timers.reset();
      await until('the floors were read anew', () => model.version > version);
      assert.deepEqual(warned, []);
    });
  });
}

async function headOf(origin: string): Promise<{ checkpoint: string }> {
  return json(`${origin}/v1/sync/all/head`);
}

async function json<T>(url: string): Promise<T> {
  return (await fetch(url)).json() as Promise<T>;
}
