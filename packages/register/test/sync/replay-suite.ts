import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { ReadModel } from '../../src/read-model/read-model.ts';
import { recordHash } from '../../src/record/hash.ts';
import type { Store } from '../../src/store/store.ts';
import { changesAfter } from '../../src/sync/change-page.ts';
import { Snapshots } from '../../src/sync/snapshots.ts';
import { openFor, type MakePlace } from '../store/test-place.ts';
import { expectedScopes, type Expected } from './expected-scopes.ts';
import { seeded, writeAtRandom } from './random-writes.ts';

const tell = () => ({ fetchedAt: null, signature: null });

const AT = '2026-11-21T08:00:00Z';

/** Replays random histories from everywhere, on any engine. */
export function replaySuite(name: string, makePlace: MakePlace, seeds: readonly number[]): void {
  describe(`replaying ${name}`, () => {
    for (const seed of seeds) {
      test(`snapshot and changes give the register's state, from any position, seed ${seed}`, async (t) => {
        const store = await openFor(t, await makePlace(t));
        const model = await ReadModel.open(store);
        t.after(() => model.close());
        const shutdown = AbortSignal.abort();
        const clock = () => new Date(AT);
        const snapshots = new Snapshots({ model, clock, shutdown, sharesParts: false });
        const random = seeded(seed);
        const past = new Map<number, Expected>();
        for (let step = 0; step < 130; step++) {
          // In the end only life events redraw scopes: what they do is not hidden by renames.
          await writeAtRandom(store, random, { at: AT, renames: step < 70 });
          if (random() < 0.3) continue;
          await model.catchUp();
          const expected = await expectedScopes(store);
          for (const [scope, members] of expected) {
            assert.deepEqual(
              model.scopeState(scope),
              stateOf(members),
              `${scope} at ${model.checkpoint}`,
            );
          }
          if (step % 10 === 0) await assertSnapshots(snapshots, model, expected);
          past.set(model.position.seq, expected);
        }
        await model.catchUp();
        const now = await expectedScopes(store);
        await assertSnapshots(snapshots, model, now);
        let replayed = 0;
        for (const [scope, members] of now) {
          for (const [seq, then] of past) {
            const held = then.get(scope);
            if (!held) continue;
            const result = await replay(store, model, scope, seq, new Map(held));
            if (result === undefined) continue;
            assert.deepEqual(sorted(result), sorted(members), `${scope} from ${seq}`);
            replayed++;
          }
        }
        assert.ok(replayed > 100, `${replayed} replays`);
        const anew = await ReadModel.open(store);
        t.after(() => anew.close());
        for (const scope of now.keys()) {
          assert.deepEqual(anew.scopeState(scope), model.scopeState(scope), scope);
        }
      });
    }
  });
}

/** Follows the pages to the end; `undefined`: the scope's log begins later. */
async function replay(
  store: Store,
  model: ReadModel,
  scope: string,
  from: number,
  hashes: Map<string, string>,
): Promise<Map<string, string> | undefined> {
  const { epoch } = model.position;
  const incomplete = new Set<string>();
  for (let seq = from; ;) {
    const answer = await changesAfter({ scope, epoch, seq }, { store, model, tell });
    if (answer.state === 'truncated') {
      assert.ok(scope !== 'all', 'nothing was pruned');
      assert.equal(seq, from, 'only the first question can lie below the floor');
      return undefined;
    }
    assert.ok(answer.state === 'page', answer.state);
    const { changes, checkpoint, more } = answer.page;
    const to = Number(checkpoint.split('.')[1]);
    let last = seq + 1;
    for (const change of changes) {
      assert.ok(change.seq >= last && change.seq <= to, `${scope}: ${change.seq} after ${last}`);
      last = change.seq;
      const key = `${change.kind}/${change.id}`;
      assert.equal(change.prevHash, hashes.get(key) ?? null, `${key} in ${scope} at ${change.seq}`);
      if (change.op === 'delete') {
        assert.equal(change.hash, null);
        hashes.delete(key);
        incomplete.delete(key);
      } else {
        hashes.set(key, change.hash!);
        if (change.record) {
          assert.equal(recordHash(change.record), change.hash);
          assert.ok(!('management' in change.record));
          incomplete.delete(key);
        } else incomplete.add(key);
      }
    }
    assert.ok(to > seq || !more, 'a page moves the checkpoint');
    assert.ok(to % 100 === 0 || to === model.position.seq, 'pages end on multiples of 100');
    seq = to;
    if (more) continue;
    const { count, stateHash } = answer.page;
    assert.deepEqual({ count, stateHash }, stateOf(hashes), 'where the scope stands');
    break;
  }
  assert.deepEqual([...incomplete], [], 'what was overtaken came later');
  return hashes;
}

async function assertSnapshots(
  snapshots: Snapshots,
  model: ReadModel,
  expected: Expected,
): Promise<void> {
  for (const [scope, members] of expected) {
    const snapshot = (await snapshots.take(scope))!;
    assert.deepEqual({ count: snapshot.count, stateHash: snapshot.stateHash }, stateOf(members));
    assert.equal(`${snapshot.epoch}.${snapshot.seq}`, model.checkpoint);
    const told = new Map<string, string>();
    for (const part of snapshot.parts) {
      const found = scope.startsWith('audience/')
        ? await snapshots.audiencePart(scope, part.sha256)
        : await snapshots.part(part.sha256);
      const bytes = brotliDecompressSync((await found!.sent('br')).bytes);
      assert.equal(createHash('sha256').update(bytes).digest('hex'), part.sha256);
      assert.equal(bytes.byteLength, part.bytes);
      const lines = bytes.toString('utf8').split('\n').slice(0, -1);
      const own = new Map<string, string>();
      for (const line of lines) {
        const record = JSON.parse(line) as { type: string; id: string; hash: string };
        assert.equal(recordHash(record), record.hash);
        own.set(`${record.type}/${record.id}`, record.hash);
      }
      assert.deepEqual([...own.keys()], [...own.keys()].sort(), 'sorted by kind and id');
      assert.deepEqual({ count: part.count, stateHash: part.stateHash }, stateOf(own));
      for (const [key, hash] of own) told.set(key, hash);
    }
    assert.deepEqual(sorted(told), sorted(members), scope);
  }
}

/** Count and state hash as PROTOCOL words them. */
function stateOf(members: ReadonlyMap<string, string>) {
  let sum = 0n;
  for (const [key, hash] of members) {
    const bytes = Buffer.concat([Buffer.from(key), Buffer.of(0), Buffer.from(hash, 'hex')]);
    sum += BigInt(`0x${createHash('sha256').update(bytes).digest('hex')}`);
  }
  const stateHash = BigInt.asUintN(256, sum).toString(16).padStart(64, '0');
  return { count: members.size, stateHash };
}

function sorted(members: ReadonlyMap<string, string>) {
  return [...members].sort(([a], [b]) => (a < b ? -1 : 1));
}
