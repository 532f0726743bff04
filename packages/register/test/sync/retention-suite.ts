import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { ReadModel } from '../../src/read-model/read-model.ts';
import type { Store } from '../../src/store/store.ts';
import { changesAfter } from '../../src/sync/change-page.ts';
import { openFor, put, service, type MakePlace } from '../store/test-place.ts';

const tell = () => ({ fetchedAt: null, signature: null });

const DAY = 24 * 3600 * 1000;
const START = Date.parse('2026-01-01T00:00:00Z');
const day = (n: number) => new Date(START + n * DAY).toISOString();

/** How long the log of a store remembers, on any engine. */
export function retentionSuite(name: string, makePlace: MakePlace): void {
  const open = async (t: TestContext) => openFor(t, await makePlace(t));

  describe(`the log's memory in ${name}`, () => {
    test('nothing is forgotten below 10,000 rows, however old', async (t) => {
      const store = await open(t);
      await put(store, service('PV-1'), { actor: 't', at: day(0) });
      await store.delete('service', 'PV-1', 'any', 'x', { actor: 't', at: day(0) });
      assert.equal(await store.prune(day(4000)), 0);
      assert.equal((await store.changesSince(0, 10)).length, 2);
    });

    test('what is younger than 90 days stays, however many rows follow', async (t) => {
      const store = await open(t);
      await fill(store, 0, 3, day(0));
      await fill(store, 3, 110, day(50));
      assert.equal(await store.prune(day(60)), 0);
      // 90 days after the first rows, and not after the others.
      const floor = await store.prune(day(100));
      assert.equal(floor, 3);
      assert.equal((await store.floors()).get('*'), 3);
      const kept = await store.changesSince(0, 1);
      assert.equal(kept[0]?.seq, 4, 'everything above the floor is kept');
      // Now age allows more, and 10,000 rows stay all the same.
      const later = await store.prune(day(4000));
      assert.equal(later, 10);
      const rest = await store.changesSince(0, 100_000);
      assert.equal(rest.length, 10_000);
      assert.equal(rest[0]?.seq, 11);
      assert.equal(await store.prune(day(4001)), 10, 'a second time changes nothing');

      const model = await ReadModel.open(store);
      t.after(() => model.close());
      const { epoch } = model.position;
      assert.equal(model.floor('all'), `${epoch}.10`);
      const ask = (seq: number) =>
        changesAfter({ scope: 'all', epoch, seq }, { store, model, tell });
      assert.deepEqual(await ask(9), { state: 'truncated', floor: `${epoch}.10` });
      assert.equal((await ask(10)).state, 'page');
      // Rows of records that nobody reads are forgotten with the rest.
      const { entries } = await store.changesOf(['*', 'all'], { since: 0, until: 12, limit: 999 });
      assert.deepEqual([...new Set(entries.map(({ seq }) => seq))], [11, 12]);
    });

    test('a scope rises above the log where its life event names other needs', async (t) => {
      const store = await open(t);
      const at = { actor: 't', at: day(0) };
      const event = (needs: string[]) => ({
        type: 'life-event',
        id: 'e',
        title: { lv: 'E' },
        needs,
      });
      await put(store, event(['n1']), at);
      await put(store, service('PV-1', { needs: ['n1'] }), at);
      await put(store, service('PV-2', { needs: ['n2'] }), at);
      await put(store, { ...event(['n1']), title: { lv: 'Cits' } }, at);
      assert.deepEqual([...(await store.floors())], [['life-event/e', 1]]);
      await put(store, event(['n2']), at);
      assert.deepEqual([...(await store.floors())], [['life-event/e', 5]]);
      const model = await ReadModel.open(store);
      t.after(() => model.close());
      const { epoch } = model.position;
      const ask = (scope: string, seq: number) =>
        changesAfter({ scope, epoch, seq }, { store, model, tell });
      assert.equal((await ask('life-event/e', 4)).state, 'truncated');
      assert.equal((await ask('life-event/e', 5)).state, 'page');
      assert.equal((await ask('all', 0)).state, 'page');
    });

    test('a new epoch has a new name, goes on counting and forgets what was told', async (t) => {
      const store = await open(t);
      await fill(store, 0, 3, day(0));
      const model = await ReadModel.open(store);
      t.after(() => model.close());
      const before = model.position;
      const now = await store.newEpoch('restored from the backup of yesterday', day(1));
      assert.notEqual(now.epoch, before.epoch);
      assert.match(now.epoch, /^[0-9a-z]{16}$/);
      assert.equal(now.seq, 3);
      assert.deepEqual(await store.position(), now);
      assert.deepEqual(await store.changesSince(0, 10), []);
      assert.equal(await store.count('service'), 300);

      const state = model.scopeState('all');
      const ask = (epoch: string, seq: number) =>
        changesAfter({ scope: 'all', epoch, seq }, { store, model, tell });
      // A process that has not heard of it finds out before it answers.
      assert.deepEqual(await ask(before.epoch, 2), { state: 'foreign', floor: `${now.epoch}.3` });
      assert.deepEqual(model.position, now);
      assert.deepEqual(model.scopeState('all'), state);
      assert.deepEqual(await ask(now.epoch, 2), { state: 'truncated', floor: `${now.epoch}.3` });
      await put(store, service('PV-new'), { actor: 't', at: day(2) });
      await model.catchUp();
      const answer = await ask(now.epoch, 3);
      assert.ok(answer.state === 'page');
      assert.deepEqual(answer.page.changes.map(({ seq, id }) => [seq, id]), [[4, 'PV-new']]); // prettier-ignore
    });

    test('a page of a scope ends between transactions where it would be too long', async (t) => {
      const store = await open(t);
      await fill(store, 0, 12, day(0));
      await put(store, { type: 'organization', id: 'o', title: { lv: 'O' } });
      const model = await ReadModel.open(store);
      t.after(() => model.close());
      const { epoch } = model.position;
      const ends: [string, number, boolean][] = [];
      for (let seq = 0; ;) {
        const answer = await changesAfter({ scope: 'all', epoch, seq }, { store, model, tell });
        assert.ok(answer.state === 'page');
        const { checkpoint, changes, more } = answer.page;
        ends.push([checkpoint, changes.length, answer.closed]);
        seq = Number(checkpoint.split('.')[1]);
        if (!more) break;
      }
      assert.deepEqual(ends, [[`${epoch}.10`, 1000, true], [`${epoch}.13`, 201, false]]); // prettier-ignore
      // No row of the scope in any of them, and the position moves all the same.
      const scope = 'institution/o';
      const quiet = await changesAfter({ scope, epoch, seq: 0 }, { store, model, tell });
      assert.ok(quiet.state === 'page');
      assert.deepEqual(quiet.page.changes.map(({ id }) => id), ['o']); // prettier-ignore
      assert.equal(quiet.page.checkpoint, `${epoch}.13`);
    });
  });
}

/** Transactions of 100 services each. */
async function fill(store: Store, from: number, to: number, at: string): Promise<void> {
  for (let n = from; n < to; n++) {
    const writes = Array.from({ length: 100 }, (_, index) => ({
      record: service(`PV-${n}-${index}`),
      expect: 'absent' as const,
    }));
    await store.write(writes, { actor: 'fill', at });
  }
}
