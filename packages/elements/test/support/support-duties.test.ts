/** The five kinds of support that are owed, and who gives each of them. */
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { focused } from '../accessibility/focus.ts';
import { resizeViewport } from '../browser.ts';
import { all, clearPage, find, textOf, until } from '../page.ts';
import { helped, placeWidget } from './widget.ts';

let register: BrowserRegister;

const PHONE = { type: 'support-place', place: 'institution-remote', means: 'phone' };
const ALWAYS = [
  { days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], opens: '00:00', closes: '24:00' },
];

const duty = (widget: Element, name: string): HTMLElement =>
  find(widget, `[data-step=duties] [data-duty=${name}]`)!;

/** `Name (whose)` of each place that gives a kind of support. */
const helpers = (widget: Element, name: string): string[] =>
  [...duty(widget, name).querySelectorAll('[data-helper]')].map(
    (one) => `${textOf(one.querySelector('button'))} (${textOf(one.querySelector('small'))})`,
  );

const titles = (widget: Element): string[] => all(widget, '.duty-title').map(textOf);

describe('the five kinds of support', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
    await register.putAll([
      {
        ...PHONE,
        id: 'sp-country',
        title: { lv: 'Valsts mācību tālrunis', en: 'National training line' },
        duties: ['training', 'partners'],
        phone: '+371 67000901',
      },
      {
        ...PHONE,
        id: 'sp-institution',
        organization: 'berzkrogs',
        title: { lv: 'Bērzkroga mācību tālrunis' },
        duties: ['training'],
        phone: '+371 67000902',
        hours: { weekly: ALWAYS },
      },
      // Of the kinds and means of those that have partners for the whole country.
      ...[
        { place: 'vpp-pd', means: 'video' },
        { place: 'self-service-site', means: 'knowledge-base' },
        PHONE,
      ].map((sort, nth) => ({
        ...sort,
        type: 'support-place',
        id: `sp-alone-${nth}`,
        organization: 'smilgaine',
        title: { lv: `Smilgaines palīdzība ${nth}` },
        duties: ['consultation'],
        url: 'https://smilgaine.example/lv',
      })),
    ]);
    await resizeViewport(1280, 900);
  });
  afterEach(() => {
    clearPage();
    document.documentElement.lang = 'lv';
  });

  it('tells all five for the whole country, with who gives them to everybody', async () => {
    const widget = placeWidget(register.origin, 'display="inline"');
    await helped(widget);
    expect(titles(widget)).to.deep.equal([
      'Informācija',
      'Konsultācija',
      'Apmācība',
      'Piekļuve un aprīkojums',
      'Sadarbības partneri',
    ]);
    // That all of them are the country's is said once.
    expect(textOf(find(widget, '[data-step=duties] > p'))).to.contain('visā Latvijā');
    expect(helpers(widget, 'training')).to.deep.equal([
      'Valsts mācību tālrunis ()',
      'Zināšanu bāze un pamācības ()',
    ]);
    expect(helpers(widget, 'partners')).to.deep.equal([
      'Valsts mācību tālrunis ()',
      'Video konsultācija ()',
      'Zināšanu bāze un pamācības ()',
    ]);
  });

  it('lets an institution override the country, and a service its institution', async () => {
    const widget = placeWidget(register.origin, 'institution="berzkrogs" display="inline"');
    await helped(widget);
    expect(helpers(widget, 'training')).to.deep.equal([
      'Bērzkroga mācību tālrunis (Bērzkroga novada pašvaldība)',
      'Zināšanu bāze un pamācības (Visā Latvijā)',
    ]);
    expect(helpers(widget, 'partners')).to.deep.equal([
      'Video konsultācija (Visā Latvijā)',
      'Zināšanu bāze un pamācības (Visā Latvijā)',
    ]);
    widget.service = 'PV-1042';
    await until('the service', () =>
      helpers(widget, 'consultation')[0]?.startsWith('Tālrunis tirdzniecības'),
    );
    expect(helpers(widget, 'consultation').slice(0, 2)).to.deep.equal([
      'Tālrunis tirdzniecības jautājumos (Tieši šim pakalpojumam)',
      'Bērzkroga novada klientu centrs (Bērzkroga novada pašvaldība)',
    ]);
    expect(helpers(widget, 'training')).to.deep.equal([
      'Zināšanu bāze un pamācības (Visā Latvijā)',
    ]);
  });

  it('names the life events and needs that lead to a service', async () => {
    const widget = placeWidget(register.origin, 'service="PV-1001" display="inline"');
    await helped(widget);
    const names = [...duty(widget, 'information').querySelectorAll('.names li')].map(textOf);
    expect(names).to.deep.equal(['Dzīvesvietas maiņa', 'Deklarēt dzīvesvietu']);
    expect(duty(widget, 'consultation').querySelector('.names')).to.equal(null);
  });

  it('leads to where all is told of a place', async () => {
    const widget = placeWidget(register.origin, 'institution="berzkrogs" display="inline"');
    await helped(widget);
    duty(widget, 'training')
      .querySelector<HTMLElement>('[data-helper=sp-institution] button')!
      .click();
    const place = find(widget, '[data-step=remote] [data-place=sp-institution]');
    expect(focused()).to.equal(place);
  });

  it('names the partners of a place, with their pages, in the language of the page', async () => {
    const widget = placeWidget(register.origin, 'institution="berzkrogs" display="inline"');
    await helped(widget);
    const partnersAt = (place: string) => {
      const row = duty(widget, 'partners').querySelector(`[data-helper=${place}] .partners`);
      return {
        said: textOf(row),
        links: [...(row?.querySelectorAll('a') ?? [])].map((a) => [textOf(a), a.href]),
        langs: [...(row?.querySelectorAll('[lang]') ?? [])].map((one) => one.getAttribute('lang')),
      };
    };
    expect(partnersAt('A-0007').said).to.equal(
      'Palīdz arī: Zīmju valodas tulku biedrība Senioru digitālo prasmju kustība',
    );
    // One has a page of its own, the other has none.
    expect(partnersAt('A-0007').links).to.deep.equal([
      ['Zīmju valodas tulku biedrība', 'https://zimju-valodas-tulki.example/'],
    ]);
    expect(find(widget, '[data-duty=training] .partners')).to.equal(null);
    // A name that is not registered in the language of the page says which one it is in.
    document.documentElement.lang = 'ru';
    await until('the other language', () => partnersAt('A-0007').said.startsWith('Также'));
    expect(partnersAt('A-0007').langs).to.deep.equal(['lv', 'lv']);
    expect(partnersAt('A-0002').links).to.deep.equal([
      ['Объединение публичных библиотек', 'https://bibliotekas.example/'],
    ]);
    expect(partnersAt('A-0002').langs).to.deep.equal([]);
  });

  it('leads on where nobody helps', async () => {
    const widget = placeWidget(register.origin, 'institution="smilgaine" display="inline"');
    await helped(widget);
    expect(helpers(widget, 'partners')).to.deep.equal([]);
    expect(textOf(duty(widget, 'partners'))).to.contain('te pašlaik nesniedz neviens');
    duty(widget, 'partners').querySelector<HTMLElement>('.actions button')!.click();
    expect(focused()?.id).to.equal('step-expert');
  });

  it('stands under headings without a gap, in a list of five', async () => {
    const widget = placeWidget(
      register.origin,
      'institution="berzkrogs" display="inline" heading-level="3"',
    );
    await helped(widget);
    const section = find(widget, '[data-step=duties]')!;
    const levels = [...section.querySelectorAll('h2, h3, h4, h5, h6')].map((one) => one.localName);
    expect(levels).to.deep.equal(['h4', 'h5', 'h5', 'h5', 'h5', 'h5']);
    expect(section.getAttribute('aria-labelledby')).to.equal('step-duties');
    const list = section.querySelector('.duties')!;
    expect(list.getAttribute('role')).to.equal('list');
    expect(list.children).to.have.lengthOf(5);
  });

  for (const [lang, first, whose, always] of [
    ['lv', 'Informācija', 'Visā Latvijā', 'Atvērts visu diennakti'],
    ['en', 'Information', 'All over Latvia', 'Open around the clock'],
    ['ru', 'Информация', 'По всей Латвии', 'Открыто круглосуточно'],
  ] as const) {
    it(`speaks the language of the page, also of a place that never closes (${lang})`, async () => {
      document.documentElement.lang = lang;
      const widget = placeWidget(register.origin, 'institution="berzkrogs" display="inline"');
      await helped(widget);
      expect(titles(widget)[0]).to.equal(first);
      expect(helpers(widget, 'training')[1]).to.contain(`(${whose})`);
      const place = find(widget, '[data-place=sp-institution] .now.open');
      expect(textOf(place)).to.equal(always);
    });
  }
});
