/** What stands there at each key, and what follows once that is painted. */
import { expect } from 'chai';
import type { ServiceList } from '@pvp/contract';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import type { PvpServiceCatalogue } from '../../src/index.ts';
import { all, box, clearPage, find, listed, place, textOf, until } from '../page.ts';
import { enter, field, marked, rowIds } from './searching.ts';

let register: BrowserRegister;

async function fromRegister(q: string): Promise<ServiceList> {
  const address = `${register.origin}/v1/services?unified=true&q=${encodeURIComponent(q)}`;
  return (await (await fetch(address, { cache: 'no-store' })).json()) as ServiceList;
}

/** A catalogue that answers keys from the index it holds. */
async function openWithIndex(): Promise<PvpServiceCatalogue> {
  const catalogue = place<PvpServiceCatalogue>(
    `<pvp-service-catalogue register="${register.origin}"></pvp-service-catalogue>`,
  );
  await listed(catalogue);
  const whole = rowIds(catalogue).join();
  field(catalogue).focus();
  // The register answers later than the drawing that follows a key.
  for (const q of 'abdegiklmnoprstuvz') {
    enter(catalogue, q);
    await catalogue.updateComplete;
    const isAtHand = rowIds(catalogue).join() !== whole;
    enter(catalogue, '');
    await until('everything', () => rowIds(catalogue).join() === whole);
    if (isAtHand) return catalogue;
    // Building goes on in slices between the frames.
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
  }
  throw new Error('No key was answered at once');
}

/** Counts as a facet shows them, by the texts of its values. */
const counts = (catalogue: Element, facet: string) =>
  all(catalogue, `[data-facet=${facet}] label .count`).map((count) => Number(textOf(count)));

