import type { Head, RecordBase } from '@pvp/contract';
import { registerOrigin } from '../client/register-origin.ts';
import type { RequestSettings } from '../client/request-json.ts';
import { untilAborted } from '../client/until-aborted.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Timers } from '../live/change-feed.ts';
import { ReplicaContents } from './replica-contents.ts';
import { REPLICA_SCHEMA, type HeldBack, type ReplicaStore } from './replica-store.ts';
import { ScopeReader } from './scope-reader.ts';
import type { ToldPosition } from './signed-position.ts';
import { SyncError } from './sync-error.ts';
import { emptyReport, type SyncProgress, type SyncReport } from './sync-report.ts';
import { SyncRun } from './sync-run.ts';
import { CommitChannel, whileAlone, type Locks } from './tabs.ts';
import { SyncMachine, type SyncState } from './transitions.ts';

/** How a replica is opened. Headers cost a browser a preflight: leave them out there. */
export interface ReplicaOptions extends RequestSettings {
  /** Origin of the register or of a mirror. */
  register: string;
  /** `all` (default), `institution/{id}`, `life-event/{id}`; with a token `audience/{id}`. */
  scope?: string;
  /** A store of its own; the replica closes it. */
  store: ReplicaStore;
  /** Key that signs positions, or `register`: the keys that the register shows. Default: none. */
  publicKey?: JsonWebKey | 'register';
  /** From 0 to below 1. */
  random?: () => number;
  timers?: Timers;
  /** Web Locks. Without them, as in Node, each replica syncs for itself. */
  locks?: Locks;
  openChannel?: (name: string) => BroadcastChannel;
  /** `false`: reports say which records changed, and not what of them. Default `true`. */
  changeClasses?: boolean;
}

export interface SyncOptions {
  /** Ends the wait of this caller; the sync itself where nobody else waits for it. */
  signal?: AbortSignal;
  onProgress?: (progress: SyncProgress) => void;
}

export interface ReplicaStatus {
  state: SyncState;
  /** `undefined`: nothing is held yet. */
  checkpoint: string | undefined;
  /** Records held. */
  count: number;
  /** When the register last said where it stands, by its own clock. UTC. */
  lastSuccessAt: string | undefined;
  /** The head that the contents were found equal to last. */
  head: Head | undefined;
  /** Transactions that the register is ahead, as far as it has said. */
  lag: number;
  /** Why the last sync did not get to its end. */
  lastError: Error | undefined;
  held: HeldBack | undefined;
}

/** A registered object as received. */
export type ReplicaRecord = RecordBase & Record<string, unknown>;

interface Running {
  controller: AbortController;
  done: Promise<SyncReport>;
  waiting: number;
  progress: Set<(progress: SyncProgress) => void>;
}

/** A copy of one scope of a register that follows it. Opened by `openReplica`. */
export class Replica {
  readonly register: string;
  readonly scope: string;
  readonly #options: ReplicaOptions;
  readonly #contents: ReplicaContents;
  readonly #machine = new SyncMachine();
  readonly #channel: CommitChannel | undefined;
  readonly #locks: Locks | undefined;
  readonly #timers: Timers;
  readonly #listeners = new Set<(report: SyncReport | undefined) => void>();
  readonly #followers = new Set<() => void>();
  #keys: readonly JsonWebKey[] | undefined;
  #running: Running | undefined;
  #lag = 0;
  #lastError: Error | undefined;

  /** @internal Use `openReplica`. */
  constructor(options: ReplicaOptions & { scope: string }) {
    this.#options = options;
    this.register = options.register;
    this.scope = options.scope;
    this.#contents = new ReplicaContents(options.store);
    this.#timers = options.timers ?? platformTimers;
    this.#locks = 'locks' in options ? options.locks : globalThis.navigator?.locks;
    if (typeof options.publicKey === 'object') this.#keys = [options.publicKey];
    // Without locks there are no tabs; in Node a channel would keep the process alive.
    if (this.#locks) {
      const heard = () => {
        this.#contents.forget();
        void this.#contents.current().then(() => this.#tell(undefined), ignore);
      };
      this.#channel = new CommitChannel(this.#name, heard, options.openChannel);
    }
  }

