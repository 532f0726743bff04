/** A replica tells of life events what the register itself tells. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LiveSource, type LifeEventQuery } from '@pvp/sdk/source';
import { memoryStore, openReplica, ReplicaSource } from '@pvp/sdk/sync';
import { openRegister } from '@pvp/testing';

test('life events, needs and their services: live and from a replica', async (t) => {
  const register = await openRegister();
  t.after(() => register.close());
  const live = new LiveSource(register.origin);
  const replica = await openReplica({ register: register.origin, store: memoryStore() });
  t.after(() => replica.close());
  const held = new ReplicaSource(replica);
  const queries: LifeEventQuery[] = [
    {},
    { institution: ['ozolleja'] },
    { institution: ['90009990001', 'kalnupe'], profile: 'residents' },
    { profile: 'businesses' },
  ];
  for (const query of queries) {
    assert.equal(held.peekLifeEvents(query), undefined);
    const told = await live.loadLifeEvents(query);
    const kept = await held.loadLifeEvents(query);
    assert.ok(told.data.total > 5);
    assert.deepEqual(kept.data, told.data, JSON.stringify(query));
    assert.equal(held.peekLifeEvents(query), kept);
    assert.equal(live.peekLifeEvents(query), told);
  }
  const servicesOf = (query: LifeEventQuery) =>
    live.peekLifeEvents(query)!.data.items.reduce((sum, one) => sum + one.derived.serviceCount, 0);
  const [all, ...narrowed] = queries.map(servicesOf) as [number, ...number[]];
  for (const count of narrowed) assert.ok(count > 0 && count < all, `${count} of ${all}`);

  const event = (await (
    await fetch(`${register.origin}/v1/admin/life-event/laulibas`, {
      headers: { authorization: `Bearer ${register.adminToken}` },
    })
  ).json()) as Record<string, unknown>;
  await register.put({ ...event, needs: [] } as never);
  await replica.sync();
  const changed = (await held.loadLifeEvents({})).data.items.find(({ id }) => id === 'laulibas');
  assert.deepEqual(changed?.derived.needs, []);
});
