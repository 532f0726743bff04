import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  allChanges,
  AT,
  CONTEXT,
  LATER,
  openFor,
  put,
  service,
  type MakePlace,
} from './test-place.ts';

/** What a store tells of its changes, whatever the engine. */
export function logSuite(name: string, makePlace: MakePlace): void {
  describe(`change log in ${name}`, () => {
    test('tells every change of the text with the hash before and after', async (t) => {
      const store = await openFor(t, await makePlace(t));
      assert.deepEqual(await allChanges(store), []);
      const created = await put(store, service('PV-1'));
      const replaced = await put(store, service('PV-1', { title: { lv: 'b' } }), {
        actor: 'x',
        at: LATER,
      });
      assert.ok('hash' in created && 'hash' in replaced);
      assert.notEqual(created.hash, replaced.hash);
      const common = { op: 'put', kind: 'service', id: 'PV-1', visibility: 'public', reason: null };
      assert.deepEqual(await allChanges(store), [
        { seq: 1, ...common, hash: created.hash, prevHash: null, at: AT },
        { seq: 2, ...common, hash: replaced.hash, prevHash: created.hash, at: LATER },
      ]);
      assert.match((await store.position()).epoch, /^[0-9a-z]{16}$/);
    });

    test('a check is public without a new hash, a change of management is internal', async (t) => {
      const store = await openFor(t, await makePlace(t));
      await put(store, service('PV-1', { management: { notes: 'a' } }));
      const checked = { checkedAt: AT, checkedBy: 'org' };
      await put(store, service('PV-1', { management: { notes: 'a' }, ...checked }));
      await put(store, service('PV-1', { management: { notes: 'b' }, ...checked }));
      await put(store, service('PV-1', checked));
      await put(store, service('PV-1', { management: { notes: 'c' } }));
      const changes = await allChanges(store);
      assert.deepEqual(
        changes.map(({ visibility }) => visibility),
        ['public', 'public', 'internal', 'internal', 'public'],
      );
      for (const change of changes.slice(1)) assert.equal(change.hash, change.prevHash);
      const stored = await store.get('service', 'PV-1');
      assert.equal(stored?.revision, 5);
      assert.equal(stored?.record.changedAt, AT);
      assert.ok(!JSON.stringify([changes, await store.audit({ limit: 9 })]).includes('notes'));
    });

    test('a record that changes sides leaves the one and enters the other', async (t) => {
      const store = await openFor(t, await makePlace(t));
      const restricted = service('PV-1', { kind: 'inter-restricted', audience: ['org'] });
      await put(store, restricted);
      await put(store, { ...restricted, checkedAt: AT });
      await put(store, { ...restricted, checkedAt: AT, management: { notes: 'n' } });
      await put(store, service('PV-1'));
      await put(store, restricted);
      const changes = (await allChanges(store)).map(
        ({ seq, op, visibility, reason, ...hashes }) => [
          seq,
          op,
          visibility,
          reason,
          hashes.prevHash !== null,
          hashes.hash !== null,
        ],
      );
      assert.deepEqual(changes, [
        [1, 'put', 'audience', null, false, true],
        [2, 'put', 'audience', null, true, true],
        [3, 'put', 'internal', null, true, true],
        [4, 'delete', 'audience', 'moved', true, false],
        [4, 'put', 'public', null, false, true],
        [5, 'delete', 'public', 'moved', true, false],
        [5, 'put', 'audience', null, false, true],
      ]);
    });

    test('a deletion leaves a tombstone and no text', async (t) => {
      const store = await openFor(t, await makePlace(t));
      const created = await put(store, service('PV-1', { management: { notes: 'n' } }));
      assert.ok('hash' in created);
      const remove = (expect: number | 'any') =>
        store.delete('service', 'PV-1', expect, 'personal data', { actor: 'b', at: LATER });
      assert.deepEqual(await remove(7), {
        status: 'conflict',
        kind: 'service',
        id: 'PV-1',
        revision: 1,
      });
      assert.equal((await store.position()).seq, 1);
      assert.deepEqual(await remove(1), { status: 'deleted' });
      assert.deepEqual(await remove('any'), { status: 'not-found' });
      assert.equal(await store.get('service', 'PV-1'), undefined);
      assert.equal(await store.count('service'), 0);
      assert.deepEqual((await allChanges(store)).at(-1), {
        seq: 2,
        op: 'delete',
        kind: 'service',
        id: 'PV-1',
        hash: null,
        prevHash: created.hash,
        visibility: 'public',
        reason: 'personal data',
        at: LATER,
      });
      // An old revision number never fits the text of a record that was created anew.
      const again = await put(store, service('PV-1'));
      assert.deepEqual({ ...again, hash: '' }, { ...created, hash: '', revision: 2 });
      assert.equal((await allChanges(store)).at(-1)?.prevHash, null);
      assert.deepEqual(await remove(2), { status: 'deleted' });
    });

    test('pages hold whole transactions', async (t) => {
      const store = await openFor(t, await makePlace(t));
      for (const size of [3, 5, 1]) {
        const { seq } = await store.position();
        await store.write(
          Array.from({ length: size }, (_, n) => ({
            record: service(`PV-${seq}-${n}`),
            expect: 'any' as const,
          })),
          CONTEXT,
        );
      }
      const sizes = async (since: number, limit: number) => {
        const counts = new Map<number, number>();
        for (const { seq } of await store.changesSince(since, limit)) {
          counts.set(seq, (counts.get(seq) ?? 0) + 1);
        }
        return [...counts];
      };
      assert.deepEqual(await sizes(0, 9), [[1, 3], [2, 5], [3, 1]]); // prettier-ignore
      assert.deepEqual(await sizes(0, 8), [[1, 3], [2, 5]]); // prettier-ignore
      assert.deepEqual(await sizes(0, 7), [[1, 3]]);
      assert.deepEqual(await sizes(0, 3), [[1, 3]]);
      assert.deepEqual(await sizes(0, 2), [[1, 3]]);
      assert.deepEqual(await sizes(1, 1), [[2, 5]]);
      assert.deepEqual(await sizes(2, 1), [[3, 1]]);
      assert.deepEqual(await sizes(3, 1), []);
    });

    test('every write has a row in the audit trail', async (t) => {
      const store = await openFor(t, await makePlace(t));
      await put(store, service('PV-1'), { actor: 'ozolleja', at: AT });
      await put(store, service('PV-1', { title: { lv: 'b' } }), { actor: 'pvp import', at: LATER });
      await put(store, service('PV-1', { title: { lv: 'b' } }), { actor: 'nobody', at: LATER });
      await store.delete('service', 'PV-1', 2, 'r', { actor: 'ozolleja', at: LATER });
      const row = { kind: 'service', id: 'PV-1' };
      const expected = [
        { seq: 1, actor: 'ozolleja', at: AT, op: 'create', revisionBefore: null, revisionAfter: 1 },
        {
          seq: 2,
          actor: 'pvp import',
          at: LATER,
          op: 'replace',
          revisionBefore: 1,
          revisionAfter: 2,
        },
        {
          seq: 3,
          actor: 'ozolleja',
          at: LATER,
          op: 'delete',
          revisionBefore: 2,
          revisionAfter: null,
        },
      ].map((entry) => ({ ...entry, ...row }));
      assert.deepEqual(await store.audit({ limit: 10 }), expected);
      assert.deepEqual(await store.audit({ limit: 1 }), expected.slice(0, 1));
      assert.deepEqual(await store.audit({ limit: 10, afterSeq: 2 }), expected.slice(2));
    });
  });
}
