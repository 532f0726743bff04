import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type { RequestKindList } from '@pvp/contract';
import { checked } from '../http/contract-check.ts';
import { fieldsOf, request, RequestWorld } from './request-world.ts';

let world: RequestWorld;
before(async () => {
  world = await RequestWorld.open(undefined);
});
after(() => world.register.close());

describe('a request', () => {
  test('is received with a number and a secret that shows how it stands', async () => {
    const receipt = await world.received(
      request({ serviceId: 'ppk-77', contact: { email: 'anna@example.org' }, lang: 'lv' }),
    );
    assert.match(receipt.number, /^\d\d-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const tracked = await world.tracked(receipt);
    assert.equal(tracked.state, 'acknowledged');
    assert.equal(tracked.delivery, 'kept');
    assert.equal(tracked.institutionId, 'ozolleja');
    assert.equal(tracked.serviceId, 'PV-1001', 'the alias was resolved');
    assert.equal(tracked.text, 'Vai bērnu var pieteikt arī vasarā?');
    assert.deepEqual(
      tracked.history.map(({ state, level }) => ({ state, level })),
      [{ state: 'acknowledged', level: 1 }],
    );
    assert.ok(!JSON.stringify(tracked).includes('anna@'), 'the contact is not shown again');
  });
  test('says where its state stands, and is kept by no cache', async () => {
    const response = await world.send(request());
    const { number } = (await response.json()) as { number: string };
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('location'), `/v1/requests/${number}`);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
  });
  test('may name its institution by a former id', async () => {
    const receipt = await world.received(request({ institutionId: '90009990001' }));
    assert.equal((await world.tracked(receipt)).institutionId, 'ozolleja');
  });
  test('loses control characters and keeps what looks like markup as text', async () => {
    const text = '  <b>Sveiki</b>\r\n\u0000\u001b[31mOtrā rinda\u0007 ';
    const receipt = await world.received(request({ text }));
    assert.equal((await world.tracked(receipt)).text, '<b>Sveiki</b>\n[31mOtrā rinda');
  });
  test('can be asked for first by a browser', async () => {
    const response = await world.fetch('/v1/requests', { method: 'OPTIONS' });
    assert.equal(response.status, 204);
    const headers = response.headers.get('access-control-allow-headers') ?? '';
    assert.match(headers, /Idempotency-Key/);
    assert.match(headers, /Content-Type/);
  });
});

describe('the same key', () => {
  test('with the same body gives the same answer', async () => {
    const key = randomUUID();
    const first = await world.received(request(), key);
    const second = await world.received(request(), key);
    assert.deepEqual(second, first);
  });
  test('with the same body in another order of fields gives the same answer', async () => {
    const key = randomUUID();
    const first = await world.received(request(), key);
    const reversed = Object.fromEntries(Object.entries(request()).reverse());
    assert.deepEqual(await world.received(reversed, key), first);
  });
  test('in the quotes of a structured header is the same key', async () => {
    const key = randomUUID();
    const first = await world.received(request(), key);
    assert.deepEqual(await world.received(request(), `"${key}"`), first);
  });
  test('sent many times at once makes one request', async () => {
    const key = randomUUID();
    const text = `Vienlaikus ${key}`;
    const receipts = await Promise.all(
      Array.from({ length: 20 }, () => world.received(request({ text }), key)),
    );
    assert.equal(new Set(receipts.map(({ number }) => number)).size, 1);
    assert.equal((await exportedTexts()).filter((each) => each === text).length, 1);
  });
  test('with another body is refused', async () => {
    const key = randomUUID();
    await world.received(request(), key);
    const problem = await world.refused(422, request({ text: 'Cits jautājums' }), key);
    assert.equal(problem.type, 'urn:pvp:problem:idempotency-key-reused');
  });
  test('is needed, and nobody may be able to guess it', async () => {
    const response = await world.fetch('/v1/requests', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request()),
    });
    assert.equal(response.status, 400);
    await checked('createRequest', response);
    await world.refused(400, request(), 'short');
  });
});

