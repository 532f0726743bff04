import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test, type TestContext } from 'node:test';
import type { Problem, RequestChallenge } from '@pvp/contract';
import { checked } from '../../http/contract-check.ts';
import {
  fieldsOf,
  request,
  RequestWorld,
  solve,
  zeroBits,
  type WorldOptions,
} from '../request-world.ts';

const limits = { requestsPerAddress: 10_000, callsPerAddress: 10_000 };

async function challengeOf(world: RequestWorld): Promise<RequestChallenge> {
  const response = await world.fetch('/v1/request-challenge');
  assert.equal(response.headers.get('cache-control'), 'no-store');
  return (await checked('getRequestChallenge', response)) as RequestChallenge;
}

describe('the proof of work', () => {
  const open = (t: TestContext, options: WorldOptions = {}) =>
    RequestWorld.open(t, { settings: { difficulty: 8, limits }, ...options });
  const refused = async (world: RequestWorld, body: object) => {
    const problem = await world.refused(428, body);
    assert.equal(problem.type, 'urn:pvp:problem:proof-required');
    return problem.detail ?? '';
  };

  test('lets a request through, once', async (t) => {
    const world = await open(t);
    const challenge = await challengeOf(world);
    assert.equal(challenge.difficulty, 8);
    const proof = solve(challenge);
    await world.received(request({ proof }));
    assert.match(await refused(world, request({ proof })), /used already/);
  });
  test('used twice at once lets one through', async (t) => {
    const world = await open(t);
    const proof = solve(await challengeOf(world));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => world.send(request({ proof }))),
    );
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [201, 428, 428, 428, 428, 428, 428, 428]);
  });
  test('is not asked for again when the same request is repeated', async (t) => {
    const world = await open(t);
    const key = randomUUID();
    const first = await world.received(request({ proof: solve(await challengeOf(world)) }), key);
    assert.deepEqual(await world.received(request(), key), first);
    const later = solve(await challengeOf(world));
    assert.deepEqual(await world.received(request({ proof: later }), key), first);
  });
  test('is not used up by a request with a fault', async (t) => {
    const world = await open(t);
    const proof = solve(await challengeOf(world));
    await world.refused(422, request({ proof, text: ' ' }));
    await world.received(request({ proof }));
  });
  test('must be there, be ours, be in time, and be worked for', async (t) => {
    let now = new Date('2026-11-21T08:00:00Z');
    const world = await open(t, { clock: () => now });
    assert.match(await refused(world, request()), /no proof/);

    const challenge = await challengeOf(world);
    const [id, expiry, , signature] = challenge.challenge.split('.');
    const easier = `${id}.${expiry}.0.${signature}`;
    const forged = request({ proof: { challenge: easier, nonce: '0' } });
    assert.match(await refused(world, forged), /not one of this register/);

    const nonces = Array.from({ length: 600 }, (_, n) => n.toString(36));
    const nonce = nonces.find((each) => zeroBits(challenge, each) < challenge.difficulty) ?? '';
    const lazy = request({ proof: { challenge: challenge.challenge, nonce } });
    assert.match(await refused(world, lazy), /zero bits/);

    const good = solve(challenge);
    now = new Date('2026-11-21T08:10:00Z');
    assert.match(await refused(world, request({ proof: good })), /expired/);
  });
  test('of another register is worth nothing', async (t) => {
    const world = await open(t);
    const other = await open(t);
    const proof = solve(await challengeOf(other));
    assert.match(await refused(world, request({ proof })), /not one of this register/);
  });
});

test('who fills in the field that nobody sees is told so, and nothing is kept', async (t) => {
  const world = await RequestWorld.open(t);
  const problem = await world.refused(422, { ...request(), website: 'https://spam.example' });
  assert.deepEqual(fieldsOf(problem), ['/website']);
  const empty = await world.received({ ...request(), website: '' });
  const response = await world.desk('requests');
  const { items } = (await response.json()) as { items: { number: string }[] };
  assert.deepEqual(
    items.map(({ number }) => number),
    [empty.number],
  );
});

