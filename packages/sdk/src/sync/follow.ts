import type { RegisterError } from '../errors/register-error.ts';
import { ChangeFeed, platformTimers, type ChangeFeedOptions } from '../live/change-feed.ts';

const FIRST_WAIT_MS = 1_000;
/** Also how often a follower asks while it hears nothing. */
const LONGEST_WAIT_MS = 300_000;

type FeedOptions = Omit<ChangeFeedOptions, 'onChange'>;

/** What a sync rejected with; other errors have none of this. */
type Failure = Partial<Pick<RegisterError, 'code' | 'retryable'>> & { retryAfter?: number };

/**
 * Syncs now, whenever the register says that something changed, and after pauses.
 *
 * @param sync Rejects where it did not get to its end.
 */
export function follow(
  sync: () => Promise<unknown>,
  {
    register,
    fetch,
    headers,
    random = Math.random,
    openChannel,
    timers = platformTimers,
    locks,
  }: FeedOptions,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let callOff = () => {};
  let failures = 0;
  let failure: Failure | undefined;
  let isAsked = false;
  let isBusy = false;
  const next = async (): Promise<void> => {
    callOff();
    isAsked = true;
    // One under way and one queued: more notices than that say nothing more.
    if (isBusy) return;
    isBusy = true;
    while (isAsked && !signal.aborted) {
      isAsked = false;
      await sync().then(
        () => {
          failures = 0;
          failure = undefined;
        },
        (error: Failure) => {
          failures++;
          failure = error;
          // What is asked for meanwhile waits like everything else.
          isAsked = false;
        },
      );
    }
    isBusy = false;
    if (signal.aborted) return;
    // What will not pass by itself is looked at as rarely as a register that is silent.
    const pause = failure?.retryable
      ? Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS)
      : LONGEST_WAIT_MS;
    const jittered = pause * (0.5 + random() / 2);
    callOff = timers(() => void next(), Math.max(jittered, (failure?.retryAfter ?? 0) * 1000));
  };
  // A scope's log moves with every transaction of the register; its head says whether more.
  const onChange = () => {
    // A notice ends a wait for a register that could not be reached: it is there again. Where it asked
    // for the pause, or has broken the contract, a notice says nothing of that.
    const { code } = failure ?? {};
    if (!failure || code === 'network' || code === 'timeout') void next();
  };
  const feed = new ChangeFeed({
    register,
    fetch,
    headers,
    random,
    openChannel,
    timers,
    locks,
    onChange,
  });
  signal.addEventListener('abort', () => {
    callOff();
    feed.stop();
  });
  feed.start();
  void next();
}