describe('a body that cannot be used', () => {
  const cases: [name: string, body: unknown, field: string][] = [
    ['has no text', { ...request(), text: undefined }, '/text'],
    ['has a text of nothing but spaces', request({ text: ' \n\t ' }), '/text'],
    ['has too long a text', request({ text: 'x'.repeat(3801) }), '/text'],
    ['names no institution that there is', request({ institutionId: 'nowhere' }), '/institutionId'],
    ['names no service that there is', request({ serviceId: 'PV-0000' }), '/serviceId'],
    ['names a service that is for some only', request({ serviceId: 'PV-3002' }), '/serviceId'],
    ['has a field that is not known', { ...request(), priority: 1 }, '/priority'],
    ['has no notice', { ...request(), noticeVersion: '' }, '/noticeVersion'],
    ['has an address that is none', request({ contact: { email: 'anna' } }), '/contact/email'],
    [
      'has an address of two lines',
      request({ contact: { email: 'anna@example.org\r\nBcc: b@example.org' } }),
      '/contact/email',
    ],
    [
      'has an attribute that is not asked for',
      request({ attributes: { a: 'x' } }),
      '/attributes/a',
    ],
    [
      'has an instant that is none',
      request({ kind: 'incident', attributes: { 'occurred-at': 'vakar' } }),
      '/attributes/occurred-at',
    ],
    [
      'has a date that does not exist',
      request({ kind: 'complaint', attributes: { 'occurred-on': '2026-02-30' } }),
      '/attributes/occurred-on',
    ],
    [
      'chooses what cannot be chosen',
      request({ kind: 'service-request', attributes: { help: 'pigeon' } }),
      '/attributes/help',
    ],
    [
      'lacks an attribute that is needed',
      request({ kind: 'change-request', profile: 'institutions' }),
      '/attributes/reason',
    ],
    ['is of a kind for institutions only', request({ kind: 'problem' }), '/kind'],
    [
      'is a suggestion of an institution',
      request({ kind: 'suggestion', profile: 'institutions' }),
      '/kind',
    ],
    ['names a file that was never sent', request({ attachments: ['abc'] }), '/attachments'],
  ];
  for (const [name, body, field] of cases) {
    test(name, async () => {
      const problem = await world.refused(422, body);
      assert.equal(problem.type, 'urn:pvp:problem:invalid-request');
      assert.deepEqual(fieldsOf(problem), [field]);
    });
  }
  test('is no JSON, of another type, or too large', async () => {
    await world.refused(400, '{"kind":');
    await world.refused(415, '<kind/>', undefined, { 'content-type': 'text/xml' });
    await world.refused(413, request({ text: 'x'.repeat(70_000) }));
    await world.refused(422, '[]');
  });
});

describe('the secret', () => {
  test('of another number, none, or a number that does not exist: all the same', async () => {
    const one = await world.received(request());
    const other = await world.received(request());
    const look = (number: string, secret?: string) =>
      world.fetch(`/v1/requests/${number}`, {
        ...(secret && { headers: { authorization: `Bearer ${secret}` } }),
      });
    for (const response of [
      await look(one.number, other.secret),
      await look(one.number),
      await look('26-0000-0000', one.secret),
      await look('nothing', one.secret),
    ]) {
      assert.equal(response.status, 401);
      const problem = JSON.stringify(await checked('getRequest', response));
      assert.match(problem, /secret that came with the number/);
    }
  });
  test('stands for a number however that was typed', async () => {
    const { number, secret } = await world.received(request());
    const typed = number.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    const response = await world.fetch(`/v1/requests/${encodeURIComponent(typed)}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    assert.equal(response.status, 200);
    await response.body?.cancel();
  });
});

describe('the kinds', () => {
  const kinds = async (query = '') => {
    const response = await world.fetch(`/v1/request-kinds${query}`);
    return (await checked('listRequestKinds', response)) as RequestKindList;
  };
  const names = ({ kinds }: RequestKindList) => kinds.map(({ kind }) => kind);

  test('are those of the profile, with titles in Latvian', async () => {
    const list = await kinds();
    assert.deepEqual(names(list), [
      'information-request',
      'service-request',
      'incident',
      'complaint',
      'suggestion',
    ]);
    assert.deepEqual(names(await kinds('?profile=businesses')), names(list));
    assert.equal(names(await kinds('?profile=institutions')).length, 8);
    assert.ok(list.kinds.every(({ title }) => title['lv']));
    assert.ok(list.notice.text['lv']);
    assert.equal(list.challenge.difficulty, 0);
  });
  test('follow what is registered, the nearest first', async () => {
    const form = { type: 'request-form', kind: 'incident' } as const;
    const title = (text: string) => ({ lv: text });
    await world.register.put({ ...form, id: 'f-country', title: title('Valsts') });
    await world.register.put({
      ...form,
      id: 'f-institution',
      title: title('Iestāde'),
      organization: '90009990001',
      attributes: [{ id: 'room', type: 'line', title: title('Telpa'), required: true }],
    });
    await world.register.put({
      ...form,
      id: 'f-service',
      title: title('Pakalpojums'),
      organization: 'ozolleja',
      services: ['ppk-77'],
      offered: false,
    });
    const incident = async (query: string) =>
      (await kinds(query)).kinds.find(({ kind }) => kind === 'incident');
    assert.equal((await incident(''))?.title['lv'], 'Valsts');
    assert.equal((await incident('?institution=berzkrogs'))?.title['lv'], 'Valsts');
    assert.equal((await incident('?institution=ozolleja'))?.title['lv'], 'Iestāde');
    assert.equal((await incident('?service=PV-1500'))?.title['lv'], 'Iestāde');
    assert.equal(await incident('?service=PV-1001'), undefined, 'not offered for the service');

    const missing = await world.refused(422, request({ kind: 'incident' }));
    assert.deepEqual(fieldsOf(missing), ['/attributes/room']);
    await world.received(request({ kind: 'incident', attributes: { room: '12' } }));
    const unoffered = await world.refused(422, request({ kind: 'incident', serviceId: 'PV-1001' }));
    assert.deepEqual(fieldsOf(unoffered), ['/kind']);
  });
});

async function exportedTexts(): Promise<string[]> {
  const response = await world.desk('request-export');
  const lines = (await response.text()).trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

test('where requests are off nothing of them answers', async (t) => {
  const off = await RequestWorld.open(t, { settings: { enabled: false } });
  assert.equal((await off.send(request())).status, 404);
  assert.equal((await off.fetch('/v1/request-kinds')).status, 404);
  assert.equal((await off.desk('requests')).status, 404);
});
