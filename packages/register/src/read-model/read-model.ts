/**
 * Keeps the public contents of a store in memory: filled once, then led on by the change log. All
 * anonymous answers come from here, so readers never wait for the database.
 */
import type { HeadEvent } from '@pvp/contract';
import type { Log } from '../log.ts';
import { StoreError } from '../store/store-error.ts';
import type { Floors, LogEntry, Position, Store, StoredRecord } from '../store/store.ts';
import { ScopeIndex, type ScopePart } from '../sync/scope-index.ts';
import { heldRecord, RegisterContents } from './contents.ts';
import { floorOf, publicScopes, scopeKeys, scopesTouchedBy } from './scopes.ts';
import { addDigest, stateHashOf } from './state-hash.ts';

export interface ReadModelOptions {
  /** How often the store's clock row is read, in milliseconds. */
  pollMs?: number;
  log?: Log;
}

/** Where a scope stands. */
export interface ScopeState {
  count: number;
  stateHash: string;
}

const DEFAULT_POLL_MS = 500;
const LOG_BATCH = 1000;
const READ_BATCH = 500;
/** How often the whole store is read at most, where the reading is broken off. */
const MAX_READINGS = 3;
/** Rounds in which newer writes may overtake the reading before the state is shown as it is. */
const MAX_ROUNDS = 20;

export class ReadModel {
  readonly #store: Store;
  readonly #log: Log | undefined;
  readonly #listeners = new Set<(event: HeadEvent) => void>();
  readonly #timer: NodeJS.Timeout;
  readonly #scopeStates = new Map<string, ScopeState | undefined>();
  #contents = new RegisterContents();
  #scopes = new ScopeIndex();
  #floors: Floors = new Map();
  #position: Position = { epoch: '', seq: -1 };
  #version = 0;
  #running: Promise<void> = Promise.resolve();
  #queued: Promise<void> | undefined;
  #failure: Error | undefined;
  #closed = false;

  private constructor(store: Store, { pollMs = DEFAULT_POLL_MS, log }: ReadModelOptions) {
    this.#store = store;
    this.#log = log;
    this.#timer = setInterval(() => this.#poll(), pollMs);
    this.#timer.unref();
  }

  /** Reads the whole store. Rejects where it cannot be read. */
  static async open(store: Store, options: ReadModelOptions = {}): Promise<ReadModel> {
    const model = new ReadModel(store, options);
    try {
      await model.#rebuild();
    } catch (error) {
      model.close();
      throw error;
    }
    return model;
  }

  get contents(): RegisterContents {
    return this.#contents;
  }

  /** Position that the contents belong to, as the wire writes it. */
  get checkpoint(): string {
    return `${this.#position.epoch}.${this.#position.seq}`;
  }

  get position(): Readonly<Position> {
    return this.#position;
  }

  /** Members of the scopes, restricted services among them: not for an anonymous answer as it is. */
  get scopes(): ScopeIndex {
    return this.#scopes;
  }

  /** The oldest position from which the log tells a scope, as far as this process has heard. */
  floor(scope: string): string {
    return `${this.#position.epoch}.${floorOf(this.#floors, scope)}`;
  }

  /** Grows whenever an answer may differ. */
  get version(): number {
    return this.#version;
  }

