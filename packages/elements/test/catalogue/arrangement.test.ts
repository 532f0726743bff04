/** Order, grid, unified services, languages and deep links of a catalogue. */
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import type { PvpServiceCatalogue } from '../../src/index.ts';
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
import { enter } from './searching.ts';

let register: BrowserRegister;

async function open(attributes = ''): Promise<PvpServiceCatalogue> {
  const catalogue = place<PvpServiceCatalogue>(
    `<pvp-service-catalogue register="${register.origin}" ${attributes}></pvp-service-catalogue>`,
  );
  await listed(catalogue);
  return catalogue;
}

/** With every row, as paper gets it: rows that are not near are not drawn else. */
async function openWhole(attributes = ''): Promise<PvpServiceCatalogue> {
  const catalogue = await open(`limit="200" ${attributes}`);
  dispatchEvent(new Event('beforeprint'));
  await until('every row', () => all(catalogue, '.row').length === countIn(catalogue));
  return catalogue;
}

function sortBy(catalogue: Element, value: string): void {
  const select = find<HTMLSelectElement>(catalogue, '.sort select')!;
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

describe('arrangement of a catalogue', () => {
  before(async function () {
    this.timeout(60_000);
    register = await openRegister();
  });
  afterEach(() => {
    clearPage();
    document.documentElement.lang = 'lv';
  });

  it('orders by the last change, keeps that in the address, and goes back', async () => {
    const catalogue = await open('deep-links limit="5"');
    const byTitle = titles(catalogue);
    const record = await register.get('service', 'PV-1102');
    // Without a date of its own, the register gives that of the write.
    const { changedAt: _, ...rest } = record;
    await register.put('service', {
      ...rest,
      id: record.id,
      type: record.type,
      keywords: ['menca'],
    });
    sortBy(catalogue, 'changed');
    await until(
      'the changed one first',
      () => titles(catalogue)[0] === 'Zvejas karte pašpatēriņa zvejai piekrastē',
    );
    expect(new URLSearchParams(location.search).get('pvp-sort')).to.equal('changed');
    const again = await open('deep-links limit="5"');
    expect(titles(again)[0]).to.equal('Zvejas karte pašpatēriņa zvejai piekrastē');
    expect(find<HTMLSelectElement>(again, '.sort select')!.value).to.equal('changed');
    history.back();
    await until('the order of titles', () => titles(again)[0] === byTitle[0]);
  });

  it('offers the best match first where something is searched for', async () => {
    const catalogue = await open();
    const offered = () => all(catalogue, '.sort option').map((one) => one.getAttribute('value'));
    expect(offered()).to.deep.equal(['title', 'changed']);
    const field = find<HTMLInputElement>(catalogue, 'input[type=search]')!;
    field.value = 'atļauja';
    field.dispatchEvent(new InputEvent('input'));
    await until('another order', () => offered().length === 3);
    expect(find<HTMLSelectElement>(catalogue, '.sort select')!.value).to.equal('relevance');
  });

  it('keeps the field and its button alike in height once filters and order are there', async () => {
    const catalogue = await open();
    await until('the order', () => find(catalogue, '.sort select') !== null);
    const heights = ['.field', 'input[type=search]', '.submit'].map(
      (part) => find<HTMLElement>(catalogue, part)!.offsetHeight,
    );
    expect(new Set(heights).size, heights.join(' ')).to.equal(1);
  });

  it('keeps the order in its place on a phone, whatever the number beside it', async () => {
    const catalogue = await open();
    catalogue.style.width = '380px';
    await until('the order', () => find(catalogue, '.sort select') !== null);
    const bottom = find(catalogue, '.status')!.getBoundingClientRect().bottom;
    expect(find(catalogue, '.sort')!.getBoundingClientRect().top).to.be.at.least(bottom);
  });

  it('stands in a grid where the page or the visitor says so', async () => {
    const catalogue = await open('view="grid"');
    const columns = () =>
      getComputedStyle(find(catalogue, '.rows')!).gridTemplateColumns.split(' ').length;
    expect(columns()).to.be.above(1);
    const [list, grid] = all(catalogue, '.layouts button');
    expect(grid!.getAttribute('aria-pressed')).to.equal('true');
    list!.click();
    await until('rows', () => columns() === 1);
    expect(list!.getAttribute('aria-pressed')).to.equal('true');
  });

  it('shows a unified service as one entry, with the institution chosen when it is opened', async () => {
    const catalogue = await openWhole();
    const residence = all(catalogue, '.row').filter(
      (row) => textOf(row.querySelector('.title')) === 'Dzīvesvietas deklarēšana',
    );
    expect(residence).to.have.length(1);
    expect(textOf(residence[0]!.querySelector('.byline'))).to.equal('Sniedz 4 iestādes');
    residence[0]!.querySelector<HTMLElement>('.title')!.click();
    const card = await until('the card', () => find(catalogue, 'pvp-service-card'));
    const select = await until(
      'the chooser',
      () => card.shadowRoot && find<HTMLSelectElement>(card, '.institutions select'),
    );
    expect(select.options).to.have.length(4);
    select.value = [...select.options].find((one) => textOf(one).startsWith('Kalnupes'))!.value;
    select.dispatchEvent(new Event('change'));
    (await until('the button', () => find(card, '.institutions [data-service]'))).click();
    await until('the other institution', () =>
      textOf(find(card, '[part=institution]')).startsWith('Kalnupes'),
    );
    find(catalogue, '.back')!.click();
    await until('the list', () => !find(catalogue, 'pvp-service-card'));
  });

  it('shows the instance itself where one institution is chosen', async () => {
    const catalogue = await open('limit="200"');
    box(catalogue, 'institution', 'Liepsalas')!.click();
    const row = await until('its own service', () =>
      all(catalogue, '.row').find(
        (one) =>
          textOf(one.querySelector('.title')) === 'Dzīvesvietas deklarēšana' &&
          textOf(one.querySelector('.byline')) === 'Liepsalas novada pašvaldība',
      ),
    );
    expect(row.dataset['id']).to.equal('PV-1003');
  });

  it('keeps room for filters where the whole list has something to narrow, whatever is typed', async () => {
    const none = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue register="${register.origin}" institution="nav-tadas-iestades"></pvp-service-catalogue>`,
    );
    await until('the empty list', () => find(none, '.empty'));
    expect(find(none, '.side')).to.equal(null);
    const some = await open('institution="ozolleja"');
    const left = () => find(some, '.results')!.getBoundingClientRect().left;
    const before = left();
    enter(some, 'qqqqqqqq');
    await until('no row', () => find(some, '.empty'));
    expect(left()).to.equal(before);
  });

  for (const width of ['320px', '1200px']) {
    it(`says that there are no filters where they would stand, at ${width}`, async () => {
      const catalogue = await open('institution="ozolleja"');
      catalogue.style.width = width;
      const top = () => find(catalogue, '.results')!.getBoundingClientRect().top;
      await until('filters', () => all(catalogue, '.facet').length > 1);
      const before = top();
      for (const words of ['qqqqqqqq', 'jaundzimušo']) {
        enter(catalogue, words);
        const one = await until('no filters', () => find(catalogue, '.no-filters'));
        expect(textOf(one)).to.equal('Šim sarakstam filtru nav.');
        expect(one.checkVisibility()).to.equal(true);
        expect(top()).to.equal(before);
        enter(catalogue, '');
        await until('filters again', () => all(catalogue, '.facet').length > 1);
        expect(find(catalogue, '.no-filters')).to.equal(null);
        expect(top()).to.equal(before);
      }
    });
  }

  it('lists by profile what that catalogue is for', async () => {
    const institutions = await openWhole('profile="institutions"');
    expect(titles(institutions)).to.include('Maksājumu moduļa izmantošana iestādes e-pakalpojumos');
    expect(titles(institutions)).to.not.include('Dzīvesvietas deklarēšana');
    const businesses = await openWhole('profile="businesses"');
    expect(titles(businesses)).to.include('Ielu tirdzniecības atļauja');
    expect(titles(businesses)).to.not.include('Laulības reģistrācija');
    const residents = await openWhole('profile="residents"');
    expect(titles(residents)).to.not.include(
      'Maksājumu moduļa izmantošana iestādes e-pakalpojumos',
    );
    const general = await openWhole('profile="residents" general');
    expect(countIn(general)).to.be.above(countIn(residents));
  });

  it('says in a sentence that some descriptions are in Latvian, and marks each', async () => {
    document.documentElement.lang = 'ru';
    const catalogue = await open();
    const note = await until('the sentence', () => find(catalogue, '.foreign'));
    expect(textOf(note)).to.equal('Часть описаний на этом языке недоступна и дана на латышском.');
    const latvian = all(catalogue, '.row .title').filter((title) => title.lang === 'lv');
    expect(latvian.length).to.be.above(0);
  });

  it('keeps two catalogues of one page apart in its address', async () => {
    const main = place<HTMLElement>(
      `<main>${['a', 'b']
        .map(
          (id) =>
            `<pvp-service-catalogue id="${id}" register="${register.origin}" deep-links></pvp-service-catalogue>`,
        )
        .join('')}</main>`,
    );
    const [first, second] = [...main.children] as [PvpServiceCatalogue, PvpServiceCatalogue];
    await listed(first);
    await listed(second);
    const total = countIn(second);
    box(first, 'recipient', 'Uzņēmējiem')!.click();
    await until('fewer services', () => countIn(first) < total);
    expect(location.search).to.equal('?a-recipient=business');
    expect(countIn(second)).to.equal(total);
    expect(box(second, 'recipient', 'Uzņēmējiem')!.checked).to.equal(false);
  });

  it('remembers how far the list was unfolded when one comes back to the page', async () => {
    const catalogue = await open('deep-links limit="5"');
    find(catalogue, '.more button')!.click();
    await until('ten rows', () => titles(catalogue).length === 10);
    expect(location.search).to.equal('');
    const again = await open('deep-links limit="5"');
    await until('ten rows again', () => titles(again).length === 10);
    box(again, 'recipient', 'Uzņēmējiem')!.click();
    await until('another list, from its beginning', () => titles(again).length === 5);
  });
});
