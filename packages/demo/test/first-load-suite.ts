/** The first list of a catalogue is asked for before the rest of the code is there, and once. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '@pvp/testing';
import { latency, loseAnswer, type LogEntry } from '@pvp/testing/fault-proxy';
import { servePages, type PageServer } from './support/page-server.ts';
import { shownTitles } from './support/shown.ts';
import type { Stage } from './support/stage.ts';
import { newVisit } from './support/visit.ts';

/** Attributes of a catalogue, as pages write them; `%R` is the register. */
const MARKUP = [
  'register="%R"',
  'register="%R/" rows="6"',
  'register="%R" institution="ozolleja"',
  'register="%R" institution=" transports  ozolleja,ozolleja" limit="5" heading-level="2"',
  'register="%R" recipient="resident business" general',
  'register="%R" profile="businesses" lang="en"',
  'register="%R" life-event="dzivesvietas-maina" content-lang="ru" limit="900"',
  'register="%R" deep-links',
] as const;

/** The last of them, with a question in its address. */
const SEARCHED = '/7?pvp-q=nodoklis';

export function firstLoadSuite(stageOf: () => Stage): void {
  describe('the first list of a catalogue', () => {
    let server: PageServer;

    before(async () => {
      const { origin } = stageOf().line;
      const pages = MARKUP.map((attributes, nth) => [
        `/${nth}`,
        `<!doctype html><html lang="lv"><title>Lapa</title><link rel="icon" href="data:,">
        <script type="module" src="${origin}/elements/v1/pvp-service-catalogue.js"></script>
        <pvp-service-catalogue ${attributes.replace('%R', origin)}><a href="/">Saite</a></pvp-service-catalogue>`,
      ]);
      const byPath = Object.fromEntries(pages) as Record<string, string>;
      server = await servePages({
        folders: {},
        pages: { ...byPath, [SEARCHED]: byPath['/7']! },
        policyOf: () => undefined,
      });
    });
    after(() => server?.close());

    const isList = ({ path }: LogEntry) => path === '/v1/services';
    const titlesOn = (page: Parameters<typeof shownTitles>[0]) =>
      until('a list', async () => (await shownTitles(page, 'pvp-service-catalogue')).length);

    for (const [nth, attributes] of MARKUP.entries()) {
      test(`is asked for once: ${attributes}`, async () => {
        const { line, browser } = stageOf();
        line.forget();
        const visit = await newVisit(browser);
        try {
          // The code is late: whoever asks before it came has asked by the markup alone.
          line.on(/chunks\/begin-catalogues-/, latency(400));
          await visit.page.goto(`${server.origin}/${nth}`);
          await titlesOn(visit.page);
          await visit.page.waitForNetworkIdle({ idleTime: 300 });
          const code = line.log.findIndex(({ url }) => url.includes('begin-catalogues-'));
          assert.ok(code >= 0, 'the code was fetched');
          const lists = line.log.filter(isList);
          assert.deepEqual(
            lists.map(({ url }) => url),
            [lists[0]?.url],
          );
          assert.deepEqual(visit.printed, []);
        } finally {
          line.forget();
          await visit.close();
        }
      });
    }

    test('is asked for while the code of the element is on its way', async () => {
      const { line, browser } = stageOf();
      line.forget();
      const visit = await newVisit(browser);
      try {
        line.on(/chunks\/begin-catalogues-/, latency(1_500));
        await visit.page.goto(`${server.origin}/0`, { waitUntil: 'domcontentloaded' });
        const isThere = (look: (entry: LogEntry) => boolean) => line.log.find(look)?.done === true;
        await until('the answer', () => isThere(isList));
        assert.equal(
          isThere(({ url }) => url.includes('begin-catalogues-')),
          false,
        );
        await titlesOn(visit.page);
      } finally {
        line.forget();
        await visit.close();
      }
    });

    test('is asked for again where the early question was lost', async () => {
      const { line, browser } = stageOf();
      line.forget();
      const visit = await newVisit(browser);
      try {
        line.on('/v1/services', loseAnswer(), { times: 1 });
        await visit.page.goto(`${server.origin}/0`);
        await titlesOn(visit.page);
        assert.ok(line.log.filter(isList).length > 1);
      } finally {
        line.forget();
        await visit.close();
      }
    });

    test('is the one that the address of the page names', async () => {
      const { line, browser } = stageOf();
      line.forget();
      const visit = await newVisit(browser);
      try {
        const { page } = visit;
        await page.goto(server.origin + SEARCHED);
        await titlesOn(page);
        await page.waitForNetworkIdle({ idleTime: 300 });
        const asked = line.log.filter(isList).map(({ query }) => query.get('q'));
        assert.deepEqual(asked, ['nodoklis']);
      } finally {
        line.forget();
        await visit.close();
      }
    });
  });
}