  /** Why the store could not be asked last time; `undefined`: it could. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** The parts of a scope; `undefined`: there is no such scope. */
  partsOf(scope: string): ScopePart[] | undefined {
    const keys = scopeKeys(this.#contents, scope);
    return keys && this.#scopes.parts(keys);
  }

  /** Where a scope stands; `undefined`: there is no such scope. */
  scopeState(scope: string): ScopeState | undefined {
    if (this.#scopeStates.has(scope)) return this.#scopeStates.get(scope);
    const parts = this.partsOf(scope);
    if (parts === undefined) return undefined;
    let [count, sum] = [0, 0n];
    for (const part of parts) {
      const total = this.#scopes.total(part);
      count += total.count;
      sum = addDigest(sum, total.sum);
    }
    const state = { count, stateHash: stateHashOf(sum) };
    this.#scopeStates.set(scope, state);
    return state;
  }

  /** Told of every move of the checkpoint, until the returned function is called. */
  onChange(listener: (event: HeadEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Takes in everything that was committed before the call. */
  catchUp(): Promise<void> {
    this.#queued ??= this.#running
      .catch(() => {})
      .then(() => {
        this.#queued = undefined;
        this.#running = this.#advance();
        return this.#running;
      });
    return this.#queued;
  }

  /** Takes in where the log begins after it was pruned. */
  async readFloors(): Promise<void> {
    this.#floors = await this.#store.floors();
    this.#version++;
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
    this.#listeners.clear();
  }

  #poll(): void {
    if (this.#queued) return;
    this.catchUp().catch((error: unknown) => {
      if (this.#closed) return;
      if (!this.#failure) this.#log?.warn({ error }, 'the store cannot be read');
      this.#failure = error instanceof Error ? error : new Error(String(error));
    });
  }

  async #advance(): Promise<void> {
    if (this.#closed) return;
    const now = await this.#store.position();
    if (now.epoch !== this.#position.epoch || now.seq < this.#position.seq) {
      await this.#rebuild();
      this.#announce(new Set(publicScopes(this.#contents)));
    } else if (now.seq > this.#position.seq) {
      await this.#follow(now);
    }
    if (this.#failure) this.#log?.info('the store can be read again');
    this.#failure = undefined;
  }

  async #rebuild(): Promise<void> {
    for (let reading = 1; ; reading++) {
      try {
        return await this.#readWhole();
      } catch (error) {
        // A standby ends readers that are in the way of its replication.
        const mayPass = error instanceof StoreError && error.retryable;
        if (!mayPass || reading === MAX_READINGS) throw error;
      }
    }
  }

  async #readWhole(): Promise<void> {
    const contents = new RegisterContents();
    const scopes = new ScopeIndex();
    let position: Position | undefined;
    for await (const batch of this.#store.readAll(READ_BATCH, (start) => (position = start))) {
      for (const stored of batch) {
        const held = heldRecord(stored);
        contents.put(held, stored.management);
        scopes.put(held);
      }
    }
    const start = position ?? (await this.#store.position());
    this.#floors = await this.#store.floors();
    this.#contents = contents;
    this.#scopes = scopes;
    this.#position = start;
    this.#scopeStates.clear();
    this.#version++;
  }

  /**
   * Applies the log. Records are read after their log rows, so a record may already be newer than
   * its row; then the rows that explain it are fetched too, and contents and checkpoint fit.
   */
  async #follow(now: Position): Promise<void> {
    const pending = new Map<string, LogEntry>();
    let records = new Map<string, StoredRecord>();
    let seq = this.#position.seq;
    for (let round = 0; round < MAX_ROUNDS; round++) {
      for (;;) {
        const entries = await this.#store.changesSince(seq, LOG_BATCH);
        for (const entry of entries) pending.set(`${entry.kind}/${entry.id}`, entry);
        seq = entries.at(-1)?.seq ?? seq;
        if (entries.length < LOG_BATCH) break;
      }
      records = await this.#read(pending.values());
      if ([...pending].every(([key, { hash }]) => (records.get(key)?.hash ?? null) === hash)) break;
    }
    // The log knows less than the clock: rows are missing, so only the whole store is to be trusted.
    if (seq < now.seq) {
      await this.#rebuild();
      this.#announce(new Set(publicScopes(this.#contents)));
      return;
    }
    const floors = await this.#store.floors();
    const scopes = this.#apply(pending.values(), records);
    this.#floors = floors;
    this.#position = { epoch: now.epoch, seq };
    this.#announce(scopes);
  }

  async #read(entries: Iterable<LogEntry>): Promise<Map<string, StoredRecord>> {
    const idsByKind = new Map<string, string[]>();
    for (const { kind, id } of entries) {
      const ids = idsByKind.get(kind);
      if (ids) ids.push(id);
      else idsByKind.set(kind, [id]);
    }
    const records = new Map<string, StoredRecord>();
    for (const [kind, ids] of idsByKind) {
      for (let from = 0; from < ids.length; from += READ_BATCH) {
        for (const stored of await this.#store.getMany(kind, ids.slice(from, from + READ_BATCH))) {
          records.set(`${kind}/${stored.id}`, stored);
        }
      }
    }
    return records;
  }

  /** @returns the scopes that were touched; none where only what is not public changed. */
  #apply(
    entries: Iterable<LogEntry>,
    records: ReadonlyMap<string, StoredRecord>,
  ): ReadonlySet<string> {
    const contents = this.#contents;
    const scopes = new Set<string>();
    const touch = (kind: string, id: string) => {
      const held = contents.get(kind, id);
      if (!held) return;
      for (const scope of scopesTouchedBy(contents, kind, held.record)) scopes.add(scope);
    };
    for (const { kind, id, visibility } of entries) {
      const stored = records.get(`${kind}/${id}`);
      const outages = JSON.stringify(contents.outagesOf(id));
      if (visibility !== 'internal') touch(kind, id);
      if (stored) {
        const held = heldRecord(stored);
        contents.put(held, stored.management);
        this.#scopes.put(held);
      } else {
        contents.delete(kind, id);
        this.#scopes.delete(kind, id);
      }
      const outageMoved = JSON.stringify(contents.outagesOf(id)) !== outages;
      if (visibility !== 'internal' || outageMoved) touch(kind, id);
    }
    this.#scopeStates.clear();
    this.#version++;
    return scopes;
  }

  #announce(scopes: ReadonlySet<string>): void {
    const event = { checkpoint: this.checkpoint, scopes: [...scopes] };
    for (const listener of this.#listeners) listener(event);
  }
}
