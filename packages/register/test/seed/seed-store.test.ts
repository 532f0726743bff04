import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleRecords, seedStore } from '../../src/seed/index.ts';
import { openStore } from '../../src/store/open-store.ts';

const AT = '2026-11-21T09:00:00Z';

test('the sample data goes into a store in whole, and a second time changes nothing', async () => {
  const store = await openStore({ file: ':memory:' });
  try {
    const records = await sampleRecords();
    const first = await seedStore(store, { at: AT });
    assert.equal(first.accepted, records.length);
    assert.equal(await store.count('organization'), 17);
    assert.equal(await store.count('knowledge-entry'), 60);
    const { seq } = await store.position();
    const second = await seedStore(store, { at: '2026-11-22T09:00:00Z' });
    assert.equal(second.unchanged, records.length);
    assert.equal((await store.position()).seq, seq);
  } finally {
    await store.close();
  }
});
