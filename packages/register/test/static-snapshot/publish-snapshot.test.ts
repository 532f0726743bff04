/** Static snapshots, seen by those who read the files. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs, { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Manifest, SearchIndexFile, StaticFile, StaticHead } from '@pvp/contract';
import { publishSnapshot, readConfig, type PublishOptions } from '@pvp/register';
import { stateHashOf } from '@pvp/sdk/sync';
import { openRegister, type RegisterFixture } from '@pvp/testing';
import { ModelRegister, openModelServer } from '@pvp/testing/conformance';
import { openFaultProxy, resetAfter, seededRandom } from '@pvp/testing/fault-proxy';
import { assertSchema } from '../http/contract-check.ts';
import { CANARY, SAMPLE_RECORDS } from '../http/sample-records.ts';

const root = await mkdtemp(join(tmpdir(), 'pvp-snapshot-'));
after(() => rm(root, { recursive: true }));

const newFolder = () => mkdtemp(join(root, 'out-'));
const publish = (out: string, from: string, options: Partial<PublishOptions> = {}) =>
  publishSnapshot(readConfig({ PVP_DATA_DIR: `${out}-data`, PVP_LOG_LEVEL: 'silent' }), {
    out,
    from,
    ...options,
  });

async function open(t: TestContext): Promise<RegisterFixture> {
  const register = await openRegister({ seed: SAMPLE_RECORDS });
  t.after(() => register.close());
  return register;
}

async function retitle(register: RegisterFixture, id: string, title: string): Promise<void> {
  const record = SAMPLE_RECORDS.find((one) => one.id === id)!;
  await register.put({ ...record, title: { lv: title } });
}

async function json<T>(address: string): Promise<T> {
  const response = await fetch(address);
  assert.equal(response.status, 200, address);
  return (await response.json()) as T;
}

/** Paths of all files, seen from the folder. */
async function filesIn(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function headIn(folder: string): Promise<StaticHead> {
  return JSON.parse(await readFile(join(folder, 'pvp-snapshot.json'), 'utf8')) as StaticHead;
}

/** The text of a file that another one names, which has to be what its name says. */
async function named(folder: string, { href, sha256, bytes }: StaticFile): Promise<string> {
  const content = await readFile(join(folder, href));
  assert.equal(createHash('sha256').update(content).digest('hex'), sha256, href);
  assert.equal(content.byteLength, bytes, href);
  return content.toString('utf8');
}

interface Held {
  type: string;
  id: string;
  hash: string;
}

/** Follows every name from the head on, as readers do. */
async function readWhole(folder: string) {
  const head = await headIn(folder);
  const manifest = JSON.parse(await named(folder, head.manifest)) as Manifest;
  const index = JSON.parse(await named(folder, head.searchIndex)) as SearchIndexFile;
  const records: Held[] = [];
  for (const part of manifest.parts) {
    const href = join(dirname(head.manifest.href), part.href);
    const text = await named(folder, { ...part, href });
    for (const line of text.trimEnd().split('\n')) records.push(JSON.parse(line) as never);
  }
  return { head, manifest, index, records };
}

test('the files hold what the register gives, under its position and signature', async (t) => {
  const { origin } = await open(t);
  const folder = await newFolder();
  const report = await publish(folder, origin);
  const { head, manifest, index, records } = await readWhole(folder);
  const there = await json<Manifest>(`${origin}/v1/sync/all/snapshot`);

  assertSchema('StaticHead', head);
  assertSchema('Manifest', manifest);
  assertSchema('SearchIndexFile', index);
  assert.equal(head.register, origin);
  for (const name of ['checkpoint', 'count', 'stateHash', 'licence', 'attribution'] as const) {
    assert.equal(head[name], there[name], name);
    assert.equal(manifest[name], there[name], name);
  }
  assert.ok(head.signature, 'the position is signed');
  assert.ok(Math.abs(Date.parse(head.fetchedAt) - Date.now()) < 60_000);
  assert.equal(head.signature, there.signature);
  assert.equal(records.length, head.count);
  assert.equal(stateHashOf(records.map(({ type, id, hash }) => ({ key: `${type}/${id}`, hash }))), head.stateHash); // prettier-ignore
  for (const { sha256, count, stateHash } of manifest.parts) {
    const { href } = index.parts.find((part) => part.sha256 === sha256) ?? { href: '' };
    if (href === '') continue;
    const held = (await readFile(join(folder, href), 'utf8')).trimEnd().split('\n').map((line) => JSON.parse(line) as Held); // prettier-ignore
    assert.equal(held.length, count);
    assert.equal(stateHashOf(held.map(({ type, id, hash }) => ({ key: `${type}/${id}`, hash }))), stateHash); // prettier-ignore
  }
  assert.deepEqual(
    { parts: report.parts, newParts: report.newParts, removed: report.removed },
    { parts: manifest.parts.length, newParts: manifest.parts.length, removed: 0 },
  );

  // Compressed forms are of the file that they stand beside; the head has none, so that it changes
  // in one step.
  const files = await filesIn(folder);
  const coded = files.filter((name) => /\.(br|gz)$/.test(name));
  assert.ok(coded.length > 4);
  for (const name of coded) {
    const decode = name.endsWith('.br') ? brotliDecompressSync : gunzipSync;
    const plain = await readFile(join(folder, name.slice(0, -3)));
    assert.ok(decode(await readFile(join(folder, name))).equals(plain), name);
  }
  assert.deepEqual(
    files.filter((name) => !name.includes('/')),
    ['pvp-snapshot.json'],
  );
});

test('no file of any scope holds a management half or a restricted service', async (t) => {
  const { origin } = await open(t);
  const restricted = SAMPLE_RECORDS.filter((record) => record['kind'] === 'inter-restricted');
  assert.ok(restricted.length > 0, 'the sample has restricted services');
  const organizations = SAMPLE_RECORDS.filter(({ type }) => type === 'organization');
  const scopes = ['all', ...organizations.map(({ id }) => `institution/${id}`)];
  for (const scope of scopes) {
    const folder = await newFolder();
    await publish(folder, origin, { scope });
    const files = await filesIn(folder);
    for (const name of files.filter((one) => !/\.(br|gz)$/.test(one))) {
      const text = await readFile(join(folder, name), 'utf8');
      assert.ok(!text.includes(CANARY), `${scope} ${name}`);
      assert.ok(!text.includes('"management"'), `${scope} ${name}`);
      for (const { id } of restricted) assert.ok(!text.includes(`"id":"${id}"`), `${scope} ${id}`);
    }
  }
});

test('what a register gives by mistake is not written', async (t) => {
  for (const mistake of [
    { type: 'service', id: 'PV-1', kind: 'inter-restricted', title: { lv: CANARY } },
    { type: 'organization', id: 'ozolleja', management: { notes: CANARY } },
  ]) {
    const model = new ModelRegister();
    const server = await openModelServer(model);
    t.after(() => server.close());
    model.write({ put: mistake });
    const folder = await newFolder();
    await assert.rejects(publish(folder, server.origin), /is not for everybody to read/);
    assert.deepEqual(await filesIn(folder), []);
  }
});

test('a second run keeps what is unchanged, and removes what nothing names any more', async (t) => {
  const register = await open(t);
  const folder = await newFolder();
  await publish(folder, register.origin);
  await writeFile(join(folder, 'robots.txt'), 'User-agent: *');
  await writeFile(join(folder, 'parts', 'README'), 'of somebody else');
  const before = await filesIn(folder);
  const inodes = new Map<string, number>();
  for (const name of before) inodes.set(name, (await stat(join(folder, name))).ino);

  const same = await publish(folder, register.origin);
  assert.deepEqual([same.newParts, same.removed], [0, 0]);
  assert.deepEqual(await filesIn(folder), before);

  await retitle(register, 'PV-1001', 'Dzīvesvietas deklarēšana klātienē');
  const { newParts, removed } = await publish(folder, register.origin);
  // One part, the manifest and the index.
  assert.deepEqual([newParts, removed], [1, 3]);
  const { manifest, records } = await readWhole(folder);
  assert.ok(JSON.stringify(records).includes('Dzīvesvietas deklarēšana klātienē'));
  const now = await filesIn(folder);
  assert.equal(now.filter((name) => /^parts\/[0-9a-f]+\.ndjson$/.test(name)).length, manifest.parts.length); // prettier-ignore
  for (const name of now.filter((one) => inodes.has(one) && one !== 'pvp-snapshot.json')) {
    assert.equal(
      (await stat(join(folder, name))).ino,
      inodes.get(name),
      `${name} was written anew`,
    );
  }
  assert.ok(now.includes('robots.txt') && now.includes('parts/README'), 'files of others stay');
});

test('a register that breaks off changes nothing that is published', async (t) => {
  const register = await open(t);
  const proxy = await openFaultProxy({ target: register.origin, random: seededRandom(1) });
  t.after(() => proxy.close());
  const folder = await newFolder();
  await publish(folder, proxy.origin);
  const before = await readWhole(folder);
  await retitle(register, 'PV-1001', 'Cits nosaukums');
  const breaking = proxy.on('/v1/sync/**', resetAfter(50));
  await assert.rejects(publish(folder, proxy.origin), { code: 'network' });
  breaking.off();
  assert.deepEqual(await readWhole(folder), before);
  await publish(folder, proxy.origin);
  assert.notEqual((await readWhole(folder)).head.checkpoint, before.head.checkpoint);
});

test('whichever write fails, readers see the snapshot before or after, whole', async (t) => {
  const register = await open(t);
  const published = await newFolder();
  await publish(published, register.origin);
  const { head: before } = await readWhole(published);
  await retitle(register, 'PV-1001', 'Cits nosaukums');
  let left = 0;
  const { rename } = fs;
  fs.rename = async (from, to) => {
    if (left-- === 0) throw new Error('ENOSPC: no space left on device');
    return rename(from, to);
  };
  syncBuiltinESMExports();
  t.after(() => {
    fs.rename = rename;
    syncBuiltinESMExports();
  });
  let failures = 0;
  for (let isDone = false; !isDone;) {
    const folder = await newFolder();
    await cp(published, folder, { recursive: true });
    left = failures;
    isDone = await publish(folder, register.origin).then(
      () => true,
      (error: Error) => {
        assert.match(error.message, /cannot be written: ENOSPC/);
        failures++;
        return false;
      },
    );
    const { head, records } = await readWhole(folder);
    assert.equal(head.checkpoint === before.checkpoint, !isDone, `after ${failures} failures`);
    assert.equal(records.length, head.count);
    assert.deepEqual(
      (await filesIn(folder)).filter((name) => name.includes('draft')),
      [],
    );
  }
  // A part, the manifest, the index, compressed forms of each, the head.
  assert.ok(failures >= 8, `failed ${failures} times`);
});

test('a part that was damaged on the disk comes anew', async (t) => {
  const { origin } = await open(t);
  const folder = await newFolder();
  await publish(folder, origin);
  const [name = ''] = await readdir(join(folder, 'parts'));
  await writeFile(join(folder, 'parts', name), 'half of');
  await publish(folder, origin);
  await readWhole(folder);
});

test('what is published neither goes back nor is emptied by a register that lost its records', async (t) => {
  const model = new ModelRegister();
  const server = await openModelServer(model);
  t.after(() => server.close());
  const organization = (nth: number) => ({ type: 'organization', id: `o-${nth}` });
  const all = Array.from({ length: 60 }, (_, nth) => organization(nth));
  model.write(...all.map((put) => ({ put })));
  model.write({ put: { ...organization(0), title: { lv: 'Pirmā' } } });
  const folder = await newFolder();
  await publish(folder, server.origin);
  const published = await readWhole(folder);

  const lagging = new ModelRegister();
  lagging.write(...all.map((put) => ({ put })));
  const behind = await openModelServer(lagging);
  t.after(() => behind.close());
  await assert.rejects(publish(folder, behind.origin), /at e1\.1, behind e1\.2/);

  model.write(...all.slice(30).map(({ id }) => ({ delete: `organization/${id}` })));
  await assert.rejects(publish(folder, server.origin), /30 records where it had 60.*--accept-held/);
  assert.deepEqual(await readWhole(folder), published);
  await publish(folder, server.origin, { acceptHeld: true });
  assert.equal((await readWhole(folder)).records.length, 30);
});

test('two runs do not write one folder at the same time; a lock that was left over is no lock', async (t) => {
  const { origin } = await open(t);
  const folder = await newFolder();
  const lock = join(folder, '.pvp-snapshot.lock');
  await writeFile(lock, String(process.ppid));
  await assert.rejects(publish(folder, origin), (error: Error) => {
    assert.match(error.message, /is being written by process \d+/);
    assert.ok(error.message.includes(lock), 'says what to delete');
    return true;
  });
  // Above every number that a process can have.
  await writeFile(lock, String(2 ** 22 + 1));
  await publish(folder, origin);
  assert.ok(!(await filesIn(folder)).includes('.pvp-snapshot.lock'));
});

test('a folder of something else is left alone', async (t) => {
  const { origin } = await open(t);
  const folder = await newFolder();
  await publish(folder, origin, { scope: 'institution/ozolleja' });
  await assert.rejects(publish(folder, origin), /holds the snapshot of institution\/ozolleja/);
  await writeFile(join(folder, 'pvp-snapshot.json'), '{"version":2}');
  await assert.rejects(publish(folder, origin), /pvp-snapshot\.json is not that of a snapshot/);
});
