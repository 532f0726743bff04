import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import type { PvpLifeEvents, PvpServiceCard, PvpServiceCatalogue } from '../src/index.ts';
import { clearPage, countIn, find, hearWarnings, listed, place, textOf, titles, until } from './page.ts'; // prettier-ignore

let register: BrowserRegister;
let address: string;

describe('a static snapshot as register', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
    address = await register.publish();
    // Whatever is shown is the snapshot's.
    await register.stop();
  });
  afterEach(clearPage);

  it('feeds a catalogue: list, search, and a service in its place', async () => {
    const warnings = hearWarnings();
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue register="${address}" institution="ozolleja"></pvp-service-catalogue>`,
    );
    await listed(catalogue);
    const before = countIn(catalogue);
    expect(titles(catalogue)).to.include('Dzīvesvietas deklarēšana');
    const field = find<HTMLInputElement>(catalogue, 'input[type=search]')!;
    field.value = 'dzivesvietas';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await until('fewer services', () => countIn(catalogue) < before && titles(catalogue).length);
    find(catalogue, '.row a.title')!.click();
    const opened = await until('the service', () =>
      find<PvpServiceCard>(catalogue, 'pvp-service-card'),
    );
    await until('its description', () => textOf(opened.shadowRoot!.querySelector('.title')));
    expect(warnings()).to.deep.equal([]);
  });

  it('feeds life events, with the services of each need', async () => {
    const events = place<PvpLifeEvents>(
      `<pvp-life-events register="${address}" institution="ozolleja" life-event="laulibas"></pvp-life-events>`,
    );
    const service = await until('a service', () => find(events, '.need .row .title'));
    expect(textOf(service)).to.not.equal('');
  });

  it('feeds a card, by a former id too', async () => {
    const card = place<PvpServiceCard>(
      `<pvp-service-card register="${address}" service="P-2794" view="full"></pvp-service-card>`,
    );
    await until(
      'the description',
      () => textOf(find(card, '.title')) === 'Dzīvesvietas deklarēšana',
    );
  });

  it('shows what is published anew, once somebody asks again', async function () {
    this.timeout(30_000);
    const card = place<PvpServiceCard>(
      `<pvp-service-card register="${address}" service="PV-1001"></pvp-service-card>`,
    );
    await until('the card', () => textOf(find(card, '.title')));
    await register.start();
    const record = await register.get('service', 'PV-1001');
    await register.put('service', { ...record, title: { lv: 'Dzīvesvieta tiešsaistē' } });
    await register.publish();
    card.refresh();
    await until('the new title', () => textOf(find(card, '.title')) === 'Dzīvesvieta tiešsaistē');
  });
});
