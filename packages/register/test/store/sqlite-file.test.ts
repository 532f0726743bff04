import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Database from 'libsql';
import { openStore } from '../../src/store/open-store.ts';
import { CONTEXT, openFor, put, service, temporaryFolder } from './test-place.ts';

test('a folder that does not exist is made, and the file is for its owner alone', async (t) => {
  const file = join(temporaryFolder(t), 'new', 'deeper', 'pvp.db');
  await openFor(t, { file });
  assert.ok(existsSync(file));
  if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o077, 0);
});

test('a file that is no database is refused and left as it is', async (t) => {
  const file = join(temporaryFolder(t), 'letter.db');
  writeFileSync(file, 'Labdien! Šī ir vēstule, nevis datubāze.\n'.repeat(100));
  const { size } = statSync(file);
  await assert.rejects(openStore({ file }), {
    name: 'StoreError',
    code: 'not-a-database',
    message: /letter\.db is not an SQLite database/,
  });
  assert.equal(statSync(file).size, size);
});

test('a folder in place of the file is refused', async (t) => {
  const file = join(temporaryFolder(t), 'pvp.db');
  mkdirSync(file);
  await assert.rejects(openStore({ file }), { code: 'not-a-database', message: /is a folder/ });
});

test('a database of another program is refused', async (t) => {
  const file = join(temporaryFolder(t), 'other.db');
  const other = new Database(file);
  other.exec('CREATE TABLE photographs (id INTEGER PRIMARY KEY)');
  other.close();
  await assert.rejects(openStore({ file }), {
    code: 'foreign-database',
    message: /other\.db belongs to another program/,
  });
});

test('a damaged database is named as such', async (t) => {
  const file = join(temporaryFolder(t), 'pvp.db');
  const store = await openStore({ file });
  for (let n = 0; n < 20; n += 1)
    await put(store, service(`PV-${n}`, { filler: 'x'.repeat(9000) }));
  await store.close();
  const handle = await open(file, 'r+');
  const { size } = await handle.stat();
  await handle.write(Buffer.alloc(size - 8192, 0x55), 0, size - 8192, 8192);
  await handle.close();
  const read = async () => {
    const damaged = await openFor(t, { file });
    for await (const _ of damaged.readAll());
  };
  await assert.rejects(read(), { name: 'StoreError', code: 'damaged', message: /is damaged/ });
});

test('a database that lost its end is named as damaged', async (t) => {
  const file = join(temporaryFolder(t), 'pvp.db');
  const store = await openStore({ file });
  await put(store, service('PV-1', { filler: 'x'.repeat(90_000) }));
  await store.close();
  truncateSync(file, 8192);
  const read = async () => (await openFor(t, { file })).get('service', 'PV-1');
  await assert.rejects(read(), { name: 'StoreError', code: 'damaged' });
});

test('a place that cannot be written is named with the reason', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'file'), '');
  await assert.rejects(openStore({ file: join(folder, 'file', 'pvp.db') }), {
    code: 'not-writable',
    message: /pvp\.db cannot be kept: the folder .* cannot be written \((EEXIST|ENOTDIR)\)/,
  });
});

test('a store is opened with one address and no other', async () => {
  await assert.rejects(openStore({}), TypeError);
  await assert.rejects(openStore({ file: ':memory:', databaseUrl: 'postgresql://x' }), TypeError);
  await assert.rejects(openStore({ databaseUrl: 'mysql://x' }), TypeError);
});

test('a server that cannot be reached is named without the password', async (t) => {
  const folder = temporaryFolder(t);
  const databaseUrl = `postgresql://admin:hunter2@localhost/pvp?host=${encodeURIComponent(folder)}`;
  await assert.rejects(openStore({ databaseUrl }), (error: Error & { code: string }) => {
    assert.equal(error.code, 'unavailable');
    assert.match(error.message, /The database .*\/pvp cannot be reached/);
    assert.ok(!error.message.includes('hunter2') && !error.message.includes('admin'));
    return true;
  });
});

test(
  'the text of a deleted record is gone from the files at once',
  { skip: process.platform === 'win32' && 'The files are searched with grep.' },
  async (t) => {
    const folder = temporaryFolder(t);
    const store = await openFor(t, { file: join(folder, 'pvp.db') });
    // By another process, because opening the file here would give up SQLite's locks on it.
    const filesWith = (text: string) => {
      try {
        return execFileSync('grep', ['-rlaF', text, folder], { encoding: 'utf8' });
      } catch {
        return '';
      }
    };
    await put(store, service('PV-1'));
    await put(
      store,
      service('PV-2', {
        summary: { lv: 'PUBLISKAIS' },
        management: { notes: 'IEKSEJAIS ' + 'x'.repeat(9000) },
      }),
    );
    assert.match(filesWith('PUBLISKAIS'), /pvp/);
    assert.match(filesWith('IEKSEJAIS'), /pvp/);
    await store.delete('service', 'PV-2', 'any', 'personal data', CONTEXT);
    assert.equal(filesWith('PUBLISKAIS'), '');
    assert.equal(filesWith('IEKSEJAIS'), '');
    assert.ok(await store.get('service', 'PV-1'));
  },
);

test('a process that is killed in the middle of a write leaves nothing of it', async (t) => {
  const file = join(temporaryFolder(t), 'pvp.db');
  const store = await openFor(t, { file });
  await put(store, service('PV-1'));
  const killed = fileURLToPath(new URL('killed-process.ts', import.meta.url));
  const flags = ['--conditions=pvp-source', '--import', import.meta.resolve('tsx')];
  const child = spawn(process.execPath, [...flags, killed, file], { stdio: 'inherit' });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  assert.equal(signal, 'SIGKILL');
  assert.equal((await store.position()).seq, 1);
  assert.equal(await store.count('service'), 1);
  assert.equal((await put(store, service('PV-2'))).status, 'created');
  assert.deepEqual(
    (await store.changesSince(0, 10)).map(({ seq, id }) => [seq, id]),
    [
      [1, 'PV-1'],
      [2, 'PV-2'],
    ],
  );
});
