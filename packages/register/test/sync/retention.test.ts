import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSqlite } from '../../src/store/drivers/sqlite.ts';
import { MIGRATION_STEPS } from '../../src/store/tables.ts';
import {
  filePlace,
  memoryPlace,
  openFor,
  put,
  service,
  temporaryFolder,
} from '../store/test-place.ts';
import { retentionSuite } from './retention-suite.ts';

retentionSuite('SQLite in memory', memoryPlace);
retentionSuite('an SQLite file', filePlace);

test('a database of the first version is followed from where it stood', async (t) => {
  const file = join(temporaryFolder(t), 'old.db');
  const driver = await openSqlite(file);
  await driver.transaction(async (session) => {
    await session.all('CREATE TABLE pvp_schema (id INTEGER PRIMARY KEY, version INTEGER NOT NULL)');
    for (const statement of MIGRATION_STEPS[0]!('TEXT')) await session.all(statement);
    await session.all('INSERT INTO pvp_schema (id, version) VALUES (1, 1)');
    await session.all("INSERT INTO clock (id, epoch, seq) VALUES (1, 'abc', 7)");
    return { commit: true, value: undefined };
  });
  await driver.close();
  const store = await openFor(t, { file });
  assert.deepEqual([...(await store.floors())], [['*', 7]]);
  await put(store, service('PV-1'));
  const { entries } = await store.changesOf(['all'], { since: 7, until: 8, limit: 10 });
  assert.deepEqual(entries.map(({ id }) => id), ['PV-1']); // prettier-ignore
});
