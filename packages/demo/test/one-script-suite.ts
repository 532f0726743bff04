/** What the guides promise of `pvp.js`: one script, and every element of the page is there. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '@pvp/testing';
import { servePages, type PageServer } from './support/page-server.ts';
import { deepText } from './support/shown.ts';
import type { Stage } from './support/stage.ts';
import { newVisit } from './support/visit.ts';

/** Each tag, and what it says in the place of its fallback. */
const ELEMENTS = {
  'pvp-service-catalogue': 'Meklēt pakalpojumu',
  'pvp-service-card service="PV-1001"': 'Dzīvesvietas deklarēšana',
  'pvp-life-events': 'Bērna piedzimšana',
  'pvp-support-widget': 'Palīdzība',
  'pvp-request-form institution="90009990001"': 'Ko vēlaties darīt?',
  'pvp-request-state': 'Pieprasījuma stāvoklis',
};

export function oneScriptSuite(stageOf: () => Stage): void {
  describe('pvp.js', () => {
    let server: PageServer;

    before(async () => {
      const { origin } = stageOf().register;
      const page = (tag: string) => `<!doctype html><html lang="lv"><title>Lapa</title>
        <link rel="icon" href="data:,">
        <script type="module" src="${origin}/elements/v1/pvp.js"></script>
        <${tag} register="${origin}"></${tag.split(' ')[0]}>`;
      server = await servePages({
        folders: {},
        pages: Object.fromEntries(
          Object.keys(ELEMENTS).map((tag, nth) => [`/${nth}`, page(tag)] as const),
        ),
        policyOf: () => undefined,
      });
    });
    after(() => server?.close());

    for (const [nth, [tag, told]] of Object.entries(ELEMENTS).entries()) {
      test(`is enough for <${tag.split(' ')[0]}>`, async () => {
        const visit = await newVisit(stageOf().browser);
        try {
          await visit.page.goto(`${server.origin}/${nth}`);
          await until(told, async () => (await deepText(visit.page)).includes(told));
          assert.deepEqual(visit.printed, [], 'printed to the console');
        } finally {
          await visit.close();
        }
      });
    }
  });
}