  /** @internal How it asks the register. */
  get settings(): RequestSettings {
    const { fetch, timeoutMs, totalTimeoutMs, retry, headers } = this.#options;
    return { fetch, timeoutMs, totalTimeoutMs, retry, headers };
  }

  get status(): ReplicaStatus {
    const { meta } = this.#contents.latest;
    return {
      state: this.#machine.state,
      checkpoint: meta?.checkpoint,
      count: meta?.count ?? 0,
      lastSuccessAt: meta?.lastSuccessAt,
      head: meta?.head,
      lag: this.#lag,
      lastError: this.#lastError,
      held: meta?.held,
    };
  }

  /** @internal Reads where the replica stands. */
  async read(): Promise<void> {
    await this.#contents.current();
  }

  /**
   * Brings the replica to where the register is. A call while one is under way joins it.
   *
   * @throws {RegisterError} where it did not get there; `retryable` says whether later may do. What
   * was held before is held and readable still.
   */
  sync(options: SyncOptions = {}): Promise<SyncReport> {
    return this.#join(options);
  }

  /**
   * Applies the snapshot that is held back, or one with at least as many records, whatever it drops.
   * Without one it is a plain sync.
   */
  acceptHeld(options: SyncOptions = {}): Promise<SyncReport> {
    return this.#join(options, true);
  }

  /** A record by kind and id; `undefined`: it is not held. */
  async get<T = ReplicaRecord>(kind: string, id: string): Promise<T | undefined> {
    this.#assertOpen();
    const read = async () => this.#contents.textOf(await this.#contents.current(), `${kind}/${id}`);
    const text = await read().catch((error: unknown) => {
      // Swapped between two looks: a second one sees the new state whole.
      if ((error as SyncError).reason === 'overtaken') return read();
      throw error;
    });
    return text === undefined ? undefined : (JSON.parse(text) as T);
  }

