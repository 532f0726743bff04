import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { createLog, generateSigningKey, openStore, readConfig, startRegister } from '@pvp/register';
import { ReadModel } from '../../src/read-model/read-model.ts';
import { PartBytes } from '../../src/sync/part-bytes.ts';
import { MAX_RECORDS } from '../../src/sync/part-division.ts';
import { PositionSigner, readOrGenerateSigningKey } from '../../src/sync/position-signer.ts';
import { Snapshots } from '../../src/sync/snapshots.ts';
import { memoryPlace, openFor, put, service, temporaryFolder } from '../store/test-place.ts';

const CONTEXT = { actor: 't', at: '2026-11-21T08:00:00Z' };

async function open(t: TestContext, sharesParts = false) {
  const store = await openFor(t, await memoryPlace(t));
  for (const id of ['o1', 'o2']) {
    await put(store, { type: 'organization', id, title: { lv: id } });
    // Together more than one part may hold.
    for (let from = 0; from < MAX_RECORDS; from += 100) {
      const writes = Array.from({ length: 100 }, (_, n) => ({
        record: service(`PV-${id}-${from + n}`, { holder: id }),
        expect: 'any' as const,
      }));
      await store.write(writes, CONTEXT);
    }
  }
  const model = await ReadModel.open(store);
  t.after(() => model.close());
  let now = Date.parse('2026-11-21T08:00:00Z');
  const shutdown = new AbortController();
  t.after(() => shutdown.abort());
  const options = { model, clock: () => new Date(now), shutdown: shutdown.signal, sharesParts };
  return {
    store,
    model,
    options,
    snapshots: new Snapshots(options),
    pass: (ms: number) => (now += ms),
  };
}

describe('parts', () => {
  test('a change builds the part that it stands in, and no other', async (t) => {
    const { store, model, snapshots } = await open(t);
    await snapshots.take('all');
    assert.equal(snapshots.builds, 3);
    await snapshots.take('all');
    assert.equal(snapshots.builds, 3);
    await put(store, service('PV-o1-3', { holder: 'o1', keywords: ['x'] }));
    await model.catchUp();
    await snapshots.take('all');
    assert.equal(snapshots.builds, 4);
    // Vocabulary is the same in every scope: one part for all of them.
    await snapshots.take('institution/o1');
    await snapshots.take('institution/o2');
    assert.equal(snapshots.builds, 6);
  });

  test('one that was replaced stays for ten minutes', async (t) => {
    const { store, model, snapshots, pass } = await open(t);
    const named = (await snapshots.take('all'))!.parts.find(({ key }) => key === 'service/o1')!;
    await put(store, service('PV-o1-3', { holder: 'o1', keywords: ['x'] }));
    await model.catchUp();
    await snapshots.take('all');
    pass(10 * 60_000);
    await snapshots.take('all');
    assert.ok(await snapshots.part(named.sha256));
    pass(1);
    await put(store, service('PV-o1-4', { holder: 'o1', keywords: ['x'] }));
    await model.catchUp();
    await snapshots.take('all');
    assert.equal(await snapshots.part(named.sha256), undefined);
  });

  test('one that held a redacted record is gone at once, the others stay', async (t) => {
    const { store, model, snapshots } = await open(t);
    const before = (await snapshots.take('all'))!.parts;
    await store.delete('service', 'PV-o1-3', 'any', 'personal data', CONTEXT);
    await model.catchUp();
    for (const { key, sha256 } of before) {
      const found = await snapshots.part(sha256);
      assert.equal(found === undefined, key === 'service/o1', key);
    }
  });

  test('where processes share a store, one that another process built is found', async (t) => {
    const { store, model, options, snapshots } = await open(t, true);
    const sha256 = (await snapshots.take('institution/o1'))!.parts.at(-1)!.sha256;
    const other = new Snapshots(options);
    assert.equal((await other.part(sha256))?.sha256, sha256);
    await put(store, service('PV-o1-3', { holder: 'o1', keywords: ['x'] }));
    await model.catchUp();
    const next = (await snapshots.take('institution/o1'))!.parts.at(-1)!.sha256;
    assert.notEqual(next, sha256);
    assert.equal((await other.part(next))?.sha256, next);
    assert.equal(await other.part('0'.repeat(64)), undefined);
  });

  test('better compression in idle time leaves the bytes what they are', async () => {
    const plain = Buffer.from('Pakalpojums pašvaldībā. '.repeat(4000));
    const part = new PartBytes(plain, 'x');
    const first = await part.sent('br');
    assert.equal(await part.improve(), true);
    assert.equal(await part.improve(), false);
    const better = await part.sent('br');
    assert.ok(better.bytes.byteLength <= first.bytes.byteLength);
    assert.deepEqual(brotliDecompressSync(better.bytes), plain);
    assert.deepEqual(Buffer.from((await part.sent(undefined)).bytes), plain);
    assert.ok(part.held < plain.byteLength / 2, 'only what is compressed stays');
  });
});

