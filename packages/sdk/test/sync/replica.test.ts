import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { SyncProgress } from '@pvp/sdk/sync';
import { assertSame, fill, replicaWorld } from '@pvp/testing/conformance';
import { memoryPlace } from './support/store-places.ts';
import { until } from '../support/test-register.ts';

async function start(t: TestContext) {
  const world = await replicaWorld(t, memoryPlace);
  fill(world.model, world.random, 40);
  return world;
}

const service = (id: string, title: string) => ({
  put: { type: 'service', id, holder: 'ozolleja', title: { lv: title } },
});

test('progress grows to the whole', async (t) => {
  const { open } = await start(t);
  const replica = await open();
  const told: SyncProgress[] = [];
  await replica.sync({ onProgress: (progress) => told.push(progress) });
  assert.deepEqual(
    told.map(({ parts }) => parts),
    [0, 1, 2, 3, 4],
  );
  const last = told.at(-1)!;
  assert.deepEqual([last.parts, last.bytes], [last.partsTotal, last.bytesTotal]);
});

test('calls under way share one sync; it ends when all who wait have left', async (t) => {
  const { open, proxy, model } = await start(t);
  const replica = await open();
  await Promise.all([replica.sync(), replica.sync(), replica.sync()]);
  assert.equal(proxy.requests, 6);
  const leaving = new AbortController();
  model.write(service('PV-1', 'a'));
  const left = assert.rejects(replica.sync({ signal: leaving.signal }), { name: 'AbortError' });
  const stays = replica.sync();
  leaving.abort();
  await left;
  await stays;
  await assertSame(replica, model);
  model.write(service('PV-1', 'b'));
  const all = new AbortController();
  const ended = assert.rejects(replica.sync({ signal: all.signal }), { name: 'AbortError' });
  all.abort();
  await ended;
  assert.equal(replica.status.lastError, undefined);
  await replica.sync();
  await assertSame(replica, model);
});

test('what was closed says so', async (t) => {
  const { open } = await start(t);
  const replica = await open();
  const ended = assert.rejects(replica.sync());
  await replica.close();
  await ended;
  await replica.close();
  assert.equal(replica.status.state, 'closed');
  await assert.rejects(replica.sync(), { reason: 'closed' });
  await assert.rejects(replica.get('service', 'PV-1'), { reason: 'closed' });
});

test('a follower syncs at once, and again after growing pauses while the register fails', async (t) => {
  const { open, model, proxy } = await start(t);
  const waits: { run: () => void; milliseconds: number }[] = [];
  const timers = (run: () => void, milliseconds: number) => {
    const wait = { run, milliseconds };
    waits.push(wait);
    return () => void waits.splice(waits.indexOf(wait), 1);
  };
  // The stream of events is another part; here the pauses alone are looked at.
  const pauses = () => waits.filter(({ milliseconds }) => milliseconds !== 45_000);
  const replica = await open({
    timers,
    random: () => 1,
    fetch: (input, init) =>
      String((input as Request).url ?? input).endsWith('/v1/events')
        ? new Promise<never>(() => {})
        : fetch(input, init),
  });
  const stop = replica.follow();
  await until(() => pauses().length === 1, 'the pause after the first sync');
  assert.equal(pauses()[0]!.milliseconds, 300_000);
  await assertSame(replica, model);
  await proxy.refuseConnections();
  model.write(service('PV-1', 'a'));
  for (const expected of [1_000, 2_000, 4_000, 8_000]) {
    const [pause] = pauses();
    pause!.run();
    await until(() => pauses().length === 1 && pauses()[0] !== pause, 'the next pause');
    assert.equal(pauses()[0]!.milliseconds, expected);
  }
  assert.equal((replica.status.lastError as { code?: string }).code, 'network');
  await proxy.acceptConnections();
  const [pause] = pauses();
  pause!.run();
  await until(() => replica.status.checkpoint === model.checkpoint, 'the sync after it');
  await until(() => pauses().length === 1 && pauses()[0] !== pause, 'the long pause');
  assert.equal(pauses()[0]!.milliseconds, 300_000);
  stop();
  assert.equal(pauses().length, 0);
});

