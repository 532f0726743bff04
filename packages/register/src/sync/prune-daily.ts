import type { Log } from '../log.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import { StoreError } from '../store/store-error.ts';
import type { Store } from '../store/store.ts';

const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 24 * 3600 * 1000;

/** Has the store forget the old part of the log, soon after the start and then once a day. */
export function pruneDaily(
  { store, model, log, clock }: { store: Store; model: ReadModel; log: Log; clock: () => Date },
  shutdown: AbortSignal,
): void {
  let timer: NodeJS.Timeout;
  const wait = (ms: number) => {
    timer = setTimeout(() => void prune(), ms);
    timer.unref();
  };
  const prune = async () => {
    try {
      await store.prune(clock().toISOString()).catch((error: unknown) => {
        // A store that can only be read is pruned by whoever writes it; the floors move all the same.
        if (!(error instanceof StoreError && error.code === 'not-writable')) throw error;
      });
      await model.readFloors();
    } catch (error) {
      if (!shutdown.aborted) log.warn({ error }, 'the change log was not pruned');
    }
    if (!shutdown.aborted) wait(EVERY_MS);
  };
  wait(FIRST_AFTER_MS);
  shutdown.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
