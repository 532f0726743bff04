import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  ImportInterrupted,
  importRecords,
  type ImportOptions,
} from '../../src/ingest/import-records.ts';
import { readInput, recordsIn, type RawRecord } from '../../src/ingest/read-input.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/legacy-page/', import.meta.url));
const OPTIONS: ImportOptions = { actor: 'test', at: '2026-11-21T10:00:00Z' };

async function emptyStore(context: TestContext): Promise<Store> {
  const store = await openStore({ file: ':memory:' });
  context.after(() => store.close());
  return store;
}

const service = (id: string, more: object = {}) => ({
  type: 'service',
  id,
  kind: 'public-individual',
  status: 'active',
  title: `Pakalpojums ${id}`,
  ...more,
});
const need = (id: string, title = id) => ({ type: 'need', id, title });
const codes = (findings: { code?: string | undefined }[]) => findings.map(({ code }) => code);

test('a folder of pages: the good go in, the broken one is named, institutions become organizations', async (t) => {
  const store = await emptyStore(t);
  const report = await importRecords(store, readInput(FIXTURES), OPTIONS);
  assert.equal(report.accepted, 10);
  assert.deepEqual(report.rejected, [
    {
      id: null,
      field: '',
      reason: 'The file is not JSON: it cannot be read from line 4 on.',
      source: 'bojats.json:4',
    },
  ]);
  assert.equal(await store.count('service'), 10);
  assert.equal(await store.count('organization'), 7);
  assert.ok(report.warnings.every(({ code, reason, source }) => code && reason && source));
  for (const code of [
    'looks-like-support',
    'file-ignored',
    'header-free-but-charges',
    'missing-institution',
  ]) {
    assert.ok(codes(report.warnings).includes(code), code);
  }
  assert.ok(!codes(report.warnings).includes('unknown-reference'));
  assert.equal(await store.resolveAlias('service', 'ppk-12087'), 'ppk-kadastrs');

  const again = await importRecords(store, readInput(FIXTURES), OPTIONS);
  assert.deepEqual([again.accepted, again.unchanged, again.rejected.length], [0, 10, 1]);
});

test('a registered organization of the same name is used and stays as it is', async (t) => {
  const store = await emptyStore(t);
  const organization = {
    type: 'organization',
    id: 'ozolleja',
    title: 'Ozollejas novada pašvaldība',
    registrationNumber: '90009990001',
  };
  await importRecords(store, recordsIn([organization]), OPTIONS);
  await importRecords(store, readInput(`${FIXTURES}ozolleja-koki.json`), OPTIONS);
  assert.equal((await store.get('service', 'ozolleja-koki'))?.record['holder'], 'ozolleja');
  assert.equal(await store.count('organization'), 1);
});