describe('the signing key', () => {
  test('is generated once, for its owner alone', (t) => {
    const folder = join(temporaryFolder(t), 'data');
    const pem = readOrGenerateSigningKey(folder);
    assert.equal(readOrGenerateSigningKey(folder), pem);
    const file = join(folder, 'signing-key.pem');
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(
      new PositionSigner(pem).publicKey.kid,
      new PositionSigner(readFileSync(file, 'utf8')).publicKey.kid,
    );
  });

  test('comes from a variable or a file, and is never printed', (t) => {
    const pem = generateSigningKey();
    const file = join(temporaryFolder(t), 'key.pem');
    writeFileSync(file, pem);
    assert.equal(readConfig({ PVP_SIGNING_KEY: pem.replaceAll('\n', '\\n') }).signingKey, pem);
    const config = readConfig({ PVP_SIGNING_KEY_FILE: file });
    assert.equal(config.signingKey, pem);
    assert.ok(!JSON.stringify(config).includes('PRIVATE'));
    writeFileSync(file, 'hunter2');
    for (const [env, variable] of [
      [{ PVP_SIGNING_KEY: 'hunter2' }, 'PVP_SIGNING_KEY'],
      [{ PVP_SIGNING_KEY_FILE: file }, 'PVP_SIGNING_KEY_FILE'],
      [{ PVP_SIGNING_KEY_FILE: `${file}.none` }, 'PVP_SIGNING_KEY_FILE'],
    ] as const) {
      assert.throws(
        () => readConfig(env),
        (error: Error & { variable: string }) =>
          error.variable === variable && !error.message.includes('hunter2'),
      );
    }
  });

  test('of the data folder outlives the process', async (t) => {
    const folder = temporaryFolder(t);
    const config = readConfig({ PORT: '0', PVP_HOST: '127.0.0.1', PVP_DATA_DIR: folder });
    const kids: string[] = [];
    for (let n = 0; n < 2; n++) {
      const register = await startRegister(config, { log: createLog('silent') });
      const answer = await fetch(`${register.origin}/.well-known/pvp-keys.json`);
      kids.push(((await answer.json()) as { keys: { kid: string }[] }).keys[0]!.kid);
      await register.close();
    }
    assert.equal(kids[0], kids[1]);
  });

  test('is missed once in the log where several processes may share the store', async (t) => {
    const lines: string[] = [];
    const store = await openStore({ file: ':memory:' });
    t.after(() => store.close());
    const shared = new Proxy(store, {
      get: (target, name) => {
        if (name === 'engine') return 'postgresql';
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const log = createLog('warn', { write: (line) => lines.push(line) });
    const register = await startRegister(readConfig({ PORT: '0', PVP_HOST: '127.0.0.1' }), {
      store: shared,
      log,
    });
    t.after(() => register.close());
    const head = (await (await fetch(`${register.origin}/v1/sync/all/head`)).json()) as {
      signature: unknown;
    };
    assert.equal(head.signature, null);
    const keys = await (await fetch(`${register.origin}/.well-known/pvp-keys.json`)).json();
    assert.deepEqual(keys, { keys: [] });
    assert.equal(lines.filter((line) => line.includes('PVP_SIGNING_KEY')).length, 1);
  });
});
