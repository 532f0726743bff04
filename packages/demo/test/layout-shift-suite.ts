/** How far the host page's own text jumps while the catalogue arrives. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '@pvp/testing';
import { shownTitles } from './support/shown.ts';
import type { Stage } from './support/stage.ts';
import { newVisit } from './support/visit.ts';

const MOST = 0.05;
const SLOW_4G = { downloadThroughput: 200_000, uploadThroughput: 93_750, latency: 150 };

export function layoutShiftSuite(stageOf: () => Stage): void {
  test(`the home page shifts by at most ${MOST} on a slow phone`, async () => {
    const visit = await newVisit(stageOf().browser, { width: 412 });
    const { page } = visit;
    try {
      const session = await page.createCDPSession();
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', { offline: false, ...SLOW_4G });
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
      await page.evaluateOnNewDocument(() => {
        const seen = globalThis as unknown as { shifts: { value: number; at: number }[] };
        seen.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
            seen.shifts.push({ value: entry.value, at: entry.startTime });
          }
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(`${stageOf().demo}/`, { waitUntil: 'load', timeout: 60_000 });
      await until('titles', async () => (await shownTitles(page, 'pvp-service-catalogue')).length);
      await page.waitForNetworkIdle({ idleTime: 200, concurrency: 1 });
      // Two frames: the last picture is drawn, and its shifts have been told.
      const shifts = await page.evaluate(async () => {
        for (let frame = 0; frame < 2; frame += 1) {
          await new Promise((next) => requestAnimationFrame(next));
        }
        return (globalThis as unknown as { shifts: { value: number; at: number }[] }).shifts;
      });
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      assert.ok(sum <= MOST, `shifted by ${sum.toFixed(3)}: ${JSON.stringify(shifts)}`);
      assert.equal(
        await page.evaluate(() => !!document.querySelector('pvp-service-catalogue ~ *, .news')),
        true,
        'text of the page stands below',
      );
    } finally {
      await visit.close();
    }
  });
}
