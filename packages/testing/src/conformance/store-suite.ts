/** What every store of a replica has to keep. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REPLICA_SCHEMA, type ReplicaMeta, type ReplicaStore } from '@pvp/sdk/sync';
import { ModelRegister } from './model-register.ts';
import type { OpenPlace } from './replica-world.ts';

const NAME = { register: 'https://register.example', scope: 'all', schema: REPLICA_SCHEMA };

function meta(revision: number, fields: Partial<ReplicaMeta> = {}): ReplicaMeta {
  return {
    revision,
    register: NAME.register,
    scope: NAME.scope,
    checkpoint: `e.${revision}`,
    count: 0,
    stateHash: '0'.repeat(64),
    manifest: new ModelRegister().manifest(),
    lastSuccessAt: '2026-11-21T10:00:00.000Z',
    pastEpochs: ['d'],
    ...fields,
  };
}

const text = '{"type":"service","id":"PV-1","title":"Ķ \\u0000 🏠 \\u2028"}\n';
const entry = (key: string, body: string | null) => ({
  key,
  hash: body && 'a'.repeat(64),
  text: body,
});

/** @param outlives Whether it outlives the version of the program that wrote it. */
export function testReplicaStore(name: string, openPlace: OpenPlace, outlives = true): void {
  const each = (what: string, check: (reopen: () => Promise<ReplicaStore>) => Promise<void>) => {
    void test(`${name}: ${what}`, async (t) => {
      const place = await openPlace();
      t.after(() => place.remove());
      let store: ReplicaStore | undefined;
      await check(async () => {
        await store?.close();
        store = place.store();
        await store.open(NAME);
        return store;
      });
      await store?.close();
    });
  };

  each('a new one holds nothing', async (reopen) => {
    const store = await reopen();
    assert.equal(await store.readState(), undefined);
    assert.equal(await store.readPart('x'), undefined);
    assert.deepEqual(await store.partNames(), []);
  });

  each('what was committed is there after a restart, to the letter', async (reopen) => {
    const first = await reopen();
    const putParts = [
      { sha256: 'one', text },
      { sha256: 'two', text: '' },
    ];
    const putOverlay = [entry('service/PV-1', text), entry('service/PV-2', null)];
    assert.equal(await first.commit({ meta: meta(1), base: 0, putParts, putOverlay }), true);
    const store = await reopen();
    const state = await store.readState();
    assert.deepEqual(state?.meta, meta(1));
    assert.deepEqual(
      state?.overlay.sort((a, b) => (a.key < b.key ? -1 : 1)),
      putOverlay,
    );
    assert.equal(await store.readPart('one'), text);
    assert.equal(await store.readPart('two'), '');
    assert.deepEqual((await store.partNames()).sort(), ['one', 'two']);
  });

  each('a commit that does not follow writes nothing', async (reopen) => {
    const store = await reopen();
    await store.commit({ meta: meta(1), base: 0, putParts: [{ sha256: 'one', text }] });
    const late = { putOverlay: [entry('a/b', text)], dropParts: ['one'], clearOverlay: true };
    assert.equal(await store.commit({ ...late, meta: meta(1), base: 0 }), false);
    assert.equal(await store.commit({ ...late, meta: meta(8), base: 7 }), false);
    assert.deepEqual(await store.readState(), { meta: meta(1), overlay: [] });
    assert.deepEqual(await store.partNames(), ['one']);
  });

  each('one commit clears the overlay, drops parts and brings new ones', async (reopen) => {
    const store = await reopen();
    const putOverlay = [entry('a/b', text)];
    await store.commit({ meta: meta(1), base: 0, putParts: [{ sha256: 'one', text }], putOverlay });
    await store.commit({
      meta: meta(2),
      base: 1,
      clearOverlay: true,
      putOverlay: [entry('c/d', text)],
      putParts: [{ sha256: 'two', text }],
      dropParts: ['one'],
    });
    assert.deepEqual(await store.readState(), { meta: meta(2), overlay: [entry('c/d', text)] });
    assert.deepEqual(await store.partNames(), ['two']);
  });

  each('parts may come before what names them', async (reopen) => {
    const first = await reopen();
    assert.equal(await first.commit({ putParts: [{ sha256: 'one', text }] }), true);
    const store = await reopen();
    assert.equal(await store.readState(), undefined);
    assert.equal(await store.readPart('one'), text);
  });

  each('what is destroyed is gone', async (reopen) => {
    const store = await reopen();
    await store.commit({ meta: meta(1), base: 0, putParts: [{ sha256: 'one', text }] });
    await store.destroy();
  });

  if (!outlives) return;
  void test(`${name}: an older schema stays until the first commit of a newer one`, async (t) => {
    const place = await openPlace();
    t.after(() => place.remove());
    const open = async (schema: number) => {
      const store = place.store();
      await store.open({ ...NAME, schema });
      return store;
    };
    const old = await open(REPLICA_SCHEMA);
    await old.commit({ meta: meta(1), base: 0, putParts: [{ sha256: 'one', text }] });
    await old.close();
    const next = await open(REPLICA_SCHEMA + 1);
    assert.equal(await next.readState(), undefined);
    await next.commit({ putParts: [{ sha256: 'two', text }] });
    await next.close();
    const still = await open(REPLICA_SCHEMA);
    assert.deepEqual((await still.readState())?.meta, meta(1));
    await still.close();
    const swapped = await open(REPLICA_SCHEMA + 1);
    await swapped.commit({ meta: meta(1), base: 0 });
    await swapped.close();
    const gone = await open(REPLICA_SCHEMA);
    assert.equal(await gone.readState(), undefined);
    assert.deepEqual(await gone.partNames(), []);
    await gone.close();
  });
}
