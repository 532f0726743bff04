/** The whole loop in a browser: a visitor asks, the staff answers, the visitor sees the answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '@pvp/testing';
import type { Page } from 'puppeteer-core';
import type { Stage } from './support/stage.ts';
import { newVisit, type Visit } from './support/visit.ts';

const FORM = 'pvp-request-form';
const STATE = 'pvp-request-state';

/** The text of the first element that fits, in the shadow tree of an element. */
function textIn(page: Page, tag: string, selector: string): Promise<string> {
  return page.evaluate(
    (name, inside) =>
      document.querySelector(name)?.shadowRoot?.querySelector(inside)?.textContent.trim() ?? '',
    tag,
    selector,
  );
}

const shows = (page: Page, title: string): Promise<void> =>
  until(`„${title}”`, async () => (await textIn(page, FORM, '[part~=heading]')) === title).then(
    () => undefined,
  );

/** Writes into a field of the form, as `fill` of a test tool does: its value, then the event. */
function fill(page: Page, tag: string, id: string, value: string): Promise<void> {
  return page.evaluate(
    (name, field, text) => {
      const root = document.querySelector(name)!.shadowRoot!;
      const control = root.getElementById(field) as HTMLInputElement;
      control.value = text;
      control.dispatchEvent(new Event('input', { bubbles: true }));
    },
    tag,
    id,
    value,
  );
}

function click(page: Page, tag: string, selector: string): Promise<void> {
  return page.evaluate(
    (name, inside) =>
      document.querySelector(name)!.shadowRoot!.querySelector<HTMLElement>(inside)!.click(),
    tag,
    selector,
  );
}

/** Presses the button that leads on, where there still is one. */
const press = (page: Page): Promise<void> =>
  page.evaluate(
    (name) =>
      document
        .querySelector(name)!
        .shadowRoot!.querySelector<HTMLElement>('[part~=submit]')
        ?.click(),
    FORM,
  );

const present = (page: Page, tag: string, selector: string): Promise<unknown> =>
  until(selector, () =>
    page.evaluate(
      (name, inside) => !!document.querySelector(name)?.shadowRoot?.querySelector(inside),
      tag,
      selector,
    ),
  );

/** The last page before sending, with a question. */
async function write(page: Page, text: string): Promise<void> {
  await present(page, FORM, '#kind');
  await click(page, FORM, '#kind');
  await click(page, FORM, '[part~=submit]');
  await shows(page, 'Jautājums');
  await fill(page, FORM, 'text', text);
  await goToCheck(page);
}

async function goToCheck(page: Page): Promise<void> {
  await click(page, FORM, '[part~=submit]');
  await shows(page, 'Kā Jums atbildēt?');
  await click(page, FORM, '[part~=submit]');
  await shows(page, 'Pārbaudiet un nosūtiet');
}

