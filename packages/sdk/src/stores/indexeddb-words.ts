import type { KeptWords, WordStore } from '../source/everyday-words.ts';
import { completed, result } from './indexeddb-requests.ts';

const WORDS = 'words';

/** Keeps the everyday words of a register in a database of their own, for all of its copies. */
class IndexedDbWords implements WordStore {
  constructor(
    private readonly name: string,
    private readonly factory: IDBFactory,
  ) {}

  read(lang: string): Promise<KeptWords | undefined> {
    return this.#within('readonly', (words) => result<KeptWords | undefined>(words.get(lang)));
  }

  write(lang: string, kept: KeptWords): Promise<void> {
    return this.#within('readwrite', async (words) => {
      words.put(kept, lang);
      await completed(words.transaction);
    });
  }

  /** Opened each time: it is needed once in a visit, or never. */
  async #within<T>(
    mode: IDBTransactionMode,
    work: (words: IDBObjectStore) => Promise<T>,
  ): Promise<T> {
    const request = this.factory.open(this.name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(WORDS);
    const database = await result(request);
    try {
      return await work(database.transaction(WORDS, mode).objectStore(WORDS));
    } finally {
      database.close();
    }
  }
}

/** A place for the everyday words of a register in the browser's IndexedDB. */
export function indexedDbWords(
  register: string,
  factory: IDBFactory = globalThis.indexedDB,
): WordStore {
  return new IndexedDbWords(`pvp-words ${register}`, factory);
}
