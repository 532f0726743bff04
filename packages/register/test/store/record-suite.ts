import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { recordHash } from '../../src/record/hash.ts';
import {
  AT,
  CONTEXT,
  LATER,
  openFor,
  put,
  service,
  type AnyRecord,
  type MakePlace,
} from './test-place.ts';

/** What a store does with records, whatever the engine. */
export function recordSuite(name: string, makePlace: MakePlace): void {
  describe(`records in ${name}`, () => {
    test('a record is read back as it was written, with its hash and date', async (t) => {
      const store = await openFor(t, await makePlace(t));
      const record = service('PV-1', {
        title: { lv: 'Ēku ﬁziskā aizsardzība', en: 'A "quoted" \u0000 title' },
        future: { unknown: [1, null, true] },
        derived: { outages: [] },
        management: { notes: 'iekšēja piezīme' },
      });
      const outcome = await put(store, record);
      assert.equal(outcome.status, 'created');
      const stored = await store.get('service', 'PV-1');
      assert.ok(stored);
      assert.equal(stored.revision, 1);
      assert.deepEqual(stored.management, { notes: 'iekšēja piezīme' });
      const { derived: _, management: __, ...expected } = record;
      assert.deepEqual(stored.record, { ...expected, hash: stored.hash, changedAt: AT });
      assert.equal(recordHash(stored.record), stored.hash);
      assert.ok(!JSON.stringify(stored.record).includes('iekšēja'));
      assert.equal(await store.get('service', 'PV-2'), undefined);
    });

    test('management fields at the top of a record never reach the public half', async (t) => {
      const store = await openFor(t, await makePlace(t));
      await put(store, service('PV-1', { notes: 'KANARIJ', manager: { name: 'KANARIJ' } }));
      const stored = await store.get('service', 'PV-1');
      assert.ok(!JSON.stringify(stored).includes('KANARIJ'));
    });

    test('a kind that the contract does not know is kept', async (t) => {
      const store = await openFor(t, await makePlace(t));
      await put(store, { type: 'bake-sale', id: 'b1', cakes: 3 } as AnyRecord);
      assert.equal((await store.get('bake-sale', 'b1'))?.record['cakes'], 3);
      assert.equal(await store.count('bake-sale'), 1);
      assert.equal(await store.count('service'), 0);
    });

    test('a write is judged by the revision that it expects', async (t) => {
      const store = await openFor(t, await makePlace(t));
      const write = (expect: number | 'absent', title: string) =>
        store.write([{ record: service('PV-1', { title: { lv: title } }), expect }], CONTEXT);
      const conflict = (revision: number | undefined) => [
        { status: 'conflict', kind: 'service', id: 'PV-1', revision },
      ];
      assert.deepEqual(await write(1, 'a'), conflict(undefined));
      assert.equal((await write('absent', 'a'))[0]?.status, 'created');
      assert.deepEqual(await write('absent', 'b'), conflict(1));
      assert.equal((await write(1, 'b'))[0]?.status, 'replaced');
      assert.deepEqual(await write(1, 'c'), conflict(2));
      assert.deepEqual((await store.get('service', 'PV-1'))?.record.title, { lv: 'b' });
      assert.equal((await store.position()).seq, 2);
    });

    test('one bad write of several leaves the others written', async (t) => {
      const store = await openFor(t, await makePlace(t));
      await put(store, service('PV-1', { aliases: ['old-1'] }));
      const outcomes = await store.write(
        [
          { record: service('PV-2'), expect: 'absent' },
          { record: service('PV-1', { title: { lv: 'x' } }), expect: 9 },
          { record: service('PV-3', { aliases: ['old-1'] }), expect: 'any' },
          { record: service('PV-4', { aliases: ['PV-2'] }), expect: 'any' },
          { record: service('PV-5'), expect: 'any' },
          { record: service('PV-5', { title: { lv: 'again' } }), expect: 1 },
        ],
        CONTEXT,
      );
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ['created', 'conflict', 'alias-taken', 'alias-taken', 'created', 'replaced'],
      );
      assert.equal(await store.count('service'), 3);
      assert.equal((await store.get('service', 'PV-5'))?.revision, 2);
      assert.equal((await store.position()).seq, 2);
    });

    test('an unchanged record moves nothing', async (t) => {
      const store = await openFor(t, await makePlace(t));
      const record = service('PV-1', { changedAt: '2020-01-01T00:00:00Z', aliases: ['a'] });
      const first = await put(store, record);
      const before = await store.position();
      const context = { actor: 'again', at: LATER };
      const { changedAt: _, ...undated } = record;
      const sameText = { ...undated, title: { ...record['title']! } };
      for (const again of [record, undated, sameText, { ...record, changedAt: LATER }]) {
        const outcome = await put(store, again as AnyRecord, context);
        assert.deepEqual(outcome, { ...first, status: 'unchanged' });
      }
      assert.deepEqual(await store.position(), before);
      assert.equal((await store.get('service', 'PV-1'))?.record.changedAt, '2020-01-01T00:00:00Z');
      assert.equal((await store.audit({ limit: 10 })).length, 1);
    });

    test('the date of a change is the given one, else the time of the write', async (t) => {
      const store = await openFor(t, await makePlace(t));
      const changedAt = async () => (await store.get('service', 'PV-1'))?.record.changedAt;
      await put(store, service('PV-1'));
      assert.equal(await changedAt(), AT);
      const changed = service('PV-1', { title: { lv: 'b' } });
      await put(store, changed, { actor: 'x', at: LATER });
      assert.equal(await changedAt(), LATER);
      await put(store, service('PV-1', { title: { lv: 'c' }, changedAt: '2021-05-05T00:00:00Z' }));
      assert.equal(await changedAt(), '2021-05-05T00:00:00Z');
    });

    test('an alias leads to its record and is free again when it is given up', async (t) => {
      const store = await openFor(t, await makePlace(t));
      await put(store, service('PV-1', { aliases: ['old-1', 'old-2', 'old-1', 'PV-1'] }));
      assert.equal(await store.resolveAlias('service', 'old-2'), 'PV-1');
      assert.equal(await store.resolveAlias('service', 'PV-1'), undefined);
      assert.equal(await store.resolveAlias('organization', 'old-2'), undefined);
      const taken = (id: string, alias: string, owner: string) => ({
        status: 'alias-taken',
        kind: 'service',
        id,
        alias,
        owner,
      });
      assert.deepEqual(
        await put(store, service('PV-2', { aliases: ['new', 'old-2'] })),
        taken('PV-2', 'old-2', 'PV-1'),
      );
      assert.deepEqual(await put(store, service('old-1')), taken('old-1', 'old-1', 'PV-1'));
      assert.deepEqual(
        await put(store, service('PV-3', { aliases: ['PV-1'] })),
        taken('PV-3', 'PV-1', 'PV-1'),
      );
      const others = { type: 'need', id: 'old-1', title: { lv: 'Cits veids' } } as AnyRecord;
      assert.equal((await put(store, others)).status, 'created');

      // In one transaction the name passes from one record to another.
      const passed = await store.write(
        [
          { record: service('PV-1', { aliases: ['old-1'] }), expect: 'any' },
          { record: service('PV-2', { aliases: ['old-2'] }), expect: 'any' },
        ],
        CONTEXT,
      );
      assert.deepEqual(
        passed.map(({ status }) => status),
        ['replaced', 'created'],
      );
      assert.equal(await store.resolveAlias('service', 'old-2'), 'PV-2');
      await store.delete('service', 'PV-1', 'any', 'r', CONTEXT);
      assert.equal(await store.resolveAlias('service', 'old-1'), undefined);
      assert.equal((await put(store, service('old-1'))).status, 'created');
    });

    test('lists go by id in byte order, in pages, and by institution', async (t) => {
      const store = await openFor(t, await makePlace(t));
      // Small and capital letters, digits and signs: what locales order in their own ways.
      const ids = ['PV-10', 'PV-2', 'a.1', 'B', 'b', 'PV_1', 'Z~', 'z'];
      await store.write(
        ids.map((id, n) => ({
          record: service(id, n % 2 ? { holder: 'org' } : { holder: 'x', providers: ['org', 'y'] }),
          expect: 'any' as const,
        })),
        CONTEXT,
      );
      await put(store, service('other', { holder: 'x' }));
      await put(store, { type: 'organization', id: 'org', title: { lv: 'O' } } as AnyRecord);
      await put(store, { type: 'organization', id: 'x', title: { lv: 'X' } } as AnyRecord);
      const sorted = [...ids].sort();
      const listed: string[] = [];
      for (let after: string | undefined; ;) {
        const page = await store.list('service', {
          limit: 3,
          institution: 'org',
          ...(after && { after }),
        });
        if (page.length === 0) break;
        listed.push(...page.map(({ id }) => id));
        after = listed.at(-1);
      }
      assert.deepEqual(listed, sorted);
      assert.equal((await store.list('service', { limit: 100 })).length, 9);
      const own = await store.list('organization', { limit: 9, institution: 'org' });
      assert.deepEqual(
        own.map(({ id }) => id),
        ['org'],
      );
      const many = await store.getMany('service', ['z', 'missing', 'B', 'z']);
      assert.deepEqual(
        many.map(({ id }) => id),
        ['z', 'B'],
      );
      assert.deepEqual(await store.getMany('service', []), []);
    });

    test('everything is read in batches as of one position', async (t) => {
      const store = await openFor(t, await makePlace(t));
      await store.write(
        Array.from({ length: 7 }, (_, n) => ({
          record: service(`PV-${n}`),
          expect: 'any' as const,
        })),
        CONTEXT,
      );
      await put(store, { type: 'need', id: 'n', title: { lv: 'N' } } as AnyRecord);
      const seen: string[] = [];
      let seq: number | undefined;
      for await (const batch of store.readAll(3, (position) => (seq = position.seq))) {
        assert.ok(batch.length <= 3);
        seen.push(...batch.map(({ kind, id }) => `${kind}/${id}`));
        await put(store, service(`PV-new-${seen.length}`));
      }
      assert.equal(seq, 2);
      assert.deepEqual(seen, ['need/n', ...Array.from({ length: 7 }, (_, n) => `service/PV-${n}`)]);
      // A reader that leaves early holds nothing up.
      for await (const batch of store.readAll(2)) {
        assert.equal(batch.length, 2);
        break;
      }
      assert.equal((await put(store, service('PV-last'))).status, 'created');
    });

    test('a transaction takes a hundred records at most', async (t) => {
      const store = await openFor(t, await makePlace(t));
      const writes = Array.from({ length: 101 }, (_, n) => ({
        record: service(`PV-${n}`, { aliases: [`old-${n}`], holder: 'org' }),
        expect: 'any' as const,
      }));
      await assert.rejects(store.write(writes, CONTEXT), RangeError);
      assert.equal(await store.count('service'), 0);
      await store.write(writes.slice(0, 100), CONTEXT);
      assert.equal(await store.count('service'), 100);
      assert.deepEqual(await store.write([], CONTEXT), []);
      assert.equal((await store.position()).seq, 1);
    });

    test('a token is found by its secret, and the secret is kept nowhere', async (t) => {
      const store = await openFor(t, await makePlace(t));
      const ozolleja = { name: 'o', role: 'portfolio', institution: 'ozolleja' } as const;
      const national = { name: 'n', role: 'reader', institution: undefined } as const;
      await store.putToken('secret-of-ozolleja', ozolleja, AT);
      await store.putToken('secret-of-the-nation', national, AT);
      assert.deepEqual(await store.findToken('secret-of-ozolleja'), ozolleja);
      assert.deepEqual(await store.findToken('secret-of-the-nation'), national);
      assert.equal(await store.findToken('secret-of-ozolleja '), undefined);
      assert.equal(await store.findToken(''), undefined);
      await store.putToken('another', { ...ozolleja, role: 'help-desk' }, LATER);
      assert.equal(await store.findToken('secret-of-ozolleja'), undefined);
      assert.equal((await store.findToken('another'))?.role, 'help-desk');
      assert.deepEqual(await store.listTokens(), [national, { ...ozolleja, role: 'help-desk' }]);
      assert.equal(await store.revokeToken('o'), true);
      assert.equal(await store.revokeToken('o'), false);
      assert.equal(await store.findToken('another'), undefined);
      assert.equal((await store.position()).seq, 0);
    });

    test('a closed store says so', async (t) => {
      const store = await openFor(t, await makePlace(t));
      await store.close();
      await assert.rejects(put(store, service('PV-1')), { code: 'closed' });
      await assert.rejects(store.position(), { code: 'closed' });
    });
  });
}
