import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { expect } from 'chai';
import type { PvpServiceCard } from '../../src/index.ts';
import { all, clearPage, find, place, textOf, until } from '../page.ts';

let register: BrowserRegister;

const paragraph = (value: string): unknown => ({
  type: 'root',
  children: [{ type: 'element', tagName: 'p', children: [{ type: 'text', value }] }],
});

/** A description with the traps of real ones. */
const service = {
  type: 'service',
  id: 'T-1',
  kind: 'public-individual',
  status: 'active',
  sample: true,
  title: { lv: 'Suņa reģistrācija', en: 'Dog registration' },
  summary: { lv: 'Suni reģistrē trīs mēnešu laikā.' },
  recipients: ['resident', 'business'],
  channels: [
    {
      id: 'web',
      kind: 'e-service',
      requestable: true,
      url: 'https://suni.example/pieteikt',
      landsOn: { lv: 'Suņu reģistra pirmā lapa' },
      identification: 'substantial',
    },
    {
      id: 'desk',
      kind: 'in-person',
      places: [
        {
          id: 'p1',
          title: { lv: 'Klientu centrs' },
          address: { text: 'Liepu iela 1, Ozolleja' },
          phone: '+371 67000111',
        },
      ],
    },
  ],
  costs: [
    { id: 'c1', value: 0, channel: 'web' },
    { id: 'c2', value: 4.27, channel: 'desk', description: { lv: 'Valsts nodeva' } },
  ],
  terms: [{ id: 't1', min: 2, max: 5, unit: 'working-day' }],
  steps: [
    { id: 's1', title: { lv: '-' }, description: { lv: paragraph('Sagatavojiet suņa pasi.') } },
    { id: 's2', title: { lv: 'Iesniegums' }, channels: ['web', 'desk'], documents: ['d1'] },
  ],
  documents: [
    {
      id: 'd1',
      kind: 'form',
      title: { lv: 'Suņa anketa' },
      url: 'https://suni.example/anketa.pdf',
      mediaType: 'application/pdf',
      bytes: 84_000,
    },
  ],
  sections: [
    { id: 'x1', role: 'restriction', content: { lv: paragraph('Tikai čipotiem suņiem.') } },
    { id: 'x2', role: 'appeal', content: { lv: paragraph('Mēneša laikā.') } },
  ],
  legalResources: [
    { id: 'l1', title: 'Vecie noteikumi', number: '7', validUntil: '2020-01-31' },
    { id: 'l2', title: 'Dzīvnieku aizsardzības likums', url: 'https://likumi.lv/ta/id/14960' },
  ],
  related: ['PV-1001'],
  languages: [{ lang: 'lv' }, { lang: 'en', machine: true }],
};

async function open(attributes = '', lang = 'lv'): Promise<PvpServiceCard> {
  document.documentElement.lang = lang;
  const card = place<PvpServiceCard>(
    `<pvp-service-card register="${register.origin}" ${attributes} service="T-1" view="full"></pvp-service-card>`,
  );
  await until('the full description', () => find(card, '[part=description]'));
  return card;
}

const rowsOf = (card: Element): string[][] =>
  all(card, 'section.cost tr').map((row) => [...row.children].map(textOf));

const factOf = (card: Element, label: string): string =>
  textOf(all(card, '.facts-grid dt').find((term) => textOf(term) === label)?.nextElementSibling);

