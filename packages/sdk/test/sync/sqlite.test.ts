import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sqliteStore } from '@pvp/sdk/stores/sqlite';
import Database from 'libsql';
import {
  testDeaths,
  testFaults,
  testProperties,
  testReplicaStore,
  testRules,
} from '@pvp/testing/conformance';
import { sqlitePlace } from './support/store-places.ts';

testReplicaStore('SQLite', sqlitePlace);
testRules('SQLite', sqlitePlace);
testFaults('SQLite', sqlitePlace);
testDeaths('SQLite', sqlitePlace);
testProperties('SQLite', sqlitePlace, [11, 12]);

test('SQLite: a file that another process is writing to is waited for', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'pvp-replica-'));
  const file = join(folder, 'replica.db');
  const other = new Database(file);
  const store = sqliteStore(new Database(file));
  t.after(async () => {
    await store.close();
    other.close();
    rmSync(folder, { recursive: true });
  });
  /** Nobody else may read or write while it begins; then the other process is through. */
  const whileLocked = async <T>(work: () => Promise<T>): Promise<T> => {
    other.exec('BEGIN EXCLUSIVE');
    const done = work();
    await new Promise((next) => setImmediate(next));
    other.exec('COMMIT');
    return done;
  };
  const name = { register: 'https://register.example', scope: 'all', schema: 1 };
  await whileLocked(() => store.open(name));
  const putParts = [{ sha256: 'one', bytes: Uint8Array.of(120) }];
  assert.equal(await whileLocked(() => store.commit({ putParts })), true);
  const held = await whileLocked(() => store.readPart('one'));
  assert.deepEqual([...held!], [120]);
  assert.deepEqual(await whileLocked(() => store.partNames()), ['one']);
  assert.equal(await whileLocked(() => store.readState()), undefined);
});
