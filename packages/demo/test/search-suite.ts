/** Search in the catalogue of real pages, on a line that is slow, out of order, or gone. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { until } from '@pvp/testing';
import { latency, unavailable } from '@pvp/testing/fault-proxy';
import type { Page } from 'puppeteer-core';
import { servePages, type PageServer } from './support/page-server.ts';
import { shownTitles } from './support/shown.ts';
import type { Stage } from './support/stage.ts';
import { newVisit, type Visit } from './support/visit.ts';

const CATALOGUE = 'pvp-service-catalogue';
const TITLE = 'Dzīvesvietas deklarēšana';

export function searchSuite(stageOf: () => Stage): void {
  describe('search in the catalogue of a page', () => {
    let server: PageServer;
    let visit: Visit;

    before(async () => {
      const { origin } = stageOf().line;
      server = await servePages({
        folders: {},
        pages: {
          '/worker': `<!doctype html><html lang="lv"><title>Lapa</title><link rel="icon" href="data:,">
            <script type="module" src="${origin}/elements/v1/pvp.js"></script>
            <${CATALOGUE} register="${origin}" worker><a href="/">Saite</a></${CATALOGUE}>`,
        },
        policyOf: () => `script-src ${origin}; connect-src ${origin}; worker-src blob:`,
      });
    });
    after(() => server?.close());
    afterEach(async () => {
      await visit?.close();
      await stageOf().line.acceptConnections();
      stageOf().line.forget();
    });

    const titles = (page: Page) => shownTitles(page, CATALOGUE);
    const fieldOf = (page: Page) => page.waitForSelector(`${CATALOGUE} >>> input[type=search]`);
    const valueOf = async (page: Page) =>
      (await fieldOf(page))!.evaluate((field) => (field as HTMLInputElement).value);

    async function open(address: string): Promise<Page> {
      visit = await newVisit(stageOf().browser);
      await visit.page.goto(address);
      await until('a list', async () => (await titles(visit.page)).length);
      return visit.page;
    }

    /** Goes into the field, and waits until everything that search is made from has come. */
    async function begin(page: Page): Promise<void> {
      const hasCome = page.waitForResponse((response) => response.url().includes('/synonyms/'));
      await (await fieldOf(page))!.focus();
      await hasCome;
      await page.waitForNetworkIdle({ idleTime: 300, concurrency: 1 });
    }

    /** A page that follows changes always has one request under way: that one is not waited for. */
    const allAnswered = () =>
      until('all answers', () =>
        stageOf().line.log.every(({ done, path }) => done || path.endsWith('/events')),
      );

    const expected = async (q: string, more = '') => {
      const { origin } = stageOf().register;
      const response = await fetch(`${origin}/v1/services?q=${encodeURIComponent(q)}${more}`);
      const { items } = (await response.json()) as { items: { title: string }[] };
      return items.map(({ title }) => title.replace(/\s+/g, ' '));
    };
    const OF_PAGE = '&institution=90009990001&limit=6';

    test('an answer that comes late is not shown under a newer key', async () => {
      const { line, demo } = stageOf();
      // Without an index the register answers every key.
      line.on('/v1/search-index/**', unavailable('absent'));
      const page = await open(`${demo}/`);
      const late = line.on(/[?&]q=pabalsts(&|$)/, latency(2_500));
      const field = (await fieldOf(page))!;
      await field.type('pabalsts');
      await until('the question for the first words', () => late.fired);
      await field.evaluate((element) => (element as HTMLInputElement).select());
      await field.type('deklarēšana');
      await until('the newer answer', async () => (await titles(page))[0] === TITLE);
      const shown = await titles(page);
      const seen = await page.evaluateHandle((tag) => {
        const lists = new Set<string>();
        const root = document.querySelector(tag)!.shadowRoot!;
        new MutationObserver(() => {
          const all = [...root.querySelectorAll('.row .title')];
          lists.add(all.map((title) => title.textContent).join('|'));
        }).observe(root, { subtree: true, childList: true, characterData: true });
        return lists;
      }, CATALOGUE);
      await allAnswered();
      await page.waitForNetworkIdle({ idleTime: 300, concurrency: 1 });
      assert.deepEqual(await titles(page), shown);
      const others = await seen.evaluate((lists) => [...lists]);
      assert.deepEqual(
        others.filter((list) => list !== shown.join('|')),
        [],
      );
      assert.equal(await valueOf(page), 'deklarēšana');
    });

    test('answers in the wrong order end with the rows of the last key', async () => {
      const { line, demo } = stageOf();
      const page = await open(`${demo}/`);
      await begin(page);
      const words = 'bērna pabalsts';
      // The shorter the question, the longer it takes.
      for (let end = 1; end < words.length; end += 1) {
        const part = new RegExp(
          `[?&]q=${encodeURIComponent(words.slice(0, end)).replace(/%20/g, '(%20|\\+)')}(&|$)`,
        );
        line.on(part, latency(2_000 - end * 100));
      }
      await (await fieldOf(page))!.type(words, { delay: 130 });
      const last = await expected(words, OF_PAGE);
      await until('the rows', async () => (await titles(page)).join() === last.join());
      await allAnswered();
      assert.deepEqual(await titles(page), last);
    });

    test('is right after changes that come while somebody types', async () => {
      const { demo, register } = stageOf();
      const page = await open(`${demo}/`);
      await begin(page);
      const field = (await fieldOf(page))!;
      const added = Array.from({ length: 3 }, (_, nth) => ({
        type: 'service' as const,
        id: `JAUNS-${nth}`,
        kind: 'public-individual' as const,
        status: 'active' as const,
        title: { lv: `Zivju licences izsniegšana ${nth}` },
        holder: 'ozolleja',
        providers: ['ozolleja'],
      }));
      await field.type('zivju');
      for (const record of added) await register.put(record as never);
      await field.type(' licence');
      await until('the new services', async () => {
        const shown = await titles(page);
        return added.every(({ title }) => shown.includes(title.lv));
      });
      assert.deepEqual(await titles(page), await expected('zivju licence', OF_PAGE));
    });

    for (const isFrozen of [true, false]) {
      const how = isFrozen ? 'as it was left' : 'made anew';
      test(`keeps the words for those who come back to a page, ${how}`, async () => {
        const { demo } = stageOf();
        const page = await open(`${demo}/`);
        const field = (await fieldOf(page))!;
        await field.type('deklarēšana');
        // Not those of a part of the word, and not its address: either may be there before.
        const wanted = (await expected('deklarēšana', OF_PAGE)).join();
        await until(
          'the rows of the whole word',
          async () => (await titles(page)).join() === wanted,
        );
        await until(
          'the address',
          () => new URL(page.url()).searchParams.get('pvp-q') === 'deklarēšana',
        );
        // A page with such a listener is not kept.
        await page.evaluate((kept) => {
          (globalThis as { isSame?: boolean }).isSame = true;
          if (!kept) addEventListener('unload', () => undefined);
        }, isFrozen);
        await page.goto(`${demo}/agentura.html`);
        await page.goBack();
        await until('the rows', async () => (await titles(page)).join() === wanted);
        assert.equal(await valueOf(page), 'deklarēšana');
        const isSame = await page.evaluate(() => !!(globalThis as { isSame?: boolean }).isSame);
        assert.equal(isSame, isFrozen, 'the very same page');
      });
    }

    test('keeps the last words of those who leave the page right after a key', async () => {
      const page = await open(`${stageOf().demo}/`);
      await begin(page);
      const field = (await fieldOf(page))!;
      await field.type('deklarēšan');
      await until('the address', () => page.url().includes('pvp-q='));
      // A page with such a listener is made anew for those who come back.
      await page.evaluate(() => addEventListener('unload', () => undefined));
      const hasLeft = page.waitForNavigation();
      await field.evaluate((input) => {
        (input as HTMLInputElement).value += 'a';
        input.dispatchEvent(new InputEvent('input'));
        location.assign('about:blank');
      });
      await hasLeft;
      await page.goBack();
      const wanted = (await expected('deklarēšana', OF_PAGE)).join();
      await until('the rows', async () => (await titles(page)).join() === wanted);
      assert.equal(await valueOf(page), 'deklarēšana');
      assert.equal(new URL(page.url()).searchParams.get('pvp-q'), 'deklarēšana');
    });

    test('runs in a worker on a page of another origin', async () => {
      const { line } = stageOf();
      const page = await open(`${server.origin}/worker`);
      await (await fieldOf(page))!.focus();
      // The page's policy lets no worker of another origin in.
      await until('a worker', () =>
        visit.requested.some((url) => url.startsWith(`blob:${server.origin}`)),
      );
      await until('its index', () =>
        line.log.some(({ path, done }) => done && /synonyms/.test(path)),
      );
      await allAnswered();
      await line.refuseConnections();
      const rows = await expected('deklarēt', '&unified=true');
      const field = (await fieldOf(page))!;
      await field.type('deklarēt');
      await until('the rows', async () => (await titles(page)).join() === rows.join());
      assert.deepEqual(await visit.violations(), []);
    });

    test('goes on where the register is gone, and says so', async () => {
      const { line, demo } = stageOf();
      const page = await open(`${demo}/`);
      await begin(page);
      await line.refuseConnections();
      const rows = await expected('dzīvesvietas maiņa', OF_PAGE);
      await (await fieldOf(page))!.type('dzivesvietas maina');
      await until('the rows', async () => (await titles(page)).join() === rows.join());
      await until('a notice', () =>
        page.evaluate(
          (tag) => document.querySelector(tag)!.matches(':state(stale), :state(offline)'),
          CATALOGUE,
        ),
      );
      await line.acceptConnections();
    });
  });
}
