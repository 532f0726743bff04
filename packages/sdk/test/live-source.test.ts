import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { liveSource, LiveSource } from '@pvp/sdk';
import { emptyList, json, startTestRegister, until } from './support/test-register.ts';

const service = { type: 'service', id: 'PV-1', title: { lv: 'Viens' } };
const failing = json(
  { type: 'urn:pvp:problem:unavailable', title: 'Unavailable', status: 503 },
  { status: 503 },
);

async function start(t: TestContext) {
  const register = await startTestRegister(t);
  return { register, source: new LiveSource(register.origin, { retry: 0, timeoutMs: 2_000 }) };
}

test('an answer tells its age by the clock of the register', async (t) => {
  const { register, source } = await start(t);
  const date = 'Sat, 21 Nov 2026 10:00:30 GMT';
  register.answer(json(service, { etag: '"one"', date, age: 30 }));
  assert.equal(source.peekService('PV-1'), undefined);
  const answer = await source.loadService('PV-1');
  assert.deepEqual(answer, {
    data: service,
    freshness: { state: 'fresh', fetchedAt: '2026-11-21T10:00:00.000Z' },
    key: '"one"',
  });
  assert.equal(source.peekService('PV-1'), answer);
  assert.equal(register.asked.length, 1);
});

test('without an ETag equal content has an equal key, and other content another', async (t) => {
  const { register, source } = await start(t);
  register.answer(json(service), json(service), json({ ...service, id: 'PV-2' }));
  const [a, b, c] = [
    await source.loadService('PV-1'),
    await source.loadService('PV-1'),
    await source.loadService('PV-1'),
  ];
  assert.equal(a.key, b.key);
  assert.notEqual(b.key, c.key);
});

test('equal questions under way share one request, and one who leaves does not end it', async (t) => {
  const { register, source } = await start(t);
  let answer!: () => void;
  register.answer((response) => (answer = () => json(emptyList)(response, register.requests[0]!)));
  const leaving = new AbortController();
  const left = assert.rejects(source.loadList({ q: 'a', lang: 'lv' }, { signal: leaving.signal }), {
    name: 'AbortError',
  });
  const stays = source.loadList({ q: 'a' });
  await until(() => register.asked.length === 1, 'the request');
  leaving.abort();
  await left;
  answer();
  assert.deepEqual((await stays).data, emptyList);
  assert.equal(register.asked.length, 1);
});

test('when all have left, the request ends and the next question asks anew', async (t) => {
  const { register, source } = await start(t);
  let ended = false;
  register.answer((response) => response.on('close', () => (ended = true)), json(emptyList));
  const leaving = [new AbortController(), new AbortController()];
  const left = leaving.map(({ signal }) => assert.rejects(source.loadList({}, { signal })));
  await until(() => register.asked.length === 1, 'the request');
  for (const controller of leaving) controller.abort();
  await Promise.all(left);
  await source.loadList({});
  await until(() => ended, 'the end of the first request');
  assert.equal(register.asked.length, 2);
});

test('other languages, queries and ids are other questions', async (t) => {
  const { register, source } = await start(t);
  register.answer(json({ ...emptyList, id: 'x' }));
  await Promise.all([
    source.loadList({}),
    source.loadList({ lang: 'en' }),
    source.loadList({ q: 'a' }),
    source.loadService('PV-1'),
    source.loadService('PV-2'),
  ]);
  assert.equal(register.asked.length, 5);
  assert.equal(source.peekList({ lang: 'ru' }), undefined);
});

test('the last good answer stands in while the register fails, and is fresh again after', async (t) => {
  const { register, source } = await start(t);
  register.answer(json(service, { etag: '"one"' }));
  const good = await source.loadService('PV-1');
  for (const fault of [
    failing,
    (r: import('node:http').ServerResponse) => r.destroy(),
    (r: import('node:http').ServerResponse) =>
      r.writeHead(200, { 'content-type': 'text/html' }).end('<form>Log in to the Wi-Fi</form>'),
  ]) {
    register.answer(fault);
    const stale = await source.loadService('PV-1');
    assert.equal(stale.freshness.state, 'stale');
    assert.equal(stale.freshness.fetchedAt, good.freshness.fetchedAt);
    assert.equal(stale.key, good.key);
    assert.deepEqual(stale.data, service);
    assert.equal(source.peekService('PV-1')!.freshness.state, 'stale');
  }
  register.answer(json(service, { etag: '"one"' }));
  assert.equal((await source.loadService('PV-1')).freshness.state, 'fresh');
});

test('a failure without an older answer is thrown, and is not remembered', async (t) => {
  const { register, source } = await start(t);
  register.answer(failing);
  await assert.rejects(source.loadService('PV-1'), { code: 'problem', status: 503 });
  assert.equal(source.peekService('PV-1'), undefined);
  register.answer(json(service));
  assert.equal((await source.loadService('PV-1')).freshness.state, 'fresh');
});

