import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { accessibilityTree, resizeViewport } from '../browser.ts';
import { all, box, clearPage, countIn, find, listed, place, textOf, until } from '../page.ts';
import { lines, listen, outline, translate } from './hearing.ts';

let register: BrowserRegister;

const status = (host: Element): HTMLElement => find(host, '[role=status]')!;

const markup = (attributes = '') =>
  `<pvp-service-catalogue register="${register.origin}" ${attributes}></pvp-service-catalogue>`;

async function open(attributes = ''): Promise<HTMLElement> {
  const catalogue = place<HTMLElement>(markup(attributes));
  await listed(catalogue);
  return catalogue;
}

describe('reading aloud', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
    await resizeViewport(1280, 900);
  });
  afterEach(clearPage);

  it('says numbers in order: the first, after typing once, after each filter', async () => {
    const catalogue = place<HTMLElement>(markup());
    const region = await until('the line', () => catalogue.shadowRoot && status(catalogue));
    const { said, stop } = listen(region);
    await listed(catalogue);
    const total = countIn(catalogue);
    find(catalogue, 'input[type=search]')!.focus();
    await sendKeys({ type: 'izzi' });
    await until('fewer', () => countIn(catalogue) < total);
    const found = countIn(catalogue);
    box(catalogue, 'recipient', 'Uzņēmējiem')!.click();
    await until('fewer still', () => countIn(catalogue) < found);
    const narrowed = countIn(catalogue);
    find(catalogue, '.chip')!.click();
    await until('as before', () => countIn(catalogue) === found);
    stop();
    expect(said.map((text) => Number.parseInt(text, 10))).to.deep.equal([
      total,
      found,
      narrowed,
      found,
    ]);
    expect(status(catalogue)).to.equal(region);
    expect(region.closest('[aria-busy]')).to.equal(null);
  });

  it('says that nothing was found once, and after that what was', async () => {
    const catalogue = await open();
    const { said, stop } = listen(status(catalogue));
    find(catalogue, 'input[type=search]')!.focus();
    await sendKeys({ type: 'qqqq' });
    await until('nothing', () => textOf(status(catalogue)).startsWith('0 '));
    (await until('a way out', () => find(catalogue, '.empty button'))).click();
    await until('all', () => countIn(catalogue) > 0);
    stop();
    expect(said.length).to.equal(2);
    expect(said[0]).to.equal('0 pakalpojumu');
  });

  it('says once why a card shows old data', async () => {
    const failing = await openRegister();
    const card = place<HTMLElement>(
      `<pvp-service-card register="${failing.origin}" service="PV-1001"></pvp-service-card>`,
    );
    await until('the card', () => find(card, 'article'));
    const { said, stop } = listen(status(card));
    await failing.stop();
    (card as unknown as { refresh(): void }).refresh();
    await until('the age', () => textOf(status(card)));
    stop();
    expect(said).to.have.lengthOf(1);
    expect(said[0]).to.match(/^Dati no \d{2}\.\d{2}\.\d{4}\. plkst\. .*reģistrs pašlaik neatbild/);
    await failing.start();
  });

  it('is heard by a screen reader that stands in the list', async () => {
    const catalogue = await open();
    const total = countIn(catalogue);
    await virtual.start({ container: find(catalogue, 'section.results')! });
    try {
      box(catalogue, 'recipient', 'Uzņēmējiem')!.click();
      await until('fewer', () => countIn(catalogue) < total);
      const text = textOf(status(catalogue));
      let heard: string[] = [];
      await until('the announcement', () => {
        void virtual.spokenPhraseLog().then((log) => (heard = log));
        return heard.includes(`polite: ${text}`);
      });
    } finally {
      await virtual.stop();
    }
  });

  it('is read as search, filters, and a list of headings that are links', async function () {
    const catalogue = await open('institution="ozolleja" limit="2" facets="free"');
    catalogue.id = 'catalogue';
    const tree = await accessibilityTree('#catalogue');
    if (!tree) {
      console.log(`"${this.test?.title}" is not run here: this browser tells no tree.`);
      this.skip();
    }
    const [first, second] = all(catalogue, '.row .title').map(textOf);
    const free = box(catalogue, 'free', 'Bez maksas')!.closest('label')!;
    const paid = box(catalogue, 'free', 'Par maksu')!.closest('label')!;
    expect(outline(tree)).to.deep.equal([
      'search',
      '  searchbox Meklēt pakalpojumu',
      '  button Meklēt',
      'group Filtri',
      '  group Maksa',
      `    checkbox ${textOf(free)}`,
      `    checkbox ${textOf(paid)}`,
      'region Pakalpojumi',
      `  status ${textOf(status(catalogue))}`,
      '  combobox Kārtot',
      '  group Izkārtojums',
      '    button Saraksts',
      '    button Režģis',
      `  heading ${first}`,
      `    link ${first}`,
      `  heading ${second}`,
      `    link ${second}`,
      '  button Rādīt vairāk',
    ]);
  });

  it('says how many life events there are, once, and nothing while one looks around', async () => {
    const events = place<HTMLElement>(
      `<pvp-life-events register="${register.origin}"></pvp-life-events>`,
    );
    const region = await until('the line', () => events.shadowRoot && status(events));
    const { said, stop } = listen(region);
    await until('life events', () => find(events, '.situation'));
    const count = await until('a number', () => countIn(events));
    find(events, '[data-life-event="laulibas"]')!.click();
    await until('its services', () => find(events, '.need .row'));
    find(events, '.back')!.click();
    await until('all', () => find(events, '.situation'));
    stop();
    expect(said.map((text) => Number.parseInt(text, 10))).to.deep.equal([count]);
    expect(status(events)).to.equal(region);
  });

  it('is read, in a life event, as a text and needs, each with its services', async function () {
    const events = place<HTMLElement>(
      `<pvp-life-events id="events" register="${register.origin}" institution="ozolleja" life-event="laulibas"></pvp-life-events>`,
    );
    await until('its services', () => find(events, '.need .row'));
    const tree = await accessibilityTree('#events');
    if (!tree) {
      console.log(`"${this.test?.title}" is not run here: this browser tells no tree.`);
      this.skip();
    }
    const spoken = outline(tree);
    expect(spoken.slice(0, 3)).to.deep.equal([
      'region Dzīves situācijas',
      '  article',
      '    heading Laulības',
    ]);
    const region = spoken.findIndex((line) => line.trim().startsWith('region Kas'));
    const links = all(events, '.row .title').map((link) => `link ${textOf(link)}`);
    const below = spoken.slice(region).map((line) => line.trim());
    expect(below.filter((line) => line.startsWith('link'))).to.deep.equal(links);
    for (const need of all(events, '.need h5').map(textOf)) {
      expect(below).to.include(`heading ${need}`);
    }
  });

  it('is right after a page translator has been there', async () => {
    const catalogue = await open();
    translate(catalogue.shadowRoot!);
    box(catalogue, 'recipient', '«Uzņēmējiem»')!.click();
    await until('a chip', () => find(catalogue, '.chip'));
    const narrowed = await until('a number', () => countIn(catalogue));
    // A catalogue that nobody translated, in the same state.
    const other = await open();
    box(other, 'recipient', 'Uzņēmējiem')!.click();
    await until('the same number', () => countIn(other) === narrowed);
    expect(textOf(status(catalogue))).to.equal(textOf(status(other)));
    // What did not change is still in the translator's words; what did is not mixed with them.
    const plain = (host: Element, selector: string) =>
      all(host, selector).map((element) => textOf(element).replace(/[«»]/g, ''));
    expect(plain(catalogue, '.row')).to.deep.equal(plain(other, '.row'));
    expect(plain(catalogue, '.count')).to.deep.equal(plain(other, '.count'));
  });

  it('tells another life event right after a translator has been there', async () => {
    const events = place<HTMLElement & { lifeEvent: string }>(
      `<pvp-life-events register="${register.origin}" life-event="laulibas"></pvp-life-events>`,
    );
    await until('its services', () => find(events, '.need .row'));
    translate(events.shadowRoot!);
    events.lifeEvent = 'berna-piedzimsana';
    await until('the other title', () => textOf(find(events, '.open .title')).startsWith('Bērna'));
    const other = place<HTMLElement>(
      `<pvp-life-events register="${register.origin}" life-event="berna-piedzimsana"></pvp-life-events>`,
    );
    document.body.append(events);
    await until('its services', () => find(other, '.need .row'));
    const whole = lines(other.shadowRoot!);
    const plain = () => lines(events.shadowRoot!).map((line) => line.replace(/[«»]/g, ''));
    await until('the same', () => plain().length === whole.length);
    expect(plain()).to.deep.equal(whole);
  });

  it('tells a changed description right after a translator has been there', async () => {
    const card = place<HTMLElement>(
      `<pvp-service-card register="${register.origin}" service="PV-1001" view="full"></pvp-service-card>`,
    );
    await until('all of it', () => find(card, '[part~=description]'));
    translate(card.shadowRoot!);
    (card as HTMLElement & { service: string }).service = 'PV-1011';
    await until('the other title', () => textOf(find(card, '.title')).startsWith('Bērna'));
    await until('its notice', () => find(card, '[part~=notice]'));
    await until('its verdict', () => find(card, '[part~=verification]'));
    const plain = lines(card.shadowRoot!).map((line) => line.replace(/[«»]/g, ''));
    const other = place<HTMLElement>(
      `<pvp-service-card register="${register.origin}" service="PV-1011" view="full"></pvp-service-card>`,
    );
    await until('all of it', () => find(other, '[part~=verification]'));
    expect(plain).to.deep.equal(lines(other.shadowRoot!));
  });
});
