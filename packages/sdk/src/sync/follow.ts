import type { ProblemError } from '../errors/problem-error.ts';
import { ChangeFeed, type ChangeFeedOptions } from '../live/change-feed.ts';

const FIRST_WAIT_MS = 1_000;
/** Also how often a follower asks while it hears nothing. */
const LONGEST_WAIT_MS = 300_000;

type FeedOptions = Omit<ChangeFeedOptions, 'onChange'> &
  Required<Pick<ChangeFeedOptions, 'timers' | 'random'>>;

/**
 * Syncs now, whenever the register says that something changed, and after pauses.
 *
 * @param sync Rejects where it did not get to its end.
 */
export function follow(
  sync: () => Promise<unknown>,
  options: FeedOptions,
  signal: AbortSignal,
): void {
  let callOff = () => {};
  let failures = 0;
  let retryAfter = 0;
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
        () => (failures = retryAfter = 0),
        (error: Partial<ProblemError>) => {
          failures++;
          retryAfter = error.retryAfter ?? 0;
        },
      );
    }
    isBusy = false;
    if (signal.aborted) return;
    const pause = failures
      ? Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS)
      : LONGEST_WAIT_MS;
    const jittered = pause * (0.5 + options.random() / 2);
    callOff = options.timers(() => void next(), Math.max(jittered, retryAfter * 1000));
  };
  // A scope's log moves with every transaction of the register; its head says whether more.
  const feed = new ChangeFeed({ ...options, onChange: () => void next() });
  signal.addEventListener('abort', () => {
    callOff();
    feed.stop();
  });
  feed.start();
  void next();
}
