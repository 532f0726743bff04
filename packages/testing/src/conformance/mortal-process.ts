/** A process that dies in the middle: whatever it does after that reaches neither store nor network. */
import type { ReplicaStore } from '@pvp/sdk/sync';

export interface Death {
  at: 'request' | 'write';
  /** 1 is the first. */
  nth: number;
  /** Before the other side has done its work, or after, with the answer lost. */
  moment: 'before' | 'after';
}

export interface MortalProcess {
  readonly store: ReplicaStore;
  readonly fetch: typeof fetch;
  /** Aborted when the process is dead. */
  readonly death: AbortSignal;
}

export function mortalProcess(inner: ReplicaStore, { at, nth, moment }: Death): MortalProcess {
  const dying = new AbortController();
  const death = dying.signal;
  let left = nth;
  /** What the rest of the process sees of `work`. */
  const living = async <T>(work: () => Promise<T>, counts: boolean): Promise<T> => {
    death.throwIfAborted();
    const isLast = counts && --left === 0;
    const result = isLast && moment === 'before' ? undefined : await work();
    if (isLast) dying.abort(new Error('The process is dead'));
    // Rejecting, so that nothing waits for ever; nothing of the dead process has an effect any more.
    death.throwIfAborted();
    return result as T;
  };
  return {
    death,
    fetch: (input, init) => living(() => fetch(input, init), at === 'request'),
    store: {
      open: (name) => inner.open(name),
      readState: () => living(() => inner.readState(), false),
      readPart: (sha256) => living(() => inner.readPart(sha256), false),
      partNames: () => living(() => inner.partNames(), false),
      commit: (commit) => living(() => inner.commit(commit), at === 'write'),
      close: () => inner.close(),
      destroy: () => inner.destroy(),
    },
  };
}