describe('limits', () => {
  test('hold for one sender, and not for repeated or faulty requests', async (t) => {
    const world = await RequestWorld.open(t, {
      settings: { difficulty: 0, limits: { requestsPerAddress: 3 } },
      env: { PVP_TRUST_PROXY: 'true' },
    });
    const from = (address: string) => ({ 'x-forwarded-for': `198.51.100.9, ${address}` });
    const key = randomUUID();
    for (let n = 0; n < 5; n++) await world.refused(422, request({ text: ' ' }));
    for (let n = 0; n < 3; n++) {
      const response = await world.send(request(), n === 0 ? key : randomUUID(), from('192.0.2.1'));
      assert.equal(response.status, 201);
    }
    const limited = await world.send(request(), randomUUID(), from('192.0.2.1'));
    assert.equal(limited.status, 429);
    assert.match(limited.headers.get('retry-after') ?? '', /^\d+$/);
    await checked('createRequest', limited);
    assert.equal((await world.send(request(), key, from('192.0.2.1'))).status, 201, 'a repetition');
    assert.equal((await world.send(request(), randomUUID(), from('192.0.2.2'))).status, 201);
  });
  test('cannot be passed by saying that one is somebody else', async (t) => {
    const world = await RequestWorld.open(t, {
      settings: { difficulty: 0, limits: { requestsPerAddress: 1 } },
    });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    assert.equal((await world.send(request(), randomUUID(), from('192.0.2.1'))).status, 201);
    assert.equal((await world.send(request(), randomUUID(), from('192.0.2.2'))).status, 429);
  });
  test('hold for one institution, and leave the others open', async (t) => {
    const world = await RequestWorld.open(t, {
      settings: { difficulty: 0, limits: { requestsPerInstitution: 2 } },
    });
    await world.received(request());
    await world.received(request());
    const problem: Problem = await world.refused(429, request());
    assert.match(problem.detail ?? '', /institution has had too many/);
    await world.received(request({ institutionId: 'berzkrogs' }));
  });
  test('hold for files and for what is cheap', async (t) => {
    const world = await RequestWorld.open(t, {
      settings: { difficulty: 0, limits: { uploadsPerAddress: 1, callsPerAddress: 2 } },
    });
    const upload = () =>
      world.fetch('/v1/uploads?name=a.txt', {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: 'teksts',
      });
    assert.deepEqual([(await upload()).status, (await upload()).status], [201, 429]);
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await world.fetch('/v1/request-challenge')).status);
    assert.deepEqual(statuses, [200, 200, 429]);
  });
});

test('neither what people write nor a secret nor an address gets into the log', async (t) => {
  const lines: string[] = [];
  const world = await RequestWorld.open(t, {
    onLogLine: (line) => lines.push(line),
    env: { PVP_TRUST_PROXY: 'true' },
  });
  const key = randomUUID();
  const headers = { 'x-forwarded-for': '192.0.2.123' };
  const body = request({
    text: 'KANĀRIJS teksts',
    contact: { name: 'KANĀRIJS', email: 'kanarijs@example.org', phone: '+371 29999999' },
  });
  const response = await world.send(body, key, headers);
  const receipt = (await response.json()) as { number: string; secret: string };
  await world.tracked(receipt as never);
  await world.detail(receipt.number);
  await world.refused(422, { ...body, text: '', kind: 'KANĀRIJS' });
  const log = lines.join('\n');
  assert.ok(log.includes(receipt.number), 'the log was kept');
  for (const secret of [
    'KANĀRIJS',
    'kanarijs@',
    '29999999',
    '192.0.2.123',
    receipt.secret,
    key,
    world.register.adminToken,
  ]) {
    assert.ok(!log.includes(secret), secret);
  }
});
