import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test, type TestContext } from 'node:test';
import { request, type WorldOptions } from '../request-world.ts';
import { DeliveryWorld } from './delivery-world.ts';
import { OPEN311_KEY, Open311Server } from './open311-server.ts';
import type { Fault } from './ticket-server.ts';

async function open(t: TestContext, options: WorldOptions = {}, apiKey = OPEN311_KEY) {
  const server = await new Open311Server().listen(t);
  const backend = {
    type: 'open311',
    url: `${server.url}/v2/`,
    apiKey,
    jurisdictionId: 'ozolleja.example',
    serviceCodes: { default: 'OTHER', incident: 'FAULT' },
    address: 'Parka iela 4, Ozolleja, LV-9901',
  };
  const world = await DeliveryWorld.begin(t, backend, options);
  server.clock = () => world.now;
  return { server, world };
}

test('a service request says what was asked, under the code of its kind', async (t) => {
  const { server, world } = await open(t);
  const contact = { name: 'Anna', email: 'anna@example.org', phone: '+371 20000000' };
  const { number } = await world.received(
    request({ kind: 'incident', text: 'Nedarbojas & <b>lūst</b>', contact }),
  );
  const [made] = server.of(number);
  assert.equal(made?.service_code, 'FAULT');
  assert.ok(made.description.startsWith(`[${number}] Ziņojums par kļūdu:`));
  assert.ok(made.description.includes('Nedarbojas & <b>lūst</b>'));
  const form = new URLSearchParams(server.created()[0]?.body);
  assert.equal(form.get('email'), 'anna@example.org');
  assert.equal(form.get('first_name'), 'Anna');
  assert.equal(form.get('phone'), '+371 20000000');
  assert.equal(form.get('address_string'), 'Parka iela 4, Ozolleja, LV-9901');
  const question = await world.received(request());
  assert.equal(server.of(question.number)[0]?.service_code, 'OTHER');
});

test('the longest text fits, and its number is never cut off', async (t) => {
  const { server, world } = await open(t);
  const text = 'ā'.repeat(3800);
  const attributes = { expectation: 'b'.repeat(2000) };
  const { number } = await world.received(request({ kind: 'complaint', text, attributes }));
  const [made] = server.of(number);
  assert.equal(made?.description.length, 4000);
  assert.ok(made.description.includes(text));
  assert.ok(made.description.endsWith('(…)'));
});

test('files stay here for the staff, because the format carries none', async (t) => {
  const { world } = await open(t);
  const upload = await world.fetch('/v1/uploads?name=a.txt', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: 'Saturs',
  });
  const { id } = (await upload.json()) as { id: string };
  const { number } = await world.received(request({ attachments: [id] }));
  const file = await world.desk(`requests/${number}/attachments/${id}`);
  assert.equal(await file.text(), 'Saturs');
  const without = await world.received(request());
  assert.equal((await world.detail(without.number)).text, undefined);
});

test('the person who asked sees how it stands, and what was said', async (t) => {
  const { server, world } = await open(t);
  const receipt = await world.received(request());
  const [made] = server.of(receipt.number);
  assert.ok(made);
  world.pass(2);
  assert.equal((await world.tracked(receipt)).state, 'in-progress');
  made.status = 'closed';
  made.status_notes = 'Salabots.\u0007';
  world.pass(2);
  const tracked = await world.tracked(receipt);
  assert.equal(tracked.state, 'closed');
  assert.equal(tracked.history.at(-1)?.message, 'Salabots.');
  world.pass(2);
  assert.equal((await world.tracked(receipt)).history.length, tracked.history.length);
});

test('a server that gives the number later is asked by its token', async (t) => {
  const { server, world } = await open(t);
  server.givesTokens = true;
  const receipt = await world.received(request());
  const [made] = server.of(receipt.number);
  assert.ok(made);
  made.status = 'closed';
  world.pass(2);
  assert.equal((await world.tracked(receipt)).state, 'acknowledged', 'no number yet');
  server.givesTokens = false;
  world.pass(2);
  assert.equal((await world.tracked(receipt)).state, 'closed');
});

describe('in the end there is one service request', () => {
  const faults: Fault[][] = [
    ['unavailable'],
    ['fails-after'],
    ['breaks-after'],
    ['unavailable', 'fails-after'],
  ];
  for (const some of faults) {
    test(`after ${some.join(', then ')}`, async (t) => {
      const { server, world } = await open(t);
      server.faults.push(...some);
      const key = randomUUID();
      const receipt = await world.waiting(request(), key);
      await world.arrives(receipt);
      assert.equal(server.of(receipt.number).length, 1);
      assert.deepEqual(await world.received(request(), key), receipt);
      assert.equal(server.of(receipt.number).length, 1);
    });
  }
  test('after a silence', async (t) => {
    const { server, world } = await open(t, {
      settings: { patience: { answerMs: 200, callMs: 2_000 } },
    });
    server.faults.push('silent');
    const receipt = await world.waiting();
    await world.arrives(receipt);
    assert.equal(server.of(receipt.number).length, 1);
  });
  test('where the system made two of its own, we name the first', async (t) => {
    const { server, world } = await open(t);
    server.faults.push('twice');
    const receipt = await world.waiting();
    await world.arrives(receipt);
    const [first] = server.of(receipt.number);
    const { reference } = await world.detail(receipt.number);
    assert.equal(reference, String(first?.service_request_id));
  });
});

test('the key is sent in a body alone, and shows nowhere', async (t) => {
  const wrong = 'open311-key-that-is-wrong';
  const { server, world } = await open(t, {}, wrong);
  const receipt = await world.waiting();
  const detail = await world.detail(receipt.number);
  assert.match(detail.waiting?.[0]?.lastError ?? '', /answered 403/);
  assert.ok(server.calls.every(({ path }) => !path.includes(wrong)));
  world.assertNowhere(wrong, [receipt, detail, await world.tracked(receipt)]);
});
