/** What every store of a replica has to keep. */
import assert from 'node:assert/strict';
import { REPLICA_SCHEMA, type ReplicaMeta, type ReplicaStore } from '@pvp/sdk/sync';
import { ModelRegister } from './model-register.ts';
import type { OpenPlace, StorePlace } from './replica-world.ts';
import { nodeTest, type RegisterTest } from './test-scope.ts';

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
const part = (sha256: string, body = text) => ({ sha256, bytes: new TextEncoder().encode(body) });
const textIn = async (store: ReplicaStore, sha256: string) =>
  new TextDecoder().decode(await store.readPart(sha256));
const entry = (key: string, body: string | null) => ({
  key,
  hash: body && 'a'.repeat(64),
  text: body,
});

export interface StoreSuiteOptions {
  /** What is stored outlives the version of the program that wrote it. Default: yes. */
  outlives?: boolean;
  /** A process may die in the middle of a write. Default: yes. */
  writesHaveSteps?: boolean;
}

export function testReplicaStore(
  name: string,
  openPlace: OpenPlace,
  { outlives = true, writesHaveSteps = true }: StoreSuiteOptions = {},
  test: RegisterTest = nodeTest,
): void {
  type Reopen = (store?: ReplicaStore) => Promise<ReplicaStore>;
  /** `reopen` closes what it opened before; `open` leaves it open, as another process would. */
  const each = (
    what: string,
    check: (reopen: Reopen, open: Reopen, place: StorePlace) => Promise<void>,
  ) => {
    test(`${name}: ${what}`, async (t) => {
      const place = await openPlace();
      const opened = new Set<ReplicaStore>();
      t.after(async () => {
        for (const store of opened) await store.close();
        await place.remove();
      });
      const open: Reopen = async (store = place.store()) => {
        await store.open(NAME);
        opened.add(store);
        return store;
      };
      const reopen: Reopen = async (store) => {
        for (const one of opened) await one.close();
        opened.clear();
        return open(store);
      };
      await check(reopen, open, place);
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
    const putParts = [part('one'), part('two', '')];
    const putOverlay = [entry('service/PV-1', text), entry('service/PV-2', null)];
    assert.equal(await first.commit({ meta: meta(1), base: 0, putParts, putOverlay }), true);
    const store = await reopen();
    const state = await store.readState();
    assert.deepEqual(state?.meta, meta(1));
    assert.deepEqual(
      state?.overlay.sort((a, b) => (a.key < b.key ? -1 : 1)),
      putOverlay,
    );
    assert.equal(await textIn(store, 'one'), text);
    assert.equal(await textIn(store, 'two'), '');
    assert.deepEqual((await store.partNames()).sort(), ['one', 'two']);
  });

  each('a commit that does not follow writes nothing', async (reopen) => {
    const store = await reopen();
    await store.commit({ meta: meta(1), base: 0, putParts: [part('one')] });
    const late = { putOverlay: [entry('a/b', text)], dropParts: ['one'], clearOverlay: true };
    assert.equal(await store.commit({ ...late, meta: meta(1), base: 0 }), false);
    assert.equal(await store.commit({ ...late, meta: meta(8), base: 7 }), false);
    assert.deepEqual(await store.readState(), { meta: meta(1), overlay: [] });
    assert.deepEqual(await store.partNames(), ['one']);
  });

  each('one commit clears the overlay, drops parts and brings new ones', async (reopen) => {
    const store = await reopen();
    const putOverlay = [entry('a/b', text)];
    await store.commit({ meta: meta(1), base: 0, putParts: [part('one')], putOverlay });
    await store.commit({
      meta: meta(2),
      base: 1,
      clearOverlay: true,
      putOverlay: [entry('c/d', text)],
      putParts: [part('two')],
      dropParts: ['one'],
    });
    assert.deepEqual(await store.readState(), { meta: meta(2), overlay: [entry('c/d', text)] });
    assert.deepEqual(await store.partNames(), ['two']);
  });

  each('parts may come before what names them', async (reopen) => {
    const first = await reopen();
    assert.equal(await first.commit({ putParts: [part('one')] }), true);
    const store = await reopen();
    assert.equal(await store.readState(), undefined);
    assert.equal(await textIn(store, 'one'), text);
  });

  each('a part stays as it was where its memory is used again', async (reopen) => {
    const store = await reopen();
    const one = part('one');
    const { bytes } = part('two', `${text}${text}`);
    const two = { sha256: 'two', bytes: bytes.subarray(bytes.length / 2) };
    const before = new TextDecoder().decode(two.bytes);
    await store.commit({ meta: meta(1), base: 0, putParts: [one, two] });
    one.bytes.fill(0);
    bytes.fill(0);
    assert.equal(await textIn(store, 'one'), text);
    assert.equal(await textIn(store, 'two'), before);
  });

  each('what is destroyed is gone, and its place can be used again', async (reopen, open) => {
    const store = await open();
    await store.commit({ meta: meta(1), base: 0, putParts: [part('one')] });
    await store.destroy();
    const again = await reopen();
    assert.equal(await again.readState(), undefined);
    assert.deepEqual(await again.partNames(), []);
    assert.equal(await again.commit({ meta: meta(1), base: 0 }), true);
  });

  each('a large commit is kept to the letter', async (reopen) => {
    const large = text.repeat(40_000);
    const putParts = Array.from({ length: 40 }, (_, nth) => part(`p${nth}`));
    const putOverlay = Array.from({ length: 1_000 }, (_, nth) => entry(`service/${nth}`, text));
    const first = await reopen();
    await first.commit({
      meta: meta(1),
      base: 0,
      putParts: [...putParts, part('large', large)],
      putOverlay,
    });
    const store = await reopen();
    assert.ok((await textIn(store, 'large')) === large, 'the large part is the same');
    assert.equal((await store.partNames()).length, 41);
    assert.equal((await store.readState())?.overlay.length, 1_000);
  });

  each('processes that open a new place at once all succeed', async (_reopen, open) => {
    const stores = await Promise.all(Array.from({ length: 5 }, () => open()));
    for (const store of stores) assert.equal(await store.readState(), undefined);
  });

  each('of commits that follow one state at once, one is written', async (reopen, open) => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => open()));
    for (const base of [0, 1, 2]) {
      const done = await Promise.all(
        stores.map((store, nth) =>
          store.commit({
            meta: meta(base + 1),
            base,
            clearOverlay: true,
            putOverlay: [entry(`round-${base}/${nth}`, text)],
          }),
        ),
      );
      assert.equal(done.filter(Boolean).length, 1);
      const state = await stores[0]!.readState();
      assert.equal(state?.meta.revision, base + 1);
      const written = entry(`round-${base}/${done.indexOf(true)}`, text);
      assert.deepEqual(state?.overlay, [written]);
    }
    await reopen();
  });

  each('meta and overlay are read of one moment', async (_reopen, open) => {
    const [writer, reader] = [await open(), await open()];
    let isWriting = true;
    const write = async () => {
      for (let revision = 1; revision <= 30; revision++) {
        const putOverlay = [entry(`revision/${revision}`, text)];
        await writer.commit({
          meta: meta(revision),
          base: revision - 1,
          clearOverlay: true,
          putOverlay,
        });
      }
      isWriting = false;
    };
    const written = write();
    while (isWriting) {
      const state = await reader.readState();
      const keys = state?.overlay.map(({ key }) => key) ?? [];
      assert.deepEqual(keys, state ? [`revision/${state.meta.revision}`] : []);
      // Where a store answers without waiting, the writer gets its turn here.
      await new Promise((next) => setImmediate(next));
    }
    await written;
    assert.equal((await reader.readState())?.meta.revision, 30);
  });

  if (writesHaveSteps) {
    each('a commit is written whole or not at all, wherever its process dies', async (...given) => {
      const [reopen, , place] = given;
      const first = await reopen();
      const putParts = [part('one'), part('two')];
      const putOverlay = [entry('a/b', text), entry('c/d', null)];
      await first.commit({ meta: meta(1), base: 0, putParts, putOverlay });
      const before = await contentsOf(first);
      const change = {
        meta: meta(2),
        base: 1,
        dropParts: ['one'],
        putParts: [part('three')],
        clearOverlay: true,
        putOverlay: [entry('e/f', text), entry('g/h', text)],
      };
      let step = 1;
      for (let isThrough = false; !isThrough; step++) {
        assert.ok(step < 20, 'the commit ends');
        const { store: dying, death } = place.dyingStore!(step);
        await dying.open(NAME);
        isThrough = await dying.commit(change).catch(() => {
          assert.ok(death.aborted, 'nothing else went wrong');
          return false;
        });
        if (!isThrough) assert.deepEqual(await contentsOf(await reopen()), before);
        else await dying.close();
      }
      assert.ok(step > 5, `${step} steps`);
      const { state, parts } = await contentsOf(await reopen());
      assert.deepEqual(state, { meta: meta(2), overlay: change.putOverlay });
      assert.deepEqual(parts, ['three', 'two']);
    });
  }

  if (!outlives) return;
  test(`${name}: an older schema stays until the first commit of a newer one`, async (t) => {
    const place = await openPlace();
    t.after(() => place.remove());
    const open = async (schema: number) => {
      const store = place.store();
      await store.open({ ...NAME, schema });
      return store;
    };
    const old = await open(REPLICA_SCHEMA);
    await old.commit({ meta: meta(1), base: 0, putParts: [part('one')] });
    await old.close();
    const next = await open(REPLICA_SCHEMA + 1);
    assert.equal(await next.readState(), undefined);
    await next.commit({ putParts: [part('two')] });
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

async function contentsOf(store: ReplicaStore) {
  const state = await store.readState();
  state?.overlay.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { state, parts: (await store.partNames()).sort() };
}
