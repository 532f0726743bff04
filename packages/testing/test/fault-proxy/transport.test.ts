/** Faults of the way: what a client sees of time, writes, lengths and ends of connections. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  latency,
  loseAnswer,
  oversize,
  refuse,
  resetAfter,
  silenceAfterHeaders,
  slice,
  truncate,
} from '../../src/fault-proxy/index.ts';
import { behindProxy, httpChunks, json, manualClock, rawGet } from './support/test-server.ts';

const LATVIAN = { title: 'Dzīvesvietas deklarēšana', text: 'Šķūņa būvniecība — €' };
const TEXT = JSON.stringify(LATVIAN);

test('latency waits by the clock, with a jitter that the seed decides', async (t) => {
  const waits: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    const clock = manualClock();
    const { proxy, server } = await behindProxy(t, json({}), { clock });
    proxy.on('/**', latency(100, 50));
    const answer = fetch(proxy.origin);
    const ms = await clock.nextTimer();
    waits.push(ms);
    assert.ok(ms >= 100 && ms <= 150);
    assert.deepEqual(server.asked, []);
    clock.advance(ms);
    assert.equal((await answer).status, 200);
  }
  assert.equal(waits[0], waits[1]);
});

test('a client that leaves while it waits leaves no timer and asks nothing', async (t) => {
  const clock = manualClock();
  const { proxy, server } = await behindProxy(t, json({}), { clock });
  proxy.on('/**', latency(100));
  const abort = new AbortController();
  const answer = fetch(proxy.origin, { signal: abort.signal });
  await clock.nextTimer();
  abort.abort();
  await assert.rejects(answer);
  await proxy.idle();
  assert.equal(clock.pending(), 0);
  assert.deepEqual(server.asked, []);
  assert.equal(proxy.log[0]?.aborted, true);
});

test('slices are writes of so many bytes', async (t) => {
  const { proxy } = await behindProxy(t, json(LATVIAN));
  proxy.on('/**', slice(5));
  const chunks = httpChunks((await rawGet(proxy.origin)).body);
  assert.ok(chunks.slice(0, -1).every((chunk) => chunk.length === 5));
  assert.equal(Buffer.concat(chunks).toString(), TEXT);
  assert.deepEqual(await (await fetch(proxy.origin)).json(), LATVIAN);
});

test('slices inside characters break every chunk but the whole', async (t) => {
  const { proxy } = await behindProxy(t, json(LATVIAN));
  proxy.on('/**', slice('inside-character', { cuts: 4 }));
  const chunks = httpChunks((await rawGet(proxy.origin)).body);
  assert.equal(chunks.length, 5);
  for (const chunk of chunks) {
    assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(chunk));
  }
  assert.equal(Buffer.concat(chunks).toString(), TEXT);
  assert.deepEqual(await (await fetch(proxy.origin)).json(), LATVIAN);
});

test('a body without such characters stays whole, and the log says so', async (t) => {
  const { proxy } = await behindProxy(t, json({ plain: 1 }));
  proxy.on('/**', slice('inside-character'));
  assert.deepEqual(await (await fetch(proxy.origin)).json(), { plain: 1 });
  assert.match(proxy.log[0]?.unprovoked[0] ?? '', /no multi-byte character/);
});

for (const bytes of [0, 1, 7]) {
  test(`reset after ${bytes} bytes of the body`, async (t) => {
    const { proxy } = await behindProxy(t, json(LATVIAN));
    proxy.on('/**', resetAfter(bytes), { times: 1 });
    // The client reads what came before the reset comes: Node takes both at once for an early end.
    let read = () => {};
    const hasRead = new Promise<void>((resolve) => (read = resolve));
    proxy.killAt(1, () => hasRead, { bodyBytes: bytes });
    const answer = await rawGet(proxy.origin, '/', (received) => {
      const end = received.indexOf('\r\n\r\n');
      if (end !== -1 && received.length === end + 4 + bytes) read();
    });
    assert.equal(answer.error, 'ECONNRESET');
    assert.match(answer.head, /^HTTP\/1.1 200/);
    assert.equal(answer.body.toString(), TEXT.slice(0, bytes));
    assert.equal((await fetch(proxy.origin)).status, 200);
    assert.deepEqual([proxy.log[0]?.cut, proxy.log[0]?.aborted], [true, false]);
  });
}

test('a reset in the middle of a body fails the read of it', async (t) => {
  const { proxy } = await behindProxy(t, json({ text: 'x'.repeat(100_000) }));
  proxy.on('/**', resetAfter(50_000));
  await assert.rejects(fetch(proxy.origin).then((answer) => answer.text()));
  await proxy.idle();
  assert.deepEqual([proxy.log[0]?.bytes, proxy.log[0]?.cut], [50_000, true]);
});

test('a lost answer: the target has worked, the client hears nothing', async (t) => {
  const { proxy, server } = await behindProxy(t, json({}));
  proxy.on('/**', loseAnswer());
  const answer = await rawGet(proxy.origin, '/v1/requests');
  assert.equal(answer.error, 'ECONNRESET');
  assert.equal(answer.head, '');
  assert.deepEqual(server.asked, ['GET /v1/requests']);
});

test('silence after the headers lasts until the client gives up', async (t) => {
  const { proxy } = await behindProxy(t, json(LATVIAN));
  proxy.on('/**', silenceAfterHeaders());
  const abort = new AbortController();
  const answer = await fetch(proxy.origin, { signal: abort.signal });
  assert.equal(answer.status, 200);
  const body = answer.text();
  abort.abort();
  await assert.rejects(body, { name: 'AbortError' });
  await proxy.idle();
  assert.deepEqual([proxy.log[0]?.aborted, proxy.log[0]?.bytes], [true, 0]);
});

test('close ends a silent connection too', async (t) => {
  const { proxy } = await behindProxy(t, json(LATVIAN));
  proxy.on('/**', silenceAfterHeaders(3));
  const answer = await fetch(proxy.origin);
  await proxy.close();
  await assert.rejects(answer.text());
});

test('a truncated body with the original length ends the connection', async (t) => {
  const { proxy } = await behindProxy(t, json(LATVIAN));
  proxy.on('/**', truncate(10));
  const answer = await rawGet(proxy.origin);
  assert.match(answer.head, new RegExp(`content-length: ${Buffer.byteLength(TEXT)}`, 'i'));
  assert.equal(answer.body.toString(), TEXT.slice(0, 10));
  assert.equal(answer.error, undefined);
  await assert.rejects((await fetch(proxy.origin)).text());
});

test('a truncated body with a matching length looks complete', async (t) => {
  const { proxy } = await behindProxy(t, json(LATVIAN));
  proxy.on('/**', truncate(10, { contentLength: 'matching' }));
  const answer = await fetch(proxy.origin);
  assert.equal(answer.headers.get('content-length'), '10');
  assert.equal(await answer.text(), TEXT.slice(0, 10));
});

test('an oversized body with a matching length is the same JSON, only large', async (t) => {
  const { proxy } = await behindProxy(t, json(LATVIAN));
  proxy.on('/**', oversize(200_000));
  const text = await (await fetch(proxy.origin)).text();
  assert.equal(Buffer.byteLength(text), Buffer.byteLength(TEXT) + 200_000);
  assert.deepEqual(JSON.parse(text), LATVIAN);
});

test('an oversized body of any size ends where the client gives up', async (t) => {
  const { proxy } = await behindProxy(t, json(LATVIAN));
  proxy.on('/**', oversize(2 ** 40));
  const abort = new AbortController();
  const answer = await fetch(proxy.origin, { signal: abort.signal });
  await (answer.body as ReadableStream).getReader().read();
  abort.abort();
  await proxy.idle();
  assert.equal(proxy.log[0]?.aborted, true);
  assert.ok((proxy.log[0]?.bytes ?? Infinity) < 2 ** 30);
});

test('an oversized body with the original length: bytes behind the end', async (t) => {
  const { proxy } = await behindProxy(t, json(LATVIAN));
  proxy.on('/**', oversize(20, { contentLength: 'original' }));
  const raw = await rawGet(proxy.origin);
  assert.equal(raw.body.toString(), TEXT + ' '.repeat(20));
  assert.match(raw.head, new RegExp(`content-length: ${Buffer.byteLength(TEXT)}`, 'i'));
});

test('refused: the port is closed and listens again by the clock', async (t) => {
  const clock = manualClock();
  const { proxy, server } = await behindProxy(t, json({}), { clock });
  proxy.on('/v1/head', refuse({ ms: 1000 }), { times: 1 });
  const first = await rawGet(proxy.origin, '/v1/head');
  assert.equal(first.head, '');
  await proxy.idle();
  assert.equal((await rawGet(proxy.origin)).error, 'ECONNREFUSED');
  clock.advance(1000);
  await proxy.acceptConnections();
  assert.equal((await fetch(`${proxy.origin}/v1/head`)).status, 200);
  assert.deepEqual(server.asked, ['GET /v1/head']);
  assert.equal(proxy.log[0]?.cut, true);
});

test('refused and accepted by hand', async (t) => {
  const { proxy } = await behindProxy(t, json({}));
  await proxy.refuseConnections();
  assert.equal((await rawGet(proxy.origin)).error, 'ECONNREFUSED');
  await proxy.acceptConnections();
  assert.equal((await fetch(proxy.origin)).status, 200);
});
