/** What the measured page of a browser runs: one contender, over IndexedDB. */
import { indexedDbStore } from '@pvp/sdk/sync';
import PouchDB from 'pouchdb-browser';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import {
  naive,
  ours,
  pouchdb,
  rxdb,
  type Contender,
  type Copy,
  type Origins,
  type Rows,
} from './contenders.ts';

const CONTENDERS: Record<string, Contender> = {
  ours: ours(indexedDbStore()),
  'naive, row by row': naive(openRows),
  RxDB: rxdb(getRxStorageDexie()),
  PouchDB: pouchdb(PouchDB, 'idb'),
};

let copy: Copy;

Object.assign(globalThis, {
  async openCopy(name: string, origins: Origins) {
    copy = await CONTENDERS[name]!(origins);
  },
  /** Milliseconds that a sync took, and the records held after it. */
  async measureSync() {
    const began = performance.now();
    await copy.sync();
    const ms = performance.now() - began;
    return { ms, count: await copy.count() };
  },
});

async function openRows(): Promise<Rows> {
  const request = indexedDB.open('naive', 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('records');
    request.result.createObjectStore('meta');
  };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error!);
  });
  return {
    write(records, etag) {
      const transaction = database.transaction(['records', 'meta'], 'readwrite');
      const rows = transaction.objectStore('records');
      for (const record of records) rows.put(record, `${record.type}/${record.id}`);
      transaction.objectStore('meta').put(etag, 'etag');
      return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error!);
      });
    },
    count: () =>
      new Promise((resolve) => {
        const counted = database.transaction('records').objectStore('records').count();
        counted.onsuccess = () => resolve(counted.result);
      }),
    close: async () => database.close(),
  };
}
