/** What a visitor chooses within a full description: what applies, which institution, which language. */
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { expect } from 'chai';
import type { PvpServiceCard } from '../../src/index.ts';
import { all, clearPage, find, place, textOf, until } from '../page.ts';

let register: BrowserRegister;

const part = (id: string, appliesTo?: object) => ({
  id,
  kind: 'evidence',
  title: { lv: `Dokuments ${id}` },
  ...(appliesTo && { appliesTo }),
});

/** Differs by recipient and by situation. */
const permit = {
  type: 'service',
  id: 'T-3',
  kind: 'public-individual',
  status: 'active',
  title: { lv: 'Tirdzniecības atļauja', en: 'Trading permit' },
  recipients: ['resident', 'business'],
  situations: [
    { id: 'tirgus', title: { lv: 'Tirgosieties tirgū' } },
    { id: 'svetki', title: { lv: 'Tirgosieties svētkos' } },
  ],
  costs: [
    { id: 'c1', value: 35, appliesTo: { recipients: ['business'] } },
    { id: 'c2', value: 1.5, appliesTo: { recipients: ['resident'] } },
  ],
  documents: [
    part('visiem'),
    part('uznemumam', { recipients: ['business'] }),
    part('tirgum', { situations: ['tirgus'] }),
    part('svetkiem', { situations: ['svetki'] }),
  ],
};

async function open(service: string, attributes = ''): Promise<PvpServiceCard> {
  const card = place<PvpServiceCard>(
    `<pvp-service-card register="${register.origin}" service="${service}" view="full" ${attributes}></pvp-service-card>`,
  );
  await until('the full description', () => find(card, '[part=description]'));
  return card;
}

const documents = (card: Element) =>
  all(card, 'section.documents li').map((row) => textOf(row).replace(/ Tikai.*/, ''));

const option = (card: Element, text: string) =>
  all(card, '.questions label')
    .find((label) => textOf(label) === text)!
    .querySelector('input')!;

describe('choices in a full description', () => {
  before(async function () {
    this.timeout(60_000);
    register = await openRegister();
    await register.put('service', permit);
  });
  afterEach(() => {
    clearPage();
    document.documentElement.lang = 'lv';
  });

  it('shows everything without an answer, and whom each part is for', async () => {
    const card = await open('T-3');
    expect(documents(card)).to.have.length(4);
    expect(all(card, '.condition').map(textOf)).to.include('Tikai uzņēmējiem');
    expect(all(card, '.condition').map(textOf)).to.include(
      'Tikai šādā gadījumā: tirgosieties tirgū',
    );
    expect(all(card, '.questions fieldset')).to.have.length(2);
  });

  it('shows what applies, says what it hides, and takes an answer back', async () => {
    const card = await open('T-3');
    option(card, 'Iedzīvotājiem').click();
    await until('fewer documents', () => documents(card).length === 3);
    expect(documents(card)).to.not.include('Dokuments uznemumam');
    expect(textOf(find(card, 'section.cost td.amount') ?? find(card, '.facts-grid'))).to.contain(
      '1,50 EUR',
    );
    option(card, 'Tirgosieties tirgū').click();
    await until('one less', () => documents(card).length === 2);
    expect(documents(card)).to.deep.equal(['Dokuments visiem', 'Dokuments tirgum']);
    const said = 'Paslēptas 3 apraksta daļas, kas uz Jums neattiecas.';
    expect(textOf(find(card, '[role=status]'))).to.equal(said);
    expect(textOf(find(card, '.outcome'))).to.equal(said);
    option(card, 'Nekas no minētā').click();
    await until('neither', () => documents(card).length === 1);
    expect(option(card, 'Tirgosieties tirgū').checked).to.equal(false);
    all(card, '.questions button')[0]!.click();
    await until('everything again', () => documents(card).length === 4);
    expect(card.shadowRoot!.activeElement?.localName).to.equal('input');
  });

  it('keeps answers in the page alone', async () => {
    const before = [location.href, document.cookie, JSON.stringify({ ...localStorage })];
    const card = await open('T-3');
    option(card, 'Uzņēmējiem').click();
    await until('an outcome', () => find(card, '.outcome'));
    expect([location.href, document.cookie, JSON.stringify({ ...localStorage })]).to.deep.equal(
      before,
    );
    const again = await open('T-3');
    expect(find(again, '.outcome')).to.equal(null);
  });

  it('asks nothing where the description differs by nothing', async () => {
    expect(find(await open('PV-1001'), '.questions')).to.equal(null);
  });

  it('shows the same service of another institution, in place', async () => {
    const card = await open('PV-1001');
    const select = find<HTMLSelectElement>(card, '.institutions select')!;
    expect(select.selectedOptions[0]!.textContent).to.equal('Ozollejas novada pašvaldība');
    expect([...select.options].map((one) => one.textContent)).to.include(
      'Liepsalas novada pašvaldība',
    );
    // Choosing alone leads nowhere; the button does.
    select.value = 'PV-1003';
    select.dispatchEvent(new Event('change'));
    const button = await until('the button', () => find(card, '.institutions button'));
    expect(card.service).to.equal('PV-1001');
    button.click();
    await until(
      'the other description',
      () => textOf(find(card, '[part=institution]')) === 'Liepsalas novada pašvaldība',
    );
    expect(card.service).to.equal('PV-1003');
  });

  it('leads to the page of the other institution where the site has one', async () => {
    const card = await open('PV-1001', 'service-href="/pakalpojumi/{id}"');
    const select = find<HTMLSelectElement>(card, '.institutions select')!;
    select.value = 'PV-1002';
    select.dispatchEvent(new Event('change'));
    const link = await until('a link', () => find<HTMLAnchorElement>(card, '.institutions a'));
    expect(link.getAttribute('href')).to.equal('/pakalpojumi/PV-1002');
  });

  it('marks a machine translation and leads to the original and back', async () => {
    document.documentElement.lang = 'en';
    const card = await open('PV-1003');
    await until(
      'the English title',
      () => textOf(find(card, '.title')) === 'Declaration of residence',
    );
    const note = await until('the mark', () => find(card, '.language'));
    expect(textOf(note)).to.contain('Translated by machine');
    expect(textOf(find(card, '.byline'))).to.contain('Machine translation');
    const original = [...note.querySelectorAll('button')].find(({ lang }) => lang === 'lv')!;
    expect(textOf(original)).to.equal('Lasīt latviešu valodā');
    original.click();
    await until('the original', () => textOf(find(card, '.title')) === 'Dzīvesvietas deklarēšana');
    expect(find(card, '.title')!.lang).to.equal('lv');
    const back = await until('the way back', () =>
      all(card, '.language button').find(({ lang }) => lang === 'en'),
    );
    back.click();
    await until('English again', () => textOf(find(card, '.title')) === 'Declaration of residence');
  });

  it('says in a sentence that a description does not exist in the language of the page', async () => {
    document.documentElement.lang = 'ru';
    const card = await open('T-3');
    const note = await until('the sentence', () => find(card, '.language'));
    expect(textOf(note)).to.contain('На этом языке описания нет; язык текста: латышский.');
    expect(find(card, '.title')!.lang).to.equal('lv');
    const compact = place<PvpServiceCard>(
      `<pvp-service-card register="${register.origin}" service="T-3"></pvp-service-card>`,
    );
    await until(
      'the sentence',
      () =>
        compact.shadowRoot &&
        textOf(find(compact, '[part=card]')).includes('язык текста: латышский'),
    );
  });
});
