/** The elements over a static snapshot: no register is asked, and nobody sees a difference. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { until } from '@pvp/testing';
import { openFileServer, type FileServer } from '@pvp/testing/file-server';
import { openPublishedFolder, type PublishedFolder } from '@pvp/testing/published-folder';
import type { Page } from 'puppeteer-core';
import { toldTitles } from './support/demo-pages.ts';
import { servePages, type PageServer } from './support/page-server.ts';
import { deepText, fallbackShown, shownTitles } from './support/shown.ts';
import { BUNDLES, type Stage } from './support/stage.ts';
import { newVisit, type Visit } from './support/visit.ts';

const CATALOGUE = 'pvp-service-catalogue';
const CARD = 'pvp-service-card';

export function staticSnapshotSuite(stageOf: () => Stage): void {
  describe('a static snapshot in place of a register', () => {
    let files: PublishedFolder;
    let atOrigin: FileServer;
    let server: PageServer;

    before(async () => {
      files = await openPublishedFolder(stageOf().register.origin);
      atOrigin = await openFileServer({ folder: files.folder, path: '/', missing: 'page' });
      server = await servePages({
        folders: { '/elements/': BUNDLES },
        pages: {
          '/': page(files.address),
          '/file': page(`${files.address}/pvp-snapshot.json`),
          '/at-origin': page(atOrigin.origin),
          '/nothing': page(`${files.origin}/nothing`),
        },
        policyOf: () =>
          `default-src 'none'; script-src 'self'; connect-src ${files.origin} ${atOrigin.origin}; ` +
          "img-src data:; require-trusted-types-for 'script'; trusted-types lit-html",
      });
    });
    after(async () => {
      await server?.close();
      await atOrigin?.close();
      await files?.close();
    });

    function page(register: string): string {
      return `<!doctype html><html lang="lv"><title>Lapa</title><link rel="icon" href="data:,">
      <script type="module" src="/elements/pvp.js"></script>
      <${CATALOGUE} register="${register}" institution="ozolleja" live><a href="/">Saite</a></${CATALOGUE}>
      <${CARD} register="${register}" service="PV-2001" view="full"><a href="/">Saite</a></${CARD}>`;
    }

    async function visit(path: string): Promise<Visit> {
      const opened = await newVisit(stageOf().browser);
      await opened.page.goto(server.origin + path, { waitUntil: 'load' });
      return opened;
    }

    const listed = (on: Page) =>
      until('the list', async () => (await shownTitles(on, CATALOGUE)).length);
    const drawn = (on: Page) =>
      until('the description', async () => (await shownTitles(on, CARD))[0]);

    for (const path of ['/', '/file']) {
      test(`named by ${path === '/' ? 'its folder' : 'its file'}, it shows what is registered`, async () => {
        const { page: on, printed, requested, violations, stored, close } = await visit(path);
        try {
          await listed(on);
          const told = '/v1/services?institution=ozolleja';
          const titles = await toldTitles(stageOf().register.origin, told);
          assert.deepEqual(await shownTitles(on, CATALOGUE), titles);
          assert.equal(await drawn(on), 'Bērna piedzimšanas pabalsts');
          await on.waitForNetworkIdle({ idleTime: 100 });
          const asked = requested.filter((url) => url.startsWith(files.origin));
          // Both elements together: the head, the index, the part of the one description.
          assert.deepEqual(
            asked.map((url) => url.replace(files.address, '').replace(/[0-9a-f]{64}/, '#')),
            ['/pvp-snapshot.json', '/search-index/#.json', '/parts/#.ndjson'],
          );
          assert.deepEqual(printed, [], 'printed to the console');
          assert.deepEqual(await violations(), []);
          assert.deepEqual(await stored(), [], 'stored with the visitor');
        } finally {
          await close();
        }
      });
    }

    test('one searches, filters and opens a service as with a register', async () => {
      const { page: on, printed, close } = await visit('/');
      try {
        await listed(on);
        const before = await shownTitles(on, CATALOGUE);
        const type = (text: string) =>
          on.evaluate(
            (tag, value) => {
              const field = document.querySelector(tag)!.shadowRoot!.querySelector('input')!;
              field.value = value;
              field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
            },
            CATALOGUE,
            text,
          );
        await type('nekā tāda nav');
        await until(
          'that nothing was found',
          async () => !(await shownTitles(on, CATALOGUE)).length,
        );
        const { origin } = stageOf().register;
        await until('the way to the register', async () => (await deepText(on)).includes(origin));
        await type('dzivesviet');
        await until('some services', async () => {
          const titles = await shownTitles(on, CATALOGUE);
          return titles.includes('Dzīvesvietas deklarēšana') && titles.length < before.length;
        });
        await on.evaluate((tag) => {
          const rows = document.querySelector(tag)!.shadowRoot!.querySelectorAll('a.title');
          const wanted = [...rows].find((row) => row.textContent === 'Dzīvesvietas deklarēšana');
          (wanted as HTMLElement).click();
        }, CATALOGUE);
        // What only the whole description says.
        await until('the whole description', async () =>
          (await deepText(on)).includes('Kad deklarāciju nepieņem'),
        );
        assert.deepEqual(printed, []);
      } finally {
        await close();
      }
    });

    test('at an origin without a path it is found where a register does not answer', async () => {
      const { page: on, requested, close } = await visit('/at-origin');
      try {
        await listed(on);
        await drawn(on);
        await on.waitForNetworkIdle({ idleTime: 100, concurrency: 1 });
        const heads = requested.filter((url) => url.includes('pvp-snapshot.json'));
        assert.equal(heads.length, 1, 'looked for once, by both elements together');
      } finally {
        await close();
      }
    });

    test('where there is none, the page keeps what it brought along', async () => {
      const { page: on, printed, close } = await visit('/nothing');
      try {
        await on.waitForNetworkIdle({ idleTime: 100 });
        for (const tag of [CATALOGUE, CARD]) assert.ok(await fallbackShown(on, tag), tag);
        assert.deepEqual(
          printed.filter((line) => line.startsWith('uncaught')),
          [],
        );
      } finally {
        await close();
      }
    });

    test('what is published anew is seen by who asks again', async () => {
      const { page: on, close } = await visit('/');
      const { register } = stageOf();
      const held = await register.store.get('service', 'PV-2001');
      try {
        await drawn(on);
        await register.put({ ...held!.record, title: { lv: 'Pabalsts par jaundzimušo' } } as never);
        await files.publish();
        await on.evaluate((tag) => {
          (document.querySelector(tag) as unknown as { refresh(): void }).refresh();
        }, CARD);
        await until('the new title', async () => (await shownTitles(on, CARD))[0] === 'Pabalsts par jaundzimušo'); // prettier-ignore
      } finally {
        await register.put(held!.record as never);
        await close();
      }
    });
  });
}
