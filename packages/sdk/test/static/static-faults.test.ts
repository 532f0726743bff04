/** Static snapshots on servers, caches and networks as they are. */
import assert from 'node:assert/strict';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { StaticHead } from '@pvp/contract';
import { openStaticSnapshot, openStaticSource, StaticSource } from '@pvp/sdk/static';
import {
  contentType,
  corruptPart,
  htmlPage,
  staleAnswer,
  truncate,
  unavailable,
} from '@pvp/testing/fault-proxy';
import { published, type Published } from './support/published.ts';

const PARTS = '/**/parts/*';
const HEAD = '/**/pvp-snapshot.json';

async function open(world: Published): Promise<StaticSource> {
  return openStaticSource({ address: world.address, retry: 0, timeoutMs: 5_000 });
}

const titleIn = async (source: StaticSource, id: string) =>
  (await source.loadService(id)).data.title.lv;

test('content types do not matter', async (t) => {
  const world = await published(t);
  for (const type of ['text/html', 'application/octet-stream', 'text/plain', null]) {
    world.proxy.on('/**', contentType(type));
    const source = await open(world);
    assert.ok((await source.loadList({})).data.total > 0, String(type));
    assert.equal(await titleIn(source, 'PV-1001'), 'Dzīvesvietas deklarēšana', String(type));
  }
});

for (const [name, fault] of [
  ['cut off', () => truncate(100, { contentLength: 'matching' })],
  ['damaged', () => corruptPart()],
] as const) {
  test(`a file that is ${name} once is asked for again; twice is an error, and what is held stands in`, async (t) => {
    const world = await published(t);
    const source = await open(world);
    const once = world.proxy.on('/**/search-index/*', fault(), { times: 1 });
    const list = await source.loadList({});
    assert.equal(list.freshness.state, 'fresh');
    world.proxy.on(PARTS, fault());
    await assert.rejects(source.loadService('PV-1001'), {
      code: 'invalid-answer',
      message: /has other bytes than its name says, twice$/,
    });
    assert.equal(once.fired, 1);
    // The head is asked whether something else is published meanwhile, and nothing further.
    assert.deepEqual(world.asked(), [
      '/pvp-snapshot.json',
      '/search-index/#.json',
      '/search-index/#.json',
      '/parts/#.ndjson',
      '/parts/#.ndjson',
      '/pvp-snapshot.json?after=@',
    ]);
    assert.equal((await source.loadList({})).data.total, list.data.total, 'lists go on');
  });
}

async function republished(t: TestContext, server: Parameters<typeof published>[1] = {}) {
  const world = await published(t, server);
  const source = await open(world);
  const before = await source.loadList({});
  await world.retitle('PV-1001', 'Cits nosaukums');
  await world.publish();
  world.asked();
  return { ...world, source, before };
}

for (const missing of ['404', 'page'] as const) {
  test(`after the snapshot was published anew, a part that is gone (${missing}) leads to the new one`, async (t) => {
    const { source, before, asked } = await republished(t, { missing });
    assert.equal(await titleIn(source, 'PV-1001'), 'Cits nosaukums');
    const gone = missing === '404' ? ['/parts/#.ndjson'] : ['/parts/#.ndjson', '/parts/#.ndjson'];
    assert.deepEqual(asked(), [
      ...gone,
      '/pvp-snapshot.json?after=@',
      '/search-index/#.json',
      '/parts/#.ndjson',
    ]);
    const after = await source.loadList({});
    assert.notEqual(after.key, before.key);
    assert.equal((await source.loadList({ q: 'cits nosaukums' })).data.total, 1);
  });
}

test('a cache that keeps an old head is passed by, and its answers change nothing', async (t) => {
  const { source, proxy, address } = await republished(t);
  proxy.on(({ url }) => url.endsWith('/pvp-snapshot.json'), staleAnswer());
  // It names the part that is gone.
  await source.loadList({}, { revalidate: true });
  assert.equal(await titleIn(source, 'PV-1001'), 'Cits nosaukums');
  await source.loadList({}, { revalidate: true });
  assert.equal(await titleIn(source, 'PV-1001'), 'Cits nosaukums', 'not back');
  const fresh = await openStaticSource({ address });
  assert.equal(await titleIn(fresh, 'PV-1001'), 'Cits nosaukums', 'nor for whoever comes now');
  assert.deepEqual(
    proxy.log.flatMap(({ unprovoked }) => unprovoked),
    [],
  );
});

test('a head that names what is not there is an error after bounded requests', async (t) => {
  const { folder, source, publish, asked, address } = await republished(t);
  for (const name of await readdir(join(folder, 'search-index'))) {
    await rm(join(folder, 'search-index', name));
  }
  const fresh = await openStaticSource({ address, retry: 0 });
  asked();
  await assert.rejects(fresh.loadList({}), { code: 'invalid-answer', message: /is not there$/ });
  assert.deepEqual(asked(), ['/search-index/#.json', '/pvp-snapshot.json?after=@']);
  // Whoever held the edition before goes on with it, and says that it is old.
  const list = await source.loadList({}, { revalidate: true });
  assert.equal(list.freshness.state, 'stale');
  assert.ok(list.data.total > 0);
  await publish();
  const now = await source.loadList({ q: 'cits nosaukums' }, { revalidate: true });
  assert.deepEqual([now.freshness.state, now.data.total], ['fresh', 1]);
});