test('without memory one attempt takes the stale copy of the HTTP cache', async (t) => {
  const register = await startTestRegister(t);
  register.answer(failing);
  const modes: string[] = [];
  // Node has no HTTP cache, so a copy is put where a browser's cache would give one.
  const fetchWithCache: typeof fetch = async (input, init) => {
    const request = input as Request;
    modes.push(request.cache);
    return request.cache === 'force-cache'
      ? Response.json(service, { headers: { date: 'Sat, 21 Nov 2026 10:00:00 GMT' } })
      : fetch(request, init);
  };
  const source = new LiveSource(register.origin, { retry: 0, fetch: fetchWithCache });
  const answer = await source.loadService('PV-1');
  assert.deepEqual(answer.freshness, { state: 'stale', fetchedAt: '2026-11-21T10:00:00.000Z' });
  assert.deepEqual(modes, ['default', 'force-cache']);
});

test('404 and 410 are answers: no older copy masks them', async (t) => {
  const { register, source } = await start(t);
  for (const [status, name, code] of [
    [404, 'not-found', 'not-found'],
    [410, 'gone', 'gone'],
  ] as const) {
    register.answer(json(service));
    await source.loadService('PV-1');
    register.answer(json({ type: `urn:pvp:problem:${name}`, title: name, status }, { status }));
    await assert.rejects(source.loadService('PV-1'), { code });
    assert.equal(source.peekService('PV-1'), undefined);
  }
});

test('a question with `revalidate` goes past the HTTP cache', async (t) => {
  const { register, source } = await start(t);
  register.answer(json(service));
  await source.loadService('PV-1', { revalidate: true });
  assert.equal(register.requests[0]!.headers['cache-control'], 'max-age=0');
  assert.equal(register.requests[0]!.headers['if-none-match'], undefined);
});

test('memory is bounded', async (t) => {
  const { register, source } = await start(t);
  register.answer(json(service));
  for (let nth = 0; nth <= 100; nth++) await source.loadService(`PV-${nth}`);
  assert.equal(source.peekService('PV-0'), undefined);
  assert.ok(source.peekService('PV-1'));
});

test('a page has one source per register', () => {
  const one = liveSource('https://register.example/');
  assert.equal(one, liveSource('https://REGISTER.example'));
  assert.notEqual(one, liveSource('https://mirror.example'));
  // What has a path is a static snapshot.
  assert.notEqual(one, liveSource('https://register.example/pakalpojumi'));
  for (const none of ['register.example', 'ftp://a.example', 'https://a.example/?b', '']) {
    assert.throws(() => liveSource(none), { code: 'configuration' }, none);
  }
});

test('watchers share one event stream, which ends with the last of them', async (t) => {
  const { register, source } = await start(t);
  let ended = 0;
  register.answer((response) => {
    response.on('close', () => ended++);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write('event: head\ndata: {"checkpoint":"e.5","scopes":["institution/ozolleja"]}\n\n');
  });
  const heard: string[] = [];
  const stops = ['a', 'b'].map((name) =>
    source.watch(({ checkpoint, scopes }) => heard.push(`${name} ${checkpoint} ${scopes}`)),
  );
  await until(() => heard.length === 2, 'both are told');
  assert.deepEqual(heard, ['a e.5 all', 'b e.5 all']);
  assert.deepEqual(register.asked, ['GET /v1/events']);
  stops[0]!();
  stops[0]!();
  stops[1]!();
  await until(() => ended === 1, 'the end of the stream');
  assert.equal(register.asked.length, 1);
});

test('a list that was asked for early is read once without a request, for a while', async (t) => {
  const { register, source } = await start(t);
  const url = `${register.origin}/v1/services`;
  const early = () => Promise.resolve(Response.json(emptyList));
  const ends: (() => void)[] = [];
  const expectOne = () => source.expect(url, early(), (end) => ends.push(end));
  await expectOne();
  assert.deepEqual((await source.loadList({})).data, emptyList);
  assert.equal(register.asked.length, 0);

  // Nobody reads this one before it is over.
  await expectOne();
  ends.forEach((end) => end());
  register.answer(json({ ...emptyList, total: 1 }));
  assert.equal((await source.loadList({})).data.total, 1);
  assert.equal(register.asked.length, 1);
});

test('a list that was asked for early and is waited for stays one request', async (t) => {
  const { register, source } = await start(t);
  let answer!: (response: Response) => void;
  const early = new Promise<Response>((resolve) => (answer = resolve));
  const ends: (() => void)[] = [];
  void source.expect(`${register.origin}/v1/services`, early, (end) => ends.push(end));
  const one = source.loadList({});
  ends.forEach((end) => end());
  const other = source.loadList({});
  answer(Response.json(emptyList));
  assert.deepEqual((await one).data, emptyList);
  assert.deepEqual((await other).data, emptyList);
  assert.equal(register.asked.length, 0);
});
