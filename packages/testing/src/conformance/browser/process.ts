/**
 * One process of a browser, a worker or a page in a frame, in which a replica lives. It does what
 * it is told, and asks to be ended where a test says so: the page then terminates the worker, or
 * takes the frame away, whatever is under way in it.
 */
import { indexedDbStore, openReplica, type Replica, type ReplicaStore } from '@pvp/sdk/sync';
import type { ReplicaCommit, ReplicaName, ReplicaRecord } from '@pvp/sdk/sync';
import type { Death } from '../mortal-process.ts';
import type { PlainReplicaOptions } from '../replica-world.ts';
import { DYING, toldError, type ProcessAnswer, type ProcessCall, type ToldStatus } from './wire.ts';

const RealDate = Date;
const never = new Promise<never>(() => {});
let store: ReplicaStore = indexedDbStore();
let replica: Replica | undefined;
const readers: AsyncGenerator<ReplicaRecord>[] = [];
let tell: (message: ProcessAnswer | typeof DYING) => void;

const calls = {
  async openStore(name: ReplicaName, step: number | null) {
    if (step !== null) dieAtStep(step);
    await store.open(name);
  },
  readState: () => store.readState(),
  readPart: (sha256: string) => store.readPart(sha256),
  partNames: () => store.partNames(),
  commit: (commit: ReplicaCommit) => store.commit(commit),
  closeStore: () => store.close(),
  destroyStore: () => store.destroy(),

  async open({ sharesTabs, ...options }: PlainReplicaOptions, death: Death | null) {
    if (death?.at === 'step') dieAtStep(death.nth);
    if (death?.at === 'write') store = mortalStore(store, death);
    const mortalFetch: typeof fetch | undefined =
      death?.at === 'request' ? mortal(death, (input, init) => fetch(input, init)) : undefined;
    replica = await openReplica({
      ...options,
      store,
      ...(mortalFetch && { fetch: mortalFetch }),
      ...(!sharesTabs && { locks: undefined }),
    });
  },
  sync: () => replica!.sync(),
  acceptHeld: () => replica!.acceptHeld(),
  get: (kind: string, id: string) => replica!.get(kind, id),
  /** The first record, so that a test can do something while the reader is at it. */
  async firstRecord() {
    const records = replica!.records();
    const reader = readers.push(records) - 1;
    const { value } = await records.next();
    return { reader, first: value as ReplicaRecord | undefined };
  },
  async otherRecords(reader: number) {
    const others: ReplicaRecord[] = [];
    for await (const record of readers[reader]!) others.push(record);
    return others;
  },
  close: () => replica!.close(),
  async setClock(now: number | null) {
    globalThis.Date = now === null ? RealDate : dateAt(now);
  },
};

export type ProcessCalls = typeof calls;

/** Dies around the n-th call of `work`. */
function mortal<Args extends unknown[], T>(
  { nth, moment }: Exclude<Death, { at: 'step' }>,
  work: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  let left = nth;
  return async (...args) => {
    if (--left !== 0) return work(...args);
    const done = moment === 'before' ? undefined : work(...args);
    if (moment === 'after') await done;
    tell(DYING);
    return never;
  };
}

function mortalStore(inner: ReplicaStore, death: Exclude<Death, { at: 'step' }>): ReplicaStore {
  return {
    open: (name) => inner.open(name),
    readState: () => inner.readState(),
    readPart: (sha256) => inner.readPart(sha256),
    partNames: () => inner.partNames(),
    commit: mortal(death, (commit: ReplicaCommit) => inner.commit(commit)),
    close: () => inner.close(),
    destroy: () => inner.destroy(),
  };
}

/** Dies when the n-th change of a transaction has been handed to the database, and no later one. */
function dieAtStep(nth: number): void {
  let left = nth;
  const changing = IDBObjectStore.prototype as unknown as Record<string, () => IDBRequest>;
  for (const name of ['put', 'delete', 'clear']) {
    const change = changing[name]!;
    changing[name] = function (this: IDBObjectStore, ...args: []) {
      if (--left < 0) return this.get('');
      const request = change.apply(this, args);
      if (left === 0) {
        tell(DYING);
        keepOpen(this);
      }
      return request;
    };
  }
}

/** A transaction ends by itself where nothing more is asked of it; this one is to be cut off. */
function keepOpen(store: IDBObjectStore): void {
  store.get('').onsuccess = () => keepOpen(store);
}

function dateAt(now: number): DateConstructor {
  return class extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length > 0 ? args : [now]) as [number]));
    }
    static override now(): number {
      return now;
    }
  } as DateConstructor;
}

function statusOf(one: Replica): ToldStatus {
  const { lastError, ...status } = one.status;
  return { ...status, ...(lastError && { lastError: toldError(lastError) }) };
}

async function answer({ id, method, args }: ProcessCall): Promise<void> {
  const result: ProcessAnswer = { call: id };
  try {
    result.value = await (calls[method] as (...all: unknown[]) => unknown)(...args);
  } catch (error) {
    result.error = toldError(error);
  }
  if (replica) result.status = statusOf(replica);
  tell(result);
}

if (typeof document === 'undefined') {
  tell = (message) => postMessage(message);
  onmessage = ({ data }) => void answer(data as ProcessCall);
} else {
  const { port1, port2 } = new MessageChannel();
  tell = (message) => port1.postMessage(message);
  port1.onmessage = ({ data }) => void answer(data as ProcessCall);
  parent.postMessage('ready', location.origin, [port2]);
}
