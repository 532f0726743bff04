/** How a source for a register comes to find that a static snapshot is at its address. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { LiveSource, type RegisterChange, type ServiceSource } from '@pvp/sdk';
import { openRegister } from '@pvp/testing';
import { htmlPage, openFaultProxy, seededRandom, unavailable } from '@pvp/testing/fault-proxy';
import { Watchers } from '../../src/source/watchers.ts';
import { published } from './support/published.ts';

const settings = { retry: 0, timeoutMs: 5_000 };

for (const [name, behind] of [
  ['a folder', ''],
  ['a folder with a slash', '/'],
  ['the file itself', '/pvp-snapshot.json'],
] as const) {
  test(`an address with a path, ${name}, is never asked as a register`, async (t) => {
    const { address, asked, register } = await published(t);
    const live = new LiveSource(`${address}${behind}`, settings);
    const [list, description] = await Promise.all([
      live.loadList({ q: 'dzīvesvietas' }),
      live.loadService('PV-1001'),
    ]);
    assert.equal(description.data.id, 'PV-1001');
    assert.ok(list.data.total > 0);
    assert.deepEqual(asked(), [
      '/pvp-snapshot.json',
      '/search-index/#.json',
      '/vocabulary/#.json',
      '/parts/#.ndjson',
    ]);
    assert.equal((await live.loadList({ q: 'dzīvesvietas' })).key, list.key);
    assert.equal(live.peekService('PV-1001')?.key, description.key);
    assert.deepEqual(asked(), []);
    assert.equal(live.register, register.origin, 'people are led to the register');
  });
}

for (const [name, answer] of [
  ['404', () => undefined],
  ['403', () => htmlPage({ status: 403 })],
  ['a page for everything', () => htmlPage()],
] as const) {
  test(`at an origin that says ${name} for a register, the snapshot is found once`, async (t) => {
    const { proxy, asked } = await published(t, { path: '/' });
    const fault = answer();
    if (fault) proxy.on('/v1/**', fault);
    const live = new LiveSource(proxy.origin, settings);
    const first = await live.loadService('PV-1001');
    assert.equal(first.freshness.state, 'fresh');
    assert.deepEqual(asked(), [
      '/v1/services/PV-1001',
      '/pvp-snapshot.json',
      '/search-index/#.json',
      '/parts/#.ndjson',
    ]);
    await live.loadList({});
    await live.loadService('PV-1001', { revalidate: true });
    assert.deepEqual(asked(), ['/pvp-snapshot.json']);
  });
}

async function register(t: TestContext) {
  const { origin, close } = await openRegister();
  const proxy = await openFaultProxy({ target: origin, random: seededRandom(1) });
  t.after(async () => {
    await proxy.close();
    await close();
  });
  return { proxy, live: new LiveSource(proxy.origin, settings) };
}

test('a register that answers, refuses or is down is never asked for a snapshot', async (t) => {
  const { proxy, live } = await register(t);
  await live.loadList({});
  await assert.rejects(live.loadService('PV-none'), { code: 'not-found' });
  await assert.rejects(live.loadService('PV-9003'), { code: 'gone' });
  const busy = proxy.on('/v1/**', unavailable({ seconds: 60 }));
  await assert.rejects(live.loadService('PV-1001'), { status: 503 });
  busy.off();
  await proxy.refuseConnections();
  await assert.rejects(live.loadService('PV-1001'), { code: 'network' });
  await proxy.acceptConnections();
  assert.equal(proxy.count('/pvp-snapshot.json'), 0);
});

test('a register that gives nonsense is asked for a snapshot once, and when one asks anew', async (t) => {
  const { proxy, live } = await register(t);
  const nonsense = proxy.on('/v1/**', htmlPage());
  for (const id of ['PV-1001', 'PV-1001', 'PV-2001']) {
    await assert.rejects(live.loadService(id), { code: 'invalid-answer' });
  }
  assert.equal(proxy.count('/pvp-snapshot.json'), 1);
  await assert.rejects(live.loadService('PV-1001', { revalidate: true }));
  assert.equal(proxy.count('/pvp-snapshot.json'), 2);
  nonsense.off();
  assert.equal((await live.loadService('PV-1001')).data.id, 'PV-1001');
});

test('where it cannot be told whether there is a snapshot, the next question looks again', async (t) => {
  const { proxy, asked } = await published(t, { path: '/' });
  const live = new LiveSource(proxy.origin, settings);
  proxy.on('/pvp-snapshot.json', unavailable({ seconds: 60 }), { times: 1 });
  await assert.rejects(live.loadList({}), { status: 404 });
  assert.ok((await live.loadList({})).data.total > 0);
  assert.equal(asked().filter((path) => path === '/pvp-snapshot.json').length, 2);
});

test('an address with a path and without a snapshot says what is wrong', async (t) => {
  const { proxy, address } = await published(t);
  const live = new LiveSource(`${address}/another`, settings);
  await assert.rejects(live.loadList({}), {
    code: 'invalid-answer',
    message: `${address}/another holds no snapshot (pvp-snapshot.json)`,
  });
  assert.equal(proxy.count('/v1/**'), 0);
});

test('who watches a register goes on watching the snapshot that is found in its place', async (t) => {
  const streams: string[] = [];
  const stream: typeof fetch = async (input, init) => {
    streams.push(String(input));
    return new Promise((_resolve, reject) => {
      init!.signal!.addEventListener('abort', () => {
        streams.pop();
        reject(init!.signal!.reason as Error);
      });
    });
  };
  const told: string[] = [];
  let tell: ((change: RegisterChange) => void) | undefined;
  const snapshot = {
    watch: (onChange: (change: RegisterChange) => void) => {
      tell = onChange;
      return () => (tell = undefined);
    },
  } as unknown as ServiceSource;
  const watchers = new Watchers('https://files.example', { fetch: stream });
  const stop = watchers.add(({ checkpoint }) => told.push(checkpoint));
  t.after(stop);
  assert.deepEqual(streams, ['https://files.example/v1/events']);
  watchers.moveTo(snapshot);
  assert.deepEqual(streams, [], 'the event stream has ended');
  tell!({ checkpoint: 'e.2', scopes: ['all'] });
  assert.deepEqual(told, ['e.2']);
  stop();
  assert.equal(tell, undefined);
  watchers.add(() => undefined)();
  assert.deepEqual(streams, []);

  const ofFolder = new Watchers('https://files.example/pakalpojumi', { fetch: stream });
  ofFolder.add(() => undefined)();
  assert.deepEqual(streams, [], 'a folder has no event stream');
});
