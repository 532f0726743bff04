/** Where a device keeps requests until they are sent. */
import type { KeptFile, KeptRequest } from './kept-request.ts';

/** What one look at the shelf changes, all of it or nothing. */
export interface ShelfChange<T> {
  put?: readonly KeptRequest[];
  remove?: readonly string[];
  result: T;
}

export interface RequestShelf {
  /** Survives the page. */
  readonly isLasting: boolean;
  /**
   * Reads everything and changes it, while nobody else does: also not another tab.
   *
   * @param decide Must not wait for anything.
   */
  change<T>(decide: (all: readonly KeptRequest[]) => ShelfChange<T>): Promise<T>;
}

/** Forgets with the page. */
export class MemoryShelf implements RequestShelf {
  readonly isLasting = false;
  readonly #all = new Map<string, KeptRequest>();

  async change<T>(decide: (all: readonly KeptRequest[]) => ShelfChange<T>): Promise<T> {
    const { put = [], remove = [], result } = decide([...this.#all.values()]);
    for (const id of remove) this.#all.delete(id);
    for (const one of put) this.#all.set(one.id, one);
    return result;
  }
}

const NAME = 'pvp-requests';
const STORE = 'requests';

/**
 * In a database of the page's origin. Each change is one transaction.
 *
 * WebKit in a private window stores no files. There their bytes are stored, and made into files
 * again when they are read.
 */
class IndexedDbShelf implements RequestShelf {
  readonly isLasting = true;
  #database: IDBDatabase;
  /** Of files that were not stored as such. */
  #bytes = new WeakMap<Blob, ArrayBuffer>();

  constructor(database: IDBDatabase) {
    this.#database = database;
    database.onversionchange = () => database.close();
  }

  async change<T>(decide: (all: readonly KeptRequest[]) => ShelfChange<T>): Promise<T> {
    let files: Blob[] = [];
    const decideOnce = (all: readonly KeptRequest[]): ShelfChange<T> => {
      const change = decide(all);
      files = (change.put ?? []).flatMap((one) => one.files.map(({ content }) => content));
      return change;
    };
    try {
      return await this.#attempt(decideOnce);
    } catch (error) {
      const fresh = files.filter((file) => !this.#bytes.has(file));
      if (!fresh.length) throw error;
      for (const file of fresh) this.#bytes.set(file, await file.arrayBuffer());
      return this.#attempt(decide);
    }
  }

  #attempt<T>(decide: (all: readonly KeptRequest[]) => ShelfChange<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(STORE, 'readwrite');
      const store = transaction.objectStore(STORE);
      const reading = store.getAll() as IDBRequest<StoredRequest[]>;
      let result: T;
      reading.onsuccess = () => {
        try {
          const change = decide(reading.result.map((one) => this.#read(one)));
          ({ result } = change);
          for (const id of change.remove ?? []) store.delete(id);
          for (const one of change.put ?? []) store.put(this.#written(one));
        } catch (error) {
          reject(error as Error);
          transaction.abort();
        }
      };
      transaction.oncomplete = () => resolve(result);
      transaction.onabort = () =>
        reject(transaction.error ?? new Error('The browser kept nothing.'));
    });
  }

  #read(stored: StoredRequest): KeptRequest {
    const files = stored.files.map(({ content, ...file }): KeptFile => {
      if (content instanceof Blob) return { ...file, content };
      const { bytes, type } = content;
      const again = new Blob([bytes], { type });
      this.#bytes.set(again, bytes);
      return { ...file, content: again };
    });
    return { ...stored, files };
  }

  #written(request: KeptRequest): StoredRequest {
    const files = request.files.map(({ content, ...file }): StoredFile => {
      const bytes = this.#bytes.get(content);
      return { ...file, content: bytes ? { bytes, type: content.type } : content };
    });
    return { ...request, files };
  }
}

type StoredFile = Omit<KeptFile, 'content'> & {
  content: Blob | { bytes: ArrayBuffer; type: string };
};

type StoredRequest = Omit<KeptRequest, 'files'> & { files: readonly StoredFile[] };

/** On the device while the browser keeps anything, in memory from the moment it refuses. */
class DeviceShelf implements RequestShelf {
  #shelf: RequestShelf;

  constructor(shelf: RequestShelf) {
    this.#shelf = shelf;
  }

  get isLasting(): boolean {
    return this.#shelf.isLasting;
  }

  async change<T>(decide: (all: readonly KeptRequest[]) => ShelfChange<T>): Promise<T> {
    const shelf = this.#shelf;
    try {
      return await shelf.change(decide);
    } catch (error) {
      // Full, or a file that this browser does not store: the person's page goes on all the same.
      if (!shelf.isLasting) throw error;
      if (this.#shelf === shelf) this.#shelf = new MemoryShelf();
      return this.#shelf.change(decide);
    }
  }
}

/**
 * The shelf of this device. Where the browser keeps nothing for the page, one that forgets with it.
 *
 * @param factory Default: the platform's.
 */
export async function openShelf(
  factory = globalThis.indexedDB as IDBFactory | undefined,
): Promise<RequestShelf> {
  return new DeviceShelf(await connect(factory).catch(() => new MemoryShelf()));
}

function connect(factory: IDBFactory | undefined): Promise<RequestShelf> {
  return new Promise((resolve, reject) => {
    if (!factory) throw new Error('There is no IndexedDB.');
    const opening = factory.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'id' });
    opening.onsuccess = () => resolve(new IndexedDbShelf(opening.result));
    opening.onerror = () => reject(opening.error!);
  });
}
