/** A process that dies in the middle: whatever it does after that reaches neither store nor network. */
import type { ReplicaStore } from '@pvp/sdk/sync';

/** Where a process dies. */
export type Death =
  | {
      at: 'request' | 'write';
      /** 1 is the first. */
      nth: number;
      moment: DeathMoment;
    }
  | {
      /** One of the steps that the writes of a store have; which they are is told by the store. */
      at: 'step';
      nth: number;
    };

/**
 * Before the other side has done its work; while it is at it, which a process can only do to others
 * than itself; or after, with the answer lost.
 */
export type DeathMoment = 'before' | 'within' | 'after';

/** A store whose process dies in the middle of a commit. */
export interface DyingStore {
  store: ReplicaStore;
  /** Aborted when the process is dead. */
  death: AbortSignal;
}

export interface MortalProcess {
  readonly store: ReplicaStore;
  readonly fetch: typeof fetch;
  /** Aborted when the process is dead. */
  readonly death: AbortSignal;
}

/** A process that dies at a request or at a write as a whole. */
export function mortalProcess(
  inner: ReplicaStore,
  { at, nth, moment }: Exclude<Death, { at: 'step' }>,
): MortalProcess {
  const dying = new AbortController();
  let left = nth;
  return whileAlive(inner, dying.signal, async (work, kind) => {
    const isLast = kind === at && --left === 0;
    const result = isLast && moment === 'before' ? undefined : await work();
    if (isLast) dying.abort(new Error('The process is dead'));
    return result as Awaited<ReturnType<typeof work>>;
  });
}

/** A process that dies with its store. */
export function dyingProcess({ store, death }: DyingStore): MortalProcess {
  return whileAlive(store, death, (work) => work());
}

type Act = <T>(work: () => Promise<T>, kind: 'request' | 'read' | 'write') => Promise<T>;

function whileAlive(inner: ReplicaStore, death: AbortSignal, act: Act): MortalProcess {
  /** What the rest of the process sees of `work`. */
  const living: Act = async (work, kind) => {
    death.throwIfAborted();
    const result = await act(work, kind);
    // Rejecting, so that nothing waits for ever; nothing of the dead process has an effect any more.
    death.throwIfAborted();
    return result;
  };
  return {
    death,
    fetch: (input, init) => living(() => fetch(input, init), 'request'),
    store: {
      open: (name) => inner.open(name),
      readState: () => living(() => inner.readState(), 'read'),
      readPart: (sha256) => living(() => inner.readPart(sha256), 'read'),
      partNames: () => living(() => inner.partNames(), 'read'),
      commit: (commit) => living(() => inner.commit(commit), 'write'),
      close: () => inner.close(),
      destroy: () => inner.destroy(),
    },
  };
}
