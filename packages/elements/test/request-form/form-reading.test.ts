/** The request as it is heard and looked at: screen reader, live region, axe, narrow pages. */
import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { findings } from '../accessibility/findings.ts';
import { readUntil } from '../accessibility/spoken.ts';
import { resizeViewport } from '../browser.ts';
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

describe('reading the request form', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    document.documentElement.style.background = 'Canvas';
    register = await openRegister();
  });
  after(() => {
    document.documentElement.style.colorScheme = '';
    document.documentElement.style.background = '';
  });
  beforeEach(async () => {
    await forgetAll();
    await resizeViewport(1280, 900);
  });
  afterEach(clearPage);

  it('is walked by a screen reader from the first page to the number', async function () {
    this.timeout(30_000);
    const form = await openForm(register);
    await until('the kinds', () => find(form, '#kind'));
    const listen = () => virtual.start({ container: find(form, '.frame')! });
    await listen();
    try {
      const first = await readUntil(/^radio, Jautājums/);
      expect(first).to.include('heading, Ko vēlaties darīt?, level 2');
      expect(first.join(' ')).to.contain('Ozollejas novada pašvaldība');
      expect(first.at(-1)).to.contain('Uzdodiet jautājumu par pakalpojumu');
      await virtual.act();
      await readUntil('button, Turpināt');
      await virtual.act();
      await shows(form, 'Jautājums');
      await virtual.stop();
      await listen();
      const second = await readUntil(/^textbox, Jūsu jautājums/);
      expect(second).to.include('heading, Jautājums, level 2');
      expect(second.at(-1)).to.contain('Nerakstiet personas kodu');
      fill(form, 'text', 'Vai tas ir dzirdams?');
      await readUntil('button, Turpināt');
      await virtual.act();
      await shows(form, 'Kā Jums atbildēt?');
      await virtual.stop();
      await listen();
      await readUntil(/^textbox, E-pasta adrese \(neobligāti\)/);
      await readUntil('button, Turpināt');
      await virtual.act();
      await shows(form, 'Pārbaudiet un nosūtiet');
      await virtual.stop();
      await listen();
      const check = await readUntil('button, Sūtīt');
      expect(check.join(' ')).to.contain('Vai tas ir dzirdams?');
      expect(check).to.include('button, Labot: Kontaktinformācija');
      expect(check.join(' ')).to.contain('Kas notiek ar Jūsu datiem');
      await virtual.act();
      await shows(form, 'Pieprasījums nosūtīts');
      await virtual.stop();
      await listen();
      const last = await readUntil('button, Kopēt numuru un atslēgu');
      expect(last.join(' ')).to.contain(textOf(find(form, '.number')));
    } finally {
      await virtual.stop();
    }
  });

  it('says what happens to files, once each', async () => {
    const form = await openForm(register, 'service="PV-1001" kind="suggestion"');
    const region = find(form, '[role=status]')!;
    const said: string[] = [];
    const observer = new MutationObserver(() => {
      const text = textOf(region);
      if (text && text !== said.at(-1)) said.push(text);
    });
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    attach(form, new File(['a\n'], 'viens.txt', { type: 'text/plain' }));
    await until('the first', () => said.length === 1);
    named(form, 'Noņemt datni „viens.txt”').click();
    await until('the second', () => said.length === 2);
    observer.disconnect();
    expect(said).to.deep.equal(['Datne „viens.txt” pievienota.', 'Datne „viens.txt” noņemta.']);
    expect(find(form, '[role=status]')).to.equal(region);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has no findings on any page, ${scheme}`, async function () {
      this.timeout(30_000);
      document.documentElement.style.colorScheme = scheme;
      const form = await openForm(register);
      await until('the kinds', () => find(form, '#kind'));
      press(form);
      await until('errors', () => find(form, '[part~=errors]'));
      expect(await findings()).to.deep.equal([]);
      input(form, 'kind-incident').click();
      press(form);
      await until('the text', () => find(form, '#text'));
      press(form);
      await until('errors', () => find(form, '[part~=errors]'));
      attach(form, new File(['a\n'], 'viens.txt', { type: 'text/plain' }));
      await until('the file', () => textOf(find(form, '.files')).includes('Pievienota'));
      expect(await findings()).to.deep.equal([]);
      fill(form, 'text', 'Nedarbojas.');
      input(form, 'attribute-where').click();
      press(form);
      await shows(form, 'Kā Jums atbildēt?');
      expect(await findings()).to.deep.equal([]);
      press(form);
      await shows(form, 'Pārbaudiet un nosūtiet');
      expect(await findings()).to.deep.equal([]);
      press(form);
      await shows(form, 'Pieprasījums nosūtīts');
      expect(await findings()).to.deep.equal([]);
      named(form, 'Skatīt pieprasījuma stāvokli').click();
      await until('the state', () => {
        const state = find(form, 'pvp-request-state');
        return state && find(state, '.history');
      });
      expect(await findings()).to.deep.equal([]);
    });
  }

  it('fits into 320 px, and its targets can be hit', async function () {
    this.timeout(30_000);
    await resizeViewport(320, 800);
    const form = await openForm(register);
    const fits = () => document.documentElement.scrollWidth <= 320;
    const small = () =>
      [...form.shadowRoot!.querySelectorAll<HTMLElement>('button, a, input:not([tabindex])')]
        .map((one) => ({ name: one.id || textOf(one), box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 24 || box.height < 24)
        .map(({ name }) => name);
    await until('the kinds', () => find(form, '#kind'));
    const check = () => {
      expect(fits(), titleOf(form)).to.equal(true);
      expect(small(), titleOf(form)).to.deep.equal([]);
    };
    check();
    await askUntilCheck(form, 'Garš-vārds-'.repeat(40));
    check();
    named(form, 'Labot: Datnes').click();
    await until('the files', () => find(form, '#files'));
    attach(form, new File(['a\n'], `${'gara-datne-'.repeat(8)}.txt`, { type: 'text/plain' }));
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
  });
});