export function helpDeskSuite(stageOf: () => Stage): void {
  const ask = async ({ page }: Visit): Promise<void> => {
    await page.goto(`${stageOf().demo}/jautajums.html`);
  };

  /** Numbers and texts of all requests with a text. */
  const arrived = async (text: string): Promise<string[]> => {
    const { register } = stageOf();
    const headers = { authorization: `Bearer ${register.adminToken}` };
    const get = async (path: string) =>
      (await fetch(`${register.origin}/v1/admin/${path}`, { headers })).json();
    const { items } = (await get('requests?limit=100')) as { items: { number: string }[] };
    const found: string[] = [];
    for (const { number } of items) {
      const detail = (await get(`requests/${number}`)) as { text?: string };
      if (detail.text === text) found.push(number);
    }
    return found;
  };

  test('a visitor asks, the staff answers, the visitor sees the answer', async () => {
    const { demo, register } = stageOf();
    const visitor = await newVisit(stageOf().browser);
    const staff = await newVisit(stageOf().browser, { width: 1280 });
    try {
      await ask(visitor);
      await write(visitor.page, 'Vai novadā var nodot vecas riepas?');
      await click(visitor.page, FORM, '[part~=submit]');
      await shows(visitor.page, 'Pieprasījums nosūtīts');
      const number = await textIn(visitor.page, FORM, '.number');
      const secret = await textIn(visitor.page, FORM, '.secret');

      const { page } = staff;
      await page.goto(`${demo}/palidzibas-dienests.html`);
      await page.type('#pilnvara', 'nav-derigas-pilnvaras');
      await page.keyboard.press('Enter');
      await page.waitForFunction(
        () => document.getElementById('pilnvara-kluda')?.textContent === 'Pilnvara nav derīga.',
      );
      await page.type('#pilnvara', register.adminToken);
      await page.keyboard.press('Enter');
      const link = await page.waitForSelector(`a[href="#${number}"]`);
      await link!.click();
      await page.waitForSelector('#atbilde');
      const text = await page.$eval('#pieprasijums .text', (one) => one.textContent);
      assert.equal(text, 'Vai novadā var nodot vecas riepas?');
      await page.type('#atbilde', 'Var. Laukumā Liepu ielā 1, darbdienās.');
      await page.select('#jauns-stavoklis', 'resolved');
      await page.click('#pieprasijums form button');
      await page.waitForFunction(() =>
        document.getElementById('zina')?.textContent?.includes('saglabāts: Atbildēts'),
      );
      await page.select('#jauns-stavoklis', 'closed');
      await page.click('#pieprasijums form button');
      await page.waitForFunction(() =>
        document.getElementById('zina')?.textContent?.includes('saglabāts: Slēgts'),
      );
      // The token is neither in an address nor kept longer than the tab.
      assert.doesNotMatch(page.url(), new RegExp(register.adminToken));
      assert.deepEqual(await staff.stored(), ['sessionStorage pvp-help-desk-token']);
      assert.ok(staff.requested.every((url) => !url.includes(register.adminToken)));

      await fill(visitor.page, STATE, 'number', number);
      await fill(visitor.page, STATE, 'secret', secret);
      await click(visitor.page, STATE, 'form [part~=button]');
      await until(
        'the answer',
        async () => (await textIn(visitor.page, STATE, '.state-name')) === 'Slēgts',
      );
      assert.equal(
        await textIn(visitor.page, STATE, '[part~=answer] .written'),
        'Var. Laukumā Liepu ielā 1, darbdienās.',
      );
      assert.ok(
        visitor.requested.every((url) => !url.includes(secret)),
        'no secret in an address',
      );
      assert.deepEqual(visitor.printed, [], 'printed to the console');
      assert.deepEqual(await visitor.context.cookies(), []);
    } finally {
      await visitor.close();
      await staff.close();
    }
  });

  test('a draft survives a reload of the page', async () => {
    const visit = await newVisit(stageOf().browser, { width: 320 });
    try {
      const { page } = visit;
      await ask(visit);
      await write(page, 'Iesākts pirms pārlādes');
      await page.reload();
      await shows(page, 'Jautājums');
      const kept = await page.evaluate(
        (tag) =>
          (document.querySelector(tag)!.shadowRoot!.getElementById('text') as HTMLTextAreaElement)
            .value,
        FORM,
      );
      assert.equal(kept, 'Iesākts pirms pārlādes');
    } finally {
      await visit.close();
    }
  });

  test('two tabs with the same draft send it once', async () => {
    const visit = await newVisit(stageOf().browser);
    try {
      const { page: first, context } = visit;
      await ask(visit);
      await write(first, 'Divas cilnes, viens pieprasījums');
      const second = await context.newPage();
      await second.goto(first.url());
      await shows(second, 'Jautājums');
      await goToCheck(second);
      // Whoever is quicker sends; the other one may hear of it before its button is pressed.
      await Promise.all([press(first), press(second)]);
      await shows(first, 'Pieprasījums nosūtīts');
      await shows(second, 'Pieprasījums nosūtīts');
      const [number, ...more] = await arrived('Divas cilnes, viens pieprasījums');
      assert.deepEqual(more, []);
      assert.equal(await textIn(first, FORM, '.number'), number);
      assert.equal(await textIn(second, FORM, '.number'), number);
    } finally {
      await visit.close();
    }
  });
}
