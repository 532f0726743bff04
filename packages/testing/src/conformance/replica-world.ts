/** A model register, a fault proxy before it, and the place of a replica, for one test. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import {
  openReplica,
  stateHashOf,
  type Replica,
  type ReplicaOptions,
  type ReplicaStore,
} from '@pvp/sdk/sync';
import { openFaultProxy, seededRandom, type FaultProxy } from '../fault-proxy/index.ts';
import { ModelRegister } from './model-register.ts';
import { openModelServer, type ModelServer } from './model-server.ts';

/** Where a store keeps its data: it outlasts the processes that open it. */
export interface StorePlace {
  /** A store as a new process opens it. */
  store(): ReplicaStore;
  remove(): Promise<void>;
}

export type OpenPlace = () => Promise<StorePlace>;

export interface ReplicaWorld {
  model: ModelRegister;
  server: ModelServer;
  proxy: FaultProxy;
  place: StorePlace;
  random: () => number;
  /** A replica in the place, behind the proxy. Closed at the end of the test. */
  open(options?: Partial<ReplicaOptions>): Promise<Replica>;
}

export async function replicaWorld(
  t: TestContext,
  openPlace: OpenPlace,
  seed = 1,
): Promise<ReplicaWorld> {
  const random = seededRandom(seed);
  const model = new ModelRegister();
  const server = await openModelServer(model);
  const proxy = await openFaultProxy({ target: server.origin, random });
  const place = await openPlace();
  const replicas: Replica[] = [];
  t.after(async () => {
    for (const replica of replicas) await replica.close();
    await proxy.close();
    await server.close();
    await place.remove();
  });
  return {
    model,
    server,
    proxy,
    place,
    random,
    async open(options) {
      const replica = await openReplica({
        register: proxy.origin,
        store: place.store(),
        retry: 0,
        timeoutMs: 5_000,
        locks: undefined,
        ...options,
      });
      replicas.push(replica);
      return replica;
    },
  };
}

/** The replica holds what the register holds, and says so. */
export async function assertSame(replica: Replica, model: ModelRegister): Promise<void> {
  assert.deepEqual(await contentsOf(replica), model.contents());
  assert.equal(replica.status.checkpoint, model.checkpoint);
  assert.equal(replica.status.count, model.count);
}

/** What a replica holds, by `kind/id`; it is checked against its own sums. */
export async function contentsOf(replica: Replica) {
  const held: [string, Record<string, unknown>][] = [];
  for await (const record of replica.records()) held.push([`${record.type}/${record.id}`, record]);
  held.sort(([a], [b]) => (a < b ? -1 : 1));
  const contents = new Map(held);
  assert.equal(contents.size, held.length, 'no record stands in the replica twice');
  assert.equal(contents.size, replica.status.count, 'the count is that of the records');
  const { head, checkpoint } = replica.status;
  if (head && head.checkpoint === checkpoint) {
    const lines = held.map(([key, record]) => ({ key, hash: String(record['hash']) }));
    assert.equal(stateHashOf(lines), head.stateHash, 'the state hash is that of the records');
  }
  return contents;
}
