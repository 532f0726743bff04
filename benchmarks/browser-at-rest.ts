/** When a browser does nothing any more. */
import type { Browser } from 'puppeteer-core';

/** Between two looks, in milliseconds. */
const INTERVAL = 250;
/** Looks before it is told that the browser does not come to rest. */
const MOST = 120;
/** Seconds of the processor in that time: what a browser that does nothing still does. */
const NOTHING = 0.02;

/**
 * Waits until no process of the browser works. For every window that it opens, a browser loads pages of
 * its own (Chromium's address field has one, which takes half a second of a processor): on a machine with
 * few of them, a page that is measured meanwhile is measured together with these.
 */
export async function untilAtRest(browser: Browser): Promise<void> {
  const session = await browser.target().createCDPSession();
  let before = -Infinity;
  for (let look = 0; ; look++) {
    if (look === MOST) throw new Error('The browser does not come to rest');
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const now = processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    if (now - before < NOTHING) break;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
  }
  await session.detach();
}
