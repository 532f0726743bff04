/** Faults of the answer: what a server, a cache or a portal says instead of the truth. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import {
  contentType,
  corruptPart,
  htmlPage,
  latency,
  notModifiedWithoutCopy,
  redirect,
  retryAfterForms,
  slice,
  staleAnswer,
  tooMany,
  unavailable,
} from '../../src/fault-proxy/index.ts';
import { behindProxy, json, manualClock, serve, type Handler } from './support/test-server.ts';

/** Counts up with each answer, so that old and new can be told apart. */
function counting(): Handler {
  let count = 0;
  return (_request, response) => {
    count += 1;
    response.setHeader('ETag', `"${count}"`);
    response.setHeader('Content-Encoding', 'gzip');
    response.end(gzipSync(String(count)));
  };
}

test('200 with a page, and no question to the target', async (t) => {
  const { proxy, server } = await behindProxy(t, json({}));
  proxy.on('/v1/services', htmlPage());
  const answer = await fetch(`${proxy.origin}/v1/services`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8');
  assert.match(await answer.text(), /^<!doctype html>/);
  assert.deepEqual(server.asked, []);
  assert.equal(proxy.log[0]?.forwarded, false);
});

test('the true body under another type, or under none', async (t) => {
  const { proxy } = await behindProxy(t, json({ a: 1 }));
  proxy.on('/**', contentType('text/plain'), { times: 1 });
  proxy.on('/**', contentType(null), { after: 1 });
  const first = await fetch(proxy.origin);
  assert.equal(first.headers.get('content-type'), 'text/plain');
  assert.deepEqual(await first.json(), { a: 1 });
  const second = await fetch(proxy.origin);
  assert.equal(second.headers.get('content-type'), null);
});

test('304 to a client that holds nothing', async (t) => {
  const { proxy } = await behindProxy(t, json({}));
  proxy.on('/**', notModifiedWithoutCopy());
  const answer = await fetch(proxy.origin);
  assert.equal(answer.status, 304);
  assert.equal(await answer.text(), '');
});

test('429 and 503 with every form of Retry-After', async (t) => {
  const clock = manualClock(Date.UTC(2026, 2, 1, 12));
  const { proxy } = await behindProxy(t, json({}), { clock });
  const told: (string | null)[] = [];
  for (const form of retryAfterForms) {
    for (const fault of [tooMany(form), unavailable(form)]) {
      const rule = proxy.on('/**', fault, { times: 1 });
      const answer = await fetch(proxy.origin);
      assert.equal(answer.status, fault.status);
      assert.equal(answer.headers.get('content-type'), 'application/problem+json');
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      if (fault.status === 429) told.push(answer.headers.get('retry-after'));
      assert.equal(rule.fired, 1);
    }
  }
  assert.deepEqual(told, [
    '1',
    '0',
    'Sun, 01 Mar 2026 12:00:02 GMT',
    'Sun, 01 Mar 2026 11:00:00 GMT',
    'soon; maybe',
    '-120',
    '99999999999999999999',
    null,
  ]);
  proxy.on('/**', tooMany({ raw: '1e3' }));
  assert.equal((await fetch(proxy.origin)).headers.get('retry-after'), '1e3');
});

test('an older answer of the same URL, to a client that accepts no coding', async (t) => {
  const { proxy, server } = await behindProxy(t, counting());
  const text = async (path: string, headers = {}) =>
    (await fetch(proxy.origin + path, { headers })).text();
  assert.equal(await text('/v1/a?x=1'), '1');
  assert.equal(await text('/v1/a?x=1'), '2');
  assert.equal(await text('/v1/a?x=1'), '3');
  const first = proxy.on('/v1/a', staleAnswer({ age: 400 }));
  const stale = await fetch(`${proxy.origin}/v1/a?x=1`, {
    headers: { 'Accept-Encoding': 'identity' },
  });
  assert.equal(stale.headers.get('age'), '400');
  assert.equal(stale.headers.get('etag'), '"1"');
  assert.equal(await stale.text(), '1');
  assert.equal(server.asked.length, 3);
  first.off();
  proxy.on('/v1/a', staleAnswer({ nth: 2 }));
  assert.equal(await text('/v1/a?x=1'), '2');
  const same = await fetch(`${proxy.origin}/v1/a?x=1`, { headers: { 'If-None-Match': '"2"' } });
  assert.equal(same.status, 304);
  assert.equal(await text('/v1/a?x=2'), '4');
  await proxy.idle();
  assert.match(proxy.log.at(-1)?.unprovoked[0] ?? '', /no answer 2/);
});

test('a redirect to another origin is followed there', async (t) => {
  const other = await serve(t, json({ from: 'elsewhere' }));
  const { proxy, server } = await behindProxy(t, json({ from: 'target' }));
  proxy.on('/v1/services', redirect(other.origin));
  const answer = await fetch(`${proxy.origin}/v1/services?q=1`);
  assert.deepEqual(await answer.json(), { from: 'elsewhere' });
  assert.deepEqual(other.asked, ['GET /v1/services?q=1']);
  assert.deepEqual(server.asked, []);
  const by307 = proxy.on('/v1/x', redirect(other.origin, { status: 307 }));
  const bare = await fetch(`${proxy.origin}/v1/x`, { redirect: 'manual' });
  assert.deepEqual([bare.status, by307.fired], [307, 1]);
});

test('a corrupted part: one bit of one byte, every line JSON still, only the digest tells', async (t) => {
  const lines = ['{"id":"PV-1001","text":"Šķūnis"}', '{"id":"PV-1002","n":12,"ok":true}'];
  const part = `${lines.join('\n')}\n`;
  const digest = createHash('sha256').update(part).digest('base64');
  const { proxy } = await behindProxy(t, (_request, response) => {
    response.writeHead(200, { 'Content-Encoding': 'br', 'Repr-Digest': `sha-256=:${digest}:` });
    response.end(brotliCompressSync(part));
  });
  proxy.on('/v1/parts/*', corruptPart());
  for (let round = 0; round < 20; round += 1) {
    const answer = await fetch(`${proxy.origin}/v1/parts/abc`);
    assert.equal(answer.headers.get('repr-digest'), `sha-256=:${digest}:`);
    const text = await answer.text();
    const changed = [...part].filter((letter, at) => letter !== [...text][at]);
    assert.equal(changed.length, 1);
    assert.equal(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)).length,
      2,
    );
  }
});

