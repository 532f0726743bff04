/** Changes of the register on pages that stay open, and the one event stream that brings them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '@pvp/testing';
import type { FullRecord } from '@pvp/contract';
import type { Page } from 'puppeteer-core';
import { shownTitles } from './support/shown.ts';
import type { Stage } from './support/stage.ts';
import { newVisit } from './support/visit.ts';

const SERVICE = 'PV-1001';
const WITHIN_MS = 5_000;

export function liveSuite(stageOf: () => Stage): void {
  /** Gives the service another title through the write API. */
  async function retitle(title: string): Promise<void> {
    const { register } = stageOf();
    const answer = await fetch(`${register.origin}/v1/admin/service/${SERVICE}`, {
      headers: { authorization: `Bearer ${register.adminToken}` },
    });
    const record = (await answer.json()) as FullRecord & Record<string, unknown>;
    delete record['hash'];
    await register.put({ ...record, title: { ...(record['title'] as object), lv: title } });
  }

  async function showsInTime(page: Page, tag: string, title: string): Promise<void> {
    await until(title, async () => (await shownTitles(page, tag)).includes(title), WITHIN_MS);
  }

  /** Streams that the register holds open. */
  const openStreams = () =>
    stageOf().line.log.filter(
      ({ method, path, done, status }) =>
        method === 'GET' && path === '/v1/events' && status === 200 && !done,
    ).length;

  /** The stream stands, so that the next change is told and not found at the first connection. */
  async function streamStands(): Promise<void> {
    await until('an event stream', () => openStreams() === 1);
  }

  /** What has the focus, down through shadow trees, and how it can be told apart. */
  function focused(page: Page): Promise<string> {
    return page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return `${active?.localName} ${active?.id} ${active?.getAttribute('href') ?? ''}`;
    });
  }

  for (const [path, tag, focusable] of [
    ['/', 'pvp-service-catalogue', 'input[type=search]'],
    ['/dzivesvieta.html', 'pvp-service-card', 'a[href]'],
  ] as const) {
    test(`${path}: a change is shown within 5 s; focus and selection stay`, async () => {
      const visit = await newVisit(stageOf().browser);
      const { page } = visit;
      try {
        await page.goto(stageOf().demo + path);
        await until('titles', async () => (await shownTitles(page, tag)).length > 0);
        await until('something to focus', () =>
          page.evaluate(
            (name, selector) => {
              const root = document.querySelector(name)!.shadowRoot!;
              const target = root.querySelector<HTMLElement>(selector);
              target?.focus();
              return !!target && root.activeElement === target;
            },
            tag,
            focusable,
          ),
        );
        await streamStands();
        const before = await focused(page);
        await page.evaluate(() => ((globalThis as { kept?: boolean }).kept = true));

        await retitle(`Dzīvesvietas deklarēšana, pirmā ${tag}`);
        await showsInTime(page, tag, `Dzīvesvietas deklarēšana, pirmā ${tag}`);
        assert.equal(await focused(page), before, 'focus');

        const selected = await page.evaluate(() => {
          getSelection()!.selectAllChildren(document.querySelector('h1')!);
          return String(getSelection());
        });
        assert.notEqual(selected, '');
        await retitle(`Dzīvesvietas deklarēšana, otrā ${tag}`);
        await showsInTime(page, tag, `Dzīvesvietas deklarēšana, otrā ${tag}`);
        assert.equal(await page.evaluate(() => String(getSelection())), selected, 'selection');

        assert.equal(
          await page.evaluate(() => (globalThis as { kept?: boolean }).kept),
          true,
          'no reload',
        );
        assert.deepEqual(visit.printed, []);
        assert.deepEqual(await visit.stored(), [], 'stored with the visitor');
      } finally {
        await visit.close();
      }
      await until('the end of the stream', () => openStreams() === 0);
    });
  }

  test('two open tabs hold one event stream together; the second takes over from the first', async () => {
    const visit = await newVisit(stageOf().browser);
    try {
      const first = visit.page;
      await first.goto(`${stageOf().demo}/`);
      await until('titles', async () => (await shownTitles(first, 'pvp-service-catalogue')).length);
      await streamStands();
      const asked = stageOf().line.count('/v1/events');
      // A window of its own: a tab of the same window would hide the first.
      const second = await visit.context.newPage({ type: 'window' });
      await second.goto(`${stageOf().demo}/dzivesvieta.html`);
      await until('a title', async () => (await shownTitles(second, 'pvp-service-card')).length);
      for (const page of [first, second]) {
        assert.equal(await page.evaluate(() => document.visibilityState), 'visible');
      }

      await retitle('Dzīvesvietas deklarēšana divās cilnēs');
      await showsInTime(first, 'pvp-service-catalogue', 'Dzīvesvietas deklarēšana divās cilnēs');
      await showsInTime(second, 'pvp-service-card', 'Dzīvesvietas deklarēšana divās cilnēs');
      assert.equal(stageOf().line.count('/v1/events'), asked, 'streams opened by the second tab');
      assert.equal(openStreams(), 1);

      await first.close();
      await until(
        'a stream of the second tab',
        () => stageOf().line.count('/v1/events') === asked + 1,
      );
      await until('one stream', () => openStreams() === 1);
      await retitle('Dzīvesvietas deklarēšana vienā cilnē');
      await showsInTime(second, 'pvp-service-card', 'Dzīvesvietas deklarēšana vienā cilnē');
    } finally {
      await visit.close();
    }
    await until('the end of the stream', () => openStreams() === 0);
  });

  test('a hidden tab closes its stream, and is up to date when it is seen again', async () => {
    const visit = await newVisit(stageOf().browser);
    const { page, context } = visit;
    try {
      await page.goto(`${stageOf().demo}/`);
      await until('titles', async () => (await shownTitles(page, 'pvp-service-catalogue')).length);
      await streamStands();
      const cover = await context.newPage();
      await until(
        'a hidden tab',
        async () => (await page.evaluate(() => document.visibilityState)) === 'hidden',
      );
      await until('the end of the stream', () => openStreams() === 0);
      await retitle('Dzīvesvietas deklarēšana pēc atgriešanās');
      await cover.close();
      await page.bringToFront();
      await showsInTime(page, 'pvp-service-catalogue', 'Dzīvesvietas deklarēšana pēc atgriešanās');
      await streamStands();
    } finally {
      await visit.close();
    }
  });
}
