/** Drafts, networks that go, registers that stop: what a person wrote is neither lost nor sent twice. */
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { resizeViewport } from '../browser.ts';
import { all, clearPage, find, textOf, until } from '../page.ts';
import {
  askUntilCheck,
  attach,
  filesIn,
  fill,
  forgetAll,
  input,
  keptOnDevice,
  named,
  numberIn,
  openForm,
  press,
  requestsAt,
  shows,
  titleOf,
} from './form-page.ts';

let register: BrowserRegister;

const online = () => window.dispatchEvent(new Event('online'));

/** Waits until the device keeps a text. */
async function kept(text: string): Promise<string> {
  let all = '';
  await until(`„${text}” on the device`, () => {
    void keptOnDevice().then((found) => (all = found));
    return all.includes(text);
  });
  return all;
}

describe('a request on its way', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    await resizeViewport(1280, 900);
  });
  beforeEach(async function () {
    this.timeout(60_000);
    await forgetAll();
    register = await openRegister();
  });
  afterEach(clearPage);

  it('keeps the draft for the next visit, with its files and without the contact', async () => {
    const form = await openForm(register, 'service="PV-1001" kind="information-request"');
    fill(form, 'text', 'Iesākts jautājums');
    attach(form, new File(['Pielikums\n'], 'piezimes.txt', { type: 'text/plain' }));
    await until('the file', () => filesIn(form)[0]?.includes('Pievienota'));
    press(form);
    await shows(form, 'Kā Jums atbildēt?');
    fill(form, 'email', 'janis@piemers.example');
    expect(await kept('Iesākts jautājums')).not.to.contain('janis@piemers.example');
    const again = await openForm(register, 'service="PV-1001"');
    await shows(again, 'Jautājums');
    expect(input(again, 'text').value).to.equal('Iesākts jautājums');
    expect(filesIn(again)).to.deep.equal(['piezimes.txt 10 B · Pievienota']);
    expect(textOf(find(again, '.kept-note'))).to.contain('Turpināt var');
    // Another service has another draft.
    const other = await openForm(register, 'service="PV-1011" kind="information-request"');
    expect(input(other, 'text').value).to.equal('');
  });

  it('forgets the draft when one asks for it, and once it is sent', async () => {
    const form = await openForm(register, 'service="PV-1001" kind="suggestion"');
    fill(form, 'text', 'Lieks teksts');
    await kept('Lieks teksts');
    const again = await openForm(register, 'service="PV-1001" kind="suggestion"');
    named(again, 'Dzēst melnrakstu').click();
    await until('an empty field', () => input(again, 'text').value === '');
    expect(await keptOnDevice()).not.to.contain('Lieks teksts');
    const third = await openForm(register);
    await askUntilCheck(third, 'Nosūtīts teksts');
    press(third);
    await shows(third, 'Pieprasījums nosūtīts');
    const left = await keptOnDevice();
    expect(left).not.to.contain('Nosūtīts teksts');
    expect(left).to.contain(numberIn(third));
    named(third, 'Aizmirst šajā ierīcē').click();
    await until('the word', () => textOf(find(third, '[role=status]')).includes('izdzēsti'));
    expect(await keptOnDevice()).not.to.contain(numberIn(third));
  });

  it('waits where the register stops in the middle, and is sent once when it is back', async function () {
    this.timeout(60_000);
    const form = await openForm(register);
    await askUntilCheck(form, 'Jautājums bez savienojuma');
    await register.stop();
    press(form);
    await until('the word', () => titleOf(form) === 'Pieprasījums vēl nav nosūtīts', 30_000);
    expect(textOf(find(form, '.lead'))).to.contain('saglabāts šajā ierīcē');
    // Whoever comes back sees it, and may write another one meanwhile.
    clearPage();
    await register.start();
    const again = await openForm(register);
    await until('its number', () => textOf(find(again, '.kept')).includes('nosūtīts'), 20_000);
    named(again, all(again, '.kept button')[0]!.getAttribute('aria-label')!).click();
    await shows(again, 'Pieprasījums nosūtīts');
    online();
    online();
    const requests = await requestsAt(register);
    expect(requests.map(({ text }) => text)).to.deep.equal(['Jautājums bez savienojuma']);
    expect(numberIn(again)).to.equal(requests[0]?.number);
  });

  it('is sent by itself on the page that waits', async function () {
    this.timeout(60_000);
    const form = await openForm(register);
    await askUntilCheck(form, 'Gaidu uz lapas');
    await register.stop();
    press(form);
    await until('the word', () => titleOf(form) === 'Pieprasījums vēl nav nosūtīts', 30_000);
    await register.start();
    online();
    await until('the number', () => titleOf(form) === 'Pieprasījums nosūtīts', 20_000);
    expect(await requestsAt(register)).to.have.lengthOf(1);
  });

  it('can be corrected or thrown away while it waits', async function () {
    this.timeout(60_000);
    const form = await openForm(register);
    await askUntilCheck(form, 'Vēl labojams');
    await register.stop();
    press(form);
    await until('the word', () => titleOf(form) === 'Pieprasījums vēl nav nosūtīts', 30_000);
    named(form, 'Labot').click();
    await shows(form, 'Pārbaudiet un nosūtiet');
    press(form);
    await until('the word', () => titleOf(form) === 'Pieprasījums vēl nav nosūtīts', 30_000);
    named(form, 'Dzēst pieprasījumu').click();
    await shows(form, 'Ko vēlaties darīt?');
    expect(await keptOnDevice()).not.to.contain('Vēl labojams');
    await register.start();
    expect(await requestsAt(register)).to.have.lengthOf(0);
  });

  it('is one request where two forms send the same draft', async function () {
    this.timeout(30_000);
    const first = await openForm(register);
    await askUntilCheck(first, 'Viens melnraksts, divas cilnes');
    await kept('Viens melnraksts');
    const second = first.cloneNode() as typeof first;
    document.body.append(second);
    await until('the draft', () => find(second, '#text'));
    press(second);
    await shows(second, 'Kā Jums atbildēt?');
    press(second);
    await shows(second, 'Pārbaudiet un nosūtiet');
    press(first);
    press(second);
    await shows(first, 'Pieprasījums nosūtīts');
    await shows(second, 'Pieprasījums nosūtīts');
    expect(numberIn(second)).to.equal(numberIn(first));
    expect(await requestsAt(register)).to.have.lengthOf(1);
  });
});
