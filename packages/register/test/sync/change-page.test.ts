import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReadModel } from '../../src/read-model/read-model.ts';
import type { Store } from '../../src/store/store.ts';
import { changesAfter } from '../../src/sync/change-page.ts';
import { memoryPlace, openFor, put, service } from '../store/test-place.ts';

test('a page that the register overtakes while it is made leads on all the same', async (t) => {
  const store = await openFor(t, await memoryPlace(t));
  await put(store, service('PV-1'));
  const model = await ReadModel.open(store);
  t.after(() => model.close());
  const { epoch, seq } = model.position;
  const tell = () => ({ fetchedAt: null, signature: null });
  // The process takes in a write of somebody else between its look at the log and its answer.
  const changesOf: Store['changesOf'] = async (keys, range) => {
    const found = await store.changesOf(keys, range);
    if ((await store.count('service')) === 1) {
      await put(store, service('PV-2'));
      await model.catchUp();
    }
    return found;
  };
  const overtaken = { changesOf } as Store;
  const answer = await changesAfter(
    { scope: 'all', epoch, seq },
    { store: overtaken, model, tell },
  );
  assert.ok(answer.state === 'page');
  const { checkpoint, more, changes, count } = answer.page;
  assert.deepEqual([checkpoint, more, count], [`${epoch}.${seq + 1}`, false, 2]);
  assert.deepEqual(
    changes.map(({ id }) => id),
    ['PV-2'],
  );
});
