import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { fill, replicaWorld, type SignedPosition } from '@pvp/testing/conformance';
import { assertSame, contentsOf } from '@pvp/testing/conformance';
import { memoryPlace } from './support/store-places.ts';

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

async function signer(kid: string) {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ES256, true, [
    'sign',
    'verify',
  ]);
  const sign = async (position: SignedPosition, alg = 'ES256') => {
    const { count, epoch, scope, seq, stateHash } = position;
    const [header, content] = [
      { alg, kid },
      { count, epoch, scope, seq, stateHash },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
    const signed = Buffer.from(`${header}.${content}`);
    const signature = await crypto.subtle.sign(ES256, privateKey, signed);
    return `${header}..${Buffer.from(signature).toString('base64url')}`;
  };
  const jwk = await crypto.subtle.exportKey('jwk', publicKey);
  return { sign, jwk: { ...jwk, kid, use: 'sig', alg: 'ES256' } as JsonWebKey };
}

async function start(t: TestContext) {
  const world = await replicaWorld(t, memoryPlace);
  fill(world.model, world.random, 60);
  const key = await signer('k1');
  world.server.sign = (position) => key.sign(position);
  world.server.keys = [(await signer('old')).jwk, key.jwk];
  return { ...world, key };
}

test('a pinned key, and the keys that the register shows, accept what they signed', async (t) => {
  const { open, model, key, proxy } = await start(t);
  const pinned = await open({ publicKey: key.jwk });
  await pinned.sync();
  await assertSame(pinned, model);
  assert.equal(proxy.count('/.well-known/pvp-keys.json'), 0);
  await pinned.close();
  const fetched = await open({ publicKey: 'register' });
  await fetched.sync();
  await fetched.sync();
  assert.equal(proxy.count('/.well-known/pvp-keys.json'), 1);
});

test('what is not signed, by another key, for another position or otherwise is refused', async (t) => {
  const { open, model, key, server } = await start(t);
  const replica = await open({ publicKey: key.jwk });
  await replica.sync();
  const old = await contentsOf(replica);
  model.write({ put: { type: 'service', id: 'PV-1', holder: 'x', title: { lv: 'svešs' } } });
  const stranger = await signer('k1');
  for (const sign of [
    undefined,
    stranger.sign,
    (position: SignedPosition) => key.sign({ ...position, count: position.count + 1 }),
    (position: SignedPosition) => key.sign({ ...position, scope: 'institution/x' }),
    (position: SignedPosition) => key.sign(position, 'none'),
    async () => 'a.b.c',
    async () => 'rubbish',
  ]) {
    server.sign = sign as typeof server.sign;
    await assert.rejects(replica.sync(), { name: 'SyncError', reason: 'signature' });
    assert.deepEqual(await contentsOf(replica), old);
  }
});

test('a steep snapshot is applied when it is signed twice, a minute of the register apart', async (t) => {
  const { open, model, key, server } = await start(t);
  const replica = await open({ publicKey: key.jwk });
  server.date = Date.parse('2026-11-21T10:00:00Z');
  await replica.sync();
  model.write(...[...model.contents().keys()].slice(0, 55).map((name) => ({ delete: name })));
  model.truncate();
  assert.equal((await replica.sync()).held?.since, '2026-11-21T10:00:00.000Z');
  server.date += 59_000;
  assert.equal((await replica.sync()).held?.since, '2026-11-21T10:00:00.000Z');
  server.date += 1_000;
  const { held, deletes } = await replica.sync();
  assert.deepEqual([held, deletes], [undefined, 55]);
  await assertSame(replica, model);
  assert.equal(replica.status.held, undefined);
});
