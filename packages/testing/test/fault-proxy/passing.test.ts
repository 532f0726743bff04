/** Without a rule the proxy is not there; and it tells what passed. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openFaultProxy, requestLine, seededRandom } from '../../src/fault-proxy/index.ts';
import { unavailable } from '../../src/fault-proxy/index.ts';
import { behindProxy, json, rawGet, serve } from './support/test-server.ts';

test('status, headers, coding and body pass as the target sent them', async (t) => {
  const packed = gzipSync('{"title":"Dzīvesvieta"}');
  const { proxy } = await behindProxy(t, (_request, response) => {
    response.writeHead(203, { 'Content-Encoding': 'gzip', ETag: '"a"', 'X-Two': ['1', '2'] });
    response.end(packed);
  });
  const answer = await fetch(`${proxy.origin}/v1/services`);
  assert.equal(answer.status, 203);
  assert.equal(answer.headers.get('etag'), '"a"');
  assert.equal(answer.headers.get('x-two'), '1, 2');
  assert.deepEqual(await answer.json(), { title: 'Dzīvesvieta' });
});

test('a request body, its method and the Host of the client reach the target', async (t) => {
  const { proxy } = await behindProxy(t, async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    response.end(`${request.method} ${request.headers.host} ${Buffer.concat(chunks)}`);
  });
  const answer = await fetch(`${proxy.origin}/v1/requests`, { method: 'POST', body: 'kļūda' });
  assert.equal(await answer.text(), `POST ${new URL(proxy.origin).host} kļūda`);
});

test('preflights pass and are counted, also where a rule meets the path', async (t) => {
  const { proxy } = await behindProxy(t, (request, response) => {
    response.writeHead(204, {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Headers': 'Idempotency-Key',
    });
    response.end(request.method);
  });
  proxy.on('/**', unavailable({ seconds: 1 }));
  const preflight = await fetch(`${proxy.origin}/v1/requests`, {
    method: 'OPTIONS',
    headers: { Origin: 'https://ozolleja.example', 'Access-Control-Request-Method': 'POST' },
  });
  assert.equal(preflight.status, 204);
  assert.equal(preflight.headers.get('access-control-allow-headers'), 'Idempotency-Key');
  const answer = await fetch(`${proxy.origin}/v1/requests`);
  assert.equal(answer.status, 503);
  assert.equal(answer.headers.get('access-control-allow-origin'), '*');
  assert.equal(proxy.requests, 2);
});

test('the log names every request with its answer', async (t) => {
  const { proxy, server } = await behindProxy(t, json({ items: [] }));
  await (await fetch(`${proxy.origin}/v1/services?q=a%20b&lang=lv`)).text();
  await (await fetch(`${proxy.origin}/v1/health`, { headers: { Accept: 'text/x' } })).text();
  await proxy.idle();
  assert.deepEqual(proxy.log.map(requestLine), server.asked);
  const [first, second] = proxy.log;
  assert.equal(first?.query.get('q'), 'a b');
  assert.equal(first?.bytes, '{"items":[]}'.length);
  assert.deepEqual(
    [first?.status, first?.aborted, first?.forwarded, first?.done],
    [200, false, true, true],
  );
  assert.equal(second?.headers['accept'], 'text/x');
  assert.equal(proxy.count('/v1/services'), 1);
  assert.equal(proxy.count(/q=a%20b/), 1);
  assert.equal(proxy.count('/v1/*'), 2);
  proxy.forget();
  assert.equal(proxy.requests, 0);
});

test('a client that gives up is seen by the target and in the log', async (t) => {
  let targetSaw: Promise<unknown> = Promise.resolve();
  const { proxy } = await behindProxy(t, (_request, response) => {
    targetSaw = once(response, 'close');
    response.write('begun');
  });
  const abort = new AbortController();
  const answer = await fetch(proxy.origin, { signal: abort.signal });
  abort.abort();
  await assert.rejects(answer.text(), { name: 'AbortError' });
  await targetSaw;
  await proxy.idle();
  assert.equal(proxy.log[0]?.aborted, true);
});

test('an event stream passes event by event', async (t) => {
  const { proxy } = await behindProxy(t, (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    response.write('event: head\n\n');
  });
  const answer = await fetch(`${proxy.origin}/v1/events`);
  const { value } = await (answer.body as ReadableStream<Uint8Array>).getReader().read();
  assert.equal(Buffer.from(value ?? []).toString(), 'event: head\n\n');
});

test('close ends open connections at once', async (t) => {
  const { proxy } = await behindProxy(t, (_request, response) => void response.write('begun'));
  const answer = await fetch(proxy.origin);
  await proxy.close();
  await assert.rejects(answer.text());
  await assert.rejects(fetch(proxy.origin));
});

test('an absent target is a 502 that says so', async (t) => {
  const server = await serve(t, json({}));
  const other = await openFaultProxy({ target: server.origin, random: seededRandom(1) });
  await other.close();
  const proxy = await openFaultProxy({ target: other.origin, random: seededRandom(1) });
  t.after(() => proxy.close());
  const answer = await fetch(proxy.origin);
  assert.equal(answer.status, 502);
  assert.match(proxy.log[0]?.targetError ?? '', /ECONNREFUSED/);
});

test('an answer that the target breaks off is broken off for the client too', async (t) => {
  const { proxy } = await behindProxy(t, (_request, response) => {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('half', () => response.destroy());
  });
  const answer = await rawGet(proxy.origin);
  assert.match(answer.head, /content-length: 100/);
  assert.equal(answer.body.toString(), 'half');
});

test('a redirect inside the target leads back to the proxy', async (t) => {
  const { proxy, server } = await behindProxy(t, (request, response) => {
    if (request.url === '/new') return void response.end('here');
    response.writeHead(301, { Location: `${server.origin}/new` });
    response.end();
  });
  const answer = await fetch(`${proxy.origin}/old`);
  assert.equal(answer.url, `${proxy.origin}/new`);
  assert.equal(await answer.text(), 'here');
});
