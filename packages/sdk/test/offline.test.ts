import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { LiveSource } from '@pvp/sdk';
import { keepOffline, offlineScope } from '@pvp/sdk/offline';
import { openRegister, until, type RegisterFixture } from '@pvp/testing';
import { memoryPlace } from './sync/support/store-places.ts';

const scope = 'institution/ozolleja';
const query = { institution: ['ozolleja'], lang: 'lv' };

async function start(t: TestContext) {
  const register = await openRegister();
  t.after(() => register.close());
  const place = await memoryPlace();
  const words = new Map<string, { version: string; compact: string }>();
  /** A page that keeps what it shows; `synced` once what is new has been fetched. */
  const visit = async (origin = register.origin) => {
    const live = new LiveSource(origin, { retry: 0, timeoutMs: 5_000 });
    let fetchNews!: () => void;
    const idle = new Promise<void>((resolve) => (fetchNews = resolve));
    const refusals: Error[] = [];
    const stored = keepOffline(live, {
      scope,
      whenIdle: (work) => void idle.then(work),
      onRefused: (error) => refusals.push(error),
      replica: { store: place.store(), locks: undefined },
      words: {
        read: async (lang) => words.get(lang),
        write: async (lang, kept) => void words.set(lang, kept),
      },
    });
    live.stored = Promise.resolve(stored);
    return { live, stored, fetchNews, refusals };
  };
  return { register, visit, words };
}

async function untilStored(stored: Awaited<LiveSource['stored']>, { origin }: RegisterFixture) {
  const address = `${origin}/v1/services?institution=ozolleja`;
  for (let turn = 0; turn < 10_000; turn++) {
    if (await stored?.(address)) return;
    await new Promise((next) => setImmediate(next));
  }
  throw new Error('Never stored');
}

test('a second visit with the register off shows everything, dated', async (t) => {
  const { register, visit } = await start(t);
  const first = await visit();
  const list = await first.live.loadList(query);
  assert.equal(list.freshness.state, 'fresh');
  const events = await first.live.loadLifeEvents({ institution: ['ozolleja'] });
  assert.ok(events.data.items.some(({ derived }) => derived.serviceCount > 0));
  assert.equal(
    await first.stored(`${register.origin}/v1/services?institution=ozolleja`),
    undefined,
  );
  first.fetchNews();
  await untilStored(first.stored, register);
  await register.close();

  const second = await visit();
  const offline = await second.live.loadList(query);
  assert.equal(offline.freshness.state, 'stale');
  assert.ok(Date.parse(offline.freshness.fetchedAt) <= Date.now());
  assert.equal(offline.data.total, list.data.total);
  assert.deepEqual(
    offline.data.items.map(({ id }) => id),
    list.data.items.map(({ id }) => id),
  );
  assert.deepEqual(Object.keys(offline.data.facets).sort(), Object.keys(list.data.facets).sort());
  const { id } = list.data.items[0]!;
  assert.equal((await second.live.loadService(id)).data.id, id);
  const situations = await second.live.loadLifeEvents({ institution: ['ozolleja'] });
  assert.deepEqual(situations.data, events.data);
  assert.equal(situations.freshness.state, 'stale');
  const found = await second.live.loadList({ ...query, q: 'dzivesviet' });
  assert.ok(found.data.total > 0 && found.data.total < list.data.total, 'search works too');
});

test('everyday words are kept with the copy, and are met with the register off', async (t) => {
  const { register, visit, words } = await start(t);
  const first = await visit();
  await first.live.loadList(query);
  assert.equal(words.size, 0, 'the first load pays nothing');
  first.fetchNews();
  await until('the words', () => ['lv', 'ru', 'en'].every((lang) => words.has(lang)));
  const online = await Promise.all(
    ['zags', 'детский сад', 'kindergarten'].map(async (q) => {
      const { data } = await first.live.loadList({ ...query, q });
      assert.ok(data.total > 0, q);
      return [q, data.items.map(({ id }) => id)] as const;
    }),
  );
  await register.close();

  const second = await visit();
  for (const [q, ids] of online) {
    const { data, freshness } = await second.live.loadList({ ...query, q });
    assert.equal(freshness.state, 'stale');
    assert.deepEqual(
      data.items.map(({ id }) => id),
      ids,
      q,
    );
  }
});

test('kept words follow those of the register, from visit to visit', async (t) => {
  const { register, visit, words } = await start(t);
  const first = await visit();
  first.fetchNews();
  await until('the words', () => words.has('lv'));
  const before = words.get('lv')!.version;
  await register.put({
    type: 'synonym',
    id: 'micosana',
    terms: { lv: ['mičošana'] },
    means: ['laulības reģistrācija'],
  });
  await until('other words', async () => {
    (await visit()).fetchNews();
    return words.get('lv')!.version !== before;
  });
  await register.close();
  const second = await visit();
  assert.ok((await second.live.loadList({ ...query, q: 'mičošana' })).data.total > 0);
});

test('what the copy does not hold is no answer: not another institution, not all of them', async (t) => {
  const { register, visit } = await start(t);
  const first = await visit();
  first.fetchNews();
  await untilStored(first.stored, register);
  await register.close();
  const second = await visit();
  for (const other of [{ institution: ['berzkrogs'] }, {}, { institution: ['ozolleja', 'x'] }]) {
    await assert.rejects(second.live.loadList(other), { code: 'network' });
    await assert.rejects(second.live.loadLifeEvents(other), { code: 'network' });
  }
  await assert.rejects(second.live.loadService('PV-none'), { code: 'network' });
});

test('the register is asked first, and what it says now counts', async (t) => {
  const { register, visit } = await start(t);
  const first = await visit();
  first.fetchNews();
  await untilStored(first.stored, register);
  const { items } = (await first.live.loadList(query)).data;
  const held = await register.store.get('service', items[0]!.id);
  await register.put({ ...held!.record, title: { lv: 'Cits nosaukums' } } as never);
  const second = await visit();
  const now = await second.live.loadService(items[0]!.id, { revalidate: true });
  assert.deepEqual([now.freshness.state, now.data.title.lv], ['fresh', 'Cits nosaukums']);
});

test('where no copy can be kept, the page is told once and reads live', async (t) => {
  const { register } = await start(t);
  const live = new LiveSource(register.origin, { retry: 0 });
  const refusals: Error[] = [];
  const options = { scope, onRefused: (error: Error) => refusals.push(error) };
  // Node has no IndexedDB, as a browser that refuses it.
  live.stored = Promise.resolve(keepOffline(live, options));
  await keepOffline(live, options)(`${register.origin}/v1/services`);
  assert.equal(refusals.length, 1);
  assert.ok((await live.loadList(query)).data.total > 0);
});

test('the scope is the one institution, or the one life event, that is asked for', () => {
  assert.equal(offlineScope(['a'], ['b']), 'institution/a');
  assert.equal(offlineScope([], ['b']), 'life-event/b');
  for (const [institutions, events] of [
    [[], []],
    [['a', 'b'], []],
    [['a', 'b'], ['c']],
    [[], ['b', 'c']],
  ]) {
    assert.equal(offlineScope(institutions!, events!), undefined);
  }
});
