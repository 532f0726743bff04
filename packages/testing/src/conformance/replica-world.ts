/** A model register, a fault proxy before it, and the place of a replica, for one test. */
import assert from 'node:assert/strict';
import { mock } from 'node:test';
import {
  openReplica,
  stateHashOf,
  type Replica,
  type ReplicaOptions,
  type ReplicaRecord,
  type ReplicaStatus,
  type ReplicaStore,
  type SyncReport,
} from '@pvp/sdk/sync';
import { openFaultProxy, seededRandom, type FaultProxy } from '../fault-proxy/index.ts';
import { ModelRegister } from './model-register.ts';
import { openModelServer, type ModelServer } from './model-server.ts';
import { dyingProcess, mortalProcess, type Death, type DyingStore } from './mortal-process.ts';
import type { TestScope } from './test-scope.ts';

/** Where a store keeps its data: it outlasts the processes that open it. */
export interface StorePlace {
  /** A store as a new process opens it. */
  store(): ReplicaStore;
  /** One that dies at this step of its writes (1 is the first); absent: they have no steps. */
  dyingStore?(step: number): DyingStore;
  /** Opens replicas in processes of their own. Default: they live in this one. */
  processes?: ReplicaProcesses;
  remove(): Promise<void>;
}

export type OpenPlace = () => Promise<StorePlace>;

/** What the suites ask of a replica, wherever it lives. */
export interface TestedReplica {
  readonly status: ReplicaStatus;
  sync(): Promise<SyncReport>;
  acceptHeld(): Promise<SyncReport>;
  get(kind: string, id: string): Promise<ReplicaRecord | undefined>;
  records(): AsyncGenerator<ReplicaRecord>;
  close(): Promise<void>;
}

/** A replica whose process dies as `death` says. */
export interface MortalReplica {
  replica: TestedReplica;
  /** Aborted when it is dead. */
  death: AbortSignal;
}

/** Settings of a replica that can be told to another process. */
export type PlainReplicaOptions = Pick<
  ReplicaOptions,
  'register' | 'scope' | 'retry' | 'timeoutMs'
> & {
  /** Whether it keeps to one tab that syncs. Default: no. */
  sharesTabs?: boolean;
};

export interface ReplicaProcesses {
  open(options: PlainReplicaOptions): Promise<TestedReplica>;
  openMortal(options: PlainReplicaOptions, death: Death): Promise<MortalReplica>;
  /** What the clocks of the processes say from now on, in milliseconds; `undefined`: the time. */
  setClock(now: number | undefined): Promise<void>;
}

export interface ReplicaWorld {
  model: ModelRegister;
  server: ModelServer;
  proxy: FaultProxy;
  place: StorePlace;
  random: () => number;
  /** A replica of this process in the place, behind the proxy. Closed at the end of the test. */
  open(options?: Partial<ReplicaOptions>): Promise<Replica>;
  /** The same, in a process of its own where the place has some. */
  openTested(timeoutMs?: number): Promise<TestedReplica>;
  openMortal(death: Death): Promise<MortalReplica>;
  /** What the clock of the replicas says, in milliseconds; `undefined`: the time. */
  setClock(now: number | undefined): Promise<void>;
}

export async function replicaWorld(
  t: TestScope,
  openPlace: OpenPlace,
  seed = 1,
): Promise<ReplicaWorld> {
  const random = seededRandom(seed);
  const model = new ModelRegister();
  const server = await openModelServer(model);
  const proxy = await openFaultProxy({ target: server.origin, random });
  const place = await openPlace();
  const { processes } = place;
  const settings = { register: proxy.origin, retry: 0, timeoutMs: 5_000 };
  const replicas: TestedReplica[] = [];
  t.after(async () => {
    mock.timers.reset();
    for (const replica of replicas) await replica.close();
    await proxy.close();
    await server.close();
    await place.remove();
  });
  const open = async (options?: Partial<ReplicaOptions>) => {
    const replica = await openReplica({
      ...settings,
      store: place.store(),
      locks: undefined,
      ...options,
    });
    replicas.push(replica);
    return replica;
  };
  return {
    model,
    server,
    proxy,
    place,
    random,
    open,
    async openTested(timeoutMs = settings.timeoutMs) {
      if (!processes) return open({ timeoutMs });
      const replica = await processes.open({ ...settings, timeoutMs });
      replicas.push(replica);
      return replica;
    },
    async openMortal(death) {
      if (processes) return processes.openMortal(settings, death);
      const process =
        death.at === 'step'
          ? dyingProcess(place.dyingStore!(death.nth))
          : mortalProcess(place.store(), death);
      const replica = await open({ store: process.store, fetch: process.fetch });
      return { replica, death: process.death };
    },
    async setClock(now) {
      if (processes) return processes.setClock(now);
      mock.timers.reset();
      if (now !== undefined) mock.timers.enable({ apis: ['Date'], now });
    },
  };
}

/** The replica holds what the register holds, and says so. */
export async function assertSame(replica: TestedReplica, model: ModelRegister): Promise<void> {
  assert.deepEqual(await contentsOf(replica), model.contents());
  assert.equal(replica.status.checkpoint, model.checkpoint);
  assert.equal(replica.status.count, model.count);
}

/** What a replica holds, by `kind/id`; it is checked against its own sums. */
export async function contentsOf(replica: TestedReplica) {
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