test('the same seed corrupts the same bytes', async (t) => {
  const rounds: string[][] = [];
  for (let round = 0; round < 2; round += 1) {
    const { proxy } = await behindProxy(t, json({ text: 'x'.repeat(1000) }));
    proxy.on('/**', corruptPart({ parsable: false }));
    const texts: string[] = [];
    for (let n = 0; n < 5; n += 1) texts.push(await (await fetch(proxy.origin)).text());
    rounds.push(texts);
  }
  assert.deepEqual(rounds[0], rounds[1]);
  assert.ok(new Set(rounds[0]).size > 1);
});

test('rules: times, after, off, and several faults in one answer', async (t) => {
  const clock = manualClock();
  const { proxy } = await behindProxy(t, json({}), { clock });
  const statuses = async (count: number) => {
    const seen: number[] = [];
    for (let n = 0; n < count; n += 1) seen.push((await fetch(proxy.origin)).status);
    return seen;
  };
  const busy = proxy.on('/**', tooMany('absent'), { after: 1, times: 2 });
  proxy.on('/**', unavailable('absent'), { times: 1 });
  assert.deepEqual(await statuses(5), [503, 429, 429, 200, 200]);
  assert.equal(busy.fired, 2);
  proxy.forget();
  assert.deepEqual(proxy.rules, []);

  proxy.on((request) => request.headers['x-slow'] === '1', latency(10));
  proxy.on('/**', htmlPage({ html: 'Apkope' }));
  proxy.on('/**', slice(2));
  const answer = fetch(proxy.origin, { headers: { 'X-Slow': '1' } });
  clock.advance(await clock.nextTimer());
  assert.equal(await (await answer).text(), 'Apkope');
  assert.deepEqual(proxy.log[0]?.faults, ['latency', 'html-page', 'slice']);
});
