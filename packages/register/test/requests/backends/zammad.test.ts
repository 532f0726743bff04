import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test, type TestContext } from 'node:test';
import { until } from '@pvp/testing';
import { request, type WorldOptions } from '../request-world.ts';
import { DeliveryWorld } from './delivery-world.ts';
import { MortalRegister } from './mortal-register.ts';
import type { Fault } from './ticket-server.ts';
import { ZAMMAD_TOKEN, ZammadServer } from './zammad-server.ts';

async function open(t: TestContext, options: WorldOptions = {}, token = ZAMMAD_TOKEN) {
  const zammad = await new ZammadServer().listen(t);
  const backend = {
    type: 'zammad',
    url: zammad.url,
    token,
    group: 'Pakalpojumi',
    anonymousCustomer: 'anonims@ozolleja.example',
  };
  return { zammad, backend, world: await DeliveryWorld.begin(t, backend, options) };
}

test('a ticket says what was asked, as text', async (t) => {
  const { zammad, world } = await open(t);
  const upload = await world.fetch('/v1/uploads?name=pielikums.txt', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: 'Saturs',
  });
  const { id } = (await upload.json()) as { id: string };
  const { number } = await world.received(
    request({
      kind: 'service-request',
      text: 'Lūdzu <b>palīdzību</b>',
      serviceId: 'PV-1001',
      attributes: { help: 'phone' },
      contact: { name: 'Anna', email: 'anna@example.org' },
      attachments: [id],
    }),
  );
  const [ticket] = zammad.of(number);
  assert.equal(ticket?.group, 'Pakalpojumi');
  assert.equal(ticket.customer_id, 'guess:anna@example.org');
  assert.equal(
    ticket.title,
    `[${number}] Palīdzība pieteikties pakalpojumam: Dzīvesvietas deklarēšana`,
  );
  assert.equal(ticket.article.content_type, 'text/plain');
  assert.equal(ticket.article.internal, false);
  for (const line of [
    'Lūdzu <b>palīdzību</b>',
    'Iestāde: Ozollejas novada pašvaldība',
    'Kā Jums būtu ērtāk?: Saruna pa tālruni',
    'Vārds: Anna',
  ]) {
    assert.ok(ticket.article.body.includes(line), line);
  }
  assert.deepEqual(ticket.article.attachments, [
    {
      filename: 'pielikums.txt',
      data: Buffer.from('Saturs').toString('base64'),
      'mime-type': 'text/plain',
    },
  ]);
});

test('without a contact the ticket belongs to the customer of the settings', async (t) => {
  const { zammad, world } = await open(t);
  const { number } = await world.received(request());
  assert.equal(zammad.of(number)[0]?.customer_id, 'guess:anonims@ozolleja.example');
});

test('what was delivered is kept there and no longer here', async (t) => {
  const { zammad, world } = await open(t);
  const receipt = await world.received(request({ contact: { phone: '20000000' } }));
  const tracked = await world.tracked(receipt);
  assert.equal(tracked.delivery, 'delivered');
  assert.equal(tracked.text, undefined);
  const detail = await world.detail(receipt.number);
  assert.equal(detail.contact, undefined);
  assert.equal(detail.backend, 'zammad');
  assert.equal(detail.reference, String(zammad.of(receipt.number)[0]?.id));
  assert.equal(detail.waiting, undefined);
});

test('the person who asked sees how the ticket stands', async (t) => {
  const { zammad, world } = await open(t);
  const receipt = await world.received(request());
  const [ticket] = zammad.of(receipt.number);
  assert.ok(ticket);
  const seen = [];
  for (const state of ['new', 'open', 'pending reminder', 'An own state', 'closed']) {
    ticket.state = state;
    world.pass(2);
    seen.push((await world.tracked(receipt)).state);
  }
  assert.deepEqual(seen, ['acknowledged', 'in-progress', 'pending', 'in-progress', 'closed']);

  const before = zammad.calls.length;
  await world.tracked(receipt);
  await world.tracked(receipt);
  assert.equal(zammad.calls.length, before, 'not asked again within a minute');
  await zammad.goDown();
  world.pass(2);
  assert.equal((await world.tracked(receipt)).state, 'closed', 'the last that was heard');
});

