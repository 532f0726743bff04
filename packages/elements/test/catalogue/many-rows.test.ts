/** A list of two thousand services: how much of it is drawn, and what stays right meanwhile. */
import { expect } from 'chai';
import {
  openRegister,
  type BrowserRegister,
  type RegisterRecord,
} from '@pvp/testing/browser-register';
import type { PvpServiceCatalogue } from '../../src/index.ts';
import { pressTab } from '../browser.ts';
import { all, clearPage, find, listed, place, textOf, until } from '../page.ts';

const SERVICES = 2_000;
const PER_PAGE = 200;

let register: BrowserRegister;

const service = (nth: number): RegisterRecord => ({
  type: 'service',
  id: `M-${nth}`,
  kind: 'public-individual',
  status: 'active',
  // In the order of their numbers.
  title: { lv: `Pakalpojums ${String(nth).padStart(5, '0')}` },
  summary: { lv: `Īss apraksts par pakalpojumu ar numuru ${nth}. `.repeat(1 + (nth % 3)) },
  recipients: ['resident', 'business'],
  channels: [
    { id: 'a', kind: 'e-service' },
    { id: 'b', kind: 'in-person' },
    { id: 'c', kind: 'phone' },
  ],
  costs: [{ id: 'c', value: nth % 7 }],
  terms: [{ id: 't', max: 5, unit: 'working-day' }],
});

/** All nodes: elements, texts and markers. */
function nodesIn(root: Node): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  let count = 0;
  while (walker.nextNode()) count++;
  return count;
}

const rows = (catalogue: Element) => all(catalogue, '.row');
const placesOf = (catalogue: Element) =>
  rows(catalogue).map((row) => Number(row.getAttribute('aria-posinset')));
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function open(attributes = ''): Promise<PvpServiceCatalogue> {
  const catalogue = place<PvpServiceCatalogue>(
    `<pvp-service-catalogue register="${register.origin}" limit="${PER_PAGE}" ${attributes}></pvp-service-catalogue>`,
  );
  await listed(catalogue);
  await until('a window', () => find(catalogue, '.gap'));
  return catalogue;
}

async function showAll(catalogue: Element): Promise<void> {
  for (let pages = 1; pages < SERVICES / PER_PAGE; pages++) {
    find(catalogue, '.more button')!.click();
    await until(
      `page ${pages + 1}`,
      () =>
        rows(catalogue)[0]?.getAttribute('aria-setsize') === String(SERVICES) &&
        placesOf(catalogue).includes(pages * PER_PAGE + 1),
    );
  }
}