test('a part that does not end is read no further than the manifest says', async (t) => {
  const { open, model } = await start(t);
  let sent = 0;
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          sent += 65_536;
          controller.enqueue(new Uint8Array(65_536));
        },
      }),
    );
  let isEndless = true;
  const replica = await open({
    fetch: async (input, init) => {
      const isPart = (input as Request).url.includes('/parts/');
      return isPart && isEndless ? endless() : fetch(input, init);
    },
  });
  await assert.rejects(replica.sync(), { reason: 'part', retryable: true });
  assert.equal(replica.status.state, 'waiting');
  // Four parts at once, each of them twice; a stream is one piece ahead of its reader.
  assert.ok(sent <= 4 * 2 * 2 * 65_536, `${sent} bytes`);
  isEndless = false;
  await replica.sync();
  await assertSame(replica, model);
});

test('the largest parts come first, and no more at once than their bound', async (t) => {
  const { open, model, proxy } = await start(t);
  for (const holder of ['ozolleja', 'berzkrogs', 'liepsala', 'kalnupe']) {
    const text = 'ā'.repeat(2_200_000 + holder.length * 10_000);
    model.write({ put: { type: 'service', id: holder, holder, title: { lv: holder }, text } });
  }
  const answer = await fetch(`${proxy.origin}/v1/sync/all/snapshot`);
  const { parts } = (await answer.json()) as { parts: { href: string; bytes: number }[] };
  const sizes = new Map(parts.map(({ href, bytes }) => [href.split('/').at(-1), bytes]));
  const asked: number[] = [];
  let [begun, done, most] = [0, 0, 0];
  const replica = await open({
    fetch: async (input, init) => {
      const size = sizes.get((input as Request).url.split('/').at(-1));
      if (size !== undefined) {
        asked.push(size);
        begun += size;
        most = Math.max(most, begun - done);
      }
      return fetch(input, init);
    },
  });
  await replica.sync({ onProgress: ({ bytes }) => (done = bytes) });
  assert.deepEqual(
    asked,
    [...sizes.values()].sort((a, b) => b - a),
  );
  assert.ok(most > 8e6 && most <= 12e6, `${most} bytes`);
  await assertSame(replica, model);
});

test('a manifest whose parts are none is refused with an error of its own', async (t) => {
  const { open, model } = await start(t);
  let spoil = (_parts: Record<string, unknown>[]): unknown => undefined;
  const replica = await open({
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      if (!(input as Request).url.endsWith('/snapshot')) return answer;
      const manifest = (await answer.json()) as { parts: Record<string, unknown>[] };
      const { parts } = manifest;
      return Response.json({ ...manifest, parts: spoil(parts) ?? parts });
    },
  });
  const ways: ((parts: Record<string, unknown>[]) => unknown)[] = [
    ([first]) => void delete first!['stateHash'],
    ([first]) => void (first!['sha256'] = '../../admin'),
    ([first]) => void (first!['bytes'] = -1),
    ([first]) => void (first!['bytes'] = 2 ** 40),
    ([first]) => void delete first!['href'],
    ([, ...others]) => [null, ...others],
    () => 'none',
  ];
  for (const way of ways) {
    spoil = way;
    await assert.rejects(replica.sync(), { name: 'SyncError', reason: 'answer' }, String(way));
  }
  spoil = () => undefined;
  await replica.sync();
  await assertSame(replica, model);
});