describe('full description', () => {
  before(async function () {
    this.timeout(60_000);
    register = await openRegister();
    await register.put('service', service);
  });
  afterEach(() => {
    clearPage();
    document.documentElement.lang = 'lv';
  });

  it('tells the price by way of receiving and calls nothing free that charges', async () => {
    const card = await open();
    expect(factOf(card, 'Maksa'))
      .to.match(/0–4,27/)
      .and.not.match(/^Bez maksas/);
    expect(factOf(card, 'Maksa')).to.match(/^Maksa atkarīga no saņemšanas veida/);
    expect(rowsOf(card)).to.deep.equal([
      ['Saņemšanas veids', 'Summa', 'Piezīmes'],
      ['E-pakalpojums', 'Bez maksas', ''],
      ['Klātienē', '4,27 EUR', 'Valsts nodeva'],
    ]);
  });

  it('leaves an empty cell out where a narrow column makes blocks of the rows', async () => {
    const card = await open();
    card.style.width = '300px';
    const cells = all(card, 'section.cost td');
    await until('blocks', () => getComputedStyle(cells[0]!).display === 'block');
    expect(cells.some((cell) => !textOf(cell))).to.equal(true);
    for (const cell of cells) expect(cell.checkVisibility()).to.equal(!!textOf(cell));
  });

  it('marks today in the hours that hold today, and in no other season', async () => {
    const days = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
    const weekly = (opens: string) => [{ days, opens, closes: '18:00' }];
    const yearDay = (ahead: number) =>
      new Date(Date.now() + ahead * 86_400_000).toISOString().slice(5, 10);
    const season = (from: number, until: number, opens: string) => ({
      from: yearDay(from),
      until: yearDay(until),
      weekly: weekly(opens),
    });
    await register.put('service', {
      ...service,
      id: 'T-HOURS',
      costs: [],
      steps: [],
      channels: [
        {
          id: 'desk',
          kind: 'in-person',
          hours: {
            weekly: weekly('08:00'),
            seasons: [season(-2, 2, '09:00'), season(10, 20, '10:00')],
          },
        },
      ],
    });
    const card = place<PvpServiceCard>(
      `<pvp-service-card register="${register.origin}" service="T-HOURS" view="full"></pvp-service-card>`,
    );
    await until('its hours', () => find(card, '.week'));
    expect(all(card, '.week .today dd').map(textOf)).to.deep.equal(['9.00–18.00']);
  });

  it('says before the click where one lands, who one must be, and what it costs there', async () => {
    const card = await open();
    const button = find<HTMLAnchorElement>(card, '.primary')!;
    expect(button.href).to.equal('https://suni.example/pieteikt');
    expect(all(card, '.next li').map(textOf)).to.deep.equal([
      'Atvērsies: Suņu reģistra pirmā lapa',
      'Jāapliecina identitāte: būtisks līmenis (piemēram, internetbanka)',
      'Maksa šajā veidā: bez maksas',
    ]);
  });

  it('shows no dash as a value', async () => {
    const card = await open();
    expect(all(card, '.steps > li > :first-child').map(textOf)).to.deep.equal([
      '1. solis',
      'Iesniegums',
    ]);
  });

  it('leaves out whatever an old description fills with nothing', async () => {
    const nothing = { lv: '-' };
    await register.put('service', {
      type: 'service',
      id: 'T-2',
      kind: 'public-individual',
      status: 'active',
      title: { lv: 'Tukšs apraksts' },
      summary: nothing,
      description: { lv: paragraph('Nav.') },
      recipientNote: { lv: paragraph('—') },
      costs: [{ id: 'c', description: { lv: 'Skatīt maksājumus' } }],
      terms: [{ id: 't', description: nothing }],
      sections: [
        { id: 'r', role: 'restriction', title: nothing, content: { lv: paragraph('-') } },
        { id: 'a', role: 'appeal', content: { lv: paragraph('Nav.') } },
      ],
      outputs: [{ id: 'o', title: nothing }],
      legalResources: [{ id: 'l', title: '-' }],
      channels: [{ id: 'k', kind: 'phone', phone: '-' }],
    });
    const card = await open('service="T-2"');
    expect(all(card, 'section').map((block) => block.className)).to.deep.equal(['channels']);
    expect(all(card, 'section.channels a')).to.deep.equal([]);
    expect(find(card, '.facts-grid')).to.equal(null);
    expect(textOf(find(card, '[part=description]'))).to.not.match(/(^| )([-—]|Nav\.|Skatīt)( |$)/);
  });

  it('names the files with type and size, and marks acts that have ended', async () => {
    const card = await open();
    expect(textOf(find(card, 'section.forms'))).to.contain('Suņa anketa (PDF, 84 kB)');
    expect(textOf(find(card, 'section.legal'))).to.match(/Zaudējis spēku 31\.01\.2020\./);
    expect(all(card, 'section.legal strong')).to.have.length(1);
  });

  it('shows only the blocks that the page asks for', async () => {
    const card = await open('sections="cost legal"');
    expect(all(card, 'section').map((block) => block.className)).to.deep.equal(['cost', 'legal']);
    expect(find(card, '.facts-grid')).to.equal(null);
  });

  it('has labels in English, and marks Latvian text as such', async () => {
    const card = await open('', 'en');
    await until('an English label', () => textOf(find(card, '.primary')) === 'Request the service');
    expect(textOf(find(card, '.title'))).to.equal('Dog registration');
    expect(find(card, '.lead span')!.lang).to.equal('lv');
    expect(textOf(find(card, '.language'))).to.contain('Translated by machine');
  });

  it('opens a related service in its place', async () => {
    const card = await open();
    const button = await until('a related service', () => find(card, 'section.related button'));
    expect(textOf(button)).to.equal('Dzīvesvietas deklarēšana');
    button.click();
    await until(
      'the other service',
      () => textOf(find(card, '.title')) === 'Dzīvesvietas deklarēšana',
    );
    expect(card.service).to.equal('PV-1001');
  });

  it('keeps what a translator wrapped out of the way of the next change', async () => {
    const card = await open();
    for (const node of all(card, 'p, span, dd, th, td, h3, h4, li')) {
      for (const child of [...node.childNodes]) {
        if (child.nodeType !== Node.TEXT_NODE || !child.nodeValue?.trim()) continue;
        const font = document.createElement('font');
        font.textContent = child.nodeValue;
        child.replaceWith(font);
      }
    }
    await register.put('service', {
      ...service,
      summary: { lv: 'Suni reģistrē nedēļas laikā.' },
      sections: [{ id: 'x2', role: 'appeal', content: { lv: paragraph('Divu mēnešu laikā.') } }],
    });
    card.refresh();
    await until('the new summary', () => textOf(find(card, '.lead')).includes('nedēļas'));
    expect(textOf(find(card, 'section.appeal .rich'))).to.equal('Divu mēnešu laikā.');
    await register.put('service', service);
  });
});