test('each record is judged alone, with one entry for each that is rejected', async (t) => {
  const store = await emptyStore(t);
  const deep = JSON.parse(
    `{"type":"need","id":"deep","title":"x","x":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  ) as object;
  const report = await importRecords(
    store,
    recordsIn([
      need('good'),
      null,
      'text',
      service('wrong', { kind: 'nonsense', status: 7 }),
      { ...need('secret'), notes: 'internal' },
      { type: 'life-event', id: 'long', title: 'T', description: 'x'.repeat(200_000) },
      deep,
      need('also good'.replace(' ', '-')),
    ]),
    OPTIONS,
  );
  assert.equal(report.accepted, 2);
  assert.deepEqual(
    report.rejected.map(({ id, field, source }) => [id, field, source]),
    [
      [null, '', 'entry 2'],
      [null, '', 'entry 3'],
      ['wrong', '/kind', 'entry 4'],
      ['secret', '/notes', 'entry 5'],
      ['long', '/description/lv', 'entry 6'],
      ['deep', '', 'entry 7'],
    ],
  );
  assert.match(report.rejected[2]?.reason ?? '', /\/status/);
});

test('of one id within an input the later record holds, counted once, within and across batches', async (t) => {
  const store = await emptyStore(t);
  const many = Array.from({ length: 250 }, (_, index) => need(`n${index}`));
  const input = [need('twice', 'first'), need('twice', 'second'), ...many, need('n0', 'later')];
  const report = await importRecords(store, recordsIn(input), OPTIONS);
  assert.equal(report.accepted, 251);
  assert.equal(await store.count('need'), 251);
  assert.deepEqual(codes(report.warnings), ['duplicate-id', 'duplicate-id']);
  assert.deepEqual((await store.get('need', 'twice'))?.record['title'], { lv: 'second' });
  assert.deepEqual((await store.get('need', 'n0'))?.record['title'], { lv: 'later' });
  assert.ok((await store.position()).seq <= 4, 'batches share transactions');
});

test('a name that belongs to another record rejects the record', async (t) => {
  const store = await emptyStore(t);
  const report = await importRecords(
    store,
    recordsIn([service('a', { aliases: ['old'] }), service('b', { aliases: ['own', 'old'] })]),
    OPTIONS,
  );
  assert.equal(report.accepted, 1);
  assert.deepEqual(report.rejected, [
    {
      id: 'b',
      field: '/aliases/1',
      reason: 'The name "old" belongs to the service "a".',
      source: 'entry 2',
    },
  ]);
});

test('references to nothing are warnings; to the input, the store and aliases they are not', async (t) => {
  const store = await emptyStore(t);
  await importRecords(store, recordsIn([need('stored')]), OPTIONS);
  const referring = service('s', {
    needs: ['stored', 'later', 'nowhere'],
    holder: 'old-name',
    related: ['s'],
    management: { resources: ['db'] },
  });
  const organization = { type: 'organization', id: 'new-name', aliases: ['old-name'], title: 'I' };
  const report = await importRecords(
    store,
    recordsIn([referring, organization, need('later')]),
    OPTIONS,
  );
  assert.deepEqual(
    report.warnings.map(({ id, field, code }) => [id, field, code]),
    [
      ['s', '/needs/2', 'unknown-reference'],
      ['s', '/management/resources/0', 'unknown-reference'],
    ],
  );
});

test('a writer that is bound to an institution writes and replaces its records only', async (t) => {
  const store = await emptyStore(t);
  await importRecords(store, recordsIn([service('theirs', { holder: 'b' })]), OPTIONS);
  const report = await importRecords(
    store,
    recordsIn([
      service('ours', { holder: 'a' }),
      service('foreign', { holder: 'b' }),
      service('theirs', { holder: 'a' }),
    ]),
    { ...OPTIONS, mayWrite: (record) => (record as { holder?: string }).holder === 'a' },
  );
  assert.equal(report.accepted, 1);
  assert.deepEqual(report.rejected.map(({ id }) => id).sort(), ['foreign', 'theirs']);
  assert.equal((await store.get('service', 'theirs'))?.record['holder'], 'b');
});

test('where the store fails the report says what was committed', async (t) => {
  const store = await emptyStore(t);
  async function* input(): AsyncGenerator<RawRecord> {
    for (let index = 0; index < 150; index += 1) {
      // The first transaction is through; the engine goes away before the second.
      if (index === 120) await store.close();
      yield { kind: 'record', value: need(`n${index}`) };
    }
  }
  await assert.rejects(
    importRecords(store, input(), OPTIONS),
    (error) => error instanceof ImportInterrupted && error.report.accepted === 99,
  );
});

test('an import can be stopped; what was committed stays', async (t) => {
  const store = await emptyStore(t);
  const stop = new AbortController();
  const input = Array.from({ length: 500 }, (_, index) => need(`n${index}`));
  const interrupted = importRecords(store, recordsIn(input), {
    ...OPTIONS,
    signal: stop.signal,
    onProgress: ({ accepted }) => accepted > 150 && stop.abort(),
  });
  await assert.rejects(interrupted, ImportInterrupted);
  assert.equal(await store.count('need'), 198);
});
