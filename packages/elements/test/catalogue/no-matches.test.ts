/** What a visitor is offered where nothing was found. */
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

let register: BrowserRegister;

async function search(attributes: string, words: string): Promise<PvpServiceCatalogue> {
  const catalogue = place<PvpServiceCatalogue>(
    `<pvp-service-catalogue register="${register.origin}" ${attributes}></pvp-service-catalogue>`,
  );
  await listed(catalogue);
  type(catalogue, words);
  await until('nothing', () => find(catalogue, '.empty'));
  return catalogue;
}

function type(catalogue: Element, words: string): void {
  const field = find<HTMLInputElement>(catalogue, 'input[type=search]')!;
  field.value = words;
  field.dispatchEvent(new InputEvent('input'));
}

const named = (catalogue: Element) => all(catalogue, '.empty .named a').map(textOf);

describe('where nothing is found', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  afterEach(clearPage);

  it('names services that are near', async () => {
    const catalogue = await search('', 'dzīvesvietas raķete');
    await until('near ones', () => named(catalogue).includes('Dzīvesvietas deklarēšana'));
    expect(named(catalogue).length).to.be.at.most(3);
    all(catalogue, '.empty .named a')
      .find((link) => textOf(link) === 'Dzīvesvietas deklarēšana')!
      .click();
    await until('the service', () => find(catalogue, 'pvp-service-card'));
  });

  it('offers the same words without the filters, with their number', async () => {
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue register="${register.origin}"></pvp-service-catalogue>`,
    );
    await listed(catalogue);
    const total = countIn(catalogue);
    box(catalogue, 'channel', 'Videozvans')?.click();
    box(catalogue, 'free', 'Par maksu')!.click();
    await until('fewer', () => countIn(catalogue) < total);
    type(catalogue, 'bezdarbnieka statuss');
    const offer = await until('the offer', () =>
      all(catalogue, '.empty button').find((button) => textOf(button).includes('bez filtriem')),
    );
    const promised = Number(/\((\d+)/.exec(textOf(offer))![1]);
    offer.click();
    await until('as many as were promised', () => titles(catalogue).length === promised);
    await until('their number', () => countIn(catalogue) === promised);
    expect(find<HTMLInputElement>(catalogue, 'input[type=search]')!.value).to.equal(
      'bezdarbnieka statuss',
    );
    expect(find(catalogue, '.chip')).to.equal(null);
    expect(catalogue.shadowRoot!.activeElement?.localName).to.equal('input');
  });

  it('advises to change what the person asked with, and nothing else', async () => {
    const advice = (catalogue: Element) => textOf(find(catalogue, '.empty .summary'));
    const words = await search('', 'qqqqzzzz');
    expect(advice(words)).to.equal('Pārbaudiet rakstību vai meklējiet ar citu vārdu.');
    const both = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue register="${register.origin}"></pvp-service-catalogue>`,
    );
    await listed(both);
    box(both, 'free', 'Par maksu')!.click();
    await until('the chip', () => find(both, '.chip'));
    type(both, 'qqqqzzzz');
    await until('nothing', () => find(both, '.empty'));
    expect(advice(both)).to.equal(
      'Pārbaudiet rakstību, meklējiet ar citu vārdu vai noņemiet kādu filtru.',
    );
  });

  it('looks through the whole register where the page shows a part of it', async () => {
    const catalogue = await search('institution="ozolleja"', 'zvejas karte');
    await until('the other institution', () =>
      named(catalogue).includes('Zvejas karte pašpatēriņa zvejai piekrastē'),
    );
    expect(textOf(find(catalogue, '.empty'))).to.contain(
      'Visā reģistrā pēc šiem vārdiem ir 1 pakalpojums',
    );
  });

  it('says whom to ask, the institution of the page first', async () => {
    const own = await search('institution="ozolleja"', 'qqqq');
    const links = () => all(own, '.ask a').map((link) => link.getAttribute('href'));
    await until('contacts', () => links().length === 2);
    expect(links()).to.deep.equal(['tel:+37167000104', 'mailto:pasts@ozolleja.example']);
    const all_ = await search('', 'qqqq');
    await until('contacts', () => all(all_, '.ask a').length === 2);
    expect(all(all_, '.ask a')[0]!.getAttribute('href')).to.equal('tel:+37167000001');
  });

  it('offers nothing that cannot be had, and still helps', async () => {
    const own = await openRegister();
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue register="${own.origin}" institution="ozolleja"></pvp-service-catalogue>`,
    );
    await listed(catalogue);
    type(catalogue, 'qqqqzzzz');
    const empty = await until('nothing', () => find(catalogue, '.empty'));
    await own.stop();
    type(catalogue, 'qqqqzzzzy');
    await until(
      'a failure or advice',
      () => find(catalogue, '.failure') ?? find(catalogue, '.empty'),
    );
    expect(textOf(empty)).to.contain('Pārbaudiet rakstību');
  }).timeout(30_000);
});
