import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Service } from '@pvp/contract';
import { confirmService, verifyRecord } from '@pvp/sdk/sync';
import { openRegister } from '@pvp/testing';

const paragraph = (value: string) => ({
  type: 'root',
  children: [{ type: 'element', tagName: 'p', children: [{ type: 'text', value }] }],
});

const service = (id: string, holder?: string) => ({
  type: 'service',
  id,
  kind: 'public-individual',
  status: 'active',
  title: { lv: `Pakalpojums ${id}` },
  description: { lv: paragraph('Apraksts') },
  ...(holder && { holder }),
});

const seed = [
  { type: 'organization', id: 'ozolleja', title: { lv: 'Ozollejas novads' } },
  service('PV-1', 'ozolleja'),
  service('PV-2', 'ozolleja'),
  service('PV-3'),
];

async function start(t: TestContext) {
  const register = await openRegister({ seed });
  t.after(() => register.close());
  const read = async (id: string) =>
    (await (await fetch(`${register.origin}/v1/services/${id}`)).json()) as Service;
  const { keys } = (await (await fetch(`${register.origin}/.well-known/pvp-keys.json`)).json()) as {
    keys: { kid: string }[];
  };
  return { register: register.origin, put: register.put, read, keys };
}

test('a description is followed from the signature down to its hash', async (t) => {
  const { register, read, keys } = await start(t);
  for (const id of ['PV-1', 'PV-3']) {
    const told = await read(id);
    assert.equal(await verifyRecord(told), true);
    assert.equal(await confirmService(told, { register }), 'signed');
    assert.equal(await confirmService(told, { register, thumbprint: keys[0]!.kid }), 'signed');
  }
});

test('another key than the one that is trusted confirms nothing', async (t) => {
  const { register, read } = await start(t);
  const told = await read('PV-1');
  assert.equal(await confirmService(told, { register, thumbprint: 'another' }), 'unconfirmed');
});

test('a hash that the register does not hold is not confirmed, and neither is another id', async (t) => {
  const { register, read } = await start(t);
  const told = await read('PV-1');
  const { hash } = await read('PV-2');
  assert.equal(await confirmService({ ...told, hash: hash! }, { register }), 'unconfirmed');
  assert.equal(await confirmService({ ...told, id: 'PV-9' }, { register }), 'unconfirmed');
  assert.equal(await verifyRecord({ ...told, title: { lv: 'Cits' } }), false);
});

test('a description that changed since is not confirmed any more, the new one is', async (t) => {
  const { register, put, read } = await start(t);
  const before = await read('PV-1');
  await put({ ...service('PV-1', 'ozolleja'), title: { lv: 'Jauns nosaukums' } } as never);
  assert.equal(await confirmService(before, { register }), 'unconfirmed');
  assert.equal(await confirmService(await read('PV-1'), { register }), 'signed');
});

test('a register without a key, or without a signature, signs nothing', async (t) => {
  const { register, read } = await start(t);
  const told = await read('PV-1');
  const without =
    (address: RegExp, change: (body: Record<string, unknown>) => void): typeof fetch =>
    async (input, init) => {
      const answer = await fetch(input, init);
      if (!address.test((input as Request).url)) return answer;
      const body = (await answer.json()) as Record<string, unknown>;
      change(body);
      return Response.json(body);
    };
  const withoutKeys = without(/pvp-keys/, (body) => (body['keys'] = []));
  assert.equal(await confirmService(told, { register, fetch: withoutKeys }), 'unsigned');
  const withoutSignature = without(/snapshot$/, (body) => (body['signature'] = null));
  assert.equal(await confirmService(told, { register, fetch: withoutSignature }), 'unsigned');
});

test('a part that was altered on the way confirms nothing', async (t) => {
  const { register, read } = await start(t);
  const told = await read('PV-1');
  const altering: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const { url } = input as Request;
    if (!url.includes('/v1/parts/')) return answer;
    const text = (await answer.text()).replace(told.hash!, 'f'.repeat(64));
    return new Response(text, answer);
  };
  const forged = { ...told, hash: 'f'.repeat(64) };
  assert.equal(await confirmService(forged, { register, fetch: altering }), 'unconfirmed');
});
