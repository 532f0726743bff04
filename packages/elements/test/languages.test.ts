import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import type { PvpServiceCard, PvpServiceCatalogue } from '../src/index.ts';
import { all, clearPage, find, listed, place, textOf, until } from './page.ts';

let register: BrowserRegister;

/** Words of a Latvian interface; the sample data have none of them in a title. */
const LATVIAN_LABEL = /Meklēt|Filtri|Rādīt|Maksa|termiņš|Uzzināt|Mainīts|Pārbaudīts|Ielādēts/;

const labelsOf = (host: Element) =>
  all(host, 'label, legend, button, summary, dt, th, h3, [role=status], footer, .next li').map(
    textOf,
  );

describe('languages of the interface', () => {
  before(async function () {
    // A register with all sample data, on a machine that may be busy with other tests.
    this.timeout(60_000);
    register = await openRegister();
  });
  afterEach(() => {
    clearPage();
    document.documentElement.lang = 'lv';
  });

  it('has a catalogue in Russian', async () => {
    document.documentElement.lang = 'ru';
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue register="${register.origin}" institution="ozolleja"></pvp-service-catalogue>`,
    );
    await listed(catalogue);
    expect(textOf(find(catalogue, '[role=status]'))).to.match(/^\d+ услуг[аи]?$/);
    await until('the filters', () => find(catalogue, 'legend'));
    expect(textOf(find(catalogue, 'legend'))).to.equal('Для кого');
    expect(labelsOf(catalogue).filter((text) => LATVIAN_LABEL.test(text))).to.deep.equal([]);
  });

  it('has a full description in Russian, with Latvian text marked as such', async () => {
    document.documentElement.lang = 'ru-LV';
    const card = place<PvpServiceCard>(
      `<pvp-service-card register="${register.origin}" service="PV-1001" view="full"></pvp-service-card>`,
    );
    await until(
      'a Russian button',
      () => textOf(find(card, '.primary')) === 'Подать заявку на услугу',
    );
    expect(find(card, '.title')!.lang).to.equal('lv');
    expect(find(card, '.lead span')!.lang).to.equal('lv');
    // Names of channels and steps are registered text; labels are not.
    const labels = labelsOf(card).filter((text) => LATVIAN_LABEL.test(text));
    expect(labels).to.deep.equal([]);
  });

  it('follows a change of the page', async () => {
    const card = place<PvpServiceCard>(
      `<pvp-service-card register="${register.origin}" service="PV-1001"></pvp-service-card>`,
    );
    await until('a Latvian button', () => textOf(find(card, 'button')) === 'Skatīt pilnu aprakstu');
    document.documentElement.lang = 'ru';
    await until(
      'a Russian one',
      () => textOf(find(card, 'button')) === 'Посмотреть полное описание',
    );
    document.documentElement.lang = 'de';
    await until('Latvian again', () => textOf(find(card, 'button')) === 'Skatīt pilnu aprakstu');
  });

  it('keeps the language of descriptions apart from that of labels', async () => {
    const card = place<PvpServiceCard>(
      `<pvp-service-card register="${register.origin}" service="PV-1001" content-lang="en"></pvp-service-card>`,
    );
    await until(
      'the English title',
      () => textOf(find(card, '.title')) === 'Declaration of residence',
    );
    expect(find(card, '.title')!.lang).to.equal('en');
    expect(textOf(find(card, '.facts'))).to.contain('Iedzīvotājiem');
  });

  it('says that a register is away in the language of the page', async () => {
    const own = await openRegister({ seed: 'none' });
    await own.stop();
    document.documentElement.lang = 'ru';
    const card = place<PvpServiceCard>(
      `<pvp-service-card register="${own.origin}" service="PV-1001"></pvp-service-card>`,
    );
    const said = await until('what happened', () => find(card, '[part=card]'));
    expect(textOf(said)).to.contain('Повторить попытку');
  });
});
