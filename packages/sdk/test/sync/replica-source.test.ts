import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { memoryStore, openReplica, ReplicaSource } from '@pvp/sdk/sync';
import { replicaWorld } from '@pvp/testing/conformance';
import { memoryPlace } from './support/store-places.ts';

const records = [
  {
    type: 'organization',
    id: 'ozolleja',
    title: { lv: 'Ozollejas novads' },
    homepage: 'https://o.example',
  },
  { type: 'need', id: 'vieta', title: { lv: 'Vieta bērnudārzā' } },
  { type: 'life-event', id: 'berns', title: { lv: 'Bērna piedzimšana' }, needs: ['vieta'] },
  service('PV-1', {
    title: { lv: 'Rinda uz bērnudārzu' },
    needs: ['vieta'],
    template: 'T-1',
    aliases: ['OLD-1'],
  }),
  service('PV-2', { title: { lv: 'Koku ciršana' }, related: ['PV-1'] }),
  service('PV-3', { status: 'merged', successor: 'PV-1', title: { lv: 'Sen' } }),
  service('PV-4', { status: 'retired', title: { lv: 'Vairs nav' }, successor: 'PV-2' }),
];

function service(id: string, fields: object) {
  return {
    type: 'service',
    id,
    kind: 'public-individual',
    status: 'active',
    holder: 'ozolleja',
    ...fields,
  };
}

async function start(t: TestContext) {
  const world = await replicaWorld(t, memoryPlace);
  world.model.write(...records.map((put) => ({ put: put as never })));
  world.server.date = Date.parse('2026-11-21T10:00:00Z');
  const replica = await world.open();
  return { ...world, replica, source: new ReplicaSource(replica) };
}

test('lists, facets, search and descriptions come from the replica', async (t) => {
  const { source, proxy } = await start(t);
  assert.equal(source.peekList({}), undefined);
  const list = await source.loadList({ lang: 'lv' });
  assert.deepEqual(
    list.data.items.map(({ id }) => id),
    ['PV-2', 'PV-1'],
  );
  assert.equal(list.data.items[0]?.institution?.title, 'Ozollejas novads');
  assert.deepEqual(list.freshness, { state: 'fresh', fetchedAt: '2026-11-21T10:00:00.000Z' });
  assert.equal(source.peekList({ lang: 'lv' }), list);
  assert.deepEqual(
    (await source.loadList({ q: 'koku' })).data.items.map(({ id }) => id),
    ['PV-2'],
  );
  const { data } = await source.loadService('PV-1');
  assert.deepEqual(data.derived?.objects, {
    'organization/ozolleja': { title: { lv: 'Ozollejas novads' }, url: 'https://o.example' },
    'need/vieta': { title: { lv: 'Vieta bērnudārzā' } },
    'life-event/berns': { title: { lv: 'Bērna piedzimšana' } },
  });
  assert.deepEqual(
    data.derived?.instances?.map(({ id }) => id),
    ['PV-1'],
  );
  assert.equal(proxy.count('/v1/services**'), 0);
});

test('spaces around a question change nothing, as in the register', async (t) => {
  const { source } = await start(t);
  const found = async (q: string) => (await source.loadList({ q })).data.items.map(({ id }) => id);
  assert.deepEqual(await found('ko '), ['PV-2']);
  assert.deepEqual(await found(' ko\n'), ['PV-2']);
  // Nothing but spaces asks for nothing.
  assert.deepEqual(await found(' '), ['PV-2', 'PV-1']);
});

test('aliases, mergers and retired services are answered as the register does', async (t) => {
  const { source } = await start(t);
  assert.deepEqual((await source.loadService('OLD-1')).data.derived?.resolvedFrom, {
    id: 'OLD-1',
    reason: 'alias',
  });
  assert.equal((await source.loadService('PV-3')).data.id, 'PV-1');
  await assert.rejects(source.loadService('PV-4'), (error: { code: string; subject: unknown }) => {
    assert.equal(error.code, 'gone');
    assert.deepEqual(error.subject, {
      id: 'PV-4',
      title: { lv: 'Vairs nav' },
      successor: { id: 'PV-2', title: { lv: 'Koku ciršana' } },
    });
    return true;
  });
  await assert.rejects(source.loadService('PV-99'), { code: 'not-found' });
});

test('a change is taken in, and those who watch are told after it', async (t) => {
  const { source, model } = await start(t);
  await source.loadList({});
  const told = new Promise<string>((resolve) => {
    t.after(source.watch(({ checkpoint }) => checkpoint === 'e1.2' && resolve(checkpoint)));
  });
  model.write({ put: service('PV-2', { title: { lv: 'Āra terase' } }) as never });
  await source.loadList({}, { revalidate: true });
  assert.equal(await told, 'e1.2');
  const list = await source.loadList({});
  assert.deepEqual(
    list.data.items.map(({ title }) => title),
    ['Āra terase', 'Rinda uz bērnudārzu'],
  );
});

test('a second visit with the register switched off shows everything, dated', async (t) => {
  const { source, replica, open, proxy } = await start(t);
  await source.loadList({});
  await replica.close();
  await proxy.refuseConnections();
  const again = new ReplicaSource(await open());
  const first = await again.loadList({ q: 'koku' });
  assert.equal(first.data.total, 1);
  const later = await again.loadList({ q: 'koku' }, { revalidate: true });
  assert.deepEqual(later.freshness, { state: 'stale', fetchedAt: '2026-11-21T10:00:00.000Z' });
  assert.equal(later.key, first.key);
  assert.equal((await again.loadService('PV-2')).freshness.state, 'stale');
  await proxy.acceptConnections();
});

test('with nothing held and no register, the reader is told', async (t) => {
  const { proxy } = await start(t);
  await proxy.refuseConnections();
  const replica = await openReplica({ register: proxy.origin, store: memoryStore(), retry: 0 });
  const source = new ReplicaSource(replica);
  await assert.rejects(source.loadList({}), { code: 'network' });
  await replica.close();
  await proxy.acceptConnections();
});
