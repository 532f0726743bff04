import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Problem, RequestDetail, RequestRow } from '@pvp/contract';
import { checked } from '../http/contract-check.ts';
import { HELP_DESK_TOKEN, request, RequestWorld } from './request-world.ts';

const AT = '2026-11-21T08:00:00.000Z';
let world: RequestWorld;
before(async () => {
  world = await RequestWorld.open(undefined);
  const { store } = world.register;
  await store.putToken('reader-token-of-a-test', token('reader', 'reader', undefined), AT);
  await store.putToken('ozolleja-token-of-a-test', token('oz', 'help-desk', 'ozolleja'), AT);
});
after(() => world.register.close());

function token(name: string, role: 'reader' | 'help-desk', institution: string | undefined) {
  return { name, role, institution };
}

async function list(query: string, by = HELP_DESK_TOKEN) {
  const response = await world.desk(`requests${query}`, {}, by);
  return (await checked('listRequests', response)) as { items: RequestRow[]; next?: string };
}

describe('a request on the desk', () => {
  test('is answered, and the person who asked sees it', async () => {
    const receipt = await world.received(
      request({ contact: { name: 'Anna', phone: '+371 20000000' }, lang: 'lv' }),
    );
    const { number } = receipt;
    const detail = await world.detail(number);
    assert.deepEqual(detail.contact, { name: 'Anna', phone: '+371 20000000' });
    assert.equal(detail.backend, 'built-in');

    const taken = await world.act(number, { state: 'in-progress', note: 'Zvanīt pēc 14' });
    assert.equal(taken.status, 200);
    await checked('addRequestEvent', taken);
    await world.act(number, { level: 2 });
    await world.act(number, { note: 'Eksperts atvaļinājumā' });
    const answered = await world.act(number, { state: 'resolved', answer: 'Jā, visu vasaru.' });
    assert.equal(answered.status, 200);

    const { state, level, history } = await world.tracked(receipt);
    assert.equal(state, 'resolved');
    assert.equal(level, 2);
    assert.deepEqual(
      history.map((step) => [step.state, step.level, step.message]),
      [
        ['acknowledged', 1, undefined],
        ['in-progress', 1, undefined],
        ['in-progress', 2, undefined],
        ['resolved', 2, 'Jā, visu vasaru.'],
      ],
      'neither notes nor names are told',
    );
    const { events } = await world.detail(number);
    assert.deepEqual(
      events.map(({ actor, note }) => [actor, note]),
      [
        ['requester', undefined],
        ['PVP_HELP_DESK_TOKEN', 'Zvanīt pēc 14'],
        ['PVP_HELP_DESK_TOKEN', undefined],
        ['PVP_HELP_DESK_TOKEN', 'Eksperts atvaļinājumā'],
        ['PVP_HELP_DESK_TOKEN', undefined],
      ],
    );
  });

  test('goes only where its state leads', async () => {
    const { number } = await world.received(request());
    const straight = await world.act(number, { state: 'closed' });
    assert.equal(straight.status, 409);
    const problem = (await checked('addRequestEvent', straight)) as Problem;
    assert.match(problem.detail ?? '', /acknowledged leads to in-progress, pending, resolved/);
    assert.equal((await world.act(number, { state: 'resolved' })).status, 200);
    assert.equal((await world.act(number, { state: 'in-progress' })).status, 200, 'reopened');
    assert.equal((await world.act(number, { state: 'resolved' })).status, 200);
    assert.equal((await world.act(number, { state: 'closed' })).status, 200);
    assert.equal((await world.act(number, { state: 'in-progress' })).status, 409);
  });

  test('is not changed by whoever has not seen its last state', async () => {
    const { number } = await world.received(request());
    const { revision } = await world.detail(number);
    const by = (ifMatch?: string) =>
      world.desk(`requests/${number}/events`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(ifMatch && { 'if-match': ifMatch }) },
        body: JSON.stringify({ state: 'in-progress' }),
      });
    const answers = await Promise.all([by(`"${revision}"`), by(`"${revision}"`)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 412]);
    const none = await by();
    assert.equal(none.status, 428);
    await checked('addRequestEvent', none);
    assert.equal((await world.detail(number)).events.length, 2);
  });

  test('takes no act that says nothing or is not known', async () => {
    const { number } = await world.received(request());
    for (const event of [{}, { priority: 1 }, { state: 'lost' }, { answer: '' }]) {
      const response = await world.act(number, event);
      assert.equal(response.status, 422, JSON.stringify(event));
      await checked('addRequestEvent', response);
    }
  });

  test('can be erased, and then nobody finds it', async () => {
    const receipt = await world.received(request());
    const { number, secret } = receipt;
    const erased = await world.desk(`requests/${number}`, { method: 'DELETE' });
    assert.equal(erased.status, 204);
    assert.equal((await world.desk(`requests/${number}`)).status, 404);
    const response = await world.fetch(`/v1/requests/${number}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
    assert.equal(response.status, 410);
    await checked('getRequest', response);
  });
});

describe('the list', () => {
  test('is narrowed, pages without gaps, and shows nothing that people wrote', async (t) => {
    const own = await RequestWorld.open(t);
    const sent: string[] = [];
    for (let n = 0; n < 5; n++) sent.push((await own.received(request())).number);
    const complaint = await own.received(
      request({ kind: 'complaint', institutionId: 'berzkrogs', text: 'Nepatīk rinda' }),
    );
    const read = async (query: string) => {
      const response = await own.desk(`requests${query}`);
      return (await checked('listRequests', response)) as { items: RequestRow[]; next?: string };
    };
    const seen: string[] = [];
    let next: string | undefined = '';
    while (next !== undefined) {
      const page: { items: RequestRow[]; next?: string } = await read(
        `?institution=ozolleja&limit=2${next && `&cursor=${next}`}`,
      );
      assert.ok(page.items.length <= 2);
      seen.push(...page.items.map(({ number }) => number));
      next = page.next;
    }
    assert.deepEqual([...seen].sort(), [...sent].sort());

    const complaints = await read('?kind=complaint&level=2&state=acknowledged&delivery=kept');
    assert.deepEqual(
      complaints.items.map(({ number }) => number),
      [complaint.number],
    );
    assert.ok(!JSON.stringify(await read('')).includes('Nepatīk'));
    assert.deepEqual((await read('?state=closed')).items, []);
    const wrong = await own.desk('requests?state=lost&cursor=x');
    assert.equal(wrong.status, 400);
    await checked('listRequests', wrong);
  });
});

describe('who may see requests', () => {
  test('nobody without a token, and no reader', async () => {
    const { number } = await world.received(request());
    for (const path of ['requests', `requests/${number}`, 'request-export']) {
      assert.equal((await world.fetch(`/v1/admin/${path}`)).status, 401, path);
      assert.equal((await world.desk(path, {}, 'reader-token-of-a-test')).status, 403, path);
      assert.equal((await world.desk(path, {}, 'wrong-token-of-a-test')).status, 401, path);
    }
  });
  test('an institution its own', async () => {
    const by = 'ozolleja-token-of-a-test';
    const own = await world.received(request());
    const other = await world.received(request({ institutionId: 'berzkrogs' }));
    const { items } = await list('', by);
    assert.ok(items.length > 0);
    assert.ok(items.every(({ institutionId }) => institutionId === 'ozolleja'));
    assert.equal((await world.desk(`requests/${own.number}`, {}, by)).status, 200);
    assert.equal((await world.desk(`requests/${other.number}`, {}, by)).status, 404);
    const erased = await world.desk(`requests/${other.number}`, { method: 'DELETE' }, by);
    assert.equal(erased.status, 404);
    assert.equal((await world.desk('requests?institution=berzkrogs', {}, by)).status, 403);
    assert.equal((await world.desk(`requests/${other.number}`)).status, 200, 'it is still there');
  });
  test('the head of the portfolio', async () => {
    const response = await world.desk('requests', {}, world.register.adminToken);
    assert.equal(response.status, 200);
  });
});

describe('the export', () => {
  test('holds every request of its days once, whole', async (t) => {
    let now = new Date('2026-11-20T22:00:00Z');
    const own = await RequestWorld.open(t, { clock: () => now });
    const first = await own.received(request({ text: 'Vakar', contact: { phone: '20000001' } }));
    now = new Date('2026-11-21T09:00:00Z');
    const second = await own.received(request({ text: 'Šodien' }));
    const third = await own.received(request({ text: 'Citur', institutionId: 'berzkrogs' }));
    const read = async (query = '') => {
      const response = await own.desk(`request-export${query}`);
      assert.equal(response.headers.get('content-type'), 'application/x-ndjson');
      const lines = String(await checked('exportRequests', response))
        .split('\n')
        .filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as RequestDetail);
    };
    const all = await read();
    assert.deepEqual(all.map(({ number }) => number).sort(), [
      ...[first, second, third].map(({ number }) => number).sort(),
    ]);
    assert.deepEqual(all[0]?.contact, { phone: '20000001' });
    assert.deepEqual(
      (await read('?since=2026-11-21&institution=ozolleja')).map(({ text }) => text),
      ['Šodien'],
    );
    assert.deepEqual(
      (await read('?until=2026-11-20')).map(({ text }) => text),
      ['Vakar'],
    );
    assert.equal((await own.desk('request-export?since=yesterday')).status, 400);
  });
});
