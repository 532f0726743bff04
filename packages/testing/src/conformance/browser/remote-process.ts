/** Processes of a browser, as a test in Node uses them. */
import type { ReplicaStore } from '@pvp/sdk/sync';
import type { DyingStore } from '../mortal-process.ts';
import type { TestedReplica } from '../replica-world.ts';
import type { ProcessCalls } from './process.ts';
import type { HostMessage, ProcessAnswer, ToldError, ToldStatus } from './wire.ts';

type Result<Method extends keyof ProcessCalls> = Awaited<ReturnType<ProcessCalls[Method]>>;

export class RemoteProcess {
  readonly #pending = new Map<
    number,
    { resolve(value: unknown): void; reject(error: Error): void }
  >();
  readonly #dying = new AbortController();
  #calls = 0;
  #status: ToldStatus | undefined;

  constructor(
    private readonly id: number,
    private readonly send: (message: HostMessage) => void,
  ) {}

  /** Aborted when the browser has ended it. */
  get death(): AbortSignal {
    return this.#dying.signal;
  }

  /** Of the replica in it, as it was after the last call. */
  get status(): ToldStatus {
    return this.#status!;
  }

  /** Rejects where the process is ended before it has answered. */
  async call<Method extends keyof ProcessCalls>(
    method: Method,
    ...args: Parameters<ProcessCalls[Method]>
  ): Promise<Result<Method>> {
    this.death.throwIfAborted();
    const id = ++this.#calls;
    const answered = new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
    });
    this.send({ do: 'call', process: this.id, call: { id, method, args } });
    return answered as Promise<Result<Method>>;
  }

  /** Ends it, whatever it is doing. */
  kill(): void {
    if (!this.death.aborted) this.send({ do: 'kill', process: this.id });
    this.died();
  }

  died(): void {
    this.#dying.abort(new Error('The process is dead'));
    for (const { reject } of this.#pending.values()) reject(this.death.reason as Error);
    this.#pending.clear();
  }

  answered({ call, value, error, status }: ProcessAnswer): void {
    this.#status = status ?? this.#status;
    const pending = this.#pending.get(call);
    this.#pending.delete(call);
    if (error) pending?.reject(errorOf(error));
    else pending?.resolve(value);
  }
}

export function errorOf({ message, ...fields }: ToldError): Error {
  return Object.assign(new Error(message), fields);
}

/** The replica that is open in a process. Closing it ends the process. */
export function remoteReplica(process: RemoteProcess): TestedReplica {
  return {
    get status() {
      const { lastError, ...status } = process.status;
      return { ...status, lastError: lastError && errorOf(lastError) };
    },
    sync: () => process.call('sync'),
    acceptHeld: () => process.call('acceptHeld'),
    get: (kind, id) => process.call('get', kind, id),
    async *records() {
      const { reader, first } = await process.call('firstRecord');
      if (first === undefined) return;
      yield first;
      yield* await process.call('otherRecords', reader);
    },
    async close() {
      if (process.death.aborted) return;
      await process.call('close');
      process.kill();
    },
  };
}

/**
 * The store of a process. Closing it ends the process.
 *
 * @param step Where it dies; see `StorePlace`.
 */
export function remoteStore(process: RemoteProcess, step: number | null): DyingStore {
  const end = async (method: 'closeStore' | 'destroyStore') => {
    if (process.death.aborted) return;
    await process.call(method);
    process.kill();
  };
  const store: ReplicaStore = {
    open: (name) => process.call('openStore', name, step),
    readState: () => process.call('readState'),
    readPart: (sha256) => process.call('readPart', sha256),
    partNames: () => process.call('partNames'),
    commit: (commit) => process.call('commit', commit),
    close: () => end('closeStore'),
    destroy: () => end('destroyStore'),
  };
  return { store, death: process.death };
}
