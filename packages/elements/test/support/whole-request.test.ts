/** From the button to the state of a request, as people go who use no mouse, and who do not look. */
import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { focused } from '../accessibility/focus.ts';
import { listen } from '../accessibility/hearing.ts';
import { readUntil } from '../accessibility/spoken.ts';
import { resizeViewport } from '../browser.ts';
import { clearPage, find, textOf, until } from '../page.ts';
import {
  fill,
  forgetAll,
  numberIn,
  requestsAt,
  shows,
  tabTo,
  type,
} from '../request-form/form-page.ts';
import { helped, placeWidget } from './widget.ts';

let register: BrowserRegister;

const formIn = (widget: Element): Promise<HTMLElement> =>
  until('the form', () => {
    const form = find(widget, 'pvp-request-form');
    return form?.shadowRoot && find(form, 'form') ? form : undefined;
  });

const stateIn = (form: Element): Promise<HTMLElement> =>
  until('the state', () => {
    const state = find(form, 'pvp-request-state');
    return state?.shadowRoot && find(state, '.history') ? state : undefined;
  });

const onHeading = (title: string): Promise<unknown> =>
  until(`the focus on „${title}”`, () => {
    const at = focused();
    return at?.matches('[part~=heading]') && textOf(at) === title;
  });

/** The virtual reader enters no shadow root by itself: it is set down in each. */
async function readIn(container: HTMLElement): Promise<void> {
  await virtual.stop();
  await virtual.start({ container });
}

