import {
  replicaNameOf,
  type OverlayEntry,
  type ReplicaCommit,
  type ReplicaMeta,
  type ReplicaName,
  type ReplicaStore,
  type StoredState,
} from '../sync/replica-store.ts';
import { completed, result } from './indexeddb-requests.ts';

const META = 'meta';
const PARTS = 'parts';
const OVERLAY = 'overlay';
const STORES = [META, PARTS, OVERLAY];

/** Keeps a replica in a database of its own in the browser. */
class IndexedDbStore implements ReplicaStore {
  #name!: ReplicaName;
  #database: IDBDatabase | undefined;

  constructor(private readonly factory: IDBFactory) {}

  async open(name: ReplicaName): Promise<void> {
    this.#name = name;
    await this.#connect();
  }

  async readState(): Promise<StoredState | undefined> {
    const transaction = await this.#begin('readonly', META, OVERLAY);
    const [meta, overlay] = await Promise.all([
      result<ReplicaMeta | undefined>(transaction.objectStore(META).get(META)),
      result<OverlayEntry[]>(transaction.objectStore(OVERLAY).getAll()),
    ]);
    return meta && { meta, overlay };
  }

  async readPart(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const transaction = await this.#begin('readonly', PARTS);
    return result(transaction.objectStore(PARTS).get(sha256));
  }

  async partNames(): Promise<string[]> {
    const transaction = await this.#begin('readonly', PARTS);
    return result(transaction.objectStore(PARTS).getAllKeys() as IDBRequest<string[]>);
  }

  async commit(commit: ReplicaCommit): Promise<boolean> {
    const { meta, base, putParts = [], dropParts = [], putOverlay = [], clearOverlay } = commit;
    const transaction = await this.#begin('readwrite', ...STORES);
    const committed = completed(transaction);
    // Its fate is told by `committed`, also where a request below fails first.
    committed.catch(() => undefined);
    const [metas, parts, overlay] = STORES.map((name) => transaction.objectStore(name)) as [
      IDBObjectStore,
      IDBObjectStore,
      IDBObjectStore,
    ];
    try {
      if (meta) {
        const held = await result<ReplicaMeta | undefined>(metas.get(META));
        if ((held?.revision ?? 0) !== base) return false;
        metas.put(meta, META);
      }
      for (const { sha256, bytes } of putParts) parts.put(aloneIn(bytes), sha256);
      for (const sha256 of dropParts) parts.delete(sha256);
      if (clearOverlay) overlay.clear();
      for (const entry of putOverlay) overlay.put(entry);
    } catch (error) {
      if (transaction.error === null) transaction.abort();
      throw error;
    }
    await committed;
    if (meta && base === 0) this.#removeOlder();
    return true;
  }

  async close(): Promise<void> {
    this.#database?.close();
    this.#database = undefined;
  }

  async destroy(): Promise<void> {
    await this.close();
    await result(this.factory.deleteDatabase(replicaNameOf(this.#name)));
  }

  async #connect(): Promise<IDBDatabase> {
    const request = this.factory.open(replicaNameOf(this.#name), 1);
    request.onupgradeneeded = () => {
      const database = request.result;
      database.createObjectStore(META);
      database.createObjectStore(PARTS);
      database.createObjectStore(OVERLAY, { keyPath: 'key' });
    };
    const database = await result(request);
    // Another tab removes this replica, or the browser took the storage away: let go of it.
    database.onversionchange = () => database.close();
    database.onclose = () => (this.#database = undefined);
    return (this.#database = database);
  }

  async #begin(mode: IDBTransactionMode, ...stores: string[]): Promise<IDBTransaction> {
    return (this.#database ?? (await this.#connect())).transaction(stores, mode);
  }

  #removeOlder(): void {
    for (let schema = this.#name.schema - 1; schema > 0; schema--) {
      // Not waited for: a tab with the older version may still hold it open.
      this.factory.deleteDatabase(replicaNameOf({ ...this.#name, schema }));
    }
  }
}

/**
 * A store in the browser's IndexedDB: parts as they were received, the overlay, and one meta row.
 *
 * @param factory Default: the platform's.
 */
export function indexedDbStore(factory: IDBFactory = globalThis.indexedDB): ReplicaStore {
  return new IndexedDbStore(factory);
}

/** Of a view the database would keep all of its buffer. */
function aloneIn(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength < bytes.buffer.byteLength ? bytes.slice() : bytes;
}
