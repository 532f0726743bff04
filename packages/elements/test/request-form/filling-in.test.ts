import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { focused } from '../accessibility/focus.ts';
import { resizeViewport } from '../browser.ts';
import { all, clearPage, find, place, textOf, until } from '../page.ts';
import {
  askUntilCheck,
  attach,
  filesIn,
  fill,
  forgetAll,
  input,
  named,
  numberIn,
  openForm,
  press,
  requestsAt,
  shows,
  tabTo,
  titleOf,
  type,
} from './form-page.ts';

let register: BrowserRegister;

const errorsIn = (form: Element): string[] => all(form, '[part~=errors] a').map(textOf);

const textFile = (name: string, content = 'Pielikums\n') =>
  new File([content], name, { type: 'text/plain' });

describe('request form', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
    await resizeViewport(1280, 900);
  });
  beforeEach(forgetAll);
  afterEach(clearPage);

  it('is walked from the first page to the number with the keyboard alone', async function () {
    this.timeout(30_000);
    const form = await openForm(register);
    const sent: unknown[] = [];
    form.addEventListener('pvp-request-sent', (event) => sent.push((event as CustomEvent).detail));
    document.querySelector<HTMLElement>('#before')!.focus();

    await tabTo('the kinds', (at) => at.id === 'kind');
    await sendKeys({ press: ' ' });
    await sendKeys({ press: 'Enter' });
    await shows(form, 'Jautājums');
    await until('the focus on the heading', () => focused()?.matches('[part~=heading]'));
    await tabTo('the text', (at) => at.id === 'text');
    await type('Vai dzīvesvietu var deklarēt arī bērnam?');
    await tabTo('the button', (at) => at.matches('[part~=submit]'));
    await sendKeys({ press: 'Enter' });
    await shows(form, 'Kā Jums atbildēt?');
    await tabTo('the e-mail', (at) => at.id === 'email');
    await type('janis@piemers.example');
    // Enter in a field goes on, as in every form.
    await sendKeys({ press: 'Enter' });
    await shows(form, 'Pārbaudiet un nosūtiet');
    await until('the focus on the heading', () => focused()?.matches('[part~=heading]'));
    await tabTo('the button', (at) => at.matches('[part~=submit]'));
    await sendKeys({ press: 'Enter' });
    await shows(form, 'Pieprasījums nosūtīts');
    await until('the focus on the heading', () => focused()?.matches('[part~=heading]'));

    const [request] = await requestsAt(register);
    expect(numberIn(form)).to.equal(request?.number);
    expect(request?.text).to.equal('Vai dzīvesvietu var deklarēt arī bērnam?');
    expect(request?.contact).to.deep.equal({ email: 'janis@piemers.example' });
    expect(request?.serviceId).to.equal('PV-1001');
    expect(request?.lang).to.equal('lv');
    const [told] = sent as { number: string; secret: string }[];
    expect(told?.number).to.equal(request?.number);
    expect(textOf(find(form, '.receipt .secret'))).to.equal(told?.secret);
    expect(location.href).not.to.contain(told?.secret);
  });

  it('names what is wrong at the top and by the field, and leads there', async () => {
    const form = await openForm(register);
    await until('the kinds', () => find(form, '#kind'));
    press(form);
    await until('the summary', () => focused()?.matches('[part~=errors]'));
    expect(errorsIn(form)).to.deep.equal(['Izvēlieties, ko vēlaties darīt']);
    named(form, 'Izvēlieties, ko vēlaties darīt').click();
    expect(focused()?.id).to.equal('kind');
    input(form, 'kind-incident').click();
    press(form);
    await until('the text', () => find(form, '#text'));
    press(form);
    await until('the summary', () => errorsIn(form).length === 2);
    expect(errorsIn(form)).to.deep.equal([
      'Ierakstiet tekstu',
      'Kur tas ir? Atbildiet uz šo jautājumu',
    ]);
    const text = input(form, 'text');
    expect(text.getAttribute('aria-invalid')).to.equal('true');
    const described = text.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => textOf(find(form, `#${id}`)))).to.deep.equal([
      'Nerakstiet personas kodu, bankas datus un citu, kas atbildei nav vajadzīgs.',
      'Ierakstiet tekstu',
    ]);
    expect(location.hash).to.equal('');
    named(form, 'Ierakstiet tekstu').click();
    expect(focused()).to.equal(text);
    // What was wrong is said until the next try, and no longer.
    fill(form, 'text', 'Nedarbojas.');
    input(form, 'attribute-where').click();
    press(form);
    await shows(form, 'Kā Jums atbildēt?');
    expect(errorsIn(form)).to.deep.equal([]);
    fill(form, 'email', 'nav adreses');
    fill(form, 'phone', 'zvaniet');
    press(form);
    await until('the summary', () => errorsIn(form).length === 2);
    expect(all(form, '[aria-invalid=true]').map(({ id }) => id)).to.deep.equal(['email', 'phone']);
  });

  it('counts characters near the limit, and keeps what is too long', async () => {
    const form = await openForm(register, 'service="PV-1001" kind="suggestion"');
    expect(find(form, '.count')).to.equal(null);
    fill(form, 'text', 'a'.repeat(3_790));
    await until('the count', () => textOf(find(form, '.count')) === 'Vēl 10 rakstzīmju');
    fill(form, 'text', 'a'.repeat(3_801));
    await until('the count', () => textOf(find(form, '.count')).startsWith('Par 1 rakstzīmi'));
    press(form);
    await until('the summary', () => errorsIn(form).length === 1);
    expect(errorsIn(form)).to.deep.equal(['Teksts ir par garu: drīkst būt 3800 rakstzīmes']);
    expect(input(form, 'text').value).to.have.lengthOf(3_801);
  });

  it('sends files at once, names those that are not taken, and removes what one removes', async () => {
    const form = await openForm(register, 'service="PV-1001" kind="information-request"');
    fill(form, 'text', 'Skatiet pielikumu.');
    attach(form, textFile('piezimes.txt'), textFile('lieka.txt'));
    await until(
      'both',
      () => filesIn(form).filter((one) => one.includes('Pievienota')).length === 2,
    );
    named(form, 'Noņemt datni „lieka.txt”').click();
    await until('one', () => filesIn(form).length === 1);
    expect(focused()?.id).to.equal('files');
    expect(textOf(find(form, '[role=status]'))).to.equal('Datne „lieka.txt” noņemta.');
    attach(form, new File(['MZ\u0000\u0001'], 'programma.pdf', { type: 'application/pdf' }));
    await until('the refusal', () => errorsIn(form).length === 1);
    expect(errorsIn(form)[0]).to.match(/^Datne „programma\.pdf” nav pieļaujamā veidā/);
    expect(input(form, 'files').getAttribute('aria-invalid')).to.equal('true');
    attach(form, textFile('liela.txt', 'a'.repeat(5_000_001)));
    await until('the refusal', () => errorsIn(form)[0]?.includes('par lielu'));
    expect(errorsIn(form)).to.deep.equal(['Datne „liela.txt” ir par lielu: drīkst būt līdz 5 MB']);
    attach(form, ...[1, 2, 3, 4, 5].map((nth) => textFile(`${nth}.txt`)));
    await until('the refusal', () => errorsIn(form)[0]?.includes('ne vairāk kā 5'));
    expect(filesIn(form)).to.have.lengthOf(5);
    press(form);
    await shows(form, 'Kā Jums atbildēt?');
    press(form);
    await shows(form, 'Pārbaudiet un nosūtiet');
    press(form);
    await shows(form, 'Pieprasījums nosūtīts');
    const [request] = await requestsAt(register);
    expect(request?.attachments.map(({ name }) => name)).to.deep.equal([
      'piezimes.txt',
      '1.txt',
      '2.txt',
      '3.txt',
      '4.txt',
    ]);
  });

  it('shows all answers before sending, each with the way back to it', async () => {
    const form = await openForm(register);
    await askUntilCheck(form, 'Pirmais\nvariants');
    expect(textOf(find(form, '.answers'))).to.contain('Ozollejas novada pašvaldība');
    expect(textOf(find(form, '[part~=privacy]'))).to.contain('IP adresi neglabājam');
    named(form, 'Labot: Jūsu jautājums').click();
    await until('the text', () => focused()?.id === 'text');
    expect(input(form, 'text').value).to.equal('Pirmais\nvariants');
    fill(form, 'text', 'Otrais variants');
    press(form);
    await shows(form, 'Kā Jums atbildēt?');
    press(form);
    await shows(form, 'Pārbaudiet un nosūtiet');
    expect(textOf(find(form, '.answers'))).to.contain('Otrais variants');
  });

  it('begins with the kind and the question that it is given', async () => {
    const form = await openForm(
      register,
      'institution="90009990001" kind="complaint" question="Par rindu"',
    );
    expect(titleOf(form)).to.equal('Sūdzība');
    expect(textOf(find(form, '.step'))).to.equal('1. solis no 3');
    expect(input(form, 'text').value).to.equal('Par rindu');
    expect(textOf(find(form, '.subject'))).to.contain('Ozollejas novada pašvaldība');
  });

  it('offers institutions their eight kinds', async () => {
    const form = await openForm(register, 'service="PV-1001" profile="institutions"');
    await until('the kinds', () => all(form, '.choice').length === 8);
    input(form, 'kind-change-request').click();
    press(form);
    await shows(form, 'Izmaiņu pieprasījums');
    press(form);
    await until('the summary', () => errorsIn(form).length === 2);
    expect(errorsIn(form)[1]).to.equal('Izmaiņu pamatojums: Atbildiet uz šo jautājumu');
  });

  it('tells whoever fills in the hidden field, and loses nothing', async () => {
    const form = await openForm(register);
    await askUntilCheck(form, 'Ko aizpilda pārlūks?');
    const trap = find<HTMLInputElement>(form, 'input[name=website]')!;
    trap.value = 'https://piemers.example';
    trap.dispatchEvent(new Event('input', { bubbles: true }));
    press(form);
    await until('the reason', () => errorsIn(form)[0]?.startsWith('Pārlūks bija aizpildījis'));
    expect(titleOf(form)).to.equal('Pārbaudiet un nosūtiet');
    press(form);
    await shows(form, 'Pieprasījums nosūtīts');
  });

  it('says where requests are not taken, and where the form cannot be had', async () => {
    const away = await openRegister({ seed: 'none' });
    await away.stop();
    const form = place<HTMLElement>(
      `<pvp-request-form register="${away.origin}" institution="x"></pvp-request-form>`,
    );
    await until('the reason', () => find(form, '.notice'), 30_000);
    expect(textOf(find(form, '.notice'))).to.contain('neizdodas ielādēt');
    expect(named(form, 'Mēģināt vēlreiz')).to.be.instanceOf(HTMLButtonElement);
  }).timeout(40_000);

  for (const [lang, first, next] of [
    ['en', 'What do you want to do?', 'Continue'],
    ['ru', 'Что вы хотите сделать?', 'Продолжить'],
  ] as const) {
    it(`speaks ${lang}`, async () => {
      document.documentElement.lang = lang;
      try {
        const form = await openForm(register);
        await shows(form, first);
        expect(textOf(find(form, '[part~=submit]'))).to.equal(next);
        const [title] = all(form, '.choice label span');
        expect(title?.lang).to.equal(lang === 'en' ? '' : 'lv');
      } finally {
        document.documentElement.lang = 'lv';
      }
    });
  }
});
