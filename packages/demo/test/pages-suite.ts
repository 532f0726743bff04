/** The pages of the demo site in a browser, as a visitor meets them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '@pvp/testing';
import { DEMO_PAGES, toldTitles, type DemoPage } from './support/demo-pages.ts';
import { deepText, fallbackShown, labels, shownTitles, sidewaysScroll } from './support/shown.ts';
import type { Stage } from './support/stage.ts';
import { newVisit, type Visit } from './support/visit.ts';

const WIDTHS = [320, 1280];

/** Marks what never leaves the register: the management half of records. */
const CANARY = /KANARIJS/i;

/** Words of an English interface; none is a Latvian word as well. */
const ENGLISH =
  /(?<!\p{L})(search|filters?|clear|show|more|back|loading|free|fee|services?|catalogue|cost|price|amount|term|how|where|what|who|channels?|request|steps?|forms?|result|legal|related|helps?|contact|open|opens|closed|appointment|documents?|evidence|language|source|register|number|checked|changed|loaded|fetched|sample|machine|remove|results?|notes?|identification|website|institutions?|recipients?|residents|businesses|in person|phone|post|undefined|null|NaN)(?!\p{L})/iu;

export function pagesSuite(stageOf: () => Stage): void {
  async function goTo({ page }: Visit, { path, elements }: DemoPage): Promise<void> {
    await page.goto(stageOf().demo + path, { waitUntil: 'load' });
    for (const { tag, told } of elements) {
      const titles = await toldTitles(stageOf().register.origin, told);
      assert.ok(titles.length > 0, `the register has something for ${path}`);
      await until(`${titles.join(', ')} in <${tag}> of ${path}`, async () => {
        const shown = await shownTitles(page, tag);
        return titles.every((title) => shown.includes(title));
      });
    }
    await page.waitForNetworkIdle({ idleTime: 100, concurrency: 1 });
  }

  for (const demoPage of DEMO_PAGES) {
    for (const width of WIDTHS) {
      test(`${demoPage.path} at ${width} px: shows what is registered and leaves no trace`, async () => {
        const visit = await newVisit(stageOf().browser, { width });
        try {
          await goTo(visit, demoPage);
          for (const { tag } of demoPage.elements) {
            assert.equal(await fallbackShown(visit.page, tag), false, `fallback of <${tag}>`);
          }
          const unknown = await visit.page.$$eval(':not(:defined)', (found) =>
            found.map(({ localName }) => localName),
          );
          assert.deepEqual(unknown, [], 'tags that nothing on the page defines');
          const outside = await visit.page.$$eval('h1', (headings) =>
            headings
              .filter((heading) => !heading.closest('main, body > .page > header'))
              .map(({ textContent }) => textContent),
          );
          assert.deepEqual(outside, [], 'titles that the way past the menu leaves out');
          assert.equal(await sidewaysScroll(visit.page), 0, 'pixels to scroll sideways');
          const names = await labels(visit.page);
          assert.ok(names.length > 0, 'labels are found');
          assert.deepEqual(
            names.filter((name) => ENGLISH.test(name)),
            [],
            'English on a Latvian page',
          );
          assert.deepEqual(visit.printed, [], 'printed to the console');
          assert.deepEqual(await visit.violations(), [], 'policy violations');
          assert.deepEqual(await visit.stored(), [], 'stored with the visitor');
          const origins = new Set(visit.requested.map((url) => new URL(url).origin));
          assert.deepEqual([...origins].sort(), [stageOf().demo, stageOf().line.origin].sort());
          assert.doesNotMatch(await deepText(visit.page), CANARY);
          const bodies = await visit.bodies();
          assert.ok(
            bodies.some((body) => body.includes('"title"')),
            'answers were read',
          );
          for (const body of bodies) assert.doesNotMatch(body, CANARY);
          assertLogClean();
        } finally {
          await visit.close();
        }
      });
    }
  }

  test('every service of a catalogue opens in place, and shows nothing of a management half', async () => {
    const visit = await newVisit(stageOf().browser);
    const { page } = visit;
    try {
      await goTo(visit, DEMO_PAGES.at(-1)!);
      const total = await openWholeList(visit);
      for (let row = 0; row < total; row += 1) {
        const title = await page.evaluate((index) => {
          const catalogue = document.querySelector('pvp-service-catalogue')!;
          const link = catalogue.shadowRoot!.querySelectorAll<HTMLElement>('.row .title')[index]!;
          link.click();
          return link.textContent.trim();
        }, row);
        await until(`${title} opened in place`, () =>
          page.evaluate((wanted) => {
            const catalogue = document.querySelector('pvp-service-catalogue')!;
            const card = catalogue.shadowRoot!.querySelector('pvp-service-card')?.shadowRoot;
            const shown = card?.querySelector('[part~="title"]')?.textContent.trim();
            // The description itself: its title alone stands a moment earlier.
            return shown === wanted && !!card?.querySelector('[part~="provenance"]');
          }, title),
        );
        assert.doesNotMatch(await deepText(page), CANARY, title);
        await page.evaluate(() => {
          const catalogue = document.querySelector('pvp-service-catalogue')!;
          catalogue.shadowRoot!.querySelector<HTMLElement>('.back')!.click();
        });
        await until('the list again', async () =>
          (await shownTitles(page, 'pvp-service-catalogue')).includes(title),
        );
      }
      assert.deepEqual(visit.printed, [], 'printed to the console');
      assert.deepEqual(await visit.violations(), [], 'policy violations');
      for (const body of await visit.bodies()) assert.doesNotMatch(body, CANARY);
    } finally {
      await visit.close();
    }
    assertLogClean();
  });

  /** Presses "show more" to the end. Returns the number of rows, which the register confirms. */
  async function openWholeList({ page }: Visit): Promise<number> {
    const list = '/v1/services?institution=socialais-atbalsts&limit=200';
    const { length } = await toldTitles(stageOf().register.origin, list);
    await until('the whole list', async () => {
      const { rows, pressed } = await page.evaluate(() => {
        const root = document.querySelector('pvp-service-catalogue')!.shadowRoot!;
        const more = root.querySelector<HTMLElement>('.more button');
        more?.click();
        return { rows: root.querySelectorAll('.row').length, pressed: !!more };
      });
      return !pressed && rows === length;
    });
    return length;
  }

  function assertLogClean(): void {
    assert.ok(
      stageOf().log.some((line) => line.includes('/v1/services')),
      'the log was read',
    );
    assert.deepEqual(
      stageOf().log.filter((line) => CANARY.test(line)),
      [],
    );
  }
}