describe('a list of thousands', () => {
  before(async function () {
    this.timeout(120_000);
    document.documentElement.lang = 'lv';
    register = await openRegister({ seed: 'none' });
    await register.putAll(Array.from({ length: SERVICES }, (_, nth) => service(nth + 1)));
  });
  afterEach(() => {
    clearPage();
    scrollTo(0, 0);
  });

  it('costs at most 45 nodes for a row and 1,500 in all', async () => {
    const catalogue = await open();
    expect(Math.max(...rows(catalogue).map((row) => nodesIn(row) + 1))).to.be.at.most(45);
    expect(nodesIn(catalogue.shadowRoot!)).to.be.at.most(1_500);
  });

  it('stays as small when everything was asked for, wherever one looks', async function () {
    this.timeout(60_000);
    const catalogue = await open();
    await showAll(catalogue);
    for (const share of [0, 0.5, 1, 0.25]) {
      scrollTo(0, document.documentElement.scrollHeight * share);
      await frame();
      await until('rows in the middle of the window', () => {
        const found = catalogue.shadowRoot!.elementFromPoint(innerWidth / 2, innerHeight / 2);
        return share === 1 || found?.closest('.row');
      });
      expect(nodesIn(catalogue.shadowRoot!), `at ${share}`).to.be.at.most(1_500);
    }
  });

  it('tells the place of each row, and leaves no gap between those that are drawn', async () => {
    const catalogue = await open();
    scrollTo(0, 4_000);
    await until('later rows', () => placesOf(catalogue)[0]! > 1);
    const places = placesOf(catalogue);
    expect(places).to.deep.equal(places.map((_, nth) => places[0]! + nth));
    for (const row of rows(catalogue)) {
      expect(row.getAttribute('aria-setsize')).to.equal(String(SERVICES));
      const nth = Number(row.getAttribute('aria-posinset'));
      expect(textOf(row.querySelector('.title'))).to.equal(
        `Pakalpojums ${String(nth).padStart(5, '0')}`,
      );
    }
  });

  it('keeps the row that has the focus, however far one scrolls', async () => {
    const catalogue = await open();
    const title = rows(catalogue)[3]!.querySelector<HTMLElement>('.title')!;
    title.focus();
    scrollTo(0, 15_000);
    await until('later rows', () => placesOf(catalogue).some((at) => at > 40));
    expect(catalogue.shadowRoot!.activeElement).to.equal(title);
    expect(placesOf(catalogue)[0]).to.equal(4);
  });

  it('is walked through by keyboard, title by title, forth and back', async () => {
    const catalogue = await open();
    rows(catalogue)[0]!.querySelector<HTMLElement>('.title')!.focus();
    const focused = () =>
      Number(catalogue.shadowRoot!.activeElement?.closest('.row')?.getAttribute('aria-posinset'));
    for (let at = 2; at <= 40; at++) {
      await pressTab();
      await frame();
      expect(focused()).to.equal(at);
    }
    for (let at = 39; at >= 1; at--) {
      await pressTab(true);
      await frame();
      expect(focused()).to.equal(at);
    }
  }).timeout(30_000);

  it('moves the focus to the first of the rows that were asked for', async () => {
    const catalogue = await open();
    scrollTo(0, document.documentElement.scrollHeight);
    find(catalogue, '.more button')!.click();
    await until(
      'the focus',
      () =>
        textOf(catalogue.shadowRoot!.activeElement) ===
        `Pakalpojums ${String(PER_PAGE + 1).padStart(5, '0')}`,
    );
  });

  it('does not let the page jump when rows above are taken away and put back', async () => {
    const catalogue = await open();
    scrollTo(0, 3_000);
    await until('later rows', () => placesOf(catalogue)[0]! > 5);
    const marked = rows(catalogue).find((row) => row.getBoundingClientRect().top > 100)!;
    const { id } = marked.dataset;
    const before = marked.getBoundingClientRect().top;
    const started = scrollY;
    scrollTo(0, started + 250);
    await frame();
    await frame();
    scrollTo(0, started);
    await frame();
    await frame();
    const again = find(catalogue, `[data-id="${id}"]`)!;
    expect(Math.abs(again.getBoundingClientRect().top - before)).to.be.below(2);
  });

  it('stands in a grid as well', async () => {
    const catalogue = await open('view="grid"');
    scrollTo(0, 6_000);
    await until('later rows', () => placesOf(catalogue)[0]! > 3);
    const places = placesOf(catalogue);
    expect(places).to.deep.equal(places.map((_, nth) => places[0]! + nth));
    const columns = getComputedStyle(find(catalogue, '.rows')!).gridTemplateColumns.split(' ');
    // Lines begin with the first row that is drawn.
    expect((places[0]! - 1) % columns.length).to.equal(0);
    expect(nodesIn(catalogue.shadowRoot!)).to.be.at.most(1_800);
  });

  it('is printed whole, and is a window again afterwards', async () => {
    const catalogue = await open();
    dispatchEvent(new Event('beforeprint'));
    await until('every row', () => rows(catalogue).length === PER_PAGE);
    // A print dialog may let the page scroll behind it.
    scrollTo(0, 2_000);
    await frame();
    await frame();
    expect(rows(catalogue).length).to.equal(PER_PAGE);
    dispatchEvent(new Event('afterprint'));
    await until('a window', () => rows(catalogue).length < 60);
  });

  it('goes back to the row and to the place on the page that one came from', async () => {
    const catalogue = await open();
    scrollTo(0, 9_000);
    const row = await until('a row', () =>
      rows(catalogue).find((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top > 50 && bottom < innerHeight - 50 && Number(one.dataset['at']) > 40;
      }),
    );
    const { id } = row.dataset;
    const stood = scrollY;
    row.querySelector<HTMLElement>('.title')!.click();
    (await until('the service', () => find(catalogue, '.back'))).click();
    await until(
      'the focus on its row',
      () => catalogue.shadowRoot!.activeElement?.closest<HTMLElement>('.row')?.dataset['id'] === id,
    );
    await until('the place', () => Math.abs(scrollY - stood) < 2);
  });
});
