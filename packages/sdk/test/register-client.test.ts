import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { test, type TestContext } from 'node:test';
import {
  ConfigurationError,
  GoneError,
  InvalidAnswerError,
  NetworkError,
  NotFoundError,
  ProblemError,
  RegisterClient,
  RegisterError,
  TimeoutError,
  type RequestSettings,
} from '@pvp/sdk/client';
import { emptyList, json, startTestRegister, until } from './support/test-register.ts';

async function start(t: TestContext, settings: RequestSettings = {}) {
  const register = await startTestRegister(t);
  return { register, client: new RegisterClient({ register: register.origin, ...settings }) };
}

/** Headers that Node's `fetch` sends by itself, as a browser does. */
const OF_THE_PLATFORM = [
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'host',
  'sec-fetch-mode',
  'user-agent',
];

const unavailable = (retryAfter?: string) =>
  json(
    { type: 'urn:pvp:problem:unavailable', title: 'Unavailable', status: 503 },
    { status: 503, ...(retryAfter && { 'retry-after': retryAfter }) },
  );

test('every endpoint is asked at its address, with nothing that a browser would preflight', async (t) => {
  const { register, client } = await start(t);
  register.answer(json({ ...emptyList, id: 'x', status: {}, levels: [], checkpoint: 'a.1' }));
  await client.listServices({ lang: 'en', q: 'bērns', institution: ['b', 'a'] });
  await client.listServices();
  await client.getService('PV-1001~a:b');
  await client.listLifeEvents({ profile: 'residents' });
  await client.getLifeEvent('berna-piedzimsana');
  await client.listOrganizations({ limit: 5 });
  await client.getOrganization('ozolleja');
  await client.getResourceStatus('e-veidlapu-sistema');
  await client.getSupport({ service: 'PV-1' });
  await client.listKnowledge({ q: 'kā', lang: 'lv' });
  await client.getHead();
  await client.getHead('institution/ozolleja');
  await client.getHealth();
  assert.deepEqual(register.asked, [
    'GET /v1/services?institution=a&institution=b&q=b%C4%93rns&lang=en',
    'GET /v1/services',
    'GET /v1/services/PV-1001~a%3Ab',
    'GET /v1/life-events?profile=residents',
    'GET /v1/life-events/berna-piedzimsana',
    'GET /v1/organizations?limit=5',
    'GET /v1/organizations/ozolleja',
    'GET /v1/resources/e-veidlapu-sistema/status',
    'GET /v1/support?service=PV-1',
    'GET /v1/knowledge?q=k%C4%81&lang=lv',
    'GET /v1/sync/all/head',
    'GET /v1/sync/institution/ozolleja/head',
    'GET /v1/health',
  ]);
  for (const { headers } of register.requests) {
    assert.equal(headers.accept, '*/*');
    assert.deepEqual(
      Object.keys(headers).filter((name) => !OF_THE_PLATFORM.includes(name)),
      [],
    );
  }
});

test('a caller on a server may add headers', async (t) => {
  const { register, client } = await start(t, { headers: { authorization: 'Bearer s3cret' } });
  register.answer(json({ id: 'x' }));
  await client.getService('x');
  assert.equal(register.requests[0]!.headers.authorization, 'Bearer s3cret');
});

test('a failure that may pass is asked again: 503, then a broken connection, then an answer', async (t) => {
  const { register, client } = await start(t);
  register.answer(
    unavailable(),
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '50' });
      response.write('{"items":[', () => response.destroy());
    },
    json(emptyList),
  );
  assert.deepEqual(await client.listServices(), emptyList);
  assert.equal(register.asked.length, 3);
});

test('Retry-After in seconds is waited for', async (t) => {
  const { register, client } = await start(t);
  register.answer(unavailable('1'), json(emptyList));
  const before = performance.now();
  await client.listServices();
  assert.ok(performance.now() - before >= 990);
  assert.equal(register.asked.length, 2);
});

test('Retry-After as a date is understood; a date in the past asks at once', async (t) => {
  const { register, client } = await start(t);
  register.answer(unavailable(new Date(Date.now() - 5_000).toUTCString()), json(emptyList));
  await client.listServices();
  assert.equal(register.asked.length, 2);

  register.answer(unavailable(new Date(Date.now() + 3_600_000).toUTCString()));
  await assert.rejects(client.listServices(), (error) => {
    assert.ok(error instanceof ProblemError);
    assert.ok(error.retryAfter! > 3_590 && error.retryAfter! <= 3_600);
    return true;
  });
  assert.equal(register.asked.length, 3, 'an hour is told, not waited for');
});

test('attempts end; the last problem is told', async (t) => {
  const { register, client } = await start(t, { retry: 1 });
  register.answer(unavailable('0'));
  await assert.rejects(client.listServices({ q: 'noslēpums' }), (error) => {
    assert.ok(error instanceof ProblemError && error instanceof RegisterError);
    assert.equal(error.status, 503);
    assert.equal(error.retryable, true);
    assert.equal(error.problem!.type, 'urn:pvp:problem:unavailable');
    assert.equal(error.message, `${register.origin}/v1/services answered 503 Unavailable`);
    return true;
  });
  assert.equal(register.asked.length, 2);
});

test('a question that is wrong is not asked again', async (t) => {
  const { register, client } = await start(t);
  register.answer(
    json({ type: 'urn:pvp:problem:bad-request', title: 'Bad', status: 400 }, { status: 400 }),
  );
  await assert.rejects(client.listServices(), { code: 'problem', status: 400, retryable: false });
  assert.equal(register.asked.length, 1);
});

