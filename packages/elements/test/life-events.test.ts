/** From a situation of life to the text about it, to needs, to services. */
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import type { PvpLifeEvents, PvpServiceCatalogue } from '../src/index.ts';
import {
  all,
  clearPage,
  countIn,
  find,
  hearWarnings,
  listed,
  place,
  textOf,
  until,
} from './page.ts';

let register: BrowserRegister;

async function open(attributes = '', inside = ''): Promise<PvpLifeEvents> {
  const element = place<PvpLifeEvents>(
    `<pvp-life-events register="${register.origin}" ${attributes}>${inside}</pvp-life-events>`,
  );
  await until('something', () => find(element, '.title'));
  return element;
}

const titles = (element: Element) => all(element, '.situation .title').map(textOf);
const needs = (element: Element) =>
  all(element, '.need').map((need) => textOf(need.querySelector('h5')));

async function openEvent(element: Element, id: string): Promise<void> {
  find(element, `[data-life-event="${id}"]`)!.click();
  await until('its services', () => find(element, '.need .row'));
}

describe('life events', () => {
  before(async function () {
    // A register with all sample data, on a machine that may be busy with other tests.
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  afterEach(clearPage);

  it('shows all of them, each title as a link in a heading', async () => {
    const element = await open('', '<a href="/">Saite</a>');
    expect(titles(element)).to.include('Bērna piedzimšana');
    expect(find(element, '.situation h3 a.title')).to.not.equal(null);
    await until('the number', () => countIn(element) === titles(element).length);
    expect(textOf(find(element, '[role=status]'))).to.match(/^\d+ dzīves situācij(a|as|u)$/);
    expect(element.querySelector('a')!.checkVisibility()).to.equal(false);
  });

  it('shows those alone that lead to a service of the institution, with their number', async () => {
    const whole = titles(await open());
    const element = await open('institution="ozolleja"');
    expect(titles(element).length).to.be.below(whole.length);
    expect(titles(element)).to.include('Laulības');
    for (const card of all(element, '.situation')) {
      expect(textOf(card.querySelector('.byline'))).to.match(/^[1-9]\d* pakalpojum/);
    }
  });

  it('leads from the situation to the text, to needs in their order, to services', async () => {
    const element = await open();
    await openEvent(element, 'berna-piedzimsana');
    expect(textOf(find(element, '.open .title'))).to.equal('Bērna piedzimšana');
    expect(textOf(find(element, '.rich'))).to.contain('Vispirms – reģistrācija');
    expect(needs(element)).to.deep.equal([
      'Reģistrēt bērna piedzimšanu',
      'Saņemt pabalstus par bērnu',
      'Iegūt vietu bērnudārzā',
    ]);
    const [registration] = all(element, '.need');
    expect(textOf(registration!.querySelector('.row .title'))).to.equal(
      'Dzimšanas fakta reģistrācija',
    );
    expect(textOf(registration!.querySelector('.row .byline'))).to.equal('Sniedz 4 iestādes');
    expect(textOf(element.shadowRoot!.activeElement)).to.equal('Visas dzīves situācijas');
  });

  it('goes back to the situation that one came from', async () => {
    const element = await open();
    await openEvent(element, 'laulibas');
    find(element, '.back')!.click();
    await until('the focus', () => textOf(element.shadowRoot!.activeElement) === 'Laulības');
    expect(titles(element).length).to.be.above(5);
  });

  it('opens a service in its place and leads back to it', async () => {
    const element = await open('institution="ozolleja"');
    const opened: string[] = [];
    for (const name of ['life-event', 'service']) {
      element.addEventListener(`pvp-${name}-opened`, (event) =>
        opened.push((event as CustomEvent<{ id: string }>).detail.id),
      );
    }
    await openEvent(element, 'laulibas');
    const title = find(element, '.row .title')!;
    const name = textOf(title);
    title.click();
    const card = await until('the card', () => find(element, 'pvp-service-card'));
    await until('its title', () => card.shadowRoot && textOf(find(card, '.title')) === name);
    expect(textOf(element.shadowRoot!.activeElement)).to.equal('Atpakaļ uz dzīves situāciju');
    expect(opened).to.deep.equal(['laulibas', title.getAttribute('data-service')]);
    find(element, '.back')!.click();
    await until('the focus on its title', () => textOf(element.shadowRoot!.activeElement) === name);
  });

  it('leads to the page that service-href names', async () => {
    const element = await open('service-href="/pakalpojumi/{id}" life-event="laulibas"');
    const link = await until('a service', () => find(element, '.row .title'));
    expect(link.getAttribute('href')).to.equal(`/pakalpojumi/${link.dataset['service']}`);
    expect(find(element, '.back')).to.equal(null);
  });

  it('keeps what is open in the address, back and forward', async () => {
    const element = await open('deep-links');
    await openEvent(element, 'laulibas');
    expect(new URLSearchParams(location.search).get('pvp-situation')).to.equal('laulibas');
    const again = await open('deep-links');
    await until('the same one', () => textOf(find(again, '.open .title')) === 'Laulības');
    history.back();
    await until('all', () => titles(again).length);
    history.forward();
    await until('it again', () => find(again, '.open'));
  });

  it('lets the page take over', async () => {
    const element = await open();
    element.addEventListener('pvp-life-event-opened', (event) => event.preventDefault());
    find(element, '[data-life-event="laulibas"]')!.click();
    await element.updateComplete;
    expect(find(element, '.open')).to.equal(null);
    expect(titles(element)).to.include('Laulības');
  });

  it('says that there is no such life event', async () => {
    const element = place<PvpLifeEvents>(
      `<pvp-life-events register="${register.origin}" life-event="nav-tadas"></pvp-life-events>`,
    );
    const notice = await until('the notice', () => find(element, '[part=notice]'));
    expect(textOf(notice)).to.equal('Šādas dzīves situācijas Valsts vienotajā reģistrā nav.');
  });

  it('gives way to the content of the page where there is nothing to show', async () => {
    const nothing = 'institution="nav-tadas-iestades"';
    for (const attributes of [nothing, 'life-event="nav-tadas"']) {
      const own = place<PvpLifeEvents>(
        `<pvp-life-events register="${register.origin}" ${attributes}><a href="/">Saite</a></pvp-life-events>`,
      );
      await until('an answer', () => countIn(own) >= 0);
      expect(own.querySelector('a')!.checkVisibility(), attributes).to.equal(true);
      expect(find(own, '[part=notice]')).to.equal(null);
    }
    const bare = place<PvpLifeEvents>(
      `<pvp-life-events register="${register.origin}" ${nothing}></pvp-life-events>`,
    );
    const notice = await until('a sentence', () => find(bare, '[part=notice]'));
    expect(textOf(notice)).to.equal('Nevienai dzīves situācijai šeit nav pakalpojumu.');
    expect(find<HTMLAnchorElement>(bare, '.actions a')!.href).to.equal(`${register.origin}/`);
    expect(bare.matches(':state(empty)')).to.equal(true);
  });

  it('says in which language a text is that is not in the one asked for', async () => {
    const note = (element: Element) => find(element, '.open > p.byline');
    const partly = place<PvpLifeEvents>(
      `<pvp-life-events register="${register.origin}" content-lang="en" life-event="berna-piedzimsana"></pvp-life-events>`,
    );
    expect(textOf(await until('a note', () => note(partly)))).to.equal(
      'Daļa apraksta šajā valodā nav pieejama un ir latviešu valodā.',
    );
    expect(find(partly, '.open .title')!.lang).to.equal('en');
    const whole = await open('life-event="berna-piedzimsana"');
    expect(textOf(note(whole))).to.equal('');
    const own = await openRegister({ seed: 'none' });
    await own.put('life-event', { type: 'life-event', id: 'guest', title: { en: 'A guest' } });
    const foreign = place<PvpLifeEvents>(
      `<pvp-life-events register="${own.origin}" life-event="guest"></pvp-life-events>`,
    );
    expect(textOf(await until('a note', () => note(foreign)))).to.equal(
      'Apraksts šajā valodā nav pieejams; teksts ir angļu valodā.',
    );
  });

  it('shows some services of a need, all when asked, and all on paper', async () => {
    const own = await openRegister({ seed: 'none' });
    const services = Array.from({ length: 8 }, (_, nth) => ({
      type: 'service',
      id: `S-${nth}`,
      kind: 'public-individual',
      status: 'active',
      title: { lv: `Pakalpojums ${nth}` },
      recipients: ['resident'],
      needs: ['many'],
    }));
    await own.putAll([
      { type: 'need', id: 'many', title: { lv: 'Daudz kā' } },
      { type: 'life-event', id: 'event', title: { lv: 'Notikums' }, needs: ['many'] },
      ...services,
    ]);
    const element = place<PvpLifeEvents>(
      `<pvp-life-events register="${own.origin}" life-event="event"></pvp-life-events>`,
    );
    const rows = () => all(element, '.need .row').length;
    await until('some', () => rows() === 5);
    dispatchEvent(new Event('beforeprint'));
    await until('all on paper', () => rows() === 8);
    dispatchEvent(new Event('afterprint'));
    await until('some again', () => rows() === 5);
    find(element, '.need .quiet')!.click();
    await until(
      'the focus on the first new one',
      () => textOf(element.shadowRoot!.activeElement) === 'Pakalpojums 5',
    );
    expect(rows()).to.equal(8);
  });

  it('keeps the fallback for a wrong attribute, and where the register never answered', async () => {
    const warnings = hearWarnings();
    const wrong = place<PvpLifeEvents>(
      `<pvp-life-events register="${register.origin}" profile="citizens"><a href="/">Saite</a></pvp-life-events>`,
    );
    await until('a warning', () => warnings.heard.length);
    expect(warnings()[0]).to.contain('residents, businesses, institutions');
    expect(wrong.querySelector('a')!.checkVisibility()).to.equal(true);
    const own = await openRegister({ seed: 'none' });
    await own.stop();
    const silent = place<PvpLifeEvents>(
      `<pvp-life-events register="${own.origin}"><a href="/">Saite</a></pvp-life-events>`,
    );
    await until('the failure', () => silent.matches(':state(error)'));
    expect(silent.querySelector('a')!.checkVisibility()).to.equal(true);
  });

  it('says where services cannot be had, and shows them when asked again', async function () {
    this.timeout(60_000);
    const own = await openRegister();
    const element = place<PvpLifeEvents>(
      `<pvp-life-events register="${own.origin}"></pvp-life-events>`,
    );
    await until('life events', () => find(element, '.situation'));
    await own.stop();
    find(element, '[data-life-event="laulibas"]')!.click();
    const retry = await until('a way on', () => find(element, '.needs button'), 20_000);
    expect(textOf(find(element, '.open .title'))).to.equal('Laulības');
    expect(needs(element).length).to.be.above(0);
    await own.start();
    retry.click();
    await until('the services', () => find(element, '.need .row'), 20_000);
    expect(find(element, '.needs .failure')).to.equal(null);
  });

  it('speaks Russian, and marks Latvian text', async () => {
    document.documentElement.lang = 'ru';
    try {
      const element = await open();
      await until('the number', () => /жизненн/.test(textOf(find(element, '[role=status]'))));
      expect(titles(element)).to.include('Рождение ребёнка');
      await openEvent(element, 'berna-piedzimsana');
      expect(textOf(find(element, '.back'))).to.equal('Все жизненные ситуации');
      expect(find(element, '.rich')!.lang).to.equal('lv');
      expect(find(element, '.open .title')!.lang).to.equal('');
    } finally {
      document.documentElement.lang = 'lv';
    }
  });

  it('is a way into a catalogue for those who do not know the word', async () => {
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue register="${register.origin}" institution="ozolleja" by-life-event deep-links></pvp-service-catalogue>`,
    );
    await listed(catalogue);
    const entry = await until('the way in', () => find(catalogue, '.entry button'));
    expect(textOf(entry)).to.contain('Meklējiet pēc dzīves situācijas');
    entry.click();
    const inside = await until('the life events', () => {
      const element = find(catalogue, 'pvp-life-events');
      return element?.shadowRoot && find(element, '.situation') ? element : undefined;
    });
    expect(find(catalogue, '.rows')!.checkVisibility()).to.equal(false);
    expect(textOf(catalogue.shadowRoot!.activeElement)).to.equal('Atpakaļ uz sarakstu');
    await openEvent(inside, 'laulibas');
    expect(new URLSearchParams(location.search).get('pvp-situation')).to.equal('laulibas');
    history.back();
    await until('all life events', () => titles(inside).length);
    find(catalogue, '.back')!.click();
    await until('the list', () => find(catalogue, '.rows')!.checkVisibility());
    expect(textOf(catalogue.shadowRoot!.activeElement)).to.equal(textOf(entry));
    expect(new URLSearchParams(location.search).has('pvp-situation')).to.equal(false);
  });
});
