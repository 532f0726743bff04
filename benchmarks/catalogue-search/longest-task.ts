/** The longest task of a page with a catalogue, by the browser's trace, and what took it. */
import type { Browser } from 'puppeteer-core';
import { untilAtRest } from '../browser-at-rest.ts';
import { CATALOGUE } from '../elements/contestants.ts';

const CATEGORIES = [
  'blink.user_timing',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
] as const;
/** What takes less of a task, as a share, is not named. */
const NAMED = 0.15;
const BEGUN = 'task-begun';
const ENDED = 'task-ended';

export interface LongestTask {
  /** In milliseconds, by the clock. */
  duration: number;
  /** The processor's time of the page's thread in that task; the rest it waited for a processor. */
  own: number;
  /** Its parts as the trace names them, with their milliseconds; parts may lie within others. */
  parts: string;
}

/** An event of a trace; times are in microseconds. */
interface TraceEvent {
  name: string;
  ts: number;
  dur?: number;
  /** The processor's time of its thread. */
  tdur?: number;
  pid: number;
  tid: number;
  args: { data?: { functionName?: string; type?: string } };
}

/** From the first list, and the focus in the field, until the whole index is built. */
export async function longestTask(
  browser: Browser,
  url: string,
  slowdown: number,
): Promise<LongestTask> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const session = await page.createCDPSession();
  await untilAtRest(browser);
  await page.goto(url);
  await page.waitForFunction(`${CATALOGUE.rows}.length`);
  await page.tracing.start({ categories: [...CATEGORIES] });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.evaluate(`performance.mark('${BEGUN}'); (${CATALOGUE.field}).focus()`);
  await page.waitForFunction(
    `performance.getEntriesByType('resource').some(({ name }) => name.includes('/synonyms/'))`,
  );
  await page.waitForNetworkIdle({ idleTime: 500 });
  // A browser has no time for this before the last slice is built.
  await page.evaluate(
    `new Promise((resolve) => requestIdleCallback(resolve)).then(() => performance.mark('${ENDED}'))`,
  );
  const trace = await page.tracing.stop();
  await context.close();
  return longestOf(trace!);
}

function longestOf(trace: Uint8Array): LongestTask {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as {
    traceEvents: TraceEvent[];
  };
  const markOf = (mark: string): TraceEvent => {
    const found = traceEvents.find(({ name }) => name === mark);
    if (!found) throw new Error(`The trace of the page has no mark ${mark}`);
    return found;
  };
  const begun = markOf(BEGUN);
  const ended = markOf(ENDED);
  // Of the page's own thread: the browser has pages of its own.
  const events = traceEvents.filter(
    ({ pid, tid, dur }) => pid === begun.pid && tid === begun.tid && dur !== undefined,
  );
  const [task] = events
    .filter(({ name, ts, dur }) => name === 'RunTask' && ts + dur! > begun.ts && ts < ended.ts)
    .sort((one, other) => other.dur! - one.dur!);
  if (!task) throw new Error('The trace of the page has no task');
  const parts = events
    .filter(
      (event) =>
        event !== task &&
        event.ts >= task.ts &&
        event.ts + event.dur! <= task.ts + task.dur! &&
        event.dur! > task.dur! * NAMED,
    )
    .map(({ name, dur, args: { data } }) =>
      [name, data?.functionName ?? data?.type, Math.round(dur! / 1000)].filter(Boolean).join(' '),
    );
  return {
    duration: task.dur! / 1000,
    own: (task.tdur ?? 0) / 1000,
    parts: [...new Set(parts)].join(', '),
  };
}
