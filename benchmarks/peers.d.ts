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
