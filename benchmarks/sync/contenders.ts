/** Ways to keep a copy of a register. Each runs in Node and in a browser, over a storage of its own. */
import { openReplica, type ReplicaStore } from '@pvp/sdk/sync';
import { createRxDatabase, type RxStorage } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';

/** Where they ask: the register, and the server of the others. */
export interface Origins {
  register: string;
  peers: string;
}

/** A copy that is open. */
export interface Copy {
  /** Brings it to where the register is. */
  sync(): Promise<unknown>;
  /** Records held. */
  count(): Promise<number>;
  close(): Promise<unknown>;
}

export type Contender = (origins: Origins) => Promise<Copy>;

/** Storages in memory are found again by their names. */
let opened = 0;

/** Documents of one request, for those that ask in pages. The larger the better for them. */
const PAGE = 1_000;

export function ours(store: ReplicaStore): Contender {
  return async ({ register }) => {
    const replica = await openReplica({ register, store });
    return {
      sync: () => replica.sync(),
      count: async () => replica.status.count,
      close: () => replica.close(),
    };
  };
}

/** Rows of a naive copy. */
export interface Rows {
  /** Writes every record as a row of its own, in one transaction, and the tag. */
  write(records: { type: string; id: string }[], etag: string): Promise<void>;
  count(): Promise<number>;
  close(): Promise<void>;
}

/** One JSON document, asked for with the tag of the last one. */
export function naive(open: () => Promise<Rows>): Contender {
  return async ({ peers }) => {
    const rows = await open();
    let etag = '';
    return {
      async sync() {
        // A browser revalidates by itself, and gives the copy of its cache for a 304.
        const headers = globalThis.window || !etag ? undefined : { 'if-none-match': etag };
        const answer = await fetch(`${peers}/whole.json`, { headers, cache: 'no-cache' });
        const told = answer.headers.get('etag') ?? '';
        if (told === etag) return answer.body?.cancel();
        await rows.write((await answer.json()) as { type: string; id: string }[], told);
        etag = told;
      },
      count: () => rows.count(),
      close: () => rows.close(),
    };
  };
}

const SCHEMA = {
  version: 0,
  primaryKey: 'key',
  type: 'object',
  properties: {
    key: { type: 'string', maxLength: 200 },
    hash: { type: 'string' },
    record: { type: 'object' },
  },
  required: ['key', 'hash', 'record'],
} as const;

export function rxdb(storage: RxStorage): Contender {
  return async ({ peers }) => {
    const database = await createRxDatabase({
      name: `records${++opened}`,
      storage,
      multiInstance: false,
    });
    const { records: collection } = await database.addCollections({ records: { schema: SCHEMA } });
    return {
      async sync() {
        const replication = replicateRxCollection({
          collection,
          replicationIdentifier: 'register',
          live: false,
          pull: {
            batchSize: PAGE,
            async handler(checkpoint: { seq: number } | undefined, limit: number) {
              const since = checkpoint?.seq ?? 0;
              return (await fetch(`${peers}/rxdb?since=${since}&limit=${limit}`)).json();
            },
          },
        });
        replication.error$.subscribe((error: Error) => console.error(error));
        await replication.awaitInitialReplication();
        await replication.cancel();
      },
      count: () => collection.count().exec(),
      close: () => database.close(),
    };
  };
}

/** As much of PouchDB as is used here. */
export interface PouchConstructor {
  new (name: string, options?: object): PouchDatabase;
}
export interface PouchDatabase {
  replicate: { from(remote: PouchDatabase, options: object): Promise<unknown> };
  info(): Promise<{ doc_count: number }>;
  close(): Promise<void>;
}

export function pouchdb(Pouch: PouchConstructor, adapter: string): Contender {
  return async ({ peers }) => {
    const local = new Pouch(`records${++opened}`, { adapter, auto_compaction: true });
    const remote = new Pouch(`${peers}/couch/records`, { adapter: 'http', skip_setup: true });
    return {
      sync: () => local.replicate.from(remote, { batch_size: PAGE }),
      count: async () => (await local.info()).doc_count,
      close: () => local.close(),
    };
  };
}
