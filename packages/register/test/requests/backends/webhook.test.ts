import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { until } from '@pvp/testing';
import { request, type WorldOptions } from '../request-world.ts';
import { DeliveryWorld } from './delivery-world.ts';
import { TicketServer, type Fault, type SeenCall, type TicketAnswer } from './ticket-server.ts';

/** Takes whatever is posted to it. */
class Receiver extends TicketServer {
  redirectsTo: string | undefined;

  protected creates({ method }: SeenCall): boolean {
    return method === 'POST';
  }

  protected answer(): TicketAnswer {
    return { status: this.redirectsTo === undefined ? 202 : 307, body: 'Paldies' };
  }
}

const KEY = randomBytes(32);
const SECRET = `whsec_${KEY.toString('base64')}`;

/** As Standard Webhooks has it: of id, time and body, with the key behind `whsec_`. */
function isSigned({ headers, body }: SeenCall): boolean {
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = createHmac('sha256', KEY).update(signed).digest('base64');
  return headers['webhook-signature'] === `v1,${expected}`;
}

async function open(t: TestContext, options: WorldOptions = {}) {
  const receiver = await new Receiver().listen(t);
  const webhook = { url: `${receiver.url}/hook?tenant=1`, secret: SECRET };
  const world = await DeliveryWorld.begin(t, { type: 'webhook', ...webhook }, options);
  return { receiver, webhook, world };
}

interface Posted {
  type: string;
  timestamp: string;
  data: Record<string, unknown>;
}
const posted = ({ body }: SeenCall) => JSON.parse(body) as Posted;

test('a request is posted whole, signed, with an id of its own', async (t) => {
  const { receiver, world } = await open(t);
  const contact = { email: 'anna@example.org' };
  const { number } = await world.received(request({ contact, serviceId: 'PV-1001' }));
  const [call, ...more] = receiver.calls;
  assert.ok(call && more.length === 0);
  assert.ok(isSigned(call));
  assert.equal(call.path, '/hook?tenant=1');
  assert.equal(call.headers['webhook-timestamp'], String(world.now.getTime() / 1000));
  assert.match(String(call.headers['webhook-id']), /^msg_/);
  const { type, timestamp, data } = posted(call);
  assert.equal(type, 'request.received');
  assert.equal(timestamp, world.now.toISOString());
  assert.equal(data['number'], number);
  assert.equal(data['serviceId'], 'PV-1001');
  assert.deepEqual(data['contact'], contact);
});

for (const faults of [['fails-after'], ['breaks-after'], ['unavailable', 'fails-after']]) {
  test(`after ${faults.join(', then ')} it comes again under the same id`, async (t) => {
    const { receiver, world } = await open(t);
    receiver.faults.push(...(faults as Fault[]));
    const receipt = await world.waiting();
    await world.arrives(receipt);
    assert.equal(receiver.calls.length, faults.length + 1);
    assert.equal(new Set(receiver.calls.map(({ headers }) => headers['webhook-id'])).size, 1);
    assert.equal(new Set(receiver.calls.map(({ body }) => body)).size, 1);
    assert.ok(receiver.calls.every(isSigned));
    const times = receiver.calls.map(({ headers }) => Number(headers['webhook-timestamp']));
    assert.ok(times.at(-1)! > times[0]!, 'signed anew, so that it is not taken for a replay');
  });
}

test('a redirect is a refusal, and nothing goes where it points', async (t) => {
  const elsewhere = await new Receiver().listen(t);
  const { receiver, world } = await open(t);
  receiver.redirectsTo = elsewhere.url;
  const { number } = await world.waiting();
  assert.match((await world.detail(number)).waiting?.[0]?.lastError ?? '', /answered 307/);
  assert.equal(elsewhere.calls.length, 0);
});

test('an address in a network that is not public is not called', async (t) => {
  const receiver = await new Receiver().listen(t);
  const world = await DeliveryWorld.begin(
    t,
    { type: 'webhook', url: receiver.url.replace('127.0.0.1', 'localhost'), secret: SECRET },
    { settings: { allowNetworks: [] } },
  );
  const { number } = await world.waiting();
  const { waiting } = await world.detail(number);
  assert.match(waiting?.[0]?.lastError ?? '', /localhost is in a network that is not public/);
  assert.equal(receiver.calls.length, 0);
  assert.ok(!JSON.stringify(waiting).includes(SECRET));
});

test('the hook is told of every event, and of nothing that people wrote', async (t) => {
  const hook = await new Receiver().listen(t);
  const world = await DeliveryWorld.begin(
    t,
    { type: 'built-in' },
    { settings: { notify: { webhook: { url: hook.url, secret: SECRET } } } },
  );
  hook.faults.push('fails-after');
  const contact = { email: 'kanarijs@example.org' };
  const { number } = await world.received(request({ text: 'KANĀRIJS', contact }));
  await world.act(number, { level: 2, note: 'KANĀRIJS' });
  await world.act(number, { state: 'resolved', answer: 'KANĀRIJS' });
  const told = await until('all events', () => {
    world.pass(5);
    const states = new Set(hook.calls.map((call) => JSON.stringify(posted(call).data)));
    return states.size === 3 ? hook.calls : undefined;
  });
  await until('an empty outbox', async () => {
    world.pass(5);
    return (await world.detail(number)).waiting === undefined;
  });
  assert.ok(told.every(isSigned));
  const byId = new Map(told.map((call) => [call.headers['webhook-id'], posted(call)]));
  assert.deepEqual(
    [...byId.values()].map(({ type, data }) => [type, data['state'], data['level']]).sort(),
    [
      ['request.changed', 'acknowledged', 2],
      ['request.changed', 'resolved', 2],
      ['request.received', 'acknowledged', 1],
    ],
  );
  assert.ok(!/kan.rijs/i.test(hook.calls.map(({ body }) => body).join()));
});
