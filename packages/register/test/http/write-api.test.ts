import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { ImportReport, Problem, RecordRow } from '@pvp/contract';
import { openRegister, type RegisterFixture } from '@pvp/testing';
import { checked } from './contract-check.ts';
import { SAMPLE_RECORDS } from './sample-records.ts';

const INSTITUTION_TOKEN = 'ozolleja-token-of-32-characters-x';
const READER_TOKEN = 'reader-token-of-some-32-characters';

let register: RegisterFixture;
before(async () => {
  register = await openRegister({ seed: SAMPLE_RECORDS });
  const at = '2026-11-21T08:00:00Z';
  const { store } = register;
  await store.putToken(
    INSTITUTION_TOKEN,
    { name: 'ozolleja', role: 'portfolio', institution: 'ozolleja' },
    at,
  );
  await store.putToken(
    READER_TOKEN,
    { name: 'reader', role: 'reader', institution: undefined },
    at,
  );
});
after(() => register.close());

interface Call {
  token?: string | undefined;
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

function call(path: string, { token, method = 'GET', body, headers = {} }: Call = {}) {
  return fetch(`${register.origin}/v1/admin${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && {
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  });
}

/** Sends megabytes without saying how many, until an answer comes. */
function sendEndless(path: string): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    const piece = Buffer.alloc(1024 * 1024, 0x20);
    let sent = 0;
    let answered = false;
    const sending = request(`${register.origin}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${register.adminToken}`,
        'content-type': 'application/json',
      },
    });
    sending.on('response', (response) => {
      answered = true;
      response.resume();
      resolve({ status: response.statusCode ?? 0, sent });
      sending.destroy();
    });
    sending.on('error', (error) => {
      if (!answered) reject(error);
    });
    const next = () => {
      if (answered || sent >= 256) return;
      sent++;
      sending.write(piece, () => setImmediate(next));
    };
    next();
  });
}

const problemOf = async (operation: string, response: Response) =>
  (await checked(operation, response)) as Problem;

const newService = (id: string, holder = 'ozolleja') => ({
  type: 'service',
  id,
  kind: 'public-individual',
  status: 'active',
  title: { lv: 'Jauns pakalpojums' },
  holder,
  recipients: ['resident'],
});
const create = { 'if-none-match': '*' };

describe('a record', () => {
  test('is created, read with both halves, replaced and redacted by revision', async () => {
    const token = register.adminToken;
    const path = '/service/PV-5001';
    const record = { ...newService('PV-5001'), management: { notes: 'iekšēja piezīme' } };

    const created = await call(path, { token, method: 'PUT', body: record, headers: create });
    assert.equal(created.status, 201);
    const row = (await checked('putRecord', created)) as RecordRow;
    assert.equal(row.revision, 1);
    assert.equal(created.headers.get('cache-control'), 'no-store');

    const read = await call(path, { token });
    const full = (await checked('getRecord', read)) as Record<string, unknown>;
    assert.deepEqual(full['management'], { notes: 'iekšēja piezīme' });
    assert.equal(read.headers.get('etag'), '"1"');
    assert.match(read.headers.get('cache-control') ?? '', /no-store/);

    const changed = { ...record, title: { lv: 'Jaunāks pakalpojums' } };
    const ifMatch = { 'if-match': '"1"' };
    const replaced = await call(path, { token, method: 'PUT', body: changed, headers: ifMatch });
    assert.equal(replaced.status, 200);
    assert.equal(replaced.headers.get('etag'), '"2"');
    await checked('putRecord', replaced);

    const late = await call(path, { token, method: 'PUT', body: record, headers: ifMatch });
    assert.equal(late.status, 412);
    await checked('putRecord', late);
    const twice = await call(path, { token, method: 'PUT', body: record, headers: create });
    assert.equal(twice.status, 412);
    await checked('putRecord', twice);

    const shown = await fetch(`${register.origin}/v1/services/PV-5001`);
    const service = (await checked('getService', shown)) as { title: { lv: string } };
    assert.equal(service.title.lv, 'Jaunāks pakalpojums');

    const unsure = await call(path, { token, method: 'DELETE' });
    assert.equal(unsure.status, 428);
    await checked('deleteRecord', unsure);
    const gone = await call(`${path}?reason=kļūda`, {
      token,
      method: 'DELETE',
      headers: { 'if-match': '"2"' },
    });
    assert.equal(gone.status, 204);
    await checked('deleteRecord', gone);
    assert.equal((await fetch(`${register.origin}/v1/services/PV-5001`)).status, 404);
    const missing = await call(path, { token });
    assert.equal(missing.status, 404);
    await checked('getRecord', missing);
  });

  test('of a kind that the contract does not describe is kept', async () => {
    const read = await call('/datu-kopa/dk-1', { token: register.adminToken });
    const full = (await checked('getRecord', read)) as Record<string, unknown>;
    assert.deepEqual(full['title'], { lv: 'Nezināma veida objekts' });
  });

  test('stands in a list that leads on', async () => {
    const token = register.adminToken;
    const seen: string[] = [];
    let query = '?limit=3';
    for (;;) {
      const response = await call(`/service${query}`, { token });
      const page = (await checked('listRecords', response)) as {
        items: RecordRow[];
        next?: string;
      };
      seen.push(...page.items.map(({ id }) => id));
      if (page.next === undefined) break;
      query = `?limit=3&cursor=${page.next}`;
    }
    assert.deepEqual(seen, [...new Set(seen)].sort());
    assert.ok(seen.includes('PV-3002'));
  });
});

describe('bad input gets a problem and changes nothing', () => {
  let before_: string;
  beforeEach(async () => {
    before_ = JSON.stringify(await register.store.position());
  });
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  const service = newService('PV-1500');
  const match = { 'if-match': '"1"' };
  const cases: readonly [what: string, path: string, call: Call, status: number, says: RegExp][] = [
    [
      'malformed JSON',
      '/service/PV-1500',
      { body: '{"type": "service",\n "id": PV}', headers: match },
      400,
      /line 2, column 8/,
    ],
    ['an empty body', '/service/PV-1500', { body: ' ', headers: match }, 400, /line 1/],
    [
      'a body that is no UTF-8',
      '/service/PV-1500',
      { body: 'bytes', headers: match },
      400,
      /line 1/,
    ],
    ['deep nesting', '/service/PV-1500', { body: deep, headers: match }, 400, /deeper/],
    [
      'wrong types',
      '/service/PV-1500',
      { body: { ...service, title: 7, costs: 'free' }, headers: match },
      422,
      /\/title.*\/costs|\/costs.*\/title/s,
    ],
    [
      'an unknown kind of service',
      '/service/PV-1500',
      { body: { ...service, kind: 'secret' }, headers: match },
      422,
      /\/kind/,
    ],
    ['no object at all', '/service/PV-1500', { body: [1], headers: match }, 422, /object/],
    [
      'management on the public side',
      '/service/PV-1500',
      { body: { ...service, manager: { name: 'x' } }, headers: match },
      422,
      /management/,
    ],
    [
      'another id than the address',
      '/service/PV-1500',
      { body: newService('PV-1'), headers: match },
      422,
      /\/id/,
    ],
    [
      'another kind than the address',
      '/need/PV-1500',
      { body: service, headers: match },
      422,
      /\/type/,
    ],
    [
      'the alias of another',
      '/service/PV-1500',
      { body: { ...service, aliases: ['ppk-77'] }, headers: match },
      422,
      /PV-1001/,
    ],
    [
      'a wrong content type',
      '/service/PV-1500',
      { body: 'x', headers: { ...match, 'content-type': 'text/plain' } },
      415,
      /application\/json/,
    ],
    ['no precondition', '/service/PV-1500', { body: service }, 428, /If-Match/],
    [
      'two preconditions',
      '/service/PV-1500',
      { body: service, headers: { ...match, ...create } },
      400,
      /exclude/,
    ],
    [
      'an old revision',
      '/service/PV-1500',
      { body: service, headers: { 'if-match': '"99"' } },
      412,
      /revision 1/,
    ],
    [
      'a revision of nothing',
      '/service/PV-0',
      { body: newService('PV-0'), headers: match },
      412,
      /no such record/,
    ],
    [
      'a large record',
      '/service/PV-1500',
      { body: 'x'.repeat(1024 * 1024 + 1), headers: match },
      413,
      /1 MB/,
    ],
  ];
  for (const [what, path, sent, status, says] of cases) {
    test(`${what}: ${status}`, async () => {
      const token = register.adminToken;
      const response = await call(path, { token, method: 'PUT', ...sent });
      assert.equal(response.status, status);
      assert.match(JSON.stringify(await problemOf('putRecord', response)), says);
      assert.equal(JSON.stringify(await register.store.position()), before_);
    });
  }

  test('a body of 50 MB and more is refused before it is all there', async () => {
    const { status, sent } = await sendEndless('/v1/admin/import');
    assert.equal(status, 413);
    assert.ok(sent < 200, `${sent} MB were sent`);
    assert.equal(JSON.stringify(await register.store.position()), before_);
    assert.equal((await fetch(`${register.origin}/v1/health`)).status, 200);
  });
  test('a body that says that it is too large is not read', async () => {
    const response = await call('/import', {
      token: register.adminToken,
      method: 'POST',
      body: ' '.repeat(50 * 1024 * 1024 + 1),
    });
    assert.equal(response.status, 413);
    await checked('importRecords', response);
  });
});

describe('tokens', () => {
  test('none: 401 and a challenge', async () => {
    const response = await call('/service/PV-1001');
    assert.equal(response.status, 401);
    assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer /);
    await checked('getRecord', response);
  });
  for (const token of ['wrong', `${INSTITUTION_TOKEN}x`, 'x'.repeat(5000)]) {
    test(`a wrong one of ${token.length} characters: 401`, async () => {
      const response = await call('/service/PV-1001', { token });
      assert.equal(response.status, 401);
      assert.ok(!JSON.stringify(await problemOf('getRecord', response)).includes(token));
    });
  }
  test('in the address is no token', async () => {
    const response = await call(`/service/PV-1001?token=${register.adminToken}`);
    assert.equal(response.status, 401);
    await response.text();
  });
  test('a reader reads and does not write', async () => {
    const token = READER_TOKEN;
    assert.equal((await call('/service/PV-1001', { token })).status, 200);
    const record = newService('PV-5002');
    const put = await call('/service/PV-5002', {
      token,
      method: 'PUT',
      body: record,
      headers: create,
    });
    assert.equal(put.status, 403);
    await checked('putRecord', put);
    const imported = await call('/import', { token, method: 'POST', body: [record] });
    assert.equal(imported.status, 403);
    await checked('importRecords', imported);
  });
  test("an institution's token touches its own records only", async () => {
    const token = INSTITUTION_TOKEN;
    const status = async (path: string, sent: Call = {}) => {
      const response = await call(path, { token, ...sent });
      await response.text();
      return response.status;
    };
    const put = (path: string, body: unknown, headers = create as Record<string, string>) =>
      status(path, { method: 'PUT', body, headers });
    assert.equal(await status('/service/PV-1001'), 200);
    assert.equal(await status('/service/PV-1002'), 403);
    assert.equal(await status('/service/PV-3002'), 404, 'that it exists is not told');
    assert.equal(await status('/life-event/dzivesvietas-maina'), 403);
    assert.equal(await put('/service/PV-5003', newService('PV-5003', 'berzkrogs')), 403);
    assert.equal(await put('/service/PV-5003', newService('PV-5003')), 201);
    // Neither taken from another institution nor given to one.
    assert.equal(await put('/service/PV-1002', newService('PV-1002'), { 'if-match': '"1"' }), 403);
    const given = newService('PV-5003', 'berzkrogs');
    assert.equal(await put('/service/PV-5003', given, { 'if-match': '"1"' }), 403);
    assert.equal(
      await put('/need/jauna', { type: 'need', id: 'jauna', title: { lv: 'Jauna' } }),
      403,
    );
    const list = (await checked('listRecords', await call('/service?limit=200', { token }))) as {
      items: RecordRow[];
    };
    assert.ok(list.items.some(({ id }) => id === 'PV-1001'));
    assert.ok(!list.items.some(({ id }) => id === 'PV-1002' || id === 'PV-3002'));
  });
});

describe('imports', () => {
  test('take the good and tell the bad', async () => {
    const response = await call('/import', {
      token: register.adminToken,
      method: 'POST',
      body: [newService('PV-6001'), { ...newService('PV-6002'), kind: 'nothing' }],
    });
    assert.equal(response.status, 200);
    const report = (await checked('importRecords', response)) as ImportReport;
    assert.equal(report.accepted, 1);
    assert.deepEqual(
      report.rejected.map(({ id }) => id),
      ['PV-6002'],
    );
    assert.equal((await fetch(`${register.origin}/v1/services/PV-6001`)).status, 200);
    assert.equal((await fetch(`${register.origin}/v1/services/PV-6002`)).status, 404);
  });
  test('come line by line too', async () => {
    const lines = [newService('PV-6003'), '{broken', newService('PV-6004')].map((line) =>
      typeof line === 'string' ? line : JSON.stringify(line),
    );
    const response = await call('/import', {
      token: register.adminToken,
      method: 'POST',
      body: lines.join('\n'),
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const report = (await checked('importRecords', response)) as ImportReport;
    assert.equal(report.accepted, 2);
    assert.equal(report.rejected.length, 1);
  });
  test("of an institution leave other institutions' records alone", async () => {
    const response = await call('/import', {
      token: INSTITUTION_TOKEN,
      method: 'POST',
      body: [newService('PV-6005'), newService('PV-1002'), newService('PV-6006', 'berzkrogs')],
    });
    const report = (await checked('importRecords', response)) as ImportReport;
    assert.equal(report.accepted, 1);
    assert.deepEqual(report.rejected.map(({ id }) => id).sort(), ['PV-1002', 'PV-6006']);
  });
  test('of malformed JSON name the place', async () => {
    const token = register.adminToken;
    const response = await call('/import', { token, method: 'POST', body: '[{"a":1},]' });
    assert.equal(response.status, 400);
    assert.match((await problemOf('importRecords', response)).detail ?? '', /line 1, column 10/);
  });
});

test('without any token the write API is off and says so', async () => {
  const off = await openRegister({ seed: 'none', env: { PVP_ADMIN_TOKEN: '' } });
  try {
    const response = await fetch(`${off.origin}/v1/admin/service/PV-1001`);
    assert.equal(response.status, 403);
    const problem = (await checked('getRecord', response)) as Problem;
    assert.match(problem.detail ?? '', /off/);
  } finally {
    await off.close();
  }
});
