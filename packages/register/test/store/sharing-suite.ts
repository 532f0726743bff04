import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { SqlDriver } from '../../src/store/drivers/driver.ts';
import { migrate, SCHEMA_VERSION } from '../../src/store/migrations.ts';
import { openStore, type StoreOptions } from '../../src/store/open-store.ts';
import { SqlStore } from '../../src/store/sql-store.ts';
import type { LogEntry, Store } from '../../src/store/store.ts';
import { allChanges, CONTEXT, openFor, put, service, type MakePlace } from './test-place.ts';
import { idsOf, writeAsWriter, WRITERS } from './writer.ts';

export interface Sharing {
  makePlace: MakePlace;
  openDriver(options: StoreOptions): Promise<SqlDriver>;
  /** Lets the writers of these numbers work in processes of their own. */
  startElsewhere(options: StoreOptions): { writers: readonly number[]; end: Promise<unknown> };
}

/** What holds where several stores stand on one database, and where the engine fails. */
export function sharingSuite(
  name: string,
  { makePlace, openDriver, startElsewhere }: Sharing,
): void {
  describe(`sharing ${name}`, () => {
    test(`${WRITERS} writers at once: a poller misses nothing and the log has no gap`, async (t) => {
      const place = await makePlace(t);
      // First, on the empty database, so that the processes create the tables at the same time.
      const elsewhere = startElsewhere(place);
      const poller = await openFor(t, place);
      const here = Array.from({ length: WRITERS }, (_, n) => n).filter(
        (n) => !elsewhere.writers.includes(n),
      );
      let writing = true;
      const seen: LogEntry[] = [];
      const poll = async () => {
        for (let last = false; ; last = !writing) {
          const changes = await poller.changesSince(seen.at(-1)?.seq ?? 0, 7);
          seen.push(...changes);
          if (changes.length === 0 && last) return;
          await turn();
        }
      };
      const write = async (writer: number) => {
        const store = await openStore(place);
        await writeAsWriter(store, writer).finally(() => store.close());
      };
      const polled = poll();
      await Promise.all([...here.map(write), elsewhere.end]).finally(() => (writing = false));
      await polled;

      const { seq } = await poller.position();
      assert.deepEqual([...new Set(seen.map((entry) => entry.seq))], numbersTo(seq));
      assert.deepEqual(seen, await allChanges(poller));
      const contents = replay(seen);
      const expected = new Set(numbersTo(WRITERS).flatMap((n) => idsOf(n - 1)));
      assert.deepEqual(new Set(contents.keys()), expected);
      for await (const batch of poller.readAll()) {
        for (const { id, hash } of batch) assert.equal(contents.get(id), hash);
      }
      const audit = await poller.audit({ limit: 100_000 });
      assert.equal(audit.length, seen.length);
    });

    test('stores that open an empty database at once all succeed', async (t) => {
      const place = await makePlace(t);
      const stores = await Promise.all(Array.from({ length: 6 }, () => openStore(place)));
      t.after(() => Promise.all(stores.map((store) => store.close())));
      const epochs = await Promise.all(stores.map(async (store) => (await store.position()).epoch));
      assert.equal(new Set(epochs).size, 1);
    });

    test('a second opening keeps the data and the epoch', async (t) => {
      const place = await makePlace(t);
      const first = await openStore(place);
      await put(first, service('PV-1'));
      const position = await first.position();
      await first.close();
      const second = await openFor(t, place);
      assert.deepEqual(await second.position(), position);
      assert.equal(await second.count('service'), 1);
      assert.equal(second.schemaVersion, SCHEMA_VERSION);
    });

    test('a newer schema is refused with a clear sentence, and left as it is', async (t) => {
      const place = await makePlace(t);
      await (await openStore(place)).close();
      const driver = await openDriver(place);
      t.after(() => driver.close());
      const setVersion = (version: number) =>
        driver.transaction(async (session) => ({
          commit: true,
          value: await session.all('UPDATE pvp_schema SET version = $1', [version]),
        }));
      await setVersion(SCHEMA_VERSION + 1);
      await assert.rejects(openStore(place), {
        name: 'StoreError',
        code: 'newer-schema',
        message: new RegExp(
          `schema version ${SCHEMA_VERSION + 1}, .* knows versions up to ${SCHEMA_VERSION}`,
        ),
      });
      await setVersion(SCHEMA_VERSION);
      await (await openStore(place)).close();
    });

    test('a failure at any statement leaves nothing of the write', async (t) => {
      const place = await makePlace(t);
      const store = await openFor(t, place);
      await put(store, service('PV-1', { aliases: ['old-1'] }));
      const before = await contentsOf(store);
      const writes = ['PV-1', 'PV-2', 'PV-3'].map((id) => ({
        record: service(id, { title: { lv: 'jauns' }, holder: 'org', aliases: [`${id}-old`] }),
        expect: 'any' as const,
      }));
      let statements = 0;
      for (let succeeded = false; !succeeded; statements += 1) {
        const driver = await openDriver(place);
        const failing = new SqlStore(failAt(driver, statements));
        succeeded = await failing.write(writes, CONTEXT).then(
          () => true,
          (error: Error) => {
            assert.equal(error.message, 'the power went off');
            return false;
          },
        );
        await driver.close();
        if (!succeeded) assert.deepEqual(await contentsOf(store), before);
      }
      // Clock, reading, and one insert for each table at least.
      assert.ok(statements > 8, `${statements} statements`);
      assert.equal((await store.position()).seq, 2);
      assert.equal(await store.count('service'), 3);
    });

    test('a failure while the tables are created leaves an empty database', async (t) => {
      const place = await makePlace(t);
      const driver = await openDriver(place);
      await assert.rejects(migrate(failAt(driver, 8)), { message: 'the power went off' });
      await driver.close();
      const store = await openFor(t, place);
      assert.equal((await store.position()).seq, 0);
    });
  });
}

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, n) => n + 1);
}

/** The hashes by id that a follower of the log ends with; every step must fit the one before. */
function replay(changes: readonly LogEntry[]): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const { op, id, hash, prevHash, seq } of changes) {
    assert.equal(prevHash, hashes.get(id) ?? null, `${op} ${id} at ${seq}`);
    if (hash === null) hashes.delete(id);
    else hashes.set(id, hash);
  }
  return hashes;
}

async function contentsOf(store: Store) {
  const records = [];
  for await (const batch of store.readAll()) records.push(...batch);
  return {
    records,
    changes: await allChanges(store),
    audit: await store.audit({ limit: 1000 }),
    position: await store.position(),
    aliases: await Promise.all(
      ['old-1', 'PV-1-old', 'PV-2-old'].map((alias) => store.resolveAlias('service', alias)),
    ),
  };
}

/** The driver, whose transactions fail at their statement of this number (from 0). */
function failAt(driver: SqlDriver, failing: number): SqlDriver {
  return {
    engine: driver.engine,
    keyType: driver.keyType,
    hasSnapshots: driver.hasSnapshots,
    all: (text, values) => driver.all(text, values),
    snapshot: () => driver.snapshot(),
    isCreationRace: (error) => driver.isCreationRace(error),
    wipeDeleted: () => driver.wipeDeleted(),
    close: () => driver.close(),
    transaction: (work) =>
      driver.transaction((session) => {
        let count = 0;
        return work({
          all: async (text, values) => {
            if (count++ === failing) throw new Error('the power went off');
            return session.all(text, values);
          },
        });
      }),
  };
}