  /** All records, or those of one kind, of one moment; in no order. */
  async *records<T = ReplicaRecord>(kind?: string): AsyncGenerator<T> {
    this.#assertOpen();
    for await (const text of this.#contents.texts(kind)) yield JSON.parse(text) as T;
  }

  /**
   * Told after every commit, until the returned function is called: with the report of a sync here,
   * without one where another tab has committed.
   */
  onChange(listener: (report: SyncReport | undefined) => void): () => void {
    const own = (report: SyncReport | undefined) => listener(report);
    this.#listeners.add(own);
    return () => void this.#listeners.delete(own);
  }

  /** Syncs now, whenever the register says that something changed, and after pauses; see status. */
  follow(): () => void {
    this.#assertOpen();
    const stopping = new AbortController();
    const { signal } = stopping;
    const options = { ...this.#options, timers: this.#timers, locks: this.#locks };
    void import('./follow.ts').then(
      ({ follow }) => {
        if (!signal.aborted) follow(() => this.sync({ signal }), options, signal);
      },
      // A page that went offline before it had this part: it is still as new as one sync makes it.
      () => this.sync({ signal }).catch(ignore),
    );
    const stop = () => {
      stopping.abort();
      this.#followers.delete(stop);
    };
    this.#followers.add(stop);
    return stop;
  }

  /** Ends what is under way and closes the store. What is held stays for the next time. */
  async close(): Promise<void> {
    if (this.#machine.state === 'closed') return;
    this.#machine.send('close');
    for (const stop of this.#followers) stop();
    this.#running?.controller.abort(closedError());
    await this.#running?.done.catch(ignore);
    this.#channel?.close();
    this.#listeners.clear();
    await this.#options.store.close();
  }

  async #join({ signal, onProgress }: SyncOptions, accept = false): Promise<SyncReport> {
    signal?.throwIfAborted();
    this.#assertOpen();
    while (this.#running && (accept || this.#running.controller.signal.aborted)) {
      await this.#running.done.catch(ignore);
    }
    let running = this.#running;
    if (!running) {
      const controller = new AbortController();
      const progress = new Set<(progress: SyncProgress) => void>();
      const tell = (done: SyncProgress) => progress.forEach((one) => one(done));
      const done = this.#run(controller.signal, tell, accept).finally(() => {
        this.#running = undefined;
      });
      // Told to whoever still waits; where nobody does, `status` says it.
      done.catch(ignore);
      this.#running = running = { controller, done, waiting: 0, progress };
    }
    if (onProgress) running.progress.add(onProgress);
    running.waiting++;
    try {
      return await untilAborted(running.done, signal);
    } finally {
      if (onProgress) running.progress.delete(onProgress);
      if (--running.waiting === 0) running.controller.abort();
    }
  }

  async #run(
    signal: AbortSignal,
    onProgress: (progress: SyncProgress) => void,
    accept: boolean,
  ): Promise<SyncReport> {
    const lock = { locks: this.#locks, timers: this.#timers, signal };
    try {
      const report = await whileAlone(this.#name, lock, () =>
        this.#runAlone(signal, onProgress, accept),
      );
      this.#lastError = undefined;
      const { checkpoint } = this.status;
      return report ?? { ...emptyReport(checkpoint), elsewhere: true };
    } catch (error) {
      if (!signal.aborted) this.#lastError = error as Error;
      throw error;
    }
  }

  async #runAlone(
    signal: AbortSignal,
    onProgress: (progress: SyncProgress) => void,
    accept: boolean,
  ): Promise<SyncReport> {
    const { register, scope } = this;
    // Another process may have committed meanwhile; without a channel nobody tells.
    this.#contents.forget();
    const contents = await this.#contents.current();
    const reader = new ScopeReader(register, scope, this.#options);
    const run = new SyncRun(
      {
        register,
        scope,
        machine: this.#machine,
        contents: this.#contents,
        reader,
        signal,
        onProgress,
        acceptFrom: accept ? contents.meta?.held?.newCount : undefined,
        isSigned: this.#options.publicKey !== undefined,
        assertSigned: (told) => this.#assertSigned(told, reader, signal),
        classify: await this.#classify(),
      },
      contents,
    );
    try {
      return await run.run();
    } finally {
      this.#lag = run.lag;
      if (this.#contents.latest.meta?.revision !== contents.meta?.revision) {
        this.#channel?.announce();
        this.#tell(run.report);
      }
    }
  }

  async #classify() {
    if (this.#options.changeClasses === false) return undefined;
    return (await import('./change-classes.ts')).changeClasses;
  }

  async #assertSigned(told: ToldPosition, reader: ScopeReader, signal: AbortSignal) {
    if (this.#options.publicKey === undefined) return;
    this.#keys ??= (await reader.keys({ signal })).data.keys;
    // Loaded by those alone who have a key.
    const { assertSigned } = await import('./signed-position.ts');
    await assertSigned(told, this.scope, this.#keys);
  }

  get #name(): string {
    return `pvp-sync:${this.register}:${this.scope}`;
  }

  #tell(report: SyncReport | undefined): void {
    for (const listener of this.#listeners) listener(report);
  }

  #assertOpen(): void {
    if (this.#machine.state === 'closed') throw closedError();
  }
}

/**
 * Opens a replica in its store, without asking the register.
 *
 * @throws {ConfigurationError} where `register` is not an origin, or the platform has no
 * `crypto.subtle` (a page over http): read live there.
 * @throws {SyncError} with the reason `store` where the store cannot be opened.
 */
export async function openReplica(options: ReplicaOptions): Promise<Replica> {
  const register = registerOrigin(options.register);
  const scope = options.scope ?? 'all';
  if (!globalThis.crypto?.subtle) {
    throw new ConfigurationError('A replica needs a secure context: https or localhost');
  }
  try {
    await options.store.open({ register, scope, schema: REPLICA_SCHEMA });
  } catch (cause) {
    const why = (cause as Error)?.message;
    throw new SyncError('store', `The store of the replica cannot be opened: ${why}`, { cause });
  }
  const replica = new Replica({ ...options, register, scope });
  await replica.read();
  return replica;
}

const platformTimers: Timers = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

function closedError(): SyncError {
  return new SyncError('closed', 'The replica is closed');
}

function ignore(): void {}
