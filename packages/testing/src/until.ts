import assert from 'node:assert/strict';
import { scheduler } from 'node:timers/promises';

/** Long enough for a machine that runs other tests too. */
const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 20;

/** Looks again until there is something to see; fails with what was missing. */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  withinMs = PATIENCE_MS,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    assert.ok(performance.now() < deadline, `${what}: not seen within ${withinMs} ms`);
    // Between two looks the other processes, and the page, get the processor.
    await scheduler.wait(LOOK_EVERY_MS);
  }
}
