import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { pressTab, resizeViewport } from '../browser.ts';
import {
  all,
  box,
  clearPage,
  countIn,
  find,
  listed,
  place,
  textOf,
  titles,
  until,
} from '../page.ts';
import { focusable, focused, nameOf } from './focus.ts';

let register: BrowserRegister;

/** A host page with something to reach before and after the element. */
function page(element: string): HTMLElement {
  place(
    `<main><a id="before" href="#before">Before</a>${element}<a id="after" href="#after">After</a></main>`,
  );
  return document.querySelector<HTMLElement>('#before + *')!;
}

const openCatalogue = async (attributes: string): Promise<HTMLElement> => {
  const catalogue = page(
    `<pvp-service-catalogue register="${register.origin}" ${attributes}></pvp-service-catalogue>`,
  );
  await listed(catalogue);
  return catalogue;
};

/** Presses Tab until the focus is where it should end; the names of all stops on the way. */
async function walk(from: string, to: string, back = false): Promise<string[]> {
  document.querySelector<HTMLElement>(from)!.focus();
  const stops: string[] = [];
  for (let steps = 0; steps < 100; steps++) {
    await pressTab(back);
    const at = focused();
    if (at === document.querySelector(to)) return stops;
    stops.push(nameOf(at));
  }
  throw new Error(`Never arrived at ${to}; on the way: ${stops.join(' · ')}`);
}

