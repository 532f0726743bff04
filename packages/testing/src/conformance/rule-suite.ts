/** The obligations of a client, one after the other; `docs/sync-spec.md` names them. */
import assert from 'node:assert/strict';
import type { SyncReport } from '@pvp/sdk/sync';
import {
  corruptPart,
  deletionsOfEverything,
  rewriteJson,
  staleAnswer,
  tooMany,
  type JsonRewrite,
} from '../fault-proxy/index.ts';
import { fill } from './histories.ts';
import type { ModelWrite } from './model-register.ts';
import {
  assertSame,
  contentsOf,
  replicaWorld,
  type OpenPlace,
  type ReplicaWorld,
  type TestedReplica,
} from './replica-world.ts';
import { nodeTest, type RegisterTest } from './test-scope.ts';

const PARTS = '/v1/parts/*';
const CHANGES = '/v1/sync/all/changes';
const SNAPSHOT = '/v1/sync/all/snapshot';

const service = (id: string, fields: object = {}): ModelWrite => ({
  put: { type: 'service', id, holder: 'ozolleja', title: { lv: id }, ...fields },
});

export function testRules(name: string, openPlace: OpenPlace, test: RegisterTest = nodeTest): void {
  const rule = (what: string, check: (world: Synced) => Promise<void>) => {
    test(`${name}: ${what}`, async (t) => {
      const world = await replicaWorld(t, openPlace);
      fill(world.model, world.random, 60);
      const replica = await world.openTested();
      await replica.sync();
      await check({ ...world, open: () => world.openTested(), replica });
    });
  };

  rule(
    'a first copy asks for snapshot, each part and what came since once',
    async ({ model, proxy, replica }) => {
      await assertSame(replica, model);
      assert.deepEqual(
        [proxy.count(SNAPSHOT), proxy.count(PARTS), proxy.count(CHANGES), proxy.requests],
        [1, 4, 1, 6],
      );
      for (const { headers } of proxy.log) assert.equal(headers['if-none-match'], undefined);
    },
  );

  rule('no news is one request, and so are changes', async ({ model, proxy, replica }) => {
    proxy.forget();
    await replica.sync();
    model.write(service('PV-1'), service('PV-2'));
    const report = await replica.sync();
    await assertSame(replica, model);
    assert.deepEqual(
      proxy.log.map(({ path }) => path),
      [CHANGES, CHANGES],
    );
    assert.equal(report.changes.length, 2);
  });

  rule('readers see before or after', async ({ model, replica }) => {
    const old = model.contents();
    const reader = replica.records();
    const seen = [(await reader.next()).value];
    for (let nth = 0; nth < 60; nth++) {
      model.write(service(`PV-${nth}`, { title: { lv: 'jauns' } }));
    }
    model.truncate();
    await replica.sync();
    await assertSame(replica, model);
    model.write(service('PV-1', { title: { lv: 'vēl jaunāks' } }));
    model.truncate();
    await replica.sync();
    for await (const record of reader) seen.push(record);
    const ofThen = new Map(seen.map((one) => [`${one!.type}/${one!.id}`, one]));
    assert.deepEqual(new Map([...ofThen].sort(([a], [b]) => (a < b ? -1 : 1))), old);
    await assertSame(replica, model);
  });

  rule('a corrupt part is refetched once', async ({ model, proxy, replica, open }) => {
    model.restart();
    model.write(service('PV-1', { holder: 'liepsala' }));
    const old = await contentsOf(replica);
    proxy.forget();
    const broken = proxy.on(PARTS, corruptPart());
    await assert.rejects(replica.sync(), { name: 'SyncError', reason: 'part' });
    assert.ok(proxy.count(PARTS) <= 8);
    assert.deepEqual(await contentsOf(replica), old);
    broken.off();
    proxy.forget();
    proxy.on(PARTS, corruptPart(), { times: 1 });
    await (await open()).sync();
    await replica.sync();
    await assertSame(replica, model);
  });

  rule('a truncated log: parts that are held are not fetched again', async (world) => {
    const { model, proxy, replica } = world;
    model.write(service('PV-1', { holder: 'smilgaine' }), { delete: 'service/PV-9' });
    model.truncate();
    proxy.forget();
    const report = await replica.sync();
    await assertSame(replica, model);
    assert.ok(proxy.count(PARTS) < 4, 'some parts are reused');
    assert.equal(proxy.count(CHANGES), 2, 'the 410, and what came after the snapshot');
    const rows = report.changes.map(({ id, op }) => `${op} ${id}`).sort();
    assert.deepEqual(rows, ['delete PV-9', 'put PV-1']);
  });

  rule('bounded restarts', async ({ model, proxy, replica }) => {
    const old = await contentsOf(replica);
    model.write(service('PV-1', { holder: 'smilgaine' }));
    model.truncate();
    proxy.forget();
    model.parts.clear();
    const { manifest } = model;
    // Each snapshot names parts that have vanished already.
    model.manifest = function () {
      const told = manifest.call(model);
      model.parts.clear();
      return told;
    };
    await assert.rejects(replica.sync(), { reason: 'exhausted', retryable: true });
    assert.equal(replica.status.state, 'waiting');
    assert.equal(proxy.count(SNAPSHOT), 2, 'the 410 and a vanished part: two restarts');
    assert.ok(proxy.requests < 20);
    assert.deepEqual(await contentsOf(replica), old);
  });

  rule('a snapshot that is behind is not applied', async ({ model, replica }) => {
    model.freezeSnapshot();
    model.write(service('PV-1', { title: { lv: 'a' } }));
    await replica.sync();
    const old = await contentsOf(replica);
    model.write(service('PV-1', { title: { lv: 'b' } }));
    model.truncate();
    await assert.rejects(replica.sync(), { reason: 'behind', retryable: true });
    assert.deepEqual(await contentsOf(replica), old);
    assert.equal(replica.status.state, 'waiting');
    model.thawSnapshot();
    await replica.sync();
    await assertSame(replica, model);
  });

  rule('a process that has not got there yet is waited for', async ({ model, proxy, replica }) => {
    model.write(service('PV-1', { title: { lv: 'a' } }));
    await replica.sync();
    model.write(service('PV-1', { title: { lv: 'b' } }));
    const { changesSince } = model;
    model.changesSince = () => 'ahead';
    proxy.forget();
    await assert.rejects(replica.sync(), { reason: 'behind', retryable: true });
    assert.equal(replica.status.state, 'waiting');
    assert.equal(proxy.requests, 1);
    model.changesSince = changesSince;
    await replica.sync();
    await assertSame(replica, model);
  });

  rule('a lagging replica is ignored', async ({ model, proxy, replica }) => {
    await replica.sync();
    const { checkpoint } = model;
    model.write(service('PV-1', { title: { lv: 'a' } }));
    // Says again that there is no news.
    const stale = proxy.on(CHANGES, staleAnswer());
    const report = await replica.sync();
    assert.equal(stale.fired, 1);
    assert.deepEqual([report.from, report.to, report.requests], [checkpoint, checkpoint, 1]);
    stale.off();
    await replica.sync();
    await assertSame(replica, model);
    // A process that still lives in an epoch that was left: not compared by number, and yet known.
    model.restart();
    model.write(service('PV-2', { title: { lv: 'b' } }));
    await replica.sync();
    await assertSame(replica, model);
    const { changesSince } = model;
    model.changesSince = () => undefined;
    proxy.on(SNAPSHOT, staleAnswer());
    await assert.rejects(replica.sync(), { reason: 'behind', retryable: true });
    await assertSame(replica, model);
    model.changesSince = changesSince;
  });

  rule('unknown fields and kinds', async ({ model, replica }) => {
    const strange = { type: 'novelty', id: 'n9', title: { lv: 'X' }, a: { b: [1, null, 0.1] } };
    model.write({ put: strange }, service('PV-1', { neverSeen: { deep: ['ķ'] } }));
    await replica.sync();
    await assertSame(replica, model);
    const { hash: _hash, ...received } = (await replica.get('novelty', 'n9'))!;
    assert.deepEqual(received, strange);
    model.truncate();
    model.write(service('PV-2'));
    model.truncate();
    await replica.sync();
    await assertSame(replica, model);
  });

  rule('unknown op', async ({ model, proxy, replica }) => {
    const old = await contentsOf(replica);
    model.write(service('PV-1', { title: { lv: 'a' } }));
    model.write(service('PV-2', { title: { lv: 'b' } }));
    const strange: JsonRewrite = (body) => {
      const page = body as { changes: { op: string }[] };
      page.changes.at(-1)!.op = 'rename';
      return page;
    };
    const rewrite = proxy.on(CHANGES, rewriteJson(strange));
    await assert.rejects(replica.sync(), {
      name: 'SyncError',
      reason: 'unknown-op',
      retryable: false,
    });
    assert.equal(replica.status.state, 'failed');
    assert.deepEqual(await contentsOf(replica), old);
    rewrite.off();
    await replica.sync();
    await assertSame(replica, model);
  });

  for (const [what, reason, rewrite] of BAD_PAGES) {
    rule(`a page ${what} is refused whole`, async ({ model, proxy, replica }) => {
      const old = await contentsOf(replica);
      model.write(service('PV-1', { title: { lv: 'a' } }));
      model.write(service('PV-2', { title: { lv: 'b' } }));
      proxy.forget();
      proxy.on(CHANGES, rewriteJson(rewrite));
      await assert.rejects(replica.sync(), { name: 'SyncError', reason });
      assert.deepEqual(await contentsOf(replica), old);
      assert.equal(proxy.requests, 1);
    });
  }

  rule('a lost change is repaired part by part', async ({ model, proxy, replica }) => {
    const { holder } = (await replica.get('service', 'PV-5'))!;
    model.write(service('PV-5', { holder, title: { lv: 'pazaudēts' } }));
    model.lost.add(model.seq);
    proxy.forget();
    const report = await replica.sync();
    await assertSame(replica, model);
    assert.deepEqual(report.repaired, [`service/${String(holder)}`]);
    assert.equal(proxy.count(PARTS), 1);
    assert.deepEqual(
      report.changes.map(({ id, op }) => [id, op]),
      [['PV-5', 'put']],
    );
  });

  rule('what a repair does not put right stays, and is said', async ({ proxy, replica }) => {
    const old = await contentsOf(replica);
    proxy.forget();
    proxy.on(
      CHANGES,
      rewriteJson((body) => ({ ...(body as object), stateHash: 'f'.repeat(64) })),
    );
    await assert.rejects(replica.sync(), { reason: 'unrepairable' });
    assert.equal(replica.status.state, 'failed');
    assert.deepEqual(await contentsOf(replica), old);
    assert.ok(proxy.requests < 6);
  });

  for (const years of [-1, 1]) {
    rule(`a client clock off by a year (${years})`, async (world) => {
      const { model, server, replica } = world;
      server.date = Date.parse('2026-11-21T10:00:00Z');
      await world.setClock(Date.now() + years * 31_536_000_000);
      model.write(service('PV-1', { title: { lv: 'pulkstenis' } }));
      await replica.sync();
      model.truncate();
      model.write(service('PV-2', { title: { lv: 'pulkstenis' } }));
      await replica.sync();
      await world.setClock(undefined);
      await assertSame(replica, model);
      assert.equal(replica.status.lastSuccessAt, '2026-11-21T10:00:00.000Z');
    });
  }

  rule('deletions of everything', async ({ model, proxy, replica }) => {
    const old = await contentsOf(replica);
    model.restart();
    const nothing = proxy.on('/v1/sync/all/**', deletionsOfEverything());
    const { held } = await replica.sync();
    assert.deepEqual([held?.count, held?.newCount], [old.size, 0]);
    assert.equal(replica.status.state, 'held');
    assert.deepEqual(await contentsOf(replica), old);
    assert.equal(
      (await replica.sync()).held?.newCount,
      0,
      'saying it twice unsigned is not enough',
    );
    assert.deepEqual(await contentsOf(replica), old);
    nothing.off();
    await replica.sync();
    await assertSame(replica, model);
    assert.equal(replica.status.held, undefined);
  });

  rule('a snapshot of other records is held back until it is accepted', async (world) => {
    const { model, proxy, replica, open } = world;
    const old = await contentsOf(replica);
    model.restart();
    const writes = [...old.keys()].filter((key) => key.startsWith('service/')).slice(0, 40);
    model.write(...writes.map((key) => ({ delete: key })));
    model.write(...writes.map((_, nth) => service(`NEW-${nth}`)));
    proxy.forget();
    const { held } = await replica.sync();
    assert.deepEqual([held?.count, held?.newCount], [old.size, old.size]);
    assert.deepEqual(await contentsOf(replica), old);
    await replica.close();
    const next = await open();
    assert.equal(next.status.held?.stateHash, held?.stateHash);
    proxy.forget();
    const report = await next.acceptHeld();
    assert.equal(proxy.count(PARTS), 0, 'what was fetched for it is used');
    assert.deepEqual([report.puts, report.deletes], [40, 40]);
    await assertSame(next, model);
  });

  rule('deltas are not braked: each deletion names its record', async ({ model, replica }) => {
    const keys = [...model.contents().keys()];
    for (let from = 0; from < keys.length; from += 20) {
      model.write(...keys.slice(from, from + 20).map((key) => ({ delete: key })));
    }
    const report = await replica.sync();
    await assertSame(replica, model);
    assert.equal(report.deletes, keys.length);
    assert.equal(replica.status.count, 0);
  });

  rule('a register that asks for a long pause ends the sync', async ({ proxy, replica }) => {
    proxy.on(CHANGES, tooMany({ seconds: 3600 }));
    await assert.rejects(replica.sync(), { status: 429, retryAfter: 3600 });
    assert.equal(replica.status.state, 'waiting');
    assert.equal(proxy.count(CHANGES), 2);
  });

  rule('two processes with one store do not undo each other', async (world) => {
    const { model, open, replica } = world;
    const other = await open();
    const reports: SyncReport[] = [];
    for (let round = 0; round < 5; round++) {
      model.write(service(`PV-${round}`, { title: { lv: `r${round}` } }));
      if (round === 3) model.truncate();
      reports.push(...(await Promise.all([replica.sync(), other.sync()])));
    }
    await replica.sync();
    await other.sync();
    await assertSame(replica, model);
    await assertSame(other, model);
  });
}

type Synced = Omit<ReplicaWorld, 'open'> & {
  open: () => Promise<TestedReplica>;
  replica: TestedReplica;
};

interface Page {
  changes: { seq: number; id: string }[];
  checkpoint: string;
  more: boolean;
}

const BAD_PAGES: readonly [string, string, JsonRewrite][] = [
  [
    'that falls back',
    'order',
    (body) => ({ ...(body as Page), changes: [...(body as Page).changes].reverse() }),
  ],
  [
    'that does not move',
    'loop',
    (body) => ({ ...(body as Page), changes: [], checkpoint: 'e1.3', more: true }),
  ],
  ['of another epoch', 'loop', (body) => ({ ...(body as Page), checkpoint: 'e9.999' })],
  [
    'that does not say where the scope stands',
    'answer',
    (body) => {
      const { changes, checkpoint, more } = body as Page;
      return { changes, checkpoint, more };
    },
  ],
  ['without a checkpoint', 'answer', (body) => ({ ...(body as Page), checkpoint: '../x' })],
  [
    'that names another record than it brings',
    'answer',
    (body) => ({
      ...(body as Page),
      changes: (body as Page).changes.map((change) => ({ ...change, id: 'PV-77' })),
    }),
  ],
];