describe('a whole request', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
    await resizeViewport(1280, 900);
  });
  beforeEach(forgetAll);
  afterEach(clearPage);

  it('is made with the keyboard alone, and nothing is said twice', async function () {
    this.timeout(60_000);
    const widget = placeWidget(register.origin, 'service="PV-1051"');
    await until('the button', () => find(widget, '.launch'));
    const { said, stop } = listen(find(widget, '[role=status]')!);
    document.querySelector<HTMLElement>('#before')!.focus();

    await tabTo('the button', (at) => at.matches('.launch'));
    await sendKeys({ press: 'Enter' });
    await helped(widget);
    expect(focused()?.id).to.equal('title');
    await tabTo('the question', (at) => at.id === 'question');
    await type('cik maksā aprūpe');
    await sendKeys({ press: 'Enter' });
    await until('answers', () => find(widget, '.answers > ul .answer'));
    expect(focused()?.id).to.equal('question');
    // The answers come next, then people.
    await tabTo('a source', (at) => at.matches('.answer [data-service]'));
    await tabTo('a telephone', (at) => at.matches('a[href^="tel:"]'));
    await tabTo('the way to write', (at) => textOf(at) === 'Rakstīt pieprasījumu');
    await sendKeys({ press: 'Enter' });
    const form = await formIn(widget);
    await until('the focus on the way back', () => focused()?.matches('.back button'));

    await tabTo('the kinds', (at) => at.id === 'kind');
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Enter' });
    await onHeading('Jautājums');
    const text = (await tabTo('the text', (at) => at.id === 'text')) as HTMLTextAreaElement;
    expect(text.value).to.equal('cik maksā aprūpe');
    // WebKit begins at the beginning.
    text.setSelectionRange(text.value.length, text.value.length);
    await type(' brīvdienās?');
    await tabTo('the next page', (at) => at.matches('[part~=submit]'));
    await sendKeys({ press: 'Enter' });
    await onHeading('Kā Jums atbildēt?');
    await tabTo('the next page', (at) => at.matches('[part~=submit]'));
    await sendKeys({ press: 'Enter' });
    await onHeading('Pārbaudiet un nosūtiet');
    await tabTo('the last step', (at) => at.matches('[part~=submit]'));
    await sendKeys({ press: 'Enter' });
    await onHeading('Pieprasījums nosūtīts');
    const number = numberIn(form);
    await tabTo('the state', (at) => textOf(at) === 'Skatīt pieprasījuma stāvokli');
    await sendKeys({ press: 'Enter' });
    const state = await stateIn(form);
    expect(textOf(find(state, '[part~=heading]'))).to.contain(number);
    await tabTo('the way back', (at) => textOf(at) === 'Atpakaļ');
    await sendKeys({ press: 'Enter' });
    await onHeading('Pieprasījums nosūtīts');
    await tabTo('the end', (at) => textOf(at) === 'Aizvērt' && at.matches('.actions button'));
    await sendKeys({ press: 'Enter' });
    await until('the focus on the step', () => focused()?.id === 'step-expert');
    focused()!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    await until('the focus on the button', () => focused()?.matches('.launch'));

    stop();
    // A wait that lasts is said too, once: how long the register takes is not what this is about.
    const waits = said.filter((one) => one === 'Ielādē…');
    expect(waits.length).to.be.at.most(1);
    const others = said.filter((one) => one && one !== 'Ielādē…');
    expect(others.map((one) => one.replace(/\d+/, 'N'))).to.deep.equal([
      'Meklē…',
      said.find((one) => /^Atrast/.test(one))!.replace(/\d+/, 'N'),
    ]);
    const [request] = await requestsAt(register);
    expect(request?.number).to.equal(number);
    expect(request?.text).to.equal('cik maksā aprūpe brīvdienās?');
  });

  it('is made by ear alone', async function () {
    this.timeout(60_000);
    const widget = placeWidget(register.origin, 'service="PV-1051" display="inline"');
    await helped(widget);
    const inside = find(widget, '.inside')!;
    try {
      await readIn(inside);
      const question = await readUntil(/^searchbox, Jūsu jautājums/);
      expect(question).to.include('heading, Atrodiet atbildi, level 3');
      find<HTMLInputElement>(widget, '#question')!.value = 'cik maksā aprūpe';
      await readUntil(/^button, Meklēt atbildi/);
      await virtual.act();
      await until('answers', () => find(widget, '.answers > ul .answer'));
      await until('the announcement', () => /^Atrast/.test(textOf(find(widget, '[role=status]'))));
      await readIn(inside);
      const people = await readUntil(/^link, .*67/);
      const order = people.filter((one) => /^heading, .*, level 3$/.test(one));
      expect(order).to.deep.equal([
        'heading, Atrodiet atbildi, level 3',
        'heading, Sazinieties attālināti, level 3',
      ]);
      expect(people.join(' | ')).to.contain('Avots');
      const places = await readUntil(/^button, Rakstīt pieprasījumu/);
      expect(places).to.include('heading, Apmeklējiet klātienē, level 3');
      expect(places).to.include('heading, Jautājiet ekspertam, level 3');
      await virtual.act();
      const form = await formIn(widget);

      await readIn(find(form, '.frame')!);
      const kinds = await readUntil(/^radio, Jautājums/);
      expect(kinds.join(' | ')).to.match(/heading, Ko vēlaties darīt\?, level \d/);
      await virtual.act();
      await readUntil(/^button, Turpināt/);
      await virtual.act();
      await shows(form, 'Jautājums');
      await readIn(find(form, '.frame')!);
      await readUntil(/^textbox, Jūsu jautājums/);
      fill(form, 'text', 'Vai aprūpe pienākas arī brīvdienās?');
      await readUntil(/^button, Turpināt/);
      await virtual.act();
      await shows(form, 'Kā Jums atbildēt?');
      await readIn(find(form, '.frame')!);
      await readUntil(/^button, Turpināt/);
      await virtual.act();
      await shows(form, 'Pārbaudiet un nosūtiet');
      await readIn(find(form, '.frame')!);
      const check = await readUntil(/^button, Sūtīt/);
      expect(check.join(' | ')).to.contain('Vai aprūpe pienākas arī brīvdienās?');
      await virtual.act();
      await shows(form, 'Pieprasījums nosūtīts');
      const number = numberIn(form);
      await readIn(find(form, '.frame')!);
      const sent = await readUntil(/^button, Skatīt pieprasījuma stāvokli/);
      expect(sent.join(' | ')).to.contain(number);
      await virtual.act();
      const state = await stateIn(form);
      await readIn(find(state, '.history')!.parentElement!);
      const history = await readUntil(/Saņemts/);
      expect(history).to.include('heading, Gaita, level 3');
      expect(textOf(find(state, '[part~=heading]'))).to.contain(number);
    } finally {
      await virtual.stop();
    }
  });
});
