import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import type { PvpServiceCatalogue } from '../../src/index.ts';
import {
  all,
  box,
  clearPage,
  countIn,
  find,
  hearWarnings,
  listed,
  place,
  textOf,
  titles,
  until,
} from '../page.ts';

let register: BrowserRegister;

async function open(attributes = '', inside = ''): Promise<PvpServiceCatalogue> {
  const catalogue = place<PvpServiceCatalogue>(
    `<pvp-service-catalogue register="${register.origin}" ${attributes}>${inside}</pvp-service-catalogue>`,
  );
  await listed(catalogue);
  return catalogue;
}

const field = (catalogue: Element) => find<HTMLInputElement>(catalogue, 'input[type=search]')!;

describe('service catalogue', () => {
  before(async function () {
    // A register with all sample data, on a machine that may be busy with other tests.
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  afterEach(clearPage);

  it('lists what is registered, each title as a link in a heading', async () => {
    const catalogue = await open('institution="ozolleja"');
    expect(titles(catalogue)).to.include('Dzīvesvietas deklarēšana');
    expect(find(catalogue, '.row h3 a.title')).to.not.equal(null);
    expect(textOf(find(catalogue, '[role=status]'))).to.match(/^\d+ pakalpojum/);
  });

  it('narrows while one types, and never says none before it says some', async () => {
    const catalogue = await open();
    const before = countIn(catalogue);
    const said = new Set<string>();
    const status = find(catalogue, '[role=status]')!;
    const observer = new MutationObserver(() => said.add(textOf(status)));
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    field(catalogue).focus();
    await sendKeys({ type: 'dzivesviet' });
    await until('a shorter list', () => countIn(catalogue) < before && countIn(catalogue));
    observer.disconnect();
    expect([...said].filter((text) => text.startsWith('0'))).to.deep.equal([]);
    expect(titles(catalogue)).to.include('Dzīvesvietas deklarēšana');
    expect(find(catalogue, '[role=status]')).to.equal(status);
    expect(catalogue.shadowRoot!.activeElement).to.equal(field(catalogue));
  });

  it('lets the counts of other filters follow a filter, and takes it back by its chip', async () => {
    const catalogue = await open();
    const total = countIn(catalogue);
    const business = () =>
      Number(
        textOf(
          box(catalogue, 'recipient', 'Uzņēmējiem')?.closest('label')?.querySelector('.count'),
        ),
      );
    const before = business();
    box(catalogue, 'free', 'Bez maksas')!.click();
    await until('fewer services', () => countIn(catalogue) < total);
    expect(business()).to.be.below(before);
    const chip = find(catalogue, '.chip')!;
    expect(chip.getAttribute('aria-label')).to.equal('Noņemt filtru: Bez maksas');
    chip.focus();
    chip.click();
    await until('all services again', () => countIn(catalogue) === total);
    expect(find(catalogue, '.chip')).to.equal(null);
    expect(catalogue.shadowRoot!.activeElement).to.equal(field(catalogue));
  });

  it('helps where nothing is found', async () => {
    const catalogue = await open();
    const total = countIn(catalogue);
    field(catalogue).focus();
    await sendKeys({ type: 'qqqqxxxx' });
    const empty = await until('advice', () => find(catalogue, '.empty'));
    expect(textOf(empty)).to.contain('Nav atrasts neviens pakalpojums');
    expect(empty.querySelector<HTMLAnchorElement>('.actions a')!.href).to.equal(
      `${register.origin}/`,
    );
    await until('the state', () => catalogue.matches(':state(empty)'));
    empty.querySelector('button')!.click();
    await until('all services', () => countIn(catalogue) === total);
    expect(field(catalogue).value).to.equal('');
  });

  it('keeps search and filters in the address, back and forward', async () => {
    const catalogue = await open('deep-links');
    const total = countIn(catalogue);
    box(catalogue, 'recipient', 'Uzņēmējiem')!.click();
    await until('fewer services', () => countIn(catalogue) < total);
    expect(location.search).to.equal('?pvp-recipient=business');
    const narrowed = countIn(catalogue);
    history.back();
    await until('all services', () => countIn(catalogue) === total);
    expect(box(catalogue, 'recipient', 'Uzņēmējiem')!.checked).to.equal(false);
    history.forward();
    await until('the filter again', () => countIn(catalogue) === narrowed);
    const again = await open('deep-links');
    expect(countIn(again)).to.equal(narrowed);
  });

  it('searches for as much of a long address as the field takes', async () => {
    history.replaceState(null, '', `?pvp-q=${'laulība '.repeat(26)}`);
    const catalogue = await open('deep-links');
    expect(field(catalogue).value).to.equal('laulība '.repeat(25));
    expect(titles(catalogue).length).to.be.greaterThan(0);
  });

  it('leaves to the page what it keeps with its place in the history', async () => {
    const catalogue = await open('deep-links');
    for (const kept of [{ menu: 'open' }, 'menu', 7]) {
      history.replaceState(kept, '');
      box(catalogue, 'recipient', 'Uzņēmējiem')!.click();
      await until('its own parameter', () => location.search.includes('business'));
      if (typeof kept === 'object') expect(history.state).to.deep.include(kept);
      else expect(history.state).to.equal(kept);
      history.back();
      await until('the way back', () => !location.search);
    }
  });

  it('shows more and moves the focus to the first new title', async () => {
    const catalogue = await open('limit="5"');
    expect(titles(catalogue).length).to.equal(5);
    const more = find(catalogue, '.more button')!;
    more.focus();
    more.click();
    await until('ten rows', () => titles(catalogue).length === 10);
    await until(
      'the focus',
      () => catalogue.shadowRoot!.activeElement === all(catalogue, '.row .title')[5],
    );
    expect(new Set(all(catalogue, '.row').map((row) => row.dataset['id'])).size).to.equal(10);
  });

  it('opens a service in its place and leads back to its row', async () => {
    const catalogue = await open('limit="5"');
    const opened: string[] = [];
    catalogue.addEventListener('pvp-service-opened', (event) =>
      opened.push((event as CustomEvent<{ id: string }>).detail.id),
    );
    const row = all(catalogue, '.row')[2]!;
    const title = row.querySelector<HTMLElement>('.title')!;
    title.focus();
    title.click();
    const card = await until('the card', () => find(catalogue, 'pvp-service-card'));
    await until(
      'its title',
      () => card.shadowRoot && textOf(find(card, '.title')) === textOf(title),
    );
    expect(opened).to.deep.equal([row.dataset['id']]);
    expect(textOf(catalogue.shadowRoot!.activeElement)).to.equal('Atpakaļ uz sarakstu');
    expect(title.checkVisibility()).to.equal(false);
    find(catalogue, '.back')!.click();
    await until('the row', () => catalogue.shadowRoot!.activeElement === title);
    expect(find(catalogue, 'pvp-service-card')).to.equal(null);
  });

  it('leads to the page that service-href names', async () => {
    const catalogue = await open('service-href="/pakalpojumi/{id}" limit="1"');
    const { id } = find(catalogue, '.row')!.dataset;
    expect(find(catalogue, '.row .title')!.getAttribute('href')).to.equal(`/pakalpojumi/${id}`);
  });

  it('shows a change of the register within 5 s, without losing the focus', async () => {
    const catalogue = await open('institution="ozolleja" live');
    const row = find(catalogue, '[data-id="PV-1001"]')!;
    const title = row.querySelector<HTMLElement>('.title')!;
    title.focus();
    const record = await register.get('service', 'PV-1001');
    const changed = { ...(record['title'] as object), lv: 'Dzīvesvietas deklarēšana tiešsaistē' };
    await register.put('service', { ...record, title: changed });
    await until('the new title', () => titles(catalogue).includes(changed.lv), 5_000);
    expect(textOf(catalogue.shadowRoot!.activeElement)).to.equal(changed.lv);
    await register.put(
      'service',
      await register.get('service', 'PV-1001').then((now) => ({ ...now, title: record['title'] })),
    );
  });

  it('says the right number after a translator has wrapped the old one', async () => {
    const catalogue = await open();
    const total = countIn(catalogue);
    const status = find(catalogue, '[role=status]')!;
    const font = document.createElement('font');
    font.append(...status.childNodes);
    status.append(font);
    box(catalogue, 'recipient', 'Uzņēmējiem')!.click();
    await until('another number', () => countIn(catalogue) < total);
    expect(textOf(status)).to.match(/^\d+ pakalpojum\S+$/);
  });

  it('keeps room for its rows from the first picture on', async () => {
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue register="${register.origin}" rows="4"></pvp-service-catalogue>`,
    );
    await catalogue.updateComplete;
    const reserved = catalogue.offsetHeight;
    expect(reserved).to.be.above(400);
    await listed(catalogue);
    expect(titles(catalogue).length).to.equal(4);
  });

  it('speaks English where the page does', async () => {
    document.documentElement.lang = 'en-GB';
    try {
      const catalogue = await open('institution="ozolleja"');
      expect(textOf(find(catalogue, '[role=status]'))).to.match(/^\d+ services$/);
      expect(titles(catalogue)).to.include('Declaration of residence');
    } finally {
      document.documentElement.lang = 'lv';
    }
  });

  it('tells the webmaster of numbers and addresses that cannot be meant, and shows the list', async () => {
    const warnings = hearWarnings();
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue register="${register.origin}" limit="abc" rows="-1" service-href="/pakalpojumi"></pvp-service-catalogue>`,
    );
    await until('the warnings', () => warnings.heard.length === 3);
    expect(warnings().map((line) => line.replace('<pvp-service-catalogue> ', ''))).to.have.members([
      'limit="abc" is unknown. Allowed: 1–200.',
      'rows="-1" is unknown. Allowed: a number of rows.',
      'service-href="/pakalpojumi" is unknown. Allowed: an address with {id} in place of the id.',
    ]);
    expect(titles(catalogue).length).to.be.above(0);
  });
});
