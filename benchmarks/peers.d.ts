/** Types of what benchmarks/package.json installs, as far as they are used, for the check without it. */
declare module 'autocannon' {
  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    requests: { method: 'GET'; path: string; headers: Record<string, string> }[];
  }
  interface Result {
    requests: { average: number };
    /** Milliseconds. */
    latency: { p50: number; p99: number };
    non2xx: number;
    errors: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}

declare module 'emoji-picker-element' {
  interface CustomEmoji {
    name: string;
    shortcodes: string[];
    url: string;
    category?: string;
  }
  export class Picker extends HTMLElement {
    constructor(options: { dataSource: string });
    customEmoji: CustomEmoji[];
  }
}

declare module 'instantsearch.js' {
  interface InstantSearch {
    addWidgets(widgets: readonly unknown[]): void;
    start(): void;
  }
  export default function instantsearch(options: {
    indexName: string;
    searchClient: unknown;
  }): InstantSearch;
}

declare module 'instantsearch.js/es/widgets' {
  type Tag = (strings: TemplateStringsArray, ...values: unknown[]) => unknown;
  export function searchBox(options: { container: string }): unknown;
  export function stats(options: { container: string }): unknown;
  export function hits<T>(options: {
    container: string;
    templates: { item(hit: T, helpers: { html: Tag }): unknown };
  }): unknown;
}

declare module '@awesome.me/webawesome/dist/components/*';
declare module 'pouchdb-core' {
  import type { PouchConstructor } from './sync/contenders.ts';
  const PouchDB: PouchConstructor & { plugin(plugin: unknown): typeof PouchDB };
  export default PouchDB;
}
declare module 'pouchdb-browser' {
  import type { PouchConstructor } from './sync/contenders.ts';
  const PouchDB: PouchConstructor;
  export default PouchDB;
}
declare module 'pouchdb-adapter-http' {
  const plugin: unknown;
  export default plugin;
}
declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export default plugin;
}
declare module 'pouchdb-replication' {
  const plugin: unknown;
  export default plugin;
}
declare module 'rxdb/plugins/core' {
  export interface RxStorage {
    name: string;
  }
  export interface RxCollection {
    count(): { exec(): Promise<number> };
  }
  export function createRxDatabase(options: {
    name: string;
    storage: RxStorage;
    multiInstance: boolean;
  }): Promise<{
    addCollections(schemas: object): Promise<{ records: RxCollection }>;
    close(): Promise<unknown>;
  }>;
}
declare module 'rxdb/plugins/replication' {
  import type { RxCollection } from 'rxdb/plugins/core';
  export function replicateRxCollection(options: {
    collection: RxCollection;
    replicationIdentifier: string;
    live: boolean;
    pull: object;
  }): {
    error$: { subscribe(listener: (error: Error) => void): unknown };
    awaitInitialReplication(): Promise<void>;
    cancel(): Promise<unknown>;
  };
}
declare module 'rxdb/plugins/storage-dexie' {
  import type { RxStorage } from 'rxdb/plugins/core';
  export function getRxStorageDexie(): RxStorage;
}
declare module 'rxdb/plugins/storage-memory' {
  import type { RxStorage } from 'rxdb/plugins/core';
  export function getRxStorageMemory(): RxStorage;
}
declare module 'minisearch' {
  interface Settings {
    boost?: Readonly<Record<string, number>>;
    prefix?: (term: string, nth: number, terms: string[]) => boolean;
    fuzzy?: (term: string) => number | false;
    maxFuzzy?: number;
    combineWith?: 'AND' | 'OR';
  }
  export default class MiniSearch<T> {
    constructor(options: {
      fields: string[];
      tokenize?: (text: string) => string[];
      processTerm?: (term: string) => string;
    });
    addAll(documents: readonly T[]): void;
    search(query: string, settings?: Settings): { id: unknown }[];
  }
}
declare module 'flexsearch' {
  export class Encoder {
    constructor(options: {
      normalize?: boolean;
      dedupe?: boolean;
      prepare?: (text: string) => string;
    });
  }
  export class Document {
    constructor(options: {
      document: { id: string; index: string[] };
      tokenize?: 'forward';
      encoder?: Encoder;
      resolution?: number;
    });
    add(document: object): void;
    search(
      query: string,
      options: { limit: number; suggest?: boolean },
    ): { field?: string; result: unknown[] }[];
    export(handler: (key: string, data: string) => void): void;
  }
}
declare module '@orama/orama' {
  export interface Orama {
    index: { save(data: unknown): unknown };
    data: { index: unknown };
  }
  export function create(options: {
    schema: Readonly<Record<string, 'string'>>;
    components?: { tokenizer: object };
  }): Orama;
  export function insertMultiple(
    index: Orama,
    documents: readonly object[],
    batch: number,
  ): Promise<unknown>;
  export function search(
    index: Orama,
    options: {
      term: string;
      limit: number;
      boost?: Readonly<Record<string, number>>;
      tolerance?: number;
      threshold?: number;
    },
  ): Promise<{ hits: { id: string }[] }>;
}
declare module 'lunr' {
  interface Builder {
    pipeline: { reset(): void };
    searchPipeline: { reset(): void };
    ref(name: string): void;
    field(name: string, options: { boost?: number }): void;
    add(document: object): void;
  }
  interface Query {
    term(term: string, options: { boost: number; wildcard?: number; editDistance?: number }): void;
  }
  interface Index {
    search(query: string): { ref: string }[];
    query(build: (query: Query) => void): { ref: string }[];
  }
  interface Lunr {
    (configure: (this: Builder) => void): Index;
    readonly Query: { readonly wildcard: { readonly TRAILING: number } };
  }
  const lunr: Lunr;
  export default lunr;
}