describe('typing in the catalogue', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  afterEach(() => clearPage());
  after(() => register.stop());

  it('shows the first rows of the answer at the key itself', async () => {
    const catalogue = await openWithIndex();
    const { items } = await fromRegister('dek');
    enter(catalogue, 'dek');
    await catalogue.updateComplete;
    expect(rowIds(catalogue).slice(0, 3)).to.deep.equal(items.slice(0, 3).map(({ id }) => id));
  });

  it('shows all rows, counts and marks of the last of many keys', async () => {
    const catalogue = await openWithIndex();
    for (const q of ['p', 'pa', 'pab', 'paba', 'pabal', 'pabals', 'pabalst', 'pabalsts']) {
      enter(catalogue, q);
      await catalogue.updateComplete;
    }
    const { items, facets } = await fromRegister('pabalsts');
    await until('all rows', () => rowIds(catalogue).length === items.length);
    await until('marks', () => marked(catalogue, '.title').length);
    expect(rowIds(catalogue)).to.deep.equal(items.map(({ id }) => id));
    expect(counts(catalogue, 'recipient').sort()).to.deep.equal(
      facets.recipient!.map(({ count }) => count).sort(),
    );
    for (const mark of marked(catalogue, '.title')) expect(mark).to.match(/^pabalst/i);
  });

  it('marks a text again that another one had taken the place of', async () => {
    const catalogue = await openWithIndex();
    const { items } = await fromRegister('deklarēšana');
    enter(catalogue, 'deklarēšana');
    // Rows come one after the other, and what is marked of some is not all.
    await until('all rows', () => rowIds(catalogue).length === items.length);
    await until('marks', () => marked(catalogue, '.title').length);
    const before = marked(catalogue, '.title');
    // Too quick for marks: the rows are others, and then the same again.
    enter(catalogue, 'pabalsts');
    await catalogue.updateComplete;
    enter(catalogue, 'deklarēšana');
    await until('the same marks', () => marked(catalogue, '.title').join() === before.join());
  });

  it('shows a filter that is taken back in the very moment of a key', async () => {
    const catalogue = await openWithIndex();
    box(catalogue, 'recipient', 'Iedzīvotājiem')!.click();
    const chip = await until('a chip', () => find(catalogue, '.chip'));
    enter(catalogue, 'pabalsts');
    await catalogue.updateComplete;
    chip.focus();
    chip.click();
    await until('no chip', () => !find(catalogue, '.chip'));
    const { items } = await fromRegister('pabalsts');
    await until('all rows', () => rowIds(catalogue).join() === items.map(({ id }) => id).join());
    expect(box(catalogue, 'recipient', 'Iedzīvotājiem')!.checked).to.equal(false);
    expect(catalogue.shadowRoot!.activeElement).to.not.equal(null);
  });

  it('draws rows where there were none before', async () => {
    const catalogue = await openWithIndex();
    enter(catalogue, 'qqqqqqqq');
    await until('no row', () => find(catalogue, '.empty'));
    enter(catalogue, 'deklarēšana');
    const { items } = await fromRegister('deklarēšana');
    await until('all rows', () => rowIds(catalogue).join() === items.map(({ id }) => id).join());
    expect(find(catalogue, '.empty')).to.equal(null);
  });

  it('draws the rows that can be seen, and what cannot be seen once these are painted', async () => {
    const first = await openWithIndex();
    const { items, total } = await fromRegister('');
    expect(rowIds(first).length).to.equal(items.length);
    // The list is in memory: another element draws it at once.
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue register="${register.origin}"></pvp-service-catalogue>`,
    );
    await catalogue.updateComplete;
    const drawn = rowIds(catalogue);
    expect(drawn).to.deep.equal(items.slice(0, drawn.length).map(({ id }) => id));
    expect(drawn.length).to.be.lessThan(items.length);
    expect(find(catalogue, '.row:last-child')!.getBoundingClientRect().bottom).to.be.greaterThan(
      innerHeight,
    );
    await until('the other rows', () => rowIds(catalogue).length === items.length);
    await until('what leads to more', () => find(catalogue, '.more button'));
    expect(textOf(find(catalogue, '.more'))).to.contain(String(total));
  });

  it('draws a filter or a few rows with each frame, and takes none of them back', async () => {
    await openWithIndex();
    const { items } = await fromRegister('');
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue register="${register.origin}"></pvp-service-catalogue>`,
    );
    await until('the first rows', () => find(catalogue, '.row'));
    const isWhole = () =>
      rowIds(catalogue).length === items.length && find(catalogue, '#facets:not([aria-busy])');
    let rows = rowIds(catalogue).length;
    let filters = 0;
    while (!isWhole()) {
      await new Promise(requestAnimationFrame);
      const more = rowIds(catalogue).length - rows;
      const others = all(catalogue, '.facet').length - filters;
      expect(more).to.be.within(0, 2);
      expect(others).to.be.within(0, more ? 0 : 1);
      rows += more;
      filters += others;
    }
    expect(filters).to.be.greaterThan(1);
  });

  it('sets rows aside that are out of sight, and none of them changes its height', async () => {
    const catalogue = await openWithIndex();
    await until('rows set aside', () => find(catalogue, '.row:last-child.far'));
    const heights = () => all(catalogue, '.row').map((row) => row.getBoundingClientRect().height);
    const aside = heights();
    const inSight = all(catalogue, '.row:not(.far)').at(-1)!.getBoundingClientRect();
    expect(inSight.bottom).to.be.greaterThan(innerHeight);
    all(catalogue, '.far').forEach((row) => row.classList.remove('far'));
    heights().forEach((height, nth) => expect(height).to.be.closeTo(aside[nth]!, 1));
  });

  it('keeps the place on the page while a service is open', async () => {
    const catalogue = await openWithIndex();
    const { items } = await fromRegister('');
    const row = find(catalogue, `[data-id="${items.at(-2)!.id}"]`)!;
    row.scrollIntoView({ block: 'center' });
    // Rows that came near have their own height by then.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    const stood = scrollY;
    expect(stood).to.be.greaterThan(innerHeight);
    row.querySelector<HTMLElement>('.title')!.click();
    (await until('the service', () => find(catalogue, '.back'))).click();
    await until('the place', () => Math.abs(scrollY - stood) < 2);
  });
});
