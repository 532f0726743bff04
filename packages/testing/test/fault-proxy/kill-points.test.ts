/** Clients and targets that are ended in the middle of the n-th request. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KillMoment } from '../../src/fault-proxy/index.ts';
import { behindProxy, json } from './support/test-server.ts';

const BODY = { text: 'x'.repeat(500) };

test('the n-th request is held for the callback before the target is asked', async (t) => {
  const { proxy, server } = await behindProxy(t, json(BODY));
  const seen: string[] = [];
  const kill = proxy.killAt(2, (entry) => {
    seen.push(`${entry.n} ${entry.path}, asked ${server.asked.length}`);
  });
  for (const path of ['/a', '/b', '/c']) await (await fetch(proxy.origin + path)).text();
  assert.deepEqual(seen, ['2 /b, asked 1']);
  assert.equal(kill.fired, true);
  assert.equal(server.asked.length, 3);
});

const moments: [string, KillMoment, asked: number, bytes: number][] = [
  ['before forwarding', 'before-forwarding', 0, 0],
  ['after the headers', 'after-headers', 1, 0],
  ['after 100 bytes', { bodyBytes: 100 }, 1, 100],
];
for (const [name, moment, asked, bytes] of moments) {
  test(`a client killed ${name} gets no more`, async (t) => {
    const { proxy, server } = await behindProxy(t, json(BODY));
    const abort = new AbortController();
    // Never returns: the client's end alone releases the request.
    proxy.killAt(
      1,
      () => {
        abort.abort();
        return new Promise(() => {});
      },
      moment,
    );
    const read = fetch(proxy.origin, { signal: abort.signal }).then((answer) => answer.text());
    await assert.rejects(read, { name: 'AbortError' });
    await proxy.idle();
    const [entry] = proxy.log;
    assert.deepEqual([entry?.aborted, entry?.bytes], [true, bytes]);
    assert.equal(server.asked.length, asked);
  });
}

test('every request of a visit can be killed once, and a visit without a kill ends the loop', async (t) => {
  const { proxy } = await behindProxy(t, json(BODY));
  const visit = async (signal: AbortSignal) => {
    for (const path of ['/head', '/manifest', '/part']) {
      await (await fetch(proxy.origin + path, { signal })).text();
    }
  };
  const killed: string[] = [];
  for (let n = 1; ; n += 1) {
    proxy.forget();
    const abort = new AbortController();
    const kill = proxy.killAt(n, (entry) => {
      killed.push(entry.path);
      abort.abort();
    });
    await visit(abort.signal).catch(() => undefined);
    await proxy.idle();
    if (!kill.fired) break;
  }
  assert.deepEqual(killed, ['/head', '/manifest', '/part']);
  assert.equal(proxy.requests, 3);
});

test('a place behind the end of the body is not reached, and the log says so', async (t) => {
  const { proxy } = await behindProxy(t, json(BODY));
  const kill = proxy.killAt(1, () => assert.fail('not reached'), { bodyBytes: 10_000 });
  await (await fetch(proxy.origin)).text();
  await proxy.idle();
  assert.equal(kill.fired, false);
  assert.match(proxy.log[0]?.unprovoked[0] ?? '', /byte 10000/);
});
