import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { accessibilityTree, resizeViewport } from '../browser.ts';
import { all, box, clearPage, countIn, find, listed, place, textOf, until } from '../page.ts';
import { listen, outline, texts } from './hearing.ts';

let register: BrowserRegister;

const status = (host: Element): HTMLElement => find(host, '[role=status]')!;

/** The live region from the first drawing on, before it has anything to say. */
async function regionOf(host: HTMLElement & { updateComplete?: Promise<unknown> }) {
  await host.updateComplete;
  return status(host);
}

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
    const region = await regionOf(catalogue);
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
    const region = await regionOf(events);
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

  it('is read, in a card, as a heading with a link, and the facts as a list', async function () {
    place(
      `<pvp-service-card id="card" register="${register.origin}" service="PV-2001" service-href="/p/{id}"></pvp-service-card>`,
    );
    const card = document.querySelector('#card')!;
    await until('the card', () => find(card, '.facts'));
    const tree = await accessibilityTree('#card');
    if (!tree) {
      console.log(`"${this.test?.title}" is not run here: this browser tells no tree.`);
      this.skip();
    }
    const title = textOf(find(card, '.title'));
    expect(outline(tree)).to.deep.equal([
      'status',
      'article',
      `  heading ${title}`,
      `    link ${title}`,
    ]);
    // Pictures beside the facts are decoration: the tree holds the texts alone.
    expect(texts(tree)).to.deep.equal([
      title,
      textOf(find(card, '.byline')),
      textOf(find(card, '.summary')),
      ...all(card, '.facts li').map(textOf),
    ]);
  });

  it('is read, in a full description, by headings, with a table of prices', async function () {
    place(
      `<pvp-service-card id="card" register="${register.origin}" service="PV-1001" view="full" sections="summary request facts cost steps"></pvp-service-card>`,
    );
    const card = document.querySelector('#card')!;
    await until('the steps', () => find(card, '.steps'));
    const tree = await accessibilityTree('#card');
    if (!tree) {
      console.log(`"${this.test?.title}" is not run here: this browser tells no tree.`);
      this.skip();
    }
    const spoken = outline(tree).map((line) => line.trim());
    expect(spoken.filter((line) => line.startsWith('heading'))).to.deep.equal(
      all(card, 'h2, h3, h4').map((heading) => `heading ${textOf(heading)}`),
    );
    expect(spoken).to.include('link Pieteikt pakalpojumu');
    const rows = all(card, '.costs tbody tr').length;
    expect(spoken).to.include('table Maksa');
    expect(spoken.filter((line) => /^row( |$)/.test(line))).to.have.length(rows + 1);
    expect(spoken.filter((line) => line.startsWith('rowheader'))).to.deep.equal(
      all(card, '.costs tbody th').map((way) => `rowheader ${textOf(way)}`),
    );
    expect(spoken.filter((line) => line.startsWith('columnheader'))).to.deep.equal(
      all(card, '.costs thead th').map((column) => `columnheader ${textOf(column)}`),
    );
  });
});
