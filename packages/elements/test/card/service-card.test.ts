import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import type { PvpServiceCard } from '../../src/index.ts';
import { all, clearPage, find, hearWarnings, place, textOf, until } from '../page.ts';

let register: BrowserRegister;

const markup = (service: string, attributes = '', inside = '') =>
  `<pvp-service-card register="${register.origin}" service="${service}" ${attributes}>${inside}</pvp-service-card>`;

const shown = (card: Element) =>
  until('a card', () => card.shadowRoot && find(card, '[part=card]'));

describe('service card', () => {
  before(async function () {
    // A register with all sample data, on a machine that may be busy with other tests.
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  afterEach(clearPage);

  it('shows title, institution, recipient, price, term and channels', async () => {
    const card = place<PvpServiceCard>(
      markup('PV-1001', '', '<a href="https://latvija.gov.lv/">Saite</a>'),
    );
    const text = textOf(await shown(card));
    for (const part of [
      'Dzīvesvietas deklarēšana',
      'Ozollejas novada pašvaldība',
      'Iedzīvotājiem',
      'EUR',
      'E-pakalpojums',
      'Klātienē',
    ]) {
      expect(text).to.contain(part);
    }
    expect(find(card, 'h2 .title')).to.not.equal(null);
    expect(card.querySelector('a')!.checkVisibility()).to.equal(false);
  });

  it('opens the full description in place', async () => {
    const card = place<PvpServiceCard>(markup('PV-1001'));
    await shown(card);
    find(card, 'button')!.click();
    await until('the steps', () => find(card, '[part=description]'));
  });

  it('draws the state that the page brought along without waiting', async () => {
    const answer = await fetch(`${register.origin}/v1/services/PV-1002`).then((r) => r.json());
    answer.title.lv = 'Pirmā bilde';
    const state = JSON.stringify({
      data: answer,
      key: 'x',
      freshness: { state: 'fresh', fetchedAt: new Date().toISOString() },
    });
    const card = place<PvpServiceCard>(
      markup(
        'PV-1002',
        '',
        `<script type="application/json" data-pvp-state>${state.replaceAll('<', '\\u003c')}</script>`,
      ),
    );
    await card.updateComplete;
    expect(textOf(find(card, '.title'))).to.equal('Pirmā bilde');
    await until(
      'what is registered',
      () => textOf(find(card, '.title')) === 'Dzīvesvietas deklarēšana',
    );
  });

  it('says that a service was merged, and shows the one it became part of', async () => {
    const card = place<PvpServiceCard>(markup('PV-9001'));
    expect(textOf(await shown(card))).to.contain('Dzīvesvietas deklarēšana');
    const notice = await until('the notice', () => find(card, '[part=card] [part=notice]'));
    expect(textOf(notice)).to.contain('apvienots ar šo pakalpojumu');
  });

  it('says that a service is suspended', async () => {
    const card = place<PvpServiceCard>(markup('PV-9002'));
    expect(textOf(await shown(card))).to.contain('uz laiku ir apturēta');
  });

  it('says that what the service needs does not work', async () => {
    const card = place<PvpServiceCard>(markup('PV-1011'));
    const notice = await until('a notice', () => find(card, '[part~=notice]'));
    expect(textOf(notice)).to.equal('Pakalpojums pašlaik nav pieejams tehnisku traucējumu dēļ.');
  });

  it('leads from a retired service to its successor', async () => {
    const card = place<PvpServiceCard>(markup('PV-9003', 'service-href="/p/{id}"'));
    const text = textOf(await shown(card));
    expect(text).to.contain('vairs netiek sniegts');
    expect(find(card, 'a')!.getAttribute('href')).to.equal('/p/PV-2003');
  });

  it('says that there is no such service, and where to look', async () => {
    const card = place<PvpServiceCard>(markup('PV-0000'));
    expect(textOf(await shown(card))).to.contain('reģistrā nav');
    expect(find(card, 'a')!.getAttribute('href')).to.equal(register.origin);
    expect(card.matches(':state(error)')).to.equal(true);
  });

  it('keeps the fallback where a value is unknown, and tells the webmaster once', async () => {
    const warnings = hearWarnings();
    const errors: string[] = [];
    const listen = (event: Event) =>
      errors.push((event as CustomEvent<{ code: string }>).detail.code);
    document.addEventListener('pvp-error', listen);
    const card = place<PvpServiceCard>(markup('PV-1001', 'view="huge"', '<a href="/">Saite</a>'));
    await card.updateComplete;
    card.requestUpdate('view');
    await card.updateComplete;
    await until('the event', () => errors.length);
    document.removeEventListener('pvp-error', listen);
    const heard = warnings();
    expect(heard.length).to.equal(1);
    for (const part of ['pvp-service-card', 'view', 'huge', 'compact', 'full'])
      expect(heard[0]).to.contain(part);
    expect(errors).to.deep.equal(['bad-attribute']);
    expect(card.querySelector('a')!.checkVisibility()).to.equal(true);
  });

  it('falls back where a block is unknown, and tells the webmaster the known ones', async () => {
    const warnings = hearWarnings();
    const card = place<PvpServiceCard>(
      markup('PV-1001', 'view="full" sections="summary prices"', '<a href="/">Saite</a>'),
    );
    await until('a warning', () => warnings.heard.length);
    const [heard] = warnings();
    for (const part of ['sections', '"prices"', 'summary', 'cost', 'provenance'])
      expect(heard).to.contain(part);
    await card.updateComplete;
    expect(card.querySelector('a')!.checkVisibility()).to.equal(true);
    expect(find(card, '[part=card]')).to.equal(null);
  });

  it('shows the chosen facts alone in a compact card too', async () => {
    const card = place<PvpServiceCard>(markup('PV-1001', 'sections="cost"'));
    await shown(card);
    expect(all(card, '.facts li').map(textOf)).to.deep.equal([
      '0–4,27 EUR, atkarībā no saņemšanas veida',
    ]);
    expect(find(card, '.summary')).to.equal(null);
  });

  it('keeps the last good description, with a dated notice, while the register is away', async () => {
    const own = await openRegister();
    const card = place<PvpServiceCard>(
      `<pvp-service-card register="${own.origin}" service="PV-1001"></pvp-service-card>`,
    );
    await shown(card);
    await own.stop();
    card.refresh();
    const notice = await until('a notice', () => textOf(find(card, '[role=status]')));
    expect(notice).to.match(
      /^Dati no \d\d\.\d\d\.\d{4}\. plkst\. \d\d\.\d\d; reģistrs pašlaik neatbild\.$/,
    );
    expect(textOf(find(card, '.title'))).to.equal('Dzīvesvietas deklarēšana');
    expect(card.matches(':state(stale)')).to.equal(true);
    await own.start();
    card.refresh();
    await until('no notice', () => !textOf(find(card, '[role=status]')));
  });

  it('keeps the fallback where the register never answered; without one it says so', async () => {
    const own = await openRegister({ seed: 'none' });
    await own.stop();
    const card = place<PvpServiceCard>(
      `<pvp-service-card register="${own.origin}" service="PV-1001"><a href="/">Saite</a></pvp-service-card>`,
    );
    await until('the failure', () => card.matches(':state(error)'));
    expect(card.querySelector('a')!.checkVisibility()).to.equal(true);
    expect(find(card, '[part=card]')).to.equal(null);
    const bare = place<PvpServiceCard>(
      `<pvp-service-card register="${own.origin}" service="PV-1001"></pvp-service-card>`,
    );
    expect(textOf(await shown(bare))).to.contain('Mēģināt vēlreiz');
  });

  it('is harmless twice, and names another version once', async () => {
    const { define } = await import('../../src/define/define.ts');
    const warnings = hearWarnings();
    define('pvp-service-card', customElements.get('pvp-service-card')!);
    class Other extends HTMLElement {
      static version = '0.0.1';
    }
    customElements.define('pvp-other', Other);
    define('pvp-other', class extends HTMLElement {});
    await until('a warning', () => warnings.heard.length);
    const heard = warnings();
    expect(heard.length).to.equal(1);
    expect(heard[0]).to.contain('0.0.1');
  });
});