describe('in the end there is one ticket', () => {
  const faults: Fault[][] = [
    ['unavailable'],
    ['fails-after'],
    ['breaks-after'],
    ['fails-after', 'fails-after'],
    ['unavailable', 'breaks-after'],
  ];
  for (const some of faults) {
    test(`after ${some.join(', then ')}`, async (t) => {
      const { zammad, world } = await open(t);
      zammad.faults.push(...some);
      const key = randomUUID();
      const receipt = await world.waiting(request(), key);
      await world.arrives(receipt);
      assert.equal(zammad.of(receipt.number).length, 1);
      assert.deepEqual(await world.received(request(), key), receipt, 'repeated, the same answer');
      assert.equal(zammad.of(receipt.number).length, 1);
    });
  }

  test('after a silence, which nobody waits out', async (t) => {
    const patience = { answerMs: 200, callMs: 2_000 };
    const { zammad, world } = await open(t, { settings: { patience } });
    zammad.faults.push('silent');
    const receipt = await world.waiting();
    await world.arrives(receipt);
    assert.equal(zammad.of(receipt.number).length, 1);
  });

  test('after a time when nobody was there', async (t) => {
    const { zammad, world } = await open(t);
    await zammad.goDown();
    const receipts = [await world.waiting(), await world.waiting()];
    const { waiting } = await world.detail(receipts[0]!.number);
    assert.match(
      waiting?.[0]?.lastError ?? '',
      /^127\.0\.0\.1:\d+ cannot be reached: ECONNREFUSED/,
    );
    await zammad.comeBack();
    for (const receipt of receipts) await world.arrives(receipt);
    for (const { number } of receipts) assert.equal(zammad.of(number).length, 1);
  });

  test('where the system made two of its own, we name the first', async (t) => {
    const { zammad, world } = await open(t);
    zammad.faults.push('twice');
    const receipt = await world.waiting();
    await world.arrives(receipt);
    const [first, second, ...more] = zammad.of(receipt.number);
    assert.ok(first && second && more.length === 0, 'none of them is ours to undo');
    assert.equal((await world.detail(receipt.number)).reference, String(first.id));
  });

  test('although other tickets are like it', async (t) => {
    const { zammad, world } = await open(t);
    zammad.faults.push('unavailable');
    const receipt = await world.waiting();
    zammad.tickets.push({
      id: 7,
      number: '22007',
      title: `Re: [${receipt.number}]`,
      group: 'x',
      state: 'open',
      customer_id: '1',
      article: {
        subject: '',
        body: receipt.number,
        content_type: 'text/plain',
        internal: false,
        attachments: [],
      },
    });
    await world.arrives(receipt);
    assert.notEqual((await world.detail(receipt.number)).reference, '7');
  });

  test('although the register was killed in the middle', async (t) => {
    const zammad = await new ZammadServer().listen(t);
    const settings = {
      difficulty: 0,
      allowNetworks: ['127.0.0.0/8'],
      patience: { answerMs: 1_000, callMs: 1_000 },
      backend: {
        type: 'zammad',
        url: zammad.url,
        token: ZAMMAD_TOKEN,
        group: 'Pakalpojumi',
        anonymousCustomer: 'anonims@ozolleja.example',
      },
    };
    const mortal = await MortalRegister.prepare(t, settings);
    const key = randomUUID();
    const send = (origin: string) =>
      fetch(`${origin}/v1/requests`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(request()),
      });
    const first = await mortal.start();
    zammad.faults.push('silent');
    zammad.onCreated = () => mortal.kill();
    await assert.rejects(send(first), 'the register dies before it answers');
    assert.equal(zammad.tickets.length, 1);
    zammad.onCreated = () => undefined;

    const second = await mortal.start();
    // While the call that brought it may still be at work, nothing is said of it.
    const receipt = await until('the answer', async () => {
      const response = await send(second);
      const body = (await response.json()) as { number: string };
      assert.ok([201, 202, 409].includes(response.status));
      return response.status === 201 ? body : undefined;
    });
    assert.equal(zammad.of(receipt.number).length, 1);
    assert.equal(zammad.tickets.length, 1);
  });
});

test('while the first call is at work, its repetition is told to wait', async (t) => {
  const patience = { answerMs: 3_000, callMs: 10_000 };
  const { zammad, world } = await open(t, { settings: { patience } });
  zammad.faults.push('silent');
  const key = randomUUID();
  const first = world.waiting(request(), key);
  await until('the call', () => zammad.created().length === 1);
  const problem = await world.refused(409, request(), key);
  assert.equal(problem.type, 'urn:pvp:problem:request-running');
  const other = await world.refused(422, request({ text: 'Cits' }), key);
  assert.equal(other.type, 'urn:pvp:problem:idempotency-key-reused');
  const receipt = await first;
  assert.deepEqual(await world.waiting(request(), key), receipt);
  assert.equal(zammad.tickets.length, 1);
});

describe('a system that does not answer', () => {
  test('is left alone for a while, and others are not', async (t) => {
    const { zammad, world } = await open(t, {
      settings: { institutions: { berzkrogs: { type: 'built-in' } } },
    });
    await zammad.goDown();
    await world.waiting();
    await zammad.comeBack();
    await world.waiting();
    assert.equal(zammad.calls.length, 0, 'the second one did not try');
    const other = await world.received(request({ institutionId: 'berzkrogs' }));
    assert.equal((await world.tracked(other)).delivery, 'kept');
  });
  test('is not thought down because it refuses one ticket', async (t) => {
    const { zammad, world } = await open(t);
    zammad.faults.push('refuses');
    const refused = await world.waiting();
    await world.received(request());
    const { waiting } = await world.detail(refused.number);
    assert.match(waiting?.[0]?.lastError ?? '', /answered 422/);
  });
});

test('the token is sent in a header alone, and shows nowhere', async (t) => {
  const { zammad, world } = await open(t, {}, 'zammad-token-that-is-wrong');
  const receipt = await world.waiting(request({ text: 'KANĀRIJS' }));
  const detail = await world.detail(receipt.number);
  assert.match(detail.waiting?.[0]?.lastError ?? '', /answered 401/);
  assert.ok(zammad.calls.every(({ path }) => !path.includes('token-that-is-wrong')));
  const answers = [receipt, detail, await world.tracked(receipt)];
  world.assertNowhere('zammad-token-that-is-wrong', answers);
  assert.ok(!world.lines.join('\n').includes('KANĀRIJS'));
});
