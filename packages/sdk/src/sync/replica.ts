import type { Head, RecordBase } from '@pvp/contract';
import { registerOrigin } from '../client/register-origin.ts';
import type { RequestSettings } from '../client/request-json.ts';
import { untilAborted } from '../client/until-aborted.ts';
import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Timers } from '../live/change-feed.ts';
import { ReplicaContents } from './replica-contents.ts';
import { REPLICA_SCHEMA, type HeldBack, type ReplicaStore } from './replica-store.ts';
import { ScopeReader } from './scope-reader.ts';
import type { Trust } from './signed-position.ts';
import { SyncError } from './sync-error.ts';
import { emptyReport, type SyncProgress, type SyncReport } from './sync-report.ts';
import { runSync } from './sync-run.ts';
import type { SyncWork } from './sync-work.ts';
import { openCommitChannel, whileAlone, type Locks } from './tabs.ts';
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
  readonly #channel: BroadcastChannel | undefined;
  readonly #locks: Locks | undefined;
  readonly #trust: Trust;
  readonly #listeners = new Set<(report: SyncReport | undefined) => void>();
  readonly #closing = new AbortController();
  #running: Running | undefined;
  #lag = 0;
  #lastError: Error | undefined;

  /** @internal Use `openReplica`. */
  constructor(options: ReplicaOptions, scope: string, contents: ReplicaContents) {
    this.#options = options;
    this.register = options.register;
    this.scope = scope;
    this.#contents = contents;
    this.#trust = { publicKey: options.publicKey };
    this.#locks = 'locks' in options ? options.locks : globalThis.navigator?.locks;
    // Without locks there are no tabs; in Node a channel would keep the process alive.
    if (this.#locks) {
      const heard = () => {
        contents.forget();
        void contents.current().then(() => this.#tell(undefined), ignore);
      };
      this.#channel = openCommitChannel(this.#name, heard, options.openChannel);
    }
  }

  /** @internal How it asks the register. */
  get settings(): RequestSettings {
    return this.#options;
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
    const signal = AbortSignal.any([stopping.signal, this.#closing.signal]);
    const sync = () => this.sync({ signal });
    void import('./follow.ts').then(
      ({ follow }) => follow(sync, { ...this.#options, locks: this.#locks }, signal),
      // A page that went offline before it had this part: it is still as new as one sync makes it.
      () => sync().catch(ignore),
    );
    return () => stopping.abort();
  }

  /** Ends what is under way and closes the store. What is held stays for the next time. */
  async close(): Promise<void> {
    if (this.#machine.state === 'closed') return;
    this.#machine.send('close');
    this.#closing.abort();
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
    const { timers = platformTimers } = this.#options;
    const alone = () => this.#runAlone(signal, onProgress, accept);
    try {
      const report = await whileAlone(this.#name, { locks: this.#locks, timers, signal }, alone);
      this.#lastError = undefined;
      return report ?? { ...emptyReport(this.status.checkpoint), elsewhere: true };
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
    // Another process may have committed meanwhile; without a channel nobody tells.
    this.#contents.forget();
    const contents = await this.#contents.current();
    const { meta } = contents;
    const work: SyncWork = {
      options: {
        machine: this.#machine,
        contents: this.#contents,
        reader: new ScopeReader(this.register, this.scope, this.#options),
        signal,
        onProgress,
        trust: this.#trust,
        acceptFrom: accept ? meta?.held?.newCount : undefined,
        changeClasses: this.#options.changeClasses,
      },
      report: emptyReport(meta?.checkpoint),
      contents,
      lag: 0,
      pages: 0,
      restarts: 0,
      isRepair: false,
    };
    try {
      return await runSync(work);
    } finally {
      this.#lag = work.lag;
      if (this.#contents.latest.meta?.revision !== meta?.revision) {
        this.#channel?.postMessage('commit');
        this.#tell(work.report);
      }
    }
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
  const { scope = 'all', store } = options;
  const register = registerOrigin(options.register);
  if (!globalThis.crypto?.subtle) {
    throw new ConfigurationError('A replica needs a secure context: https or localhost');
  }
  const contents = new ReplicaContents(store);
  await contents.ask(
    () => store.open({ register, scope, schema: REPLICA_SCHEMA }),
    'cannot be opened',
  );
  await contents.current();
  return new Replica({ ...options, register }, scope, contents);
}

const platformTimers: Timers = (run, milliseconds) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

function closedError(): SyncError {
  return new SyncError('closed', 'The replica is closed');
}

function ignore(): void {}