test('a follower asks a register that breaks the contract no sooner for being told of news', async (t) => {
  const { open, model, proxy } = await start(t);
  const waits: { run: () => void; milliseconds: number }[] = [];
  const timers = (run: () => void, milliseconds: number) => {
    const wait = { run, milliseconds };
    waits.push(wait);
    return () => void waits.splice(waits.indexOf(wait), 1);
  };
  const pauses = () => waits.filter(({ milliseconds }) => milliseconds !== 45_000);
  let notices!: ReadableStreamDefaultController<Uint8Array>;
  const stream = new ReadableStream<Uint8Array>({ start: (one) => void (notices = one) });
  const notify = (checkpoint: string) =>
    notices.enqueue(
      new TextEncoder().encode(
        `event: head\ndata: {"checkpoint":"${checkpoint}","scopes":["all"]}\n\n`,
      ),
    );
  let spoil: ((text: string) => string) | undefined;
  const replica = await open({
    timers,
    random: () => 1,
    fetch: async (input, init) => {
      const url = String((input as Request).url ?? input);
      if (url.endsWith('/v1/events')) {
        return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
      }
      const answer = await fetch(input, init);
      return spoil && url.includes('/changes')
        ? new Response(spoil(await answer.text()), answer)
        : answer;
    },
  });
  const stop = replica.follow();
  const pauseAfter = async (start: () => void) => {
    const [before] = pauses();
    start();
    await until(() => pauses().length === 1 && pauses()[0] !== before, 'the next pause');
    return pauses()[0]!.milliseconds;
  };
  assert.equal(await pauseAfter(() => undefined), 300_000);
  model.write(service('PV-1', 'a'));
  // A proxy that mixes two answers, for instance: it may pass, so it is looked at soon.
  spoil = (text) => text.replace(/"stateHash":"[0-9a-f]+"/, '"stateHash":""');
  assert.equal(await pauseAfter(() => notify('e1.101')), 1_000);
  assert.equal((replica.status.lastError as { reason?: string }).reason, 'answer');
  const { requests } = proxy;
  for (let nth = 0; nth < 20; nth++) notify(`e1.${200 + nth}`);
  await new Promise((heard) => setImmediate(heard));
  assert.equal(await pauseAfter(() => pauses()[0]!.run()), 2_000);
  assert.equal(proxy.requests, requests + 1, 'twenty notices have asked for nothing');
  // An op of a later version: nothing that passes.
  spoil = (text) => text.replace('"op":"put"', '"op":"merge"');
  assert.equal(await pauseAfter(() => pauses()[0]!.run()), 300_000);
  assert.equal((replica.status.lastError as { reason?: string }).reason, 'unknown-op');
  spoil = undefined;
  assert.equal(await pauseAfter(() => pauses()[0]!.run()), 300_000);
  assert.equal(replica.status.lastError, undefined);
  await assertSame(replica, model);
  stop();
});

test('one tab syncs; another one gives up waiting and reads what the first has committed', async (t) => {
  const { open, model, proxy } = await start(t);
  const held: (() => void)[] = [];
  let isTaken = false;
  // Web Locks, as far as the replica uses them.
  const locks = {
    request: async (_name: string, options: LockOptions, work: () => Promise<unknown>) => {
      if (isTaken) {
        await new Promise((_, reject) => {
          options.signal!.addEventListener('abort', () => reject(options.signal!.reason));
        });
      }
      isTaken = true;
      await new Promise<void>((resolve) => held.push(resolve));
      return work().finally(() => (isTaken = false));
    },
  } as unknown as Pick<LockManager, 'request'>;
  let giveUp = () => {};
  const timers = (run: () => void, milliseconds: number) => {
    if (milliseconds === 2_000) giveUp = run;
    return () => undefined;
  };
  const first = await open({ locks, timers });
  const second = await open({ locks, timers });
  const told = new Promise<void>((resolve) => {
    second.onChange(() => resolve());
  });
  const syncing = first.sync();
  await until(() => held.length === 1, 'the lock');
  const other = second.sync();
  await until(() => isTaken && held.length === 1, 'the wait');
  await new Promise((next) => setImmediate(next));
  giveUp();
  assert.equal((await other).elsewhere, true);
  assert.equal(proxy.requests, 0);
  held[0]!();
  await syncing;
  await told;
  await assertSame(second, model);
});

test('changes all over a large copy read each part of it once', async (t) => {
  const { open, model, place } = await replicaWorld(t, memoryPlace);
  const holders = ['ozolleja', 'berzkrogs', 'liepsala', 'kalnupe'];
  const large = (nth: number, title: string) => {
    const holder = holders[nth % holders.length]!;
    const text = 'ā'.repeat(300_000);
    return { put: { type: 'service', id: `PV-${nth}`, holder, title: { lv: title }, text } };
  };
  for (let nth = 0; nth < 20; nth++) model.write(large(nth, 'a'));
  const inner = place.store();
  const read: string[] = [];
  const store = new Proxy(inner, {
    get(_, name: keyof typeof inner) {
      const call = (inner[name] as (...args: unknown[]) => unknown).bind(inner);
      if (name !== 'readPart') return call;
      return (sha256: string) => (read.push(sha256), call(sha256));
    },
  });
  const replica = await open({ store });
  await replica.sync();
  for (let nth = 0; nth < 20; nth++) model.write(large(nth, 'b'));
  model.pageLength = 100;
  read.length = 0;
  const report = await replica.sync();
  assert.equal(report.changes.length, 20);
  assert.ok(report.changes.every(({ classes }) => classes.join() === 'text'));
  assert.equal(read.length, holders.length);
});
