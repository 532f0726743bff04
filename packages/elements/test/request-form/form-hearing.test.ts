/** The request form as browsers tell it, what its live region says, and the room that readers ask for. */
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { focusable, focused, nameOf } from '../accessibility/focus.ts';
import { lines, listen, outline, translate } from '../accessibility/hearing.ts';
import { isInSentence, SPACED, spilling } from '../accessibility/room.ts';
import { accessibilityTree, resizeViewport } from '../browser.ts';
import { clearPage, find, textOf, until } from '../page.ts';
import {
  askUntilCheck,
  attach,
  fill,
  forgetAll,
  input,
  named,
  openForm,
  press,
  shows,
  titleOf,
} from './form-page.ts';

let register: BrowserRegister;

const style = document.createElement('style');

const textFile = (name: string) => new File(['a\n'], name, { type: 'text/plain' });

describe('hearing the request form', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  beforeEach(async () => {
    await forgetAll();
    await resizeViewport(1280, 900);
  });
  afterEach(() => {
    clearPage();
    style.remove();
  });

  it('is read page by page: a heading, what is asked, and the way on', async function () {
    this.timeout(30_000);
    const form = await openForm(register);
    form.id = 'form';
    await until('the kinds', () => find(form, '#kind'));
    const first = await accessibilityTree('#form');
    if (!first) {
      console.log(`"${this.test?.title}" is not run here: this browser tells no tree.`);
      this.skip();
    }
    const tree = async (): Promise<string[]> =>
      outline((await accessibilityTree('#form')) || first)
        .filter((line) => !/^ *(status|form)$/.test(line))
        .map((line, _index, [top]) => line.slice(top!.search(/\S/)));
    const kinds = [
      'heading Ko vēlaties darīt?',
      'group Ko vēlaties darīt?',
      '  radio Jautājums',
      '  radio Palīdzība pieteikties pakalpojumam',
      '  radio Ziņojums par bojājumu vai kļūdu',
      '  radio Sūdzība',
      '  radio Ierosinājums',
      'button Turpināt',
    ];
    expect(await tree()).to.deep.equal(kinds);
    press(form);
    await until('errors', () => find(form, '[part~=errors]'));
    expect(await tree()).to.deep.equal([
      'group Lūdzu, izlabojiet',
      '  link Izvēlieties, ko vēlaties darīt',
      ...kinds,
    ]);
    input(form, 'kind').click();
    press(form);
    await shows(form, 'Jautājums');
    expect(await tree()).to.deep.equal([
      'heading Jautājums',
      'textbox Jūsu jautājums',
      'button Pievienot datnes (neobligāti)',
      'button Turpināt',
      'button Atpakaļ',
    ]);
    fill(form, 'text', 'Vai?');
    press(form);
    await shows(form, 'Kā Jums atbildēt?');
    expect(await tree()).to.deep.equal([
      'heading Kā Jums atbildēt?',
      'textbox Vārds, uzvārds (neobligāti)',
      'textbox E-pasta adrese (neobligāti)',
      'textbox Tālrunis (neobligāti)',
      'button Turpināt',
      'button Atpakaļ',
    ]);
    press(form);
    await shows(form, 'Pārbaudiet un nosūtiet');
    expect(
      (await tree()).filter((line) => !/(definition|DescriptionList)$/.test(line)),
    ).to.deep.equal([
      'heading Pārbaudiet un nosūtiet',
      '  term Saņēmējs',
      '  term Par pakalpojumu',
      ...['Pieprasījuma veids', 'Jūsu jautājums', 'Datnes', 'Kontaktinformācija'].flatMap(
        (name) => [`  term ${name}`, `    button Labot: ${name}`],
      ),
      'button Sūtīt',
      'button Atpakaļ',
    ]);
    press(form);
    await shows(form, 'Pieprasījums nosūtīts');
    expect(
      (await tree()).filter((line) => !/(definition|DescriptionList)$/.test(line)),
    ).to.deep.equal([
      'heading Pieprasījums nosūtīts',
      '  term Pieprasījuma numurs',
      `    status ${textOf(find(form, '.number'))}`,
      '  term Slepenā atslēga',
      `    status ${textOf(find(form, '.secret'))}`,
      'button Kopēt numuru un atslēgu',
      'button Aizmirst šajā ierīcē',
      'button Skatīt pieprasījuma stāvokli',
      'button Rakstīt vēl vienu pieprasījumu',
    ]);
  });

  it('says what no change of the focus tells, once and in order', async function () {
    this.timeout(30_000);
    const form = await openForm(register, 'service="PV-1001" kind="suggestion"');
    const region = find(form, '[role=status]')!;
    const { said, stop } = listen(region);
    attach(form, textFile('viens.txt'));
    await until('the file', () => textOf(region).includes('pievienota'));
    named(form, 'Noņemt datni „viens.txt”').click();
    await until('it gone', () => textOf(region).includes('noņemta'));
    fill(form, 'text', 'Vairāk soliņu parkā.');
    press(form);
    await shows(form, 'Kā Jums atbildēt?');
    press(form);
    await shows(form, 'Pārbaudiet un nosūtiet');
    press(form);
    await shows(form, 'Pieprasījums nosūtīts');
    named(form, 'Aizmirst šajā ierīcē').click();
    await until('it forgotten', () => textOf(region).includes('izdzēsti'));
    stop();
    expect(said.filter(Boolean)).to.deep.equal([
      'Datne „viens.txt” pievienota.',
      'Datne „viens.txt” noņemta.',
      'Numurs un atslēga no šīs ierīces izdzēsti.',
    ]);
    expect(find(form, '[role=status]')).to.equal(region);
    expect(region.closest('[aria-busy]')).to.equal(null);
  });

  it('has the focus on what is new after each change', async function () {
    this.timeout(30_000);
    const form = await openForm(register);
    const at: string[] = [];
    const note = async (what: string, isThere: () => unknown): Promise<void> => {
      await until(what, isThere);
      await form.updateComplete;
      const focus = focused();
      at.push(focus?.matches('[part~=errors]') ? 'errors' : `${focus?.localName} ${textOf(focus)}`);
    };
    await until('the kinds', () => find(form, '#kind'));
    press(form);
    await note('errors', () => find(form, '[part~=errors]'));
    find(form, '[part~=errors] a')!.click();
    expect(focused()?.id).to.equal('kind');
    input(form, 'kind').click();
    press(form);
    await note('the text', () => find(form, '#text'));
    fill(form, 'text', 'Vai?');
    press(form);
    await note('the contact', () => find(form, '#email'));
    press(form);
    await note('the last page', () => find(form, '[part~=answers]'));
    named(form, 'Labot: Jūsu jautājums').click();
    await until('the text', () => focused()?.id === 'text');
    press(form);
    await note('the contact', () => find(form, '#email'));
    press(form);
    await note('the last page', () => find(form, '[part~=answers]'));
    press(form);
    await note('the number', () => find(form, '.number'));
    named(form, 'Rakstīt vēl vienu pieprasījumu').click();
    await until('the kinds', () => find(form, '#kind'));
    await until('the focus', () => focused()?.matches('[part~=heading]'));
    expect(at).to.deep.equal([
      'errors',
      'h2 Jautājums',
      'h2 Kā Jums atbildēt?',
      'h2 Pārbaudiet un nosūtiet',
      'h2 Kā Jums atbildēt?',
      'h2 Pārbaudiet un nosūtiet',
      'h2 Pieprasījums nosūtīts',
    ]);
  });

  for (const width of [320, 1280]) {
    it(`cuts nothing off when text is spaced, at ${width} px and in small text`, async function () {
      this.timeout(30_000);
      await resizeViewport(width, 900);
      style.textContent = `${SPACED} main { font-size: 11px }`;
      document.head.append(style);
      const form = await openForm(register);
      const check = (): void => {
        expect(spilling(form.shadowRoot!), titleOf(form)).to.deep.equal([]);
        expect(document.documentElement.scrollWidth, titleOf(form)).to.be.at.most(width);
        const small = focusable(form.shadowRoot!)
          .filter((element) => !isInSentence(element) && !element.closest('[aria-hidden]'))
          .map((element) => element.closest('.choice') ?? element)
          .filter((element) => {
            const box = element.getBoundingClientRect();
            return box.width < 24 || box.height < 24;
          });
        expect(small.map(nameOf), titleOf(form)).to.deep.equal([]);
      };
      await until('the kinds', () => find(form, '#kind'));
      press(form);
      await until('errors', () => find(form, '[part~=errors]'));
      check();
      await askUntilCheck(
        form,
        'Kāpēc vispārsaistošajos noteikumos par teritorijas labiekārtošanu?',
      );
      check();
      named(form, 'Labot: Datnes').click();
      await until('the files', () => find(form, '#files'));
      attach(form, textFile('teritorijas-labiekartosanas-noteikumi.txt'));
      await until('the file', () => textOf(find(form, '.files')).includes('Pievienota'));
      check();
      press(form);
      await shows(form, 'Kā Jums atbildēt?');
      check();
      press(form);
      await shows(form, 'Pārbaudiet un nosūtiet');
      press(form);
      await shows(form, 'Pieprasījums nosūtīts');
      check();
      named(form, 'Skatīt pieprasījuma stāvokli').click();
      const state = await until('the state', () => {
        const found = find(form, 'pvp-request-state');
        return found?.shadowRoot && find(found, '.history') ? found : undefined;
      });
      expect(spilling(state.shadowRoot!)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
  }

  it('is right on each page after a translator has been there', async function () {
    this.timeout(30_000);
    const form = await openForm(register);
    const plain = (): string[] =>
      lines(form.shadowRoot!).map((line) => line.replace(/[«»]/g, '').trim());
    await until('the kinds', () => find(form, '#kind'));
    translate(form.shadowRoot!);
    press(form);
    await until('errors', () => find(form, '[part~=errors]'));
    expect(plain().filter((line) => line === 'Izvēlieties, ko vēlaties darīt')).to.have.lengthOf(2);
    input(form, 'kind-complaint').click();
    press(form);
    await shows(form, 'Sūdzība');
    expect(plain().join(' ')).not.to.contain('Izvēlieties');
    translate(form.shadowRoot!);
    fill(form, 'text', 'Par garo rindu.');
    press(form);
    await shows(form, 'Kā Jums atbildēt?');
    translate(form.shadowRoot!);
    press(form);
    await shows(form, 'Pārbaudiet un nosūtiet');
    expect(plain()).to.include('Par garo rindu.').and.include('Sūdzība');
    translate(form.shadowRoot!);
    named(form, 'Labot: Pieprasījuma veids').click();
    await until('the kinds', () => find(form, '#kind'));
    expect(titleOf(form)).to.equal('Ko vēlaties darīt?');
  });
});
