/** What stands on the demo pages where the elements cannot work: the webmaster's own content. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '@pvp/testing';
import { htmlPage, resetAfter, unavailable } from '@pvp/testing/fault-proxy';
import { DEMO_PAGES } from './support/demo-pages.ts';
import { fallbackShown, shownTitles } from './support/shown.ts';
import type { Stage } from './support/stage.ts';
import { newVisit } from './support/visit.ts';

export function fallbackSuite(stageOf: () => Stage): void {
  async function assertFallbacks(
    javaScript: boolean,
    settled: () => Promise<unknown> = async () => undefined,
  ): Promise<void> {
    for (const { path, elements } of DEMO_PAGES) {
      // A fresh tab for each page: what a navigation cuts off would never count as ended.
      const visit = await newVisit(stageOf().browser, { javaScript, width: 320 });
      try {
        await visit.page.goto(stageOf().demo + path, { waitUntil: 'load' });
        await settled();
        // Without scripts nothing follows the load.
        if (javaScript) await visit.page.waitForNetworkIdle({ idleTime: 50 });
        for (const { tag } of elements) {
          const shown = await fallbackShown(visit.page, tag);
          assert.equal(shown, true, `fallback of <${tag}> on ${path}`);
        }
        const uncaught = visit.printed.filter((line) => line.startsWith('uncaught'));
        assert.deepEqual(uncaught, [], path);
      } finally {
        await visit.close();
      }
    }
  }

  test('without JavaScript every page shows the fallback', async () => {
    const asked = stageOf().line.requests;
    await assertFallbacks(false);
    assert.equal(stageOf().line.requests, asked, 'requests to the register');
  });

  test('while the register is stopped every page shows the fallback', async () => {
    await stageOf().line.refuseConnections();
    await assertFallbacks(true);
    await stageOf().line.acceptConnections();
  });

  test('where the register gives nonsense for data every page shows the fallback', async () => {
    const nonsense = stageOf().line.on('/v1/**', htmlPage());
    let met = 0;
    await assertFallbacks(true, async () => {
      await until('an answer to this page', () => nonsense.fired > met);
      met = nonsense.fired;
    });
    nonsense.off();
  });

  for (const [name, fault] of [
    ['asks for a pause', () => unavailable({ seconds: 1 })],
    ['breaks off in the middle', () => resetAfter(200)],
  ] as const) {
    test(`a register that ${name} once is asked again, and the page shows what it says`, async () => {
      const { browser, demo, line } = stageOf();
      const rule = line.on('/v1/services/*', fault(), { times: 1 });
      const visit = await newVisit(browser, { width: 1280 });
      try {
        const before = line.count('/v1/services/*');
        await visit.page.goto(`${demo}/agentura.html`, { waitUntil: 'load' });
        await until('the registered text', async () =>
          (await shownTitles(visit.page, 'pvp-service-card')).includes(
            'Transportlīdzekļa reģistrācija',
          ),
        );
        assert.equal(rule.fired, 1);
        assert.equal(line.count('/v1/services/*') - before, 2, 'requests for the description');
      } finally {
        rule.off();
        await visit.close();
      }
    });
  }
}