describe('keyboard', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
    await resizeViewport(1280, 900);
  });
  afterEach(clearPage);

  it('walks through page and catalogue forth and back, in the order of reading', async () => {
    const catalogue = await openCatalogue(
      'institution="ozolleja" limit="3" facets="recipient free"',
    );
    const expected = focusable(catalogue.shadowRoot!).map(nameOf);
    expect(expected.length).to.be.above(8);
    expect(await walk('#before', '#after')).to.deep.equal(expected);
    expect(await walk('#after', '#before', true)).to.deep.equal([...expected].reverse());
  });

  it('walks through page and full description forth and back', async () => {
    const card = page(
      `<pvp-service-card register="${register.origin}" service="PV-1001" view="full"></pvp-service-card>`,
    );
    await until('all of it', () => find(card, '[part~=verification]'));
    const expected = focusable(card.shadowRoot!).map(nameOf);
    expect(expected.length).to.be.above(5);
    expect(await walk('#before', '#after')).to.deep.equal(expected);
    expect(await walk('#after', '#before', true)).to.deep.equal([...expected].reverse());
  });

  it('walks through page, life events and one of them, forth and back', async () => {
    const events = page(
      `<pvp-life-events register="${register.origin}" institution="ozolleja"></pvp-life-events>`,
    );
    await until('life events', () => find(events, '.situation'));
    const all = focusable(events.shadowRoot!).map(nameOf);
    expect(all.length).to.be.above(3);
    expect(await walk('#before', '#after')).to.deep.equal(all);
    find(events, '[data-life-event="laulibas"]')!.focus();
    await sendKeys({ press: 'Enter' });
    await until('its services', () => find(events, '.need .row'));
    expect(nameOf(focused())).to.equal('button Visas dzīves situācijas');
    const ofOne = focusable(events.shadowRoot!).map(nameOf);
    expect(await walk('#before', '#after')).to.deep.equal(ofOne);
    expect(await walk('#after', '#before', true)).to.deep.equal([...ofOne].reverse());
  });

  it('shows where the focus is, at every stop', async () => {
    const catalogue = await openCatalogue('institution="ozolleja" limit="2" facets="free"');
    document.querySelector<HTMLElement>('#before')!.focus();
    for (const stop of focusable(catalogue.shadowRoot!)) {
      await pressTab();
      const { outlineStyle, outlineWidth } = getComputedStyle(focused()!);
      expect(outlineStyle, nameOf(stop)).to.equal('solid');
      expect(Number.parseFloat(outlineWidth), nameOf(stop)).to.be.at.least(2);
    }
  });

  it('keeps the focus on a filter that was switched by key, and on its neighbour chip', async () => {
    const catalogue = await openCatalogue('');
    const total = countIn(catalogue);
    const filter = box(catalogue, 'recipient', 'Uzņēmējiem')!;
    filter.focus();
    await sendKeys({ type: ' ' });
    await until('fewer services', () => countIn(catalogue) < total);
    expect(nameOf(focused())).to.contain('Uzņēmējiem');
    const narrowed = countIn(catalogue);
    box(catalogue, 'free', 'Par maksu')!.focus();
    await sendKeys({ type: ' ' });
    await until('two chips', () => all(catalogue, '.chip').length === 2);
    await until('fewer still', () => countIn(catalogue) < narrowed);
    expect(nameOf(focused())).to.contain('Par maksu');
    all(catalogue, '.chip')[0]!.focus();
    await sendKeys({ type: ' ' });
    await until('one chip', () => all(catalogue, '.chip').length === 1);
    await until('the neighbour', () => focused()?.matches('.chip'));
  });

  it('keeps the focus in the field while the list below it changes', async () => {
    const catalogue = await openCatalogue('');
    const total = countIn(catalogue);
    find(catalogue, 'input[type=search]')!.focus();
    await sendKeys({ type: 'izzi' });
    await until('fewer services', () => countIn(catalogue) < total);
    expect(focused()).to.equal(find(catalogue, 'input[type=search]'));
  });

  it('keeps the focus on a row when the register is asked again', async () => {
    const catalogue = await openCatalogue('institution="ozolleja" live');
    const title = find(catalogue, '[data-id="PV-1001"] .title')!;
    title.focus();
    const record = await register.get('service', 'PV-1001');
    const summary = { ...(record['summary'] as object), lv: 'Citi vārdi tam pašam.' };
    await register.put('service', { ...record, summary });
    await until('the new text', () =>
      textOf(find(catalogue, '[data-id="PV-1001"]')).includes('Citi vārdi'),
    );
    expect(nameOf(focused())).to.contain(titles(catalogue).find((t) => t === textOf(title)));
    await register.put('service', {
      ...(await register.get('service', 'PV-1001')),
      summary: record['summary'],
    });
  });

  it('keeps the focus when a failure that was tried again gives way to the card', async () => {
    const failing = await openRegister();
    const well = page(
      `<pvp-service-card register="${failing.origin}" service="PV-2001"></pvp-service-card>`,
    );
    await until('the part for failures', () => find(well, 'article'));
    await failing.stop();
    const card = page(
      `<pvp-service-card register="${failing.origin}" service="PV-2002"></pvp-service-card>`,
    );
    const retry = await until('the button', () => find(card, '.failure button'));
    await failing.start();
    retry.focus();
    await sendKeys({ type: ' ' });
    await until('the card', () => find(card, 'article'));
    expect(focused()).to.equal(card);
    await pressTab();
    expect(card.shadowRoot!.contains(focused())).to.equal(true);
    await pressTab(true);
    expect(nameOf(focused())).to.equal('a Before');
    expect(card.hasAttribute('tabindex')).to.equal(false);
  });

  it('holds no focus any more once it has gone elsewhere', async () => {
    const failing = await openRegister();
    await failing.stop();
    const card = page(
      `<pvp-service-card register="${failing.origin}" service="PV-2002"></pvp-service-card>`,
    );
    const retry = await until('the button', () => find(card, '.failure button'));
    retry.focus();
    await sendKeys({ type: ' ' });
    await until('the focus', () => focused() === card);
    document.querySelector<HTMLElement>('#after')!.focus();
    expect(card.hasAttribute('tabindex')).to.equal(false);
    (await until('the button', () => find(card, '.failure button'))).focus();
    expect(card.hasAttribute('tabindex')).to.equal(false);
  });
});
