import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { resizeViewport } from '../browser.ts';
import { focused } from '../accessibility/focus.ts';
import { all, clearPage, find, hearWarnings, place, textOf, until } from '../page.ts';
import type { AssistantDetail, SupportGapDetail } from '../../src/events.ts';
import { askWidget, helped, openWidget, placeWidget, steps } from './widget.ts';

let register: BrowserRegister;

const titlesOf = (widget: Element, step: string): string[] =>
  all(widget, `[data-step=${step}] .place-title`).map(textOf);

describe('support widget', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
    await resizeViewport(1280, 900);
  });
  afterEach(clearPage);

  it('asks nothing of the register before it is used', async () => {
    performance.clearResourceTimings();
    const widget = placeWidget(register.origin, 'institution="ozolleja"');
    const launch = await until('the button', () => find(widget, '.launch'));
    expect(textOf(launch)).to.equal('Palīdzība');
    const asked = () =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.startsWith(register.origin));
    expect(asked()).to.deep.equal([]);
    await openWidget(widget);
    expect(asked().map(({ name }) => new URL(name).pathname)).to.deep.equal(['/v1/support']);
  });

  it('leads through the steps in their order, with what is open first', async () => {
    const widget = placeWidget(register.origin, 'service="PV-1051" display="inline"');
    await helped(widget);
    expect(steps(widget).slice(0, 3)).to.deep.equal([
      'Atrodiet atbildi',
      'Sazinieties attālināti',
      'Apmeklējiet klātienē',
    ]);
    expect(titlesOf(widget, 'remote')).to.include('Ozollejas pašvaldības tālrunis');
    expect(titlesOf(widget, 'inPerson')).to.include('Klientu apkalpošanas centrs Ozollejā');
    // The expert of this one service comes after everybody else.
    expect(titlesOf(widget, 'expert')).to.include('Sociālā dienesta pieņemšana Ozollejā');
    const remote = all(widget, '[data-step=remote] .place');
    const states = remote.map((one) =>
      one.querySelector('.now.open') ? 0 : one.querySelector('.now') ? 2 : 1,
    );
    expect(states).to.deep.equal([...states].sort());
    const phone = remote.find((one) => textOf(one).includes('Vienotais'))!;
    expect(phone.querySelector('a')!.getAttribute('href')).to.equal('tel:+37167000001');
    expect(textOf(phone))
      .to.contain('Zvans no Latvijas tīkliem ir bez maksas.')
      .and.contain('starpnieka');
    const centre = all(widget, '[data-step=inPerson] .place')[0]!;
    expect(textOf(centre)).to.match(/Piekļūstamība: /);
  });

  it('goes to its heading, is left by Escape, and gives the focus back', async () => {
    const widget = placeWidget(register.origin, 'institution="ozolleja"');
    const heard: string[] = [];
    for (const name of ['pvp-support-opened', 'pvp-support-closed']) {
      widget.addEventListener(name, () => heard.push(name));
    }
    await openWidget(widget);
    expect(focused()).to.equal(find(widget, '#title'));
    const dialog = find<HTMLDialogElement>(widget, 'dialog')!;
    expect(dialog.matches(':modal')).to.equal(false);
    focused()!.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    await until('the button', () => focused() === find(widget, '.launch'));
    expect(dialog.checkVisibility()).to.equal(false);
    expect(heard).to.deep.equal(['pvp-support-opened', 'pvp-support-closed']);
  });

  it('takes the whole of a small screen, modal, without sideways scrolling', async () => {
    await resizeViewport(320, 640);
    try {
      const widget = placeWidget(register.origin, 'institution="ozolleja" position="bottom-end"');
      await openWidget(widget);
      const dialog = find<HTMLDialogElement>(widget, 'dialog')!;
      expect(dialog.matches(':modal')).to.equal(true);
      const { width, height } = dialog.getBoundingClientRect();
      expect([width, height]).to.deep.equal([320, 640]);
      const inside = find(widget, '.inside')!;
      expect(inside.scrollWidth).to.be.at.most(inside.clientWidth);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      find(widget, '.close')!.click();
      await until('it closed', () => !dialog.open);
      expect(focused()).to.equal(find(widget, '.launch'));
    } finally {
      await resizeViewport(1280, 900);
    }
  });

  it('answers in registered words and names their source', async () => {
    const widget = placeWidget(register.origin, 'service="PV-1001"');
    await openWidget(widget);
    const [first] = await askWidget(widget, 'cik maksā deklarēšana');
    expect(first).to.contain('4,27 EUR').and.contain('Avots');
    await until('what is read out', () => /^Atrast/.test(textOf(find(widget, '[role=status]'))));
    // The description that it is from, and back to the question.
    find(widget, '.answer [data-service]')!.click();
    const card = await until('the description', () => find(widget, 'pvp-service-card'));
    await until('its title', () => textOf(find(card, '.title')) === 'Dzīvesvietas deklarēšana');
    const back = await until('the way back', () => find(widget, '.back button'));
    expect(focused()).to.equal(back);
    back.click();
    await until('the question', () => focused() === find(widget, '#step-ask'));
    expect(find<HTMLInputElement>(widget, '#question')!.value).to.equal('cik maksā deklarēšana');
  });

  it('links the page of the knowledge base that an answer is from', async () => {
    const widget = placeWidget(register.origin, 'service="PV-1001"');
    await openWidget(widget);
    await askWidget(widget, 'pārvācos uz citu dzīvokli');
    const source = find<HTMLAnchorElement>(widget, '.answers > ul .source a[href]')!;
    expect(textOf(source)).to.match(/^Zināšanu bāze, KB-\d{3}$/);
    expect(source.href).to.equal(
      `https://atbalsts.example/lv/zinasanas/${textOf(source).split(', ')[1]}`,
    );
  });

  it('keeps a width of its own where the page floats it', async () => {
    const widget = placeWidget(
      register.origin,
      'institution="ozolleja" display="inline" style="float: left"',
    );
    await helped(widget);
    const field = find(widget, '#question')!.getBoundingClientRect();
    expect(field.width).to.be.above(150);
  });

  it('says that there is no answer, and who helps stands below', async () => {
    const widget = placeWidget(register.origin, 'institution="ozolleja"');
    await openWidget(widget);
    expect(await askWidget(widget, 'qqqq')).to.deep.equal([]);
    await until('what is read out', () =>
      textOf(find(widget, '[role=status]')).startsWith('Gatavas atbildes'),
    );
    expect(titlesOf(widget, 'remote').length).to.be.above(0);
  });

  it('hands over to an assistant with service and question, when a person goes there', async () => {
    const widget = placeWidget(register.origin, 'service="PV-1001"');
    await openWidget(widget);
    await askWidget(widget, 'cik ilgi');
    const assistant = find<HTMLAnchorElement>(widget, '[data-place="A-0003"] a')!;
    expect(assistant.href).to.equal('https://atbalsts.example/lv/asistents');
    const told = new Promise<AssistantDetail>((resolve) => {
      document.addEventListener(
        'pvp-assistant-asked',
        (event) => {
          event.preventDefault();
          resolve((event as CustomEvent<AssistantDetail>).detail);
        },
        { once: true },
      );
    });
    assistant.click();
    const { url, question } = await told;
    expect(question).to.equal('cik ilgi');
    expect([...new URL(url).searchParams]).to.deep.equal([
      ['pakalpojums', 'PV-1001'],
      ['jautajums', 'cik ilgi'],
    ]);
  });

  it('warns the webmaster once where nobody receives visitors, and leads visitors on', async () => {
    const warnings = hearWarnings();
    const gaps: SupportGapDetail[] = [];
    const note = (event: Event) => gaps.push((event as CustomEvent<SupportGapDetail>).detail);
    document.addEventListener('pvp-support-gap-found', note);
    const widget = placeWidget(register.origin, 'display="inline"');
    await helped(widget);
    await until('the event', () => gaps.length);
    document.removeEventListener('pvp-support-gap-found', note);
    expect(gaps[0]!.ways).to.deep.equal(['in-person']);
    expect(warnings().length).to.equal(1);
    const step = find(widget, '[data-step=inPerson]')!;
    expect(textOf(step)).to.contain('Klātienē te pašlaik nepieņem neviens.');
    step.querySelector<HTMLElement>('button')!.click();
    expect(focused()?.id).to.match(/^step-(expert|remote)$/);
  });

  it('stands in for a service that is not registered', async () => {
    const widget = placeWidget(register.origin, 'service="PV-0000" institution="ozolleja"');
    await openWidget(widget);
    await until('the notice', () => /vairs nav/.test(textOf(find(widget, '.help > .notice'))));
    expect(titlesOf(widget, 'remote')).to.include('Ozollejas pašvaldības tālrunis');
  });

  it('is opened by the support block of a card, and by a search without results', async () => {
    const main = place(`<main>
      <pvp-service-card register="${register.origin}" service="PV-1021" view="full"></pvp-service-card>
      <pvp-service-catalogue register="${register.origin}" institution="ozolleja"></pvp-service-catalogue>
      <pvp-support-widget register="${register.origin}"></pvp-support-widget></main>`);
    const [card, catalogue, widget] = [...main.children] as HTMLElement[];
    const ask = await until('the button', () => find(card!, '.support .actions .button'));
    ask.click();
    await helped(widget!);
    expect(textOf(find(widget!, '.about'))).to.contain('Koku ciršanas atļauja');
    find(widget!, '.close')!.click();
    await until('it closed', () => !widget!.hasAttribute('open'));

    const field = await until('the field', () =>
      find<HTMLInputElement>(catalogue!, 'input[type=search]'),
    );
    field.value = 'kā dabūt stāvvietas karti qqqqq wwwww';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const button = await until('the offer', () =>
      all(catalogue!, '.empty button').find((one) => textOf(one) === 'Saņemt palīdzību'),
    );
    button.click();
    await helped(widget!);
    expect(find<HTMLInputElement>(widget!, '#question')!.value).to.contain('stāvvietas karti');
  });

  it('says what one can do while the register is silent, and keeps what it knows', async function () {
    this.timeout(30_000);
    const failing = await openRegister();
    const widget = placeWidget(
      failing.origin,
      'institution="ozolleja" display="inline"',
      '<p>Zvaniet 1</p>',
    );
    await helped(widget);
    await failing.stop();
    widget.refresh();
    await until('the age', () => /^Dati no /.test(textOf(find(widget, '[role=status]'))));
    expect(titlesOf(widget, 'remote').length).to.be.above(0);
    expect(widget.matches(':state(stale)')).to.equal(true);

    const other = placeWidget(
      failing.origin,
      'institution="kalnupe" display="inline"',
      '<p>Zvaniet 1</p>',
    );
    const retry = await until('the button', () => find(other, '.failure button'), 20_000);
    expect(textOf(find(other, '.failure'))).to.contain('neizdodas ielādēt');
    await failing.start();
    retry.click();
    await helped(other);
  });

  it('narrows many places by municipality and address', async () => {
    const own = await openRegister();
    await own.putAll(
      ['Rēzekne', 'Ogre', 'Talsi', 'Cēsis'].map((town, nth) => ({
        type: 'support-place',
        id: `sp-${nth}`,
        title: { lv: `Centrs ${town}` },
        organization: 'smilgaine',
        place: ['customer-centre', 'one-stop-centre'][nth % 2]!,
        means: ['visit', 'workplace', 'visit', 'workplace'][nth]!,
        address: { text: `Ielas iela ${nth}, ${town}`, municipality: `${town}` },
      })),
    );
    const widget = placeWidget(own.origin, 'institution="smilgaine" display="inline"');
    await helped(widget);
    const field = await until('the field', () => find<HTMLInputElement>(widget, '.filter input'));
    field.value = 'rezekne';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await until('one place', () => titlesOf(widget, 'inPerson').length === 1);
    expect(titlesOf(widget, 'inPerson')).to.deep.equal(['Centrs Rēzekne']);
    field.value = 'zzz';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    (await until('a way out', () => find(widget, '[data-step=inPerson] .actions button'))).click();
    await until('all', () => titlesOf(widget, 'inPerson').length > 3);
    expect(focused()).to.equal(field);
  });

  it('helps from a static snapshot as from the register', async function () {
    this.timeout(30_000);
    const address = await register.publish();
    const widget = placeWidget(address, 'service="PV-1001" display="inline"');
    await helped(widget);
    expect(titlesOf(widget, 'remote')).to.include('Ozollejas pašvaldības tālrunis');
    const [first] = await askWidget(widget, 'cik maksā deklarēšana');
    expect(first).to.contain('4,27 EUR');
  });

  it('speaks the language of the page', async () => {
    document.documentElement.lang = 'en';
    try {
      const widget = placeWidget(register.origin, 'institution="ozolleja"');
      await openWidget(widget);
      expect(steps(widget)[1]).to.equal('Get in touch');
      expect(titlesOf(widget, 'remote')).to.include('Ozolleja Municipality by telephone');
    } finally {
      document.documentElement.lang = 'lv';
    }
  });
});