test('what is not found or gone says so, with what follows', async (t) => {
  const { register, client } = await start(t);
  register.answer(
    json({ type: 'urn:pvp:problem:not-found', title: 'Not found', status: 404 }, { status: 404 }),
  );
  await assert.rejects(client.getService('x'), NotFoundError);
  const subject = {
    id: 'PV-9003',
    title: { lv: 'Vecais' },
    successor: { id: 'PV-2003', title: { lv: 'Jaunais' } },
  };
  register.answer(
    json({ type: 'urn:pvp:problem:gone', title: 'Gone', status: 410, subject }, { status: 410 }),
  );
  await assert.rejects(client.getService('PV-9003'), (error) => {
    assert.ok(error instanceof GoneError);
    assert.deepEqual(error.subject, subject);
    return true;
  });
  assert.equal(register.asked.length, 2);
});

test('a 404 that is not of the register is no word of the register', async (t) => {
  const { register, client } = await start(t);
  register.answer((response) =>
    response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not Found</h1>'),
  );
  await assert.rejects(client.getService('x'), { code: 'problem', status: 404 });
});

test('what is no register is told from one', async (t) => {
  const { register, client } = await start(t);
  const type = { 'content-type': 'application/json' };
  const answers = {
    'a web page': (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'),
    'broken JSON': (r) => r.writeHead(200, type).end('{"items":'),
    'another shape': (r) => r.writeHead(200, type).end('{"ok":true}'),
    nothing: (r) => r.writeHead(200, type).end(),
    'no JSON object': (r) => r.writeHead(200, type).end('"items"'),
    'not modified': (r) => r.writeHead(304).end(),
  } satisfies Record<string, Parameters<typeof register.answer>[0]>;
  for (const [name, answer] of Object.entries(answers)) {
    register.answer(answer);
    await assert.rejects(client.listServices(), InvalidAnswerError, name);
  }
});

test('time limits hold for an attempt, for its body, and for all attempts together', async (t) => {
  const register = await startTestRegister(t);
  const attempt = new RegisterClient({ register: register.origin, timeoutMs: 60, retry: 1 });
  register.answer(() => undefined);
  await assert.rejects(attempt.listServices(), TimeoutError);
  assert.equal(register.asked.length, 2);
  register.answer((response) => response.writeHead(200).write('{"items"'));
  await assert.rejects(attempt.listServices(), TimeoutError);

  const total = new RegisterClient({ register: register.origin, totalTimeoutMs: 80, retry: 9 });
  register.answer(unavailable('1'));
  await assert.rejects(total.listServices(), { name: 'TimeoutError', code: 'timeout' });
});

test('an abort rejects with the reason of its signal, while asking and while waiting', async (t) => {
  const { register, client } = await start(t);
  register.answer(() => undefined);
  const asking = new AbortController();
  const reason = new Error('left the page');
  const asked = assert.rejects(client.listServices({}, { signal: asking.signal }), reason);
  await until(() => register.asked.length === 1, 'the request');
  asking.abort(reason);
  await asked;

  register.answer(unavailable('9'));
  const waiting = new AbortController();
  const waited = assert.rejects(client.listServices({}, { signal: waiting.signal }), {
    name: 'AbortError',
  });
  await until(() => register.asked.length === 2, 'the second request');
  waiting.abort();
  await waited;
  await assert.rejects(client.listServices({}, { signal: AbortSignal.abort(reason) }), reason);
  assert.equal(register.asked.length, 2);
});

test('a register out of reach is a network error that keeps the cause', async (t) => {
  const { register, client } = await start(t, { retry: 0 });
  await register.close();
  await assert.rejects(client.listServices(), (error) => {
    assert.ok(error instanceof NetworkError);
    assert.ok(error.cause instanceof TypeError);
    return true;
  });
});

test('secrets stand in no error, however it is printed', async (t) => {
  const { register, client } = await start(t, {
    retry: 0,
    timeoutMs: 60,
    headers: { authorization: 'Bearer s3cret' },
  });
  const asking = () => client.listServices({ q: 's3cret' }).catch((error: unknown) => error);
  const errors: unknown[] = [];
  register.answer(unavailable());
  errors.push(await asking());
  register.answer((response) => response.end('<html>'));
  errors.push(await asking());
  register.answer(() => undefined);
  errors.push(await asking());
  await register.close();
  errors.push(await asking());
  for (const error of errors) {
    assert.ok(error instanceof RegisterError);
    assert.doesNotMatch(inspect(error, { depth: 9, showHidden: true }), /s3cret/);
  }
});

test('a register is an http(s) origin', () => {
  for (const good of ['https://register.example', 'http://localhost:8080/', 'HTTPS://A.example']) {
    assert.doesNotThrow(() => new RegisterClient({ register: good }), good);
  }
  const wrong = ['', 'register.example', 'ftp://a.example', 'https://a.example/v1', 'javascript:1'];
  for (const register of [...wrong, 'https://a.example?key=s3cret', 'https://u:s3cret@a.example']) {
    assert.throws(
      () => new RegisterClient({ register }),
      (error) => {
        assert.ok(error instanceof ConfigurationError, register);
        assert.doesNotMatch(error.message, /s3cret/);
        return true;
      },
    );
  }
});