test('while the server does not answer, what is held is given as stale', async (t) => {
  const world = await published(t);
  const source = await open(world);
  const list = await source.loadList({});
  const description = await source.loadService('PV-1001');
  assert.equal(list.freshness.fetchedAt, source.snapshot.head.fetchedAt);
  const down = world.proxy.on('/**', unavailable({ seconds: 60 }));
  const later = await source.loadList({}, { revalidate: true });
  assert.deepEqual([later.freshness.state, later.key], ['stale', list.key]);
  assert.equal((await source.loadService('PV-1001')).key, description.key);
  await assert.rejects(openStaticSource({ address: world.address, retry: 0 }), { status: 503 });
  down.off();
  assert.equal((await source.loadList({}, { revalidate: true })).freshness.state, 'fresh');
});

test('who watches is told of what is published anew, and nobody looks for nobody', async (t) => {
  const world = await published(t);
  let look: (() => void) | undefined;
  const pauses: number[] = [];
  const snapshot = await openStaticSnapshot({ address: world.address });
  const source = new StaticSource(snapshot, {
    random: () => 0.5,
    timers: (run, milliseconds) => {
      pauses.push(milliseconds);
      look = run;
      return () => (look = undefined);
    },
  });
  const told: string[] = [];
  const changed = new Promise<void>((resolve) => {
    const stop = source.watch(({ checkpoint, scopes }) => {
      told.push(`${checkpoint} ${scopes.join()}`);
      stop();
      resolve();
    });
  });
  assert.deepEqual(pauses, [225_000]);
  await world.retitle('PV-1001', 'Cits nosaukums');
  await world.publish();
  look!();
  await changed;
  const { checkpoint } = JSON.parse(
    await readFile(join(world.folder, 'pvp-snapshot.json'), 'utf8'),
  ) as StaticHead;
  assert.deepEqual(told, [`${checkpoint} all`]);
  assert.equal(look, undefined, 'nobody watches any more');
  assert.equal(await titleIn(source, 'PV-1001'), 'Cits nosaukums');
});

test('an address without a snapshot, and one of a newer layout, say so', async (t) => {
  const world = await published(t);
  const head = join(world.folder, 'pvp-snapshot.json');
  const { version, ...rest } = JSON.parse(await readFile(head, 'utf8')) as StaticHead;
  await writeFile(head, JSON.stringify({ ...rest, version: version + 1 }));
  await assert.rejects(open(world), {
    code: 'invalid-answer',
    message: /layout 2; layout 1 can be/,
  });
  for (const [body, message] of [
    ['{"format":"pvp-static-snapshot","version":1}', /is not whole$/],
    ['{"format":"another"}', /holds no snapshot/],
    ['[]', /holds no snapshot/],
    ['{', /holds no snapshot/],
  ] as const) {
    await writeFile(head, body);
    await assert.rejects(open(world), { code: 'invalid-answer', message }, body);
  }
  const page = world.proxy.on(HEAD, htmlPage());
  await assert.rejects(open(world), { code: 'invalid-answer', message: /holds no snapshot/ });
  page.off();
  await rm(head);
  await assert.rejects(open(world), { code: 'invalid-answer', message: /holds no snapshot/ });
  for (const address of ['files.example', 'ftp://files.example/x', 'https://files.example/?x']) {
    await assert.rejects(openStaticSource({ address }), { code: 'configuration' });
  }
});

test('a head that leads out of its folder is not followed', async (t) => {
  const world = await published(t);
  const file = join(world.folder, 'pvp-snapshot.json');
  const head = JSON.parse(await readFile(file, 'utf8')) as StaticHead;
  for (const href of ['../secret.json', '/secret.json', 'https://other.example/secret.json']) {
    await writeFile(file, JSON.stringify({ ...head, searchIndex: { ...head.searchIndex, href } }));
    const source = await openStaticSource({
      address: world.address,
      headers: { 'x-key': 'secret' },
    });
    world.asked();
    await assert.rejects(source.loadList({}), /names a file outside of its folder/);
    assert.deepEqual(world.asked(), ['/pvp-snapshot.json?after=@'], href);
  }
});

test('a page over http, without digests of the platform, checks what it gets all the same', async (t) => {
  const world = await published(t);
  const platform = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
  Object.defineProperty(globalThis, 'crypto', { value: {}, configurable: true });
  t.after(() => Object.defineProperty(globalThis, 'crypto', platform));
  const source = await open(world);
  assert.ok((await source.loadList({})).data.total > 0);
  world.proxy.on(PARTS, corruptPart());
  await assert.rejects(source.loadService('PV-1001'), /other bytes than its name says/);
});

test('an abort ends the wait of one caller alone', async (t) => {
  const world = await published(t);
  const source = await open(world);
  const leaving = new AbortController();
  const left = source.loadList({}, { signal: leaving.signal });
  const stays = source.loadList({});
  leaving.abort();
  await assert.rejects(left, { name: 'AbortError' });
  assert.ok((await stays).data.total > 0);
  await assert.rejects(source.loadService('PV-1001', { signal: leaving.signal }), {
    name: 'AbortError',
  });
});
