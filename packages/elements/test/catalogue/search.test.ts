/** Search in the catalogue: from the index that the page holds, with the register behind it. */
import 'axe-core/axe.min.js';
import type axeCore from 'axe-core';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ServiceList } from '@pvp/contract';
import { LiveSource, type ServiceSource } from '@pvp/sdk/source';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import type { PvpServiceCatalogue } from '../../src/index.ts';
import { all, clearPage, countIn, find, listed, place, textOf, titles, until } from '../page.ts';
import { enter, field, marked, rowIds } from './searching.ts';

const axe = (globalThis as unknown as { axe: typeof axeCore }).axe;

let register: BrowserRegister;

async function open(attributes = '', tail = ''): Promise<PvpServiceCatalogue> {
  const catalogue = place<PvpServiceCatalogue>(
    `<pvp-service-catalogue register="${register.origin}" ${attributes}></pvp-service-catalogue>${tail}`,
  );
  await listed(catalogue);
  return catalogue;
}

/** Addresses below the register that this page has asked for. */
const asked = (path: string) =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.startsWith(register.origin + path));

/** Goes into the field, and waits until the whole index has come. */
async function begin(catalogue: Element): Promise<void> {
  performance.clearResourceTimings();
  field(catalogue).focus();
  // What another test has fetched for the whole page is not fetched again.
  await until('the index', () => {
    enter(catalogue, 'dzīvesvietas deklarēšana');
    return marked(catalogue, '.title').length > 0;
  });
  enter(catalogue, '');
}

/** Not at every frame: what is at hand still grows, and for that it needs the thread. */
function nowAndThen(act: () => void): () => void {
  let last = -Infinity;
  return () => {
    if (performance.now() - last < 500) return;
    last = performance.now();
    act();
  };
}

async function fromRegister(query: string): Promise<ServiceList> {
  const response = await fetch(`${register.origin}/v1/services?${query}`, { cache: 'no-store' });
  return (await response.json()) as ServiceList;
}

describe('search in the catalogue', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    performance.setResourceTimingBufferSize(2_000);
  });
  beforeEach(async function () {
    this.timeout(60_000);
    // A register of its own: what one page has fetched, all elements on it share.
    register = await openRegister();
  });
  afterEach(async () => {
    clearPage();
    await register.stop();
  });

  it('fetches names when the browser has time, and the rest when somebody goes into the field', async () => {
    const catalogue = await open('institution="ozolleja"');
    const index = '/v1/search-index/institution/ozolleja';
    await until('names', () => asked(`${index}/titles/`).length);
    expect(asked(`${index}/summaries/`)).to.deep.equal([]);
    field(catalogue).focus();
    await until('summaries', () => asked(`${index}/summaries/`).length);
    await until('everyday words', () => asked(`${index}/synonyms/`).length);
    expect(asked(`${index}/titles/`).length).to.equal(1);
  });

  it('answers each key without the register, in its order', async function () {
    this.timeout(60_000);
    const words = [
      'dzīvesvietas maiņa',
      'berna pabalts',
      'nīn',
      'kā pieteikt bērnu bērnudārzā',
      'koku ciršana',
      'd',
      'vecāku pabalsts',
      'residence',
      'прописка',
    ];
    const catalogue = await open('institution="ozolleja transports"');
    const expected = await Promise.all(
      words.map((q) =>
        fromRegister(
          `institution=ozolleja&institution=transports&unified=true&q=${encodeURIComponent(q)}`,
        ),
      ),
    );
    await begin(catalogue);
    // Marks know everyday words from the index alone. That its files were answered says too little.
    const everyday = nowAndThen(() => enter(catalogue, 'прописаться'));
    await until('everyday words', () => (everyday(), marked(catalogue, '.title').length), 20_000);
    await register.stop();
    for (const [nth, q] of words.entries()) {
      const ids = expected[nth]!.items.map(({ id }) => id);
      if (!ids.length) continue;
      const type = nowAndThen(() => enter(catalogue, q));
      await until(
        `the rows for ${q}`,
        () => (type(), JSON.stringify(rowIds(catalogue)) === JSON.stringify(ids)),
        20_000,
      );
    }
  });

  it('marks the form of a word that was meant, and takes the marks away', async () => {
    const catalogue = await open('institution="ozolleja"');
    const title = 'Dzīvesvietas deklarēšana';
    const whole = rowIds(catalogue).join();
    field(catalogue).focus();
    enter(catalogue, 'dzivesvietu deklarēt');
    await until('marks', () => marked(catalogue, '.title').length);
    const row = find(catalogue, '[data-id="PV-1001"] .title')!;
    expect(textOf(row)).to.equal(title);
    expect([...row.querySelectorAll('mark')].map((mark) => mark.textContent)).to.deep.equal([
      'Dzīvesvietas',
      'deklarēšana',
    ]);
    // As a page translator does it.
    const font = document.createElement('font');
    font.textContent = 'Declaration of residence';
    row.replaceChildren(font);
    enter(catalogue, 'deklarēt');
    await until('one mark', () => row.querySelectorAll('mark').length === 1);
    expect(textOf(row)).to.equal(title);
    enter(catalogue, '');
    // Rows that cannot be seen are drawn after those that can.
    await until('everything', () => rowIds(catalogue).join() === whole);
    await until('no mark', () => !find(catalogue, 'mark'));
    expect(titles(catalogue)).to.include(title);
  });

  it('leaves the rows of the question before as they are until there is an answer', async () => {
    const live = new LiveSource(register.origin);
    let answer!: () => void;
    const isHeard = new Promise<void>((resolve) => (answer = resolve));
    // A source of the page's own, whose register takes its time to search.
    const source: ServiceSource = {
      register: register.origin,
      isLocal: true,
      peekList: (query) => live.peekList(query),
      peekService: (id) => live.peekService(id),
      loadList: async (query, options) => {
        if (query.q) await isHeard;
        return live.loadList(query, options);
      },
      loadService: (id, options) => live.loadService(id, options),
      watch: () => () => undefined,
    };
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue institution="ozolleja"></pvp-service-catalogue>`,
    );
    catalogue.source = source;
    await listed(catalogue);
    const markedIn: string[] = [];
    const observer = new MutationObserver(() => {
      if (marked(catalogue, '.title').length) markedIn.push(rowIds(catalogue).join());
    });
    observer.observe(catalogue.shadowRoot!, { childList: true, subtree: true });
    enter(catalogue, 'deklarēšana');
    await until('the question', () => catalogue.matches(':state(loading)'));
    // Marks follow what is painted.
    for (let frame = 0; frame < 20; frame++) await new Promise(requestAnimationFrame);
    answer();
    await until('the answer', () => rowIds(catalogue).join() === 'PV-1001');
    await until('its mark', () => marked(catalogue, '.title').join() === 'deklarēšana');
    observer.disconnect();
    expect([...new Set(markedIn)]).to.deep.equal(['PV-1001']);
  });

  it('says the number once, after typing', async () => {
    const catalogue = await open();
    await begin(catalogue);
    await until('everything', () => titles(catalogue).length > 5);
    const status = find(catalogue, '[role=status]')!;
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(textOf(status)));
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    const before = textOf(status);
    await sendKeys({ type: 'dzivesvieta' });
    await until('another number', () => textOf(status) !== before);
    await until('the register', () =>
      asked('/v1/services?').some((url) => /q=dzivesvieta(&|$)/.test(url)),
    );
    observer.disconnect();
    expect(said).to.deep.equal([textOf(status)]);
    expect(status.getAttribute('aria-live') ?? status.getAttribute('role')).to.equal('status');
    const { total } = await fromRegister('unified=true&q=dzivesvieta');
    expect(countIn(catalogue)).to.equal(total);
  });

  it('is right after a change that comes while somebody types', async () => {
    const catalogue = await open('institution="ozolleja" live');
    await begin(catalogue);
    const record = await register.get('service', 'PV-1001');
    const title = { lv: 'Ūdensroņu deklarēšana' };
    await sendKeys({ type: 'udens' });
    await register.put('service', { ...record, title });
    await sendKeys({ type: 'roni' });
    await until('the changed service', () => titles(catalogue)[0] === title.lv);
    expect(field(catalogue).value).to.equal('udensroni');
    // The index is another one by now: without the register it says so, too.
    enter(catalogue, '');
    await until('everything', () => titles(catalogue).length > 5);
    await register.stop();
    await until('the changed service again', () => {
      enter(catalogue, field(catalogue).value === 'ūdensroņu' ? 'ūdensroņi' : 'ūdensroņu');
      return titles(catalogue)[0] === title.lv;
    });
  });

  it('goes on with the index where the register is away, and says how old it is', async () => {
    const catalogue = await open('institution="ozolleja"');
    await begin(catalogue);
    await register.stop();
    enter(catalogue, 'deklarēšana');
    await until('rows', () => titles(catalogue)[0] === 'Dzīvesvietas deklarēšana');
    await until('the age', () => catalogue.matches(':state(stale), :state(offline)'));
    expect(titles(catalogue)[0]).to.equal('Dzīvesvietas deklarēšana');
    expect(find(catalogue, '.failure')).to.equal(null);
  });

  it('offers the spelling that was meant', async () => {
    const catalogue = await open();
    field(catalogue).focus();
    enter(catalogue, 'dzzivesvietax');
    const meant = await until('the offer', () =>
      all(catalogue, '.empty button').find((button) => /^Vai domājāt/.test(textOf(button))),
    );
    const q = /„(.*)”/.exec(textOf(meant))![1]!;
    meant.click();
    await until('rows', () => titles(catalogue).length && !find(catalogue, '.empty'));
    expect(field(catalogue).value).to.equal(q);
    expect(catalogue.shadowRoot!.activeElement).to.equal(field(catalogue));
  });

  it('keeps what was searched for with the page, and its address as it is', async () => {
    const catalogue = await open('institution="ozolleja"');
    history.replaceState({ menu: 'open' }, '');
    const address = location.href;
    enter(catalogue, 'deklarēšana');
    await until('fewer', () => titles(catalogue)[0] === 'Dzīvesvietas deklarēšana');
    await until('the page keeps it', () => Object.keys(history.state as object).length > 1);
    expect(location.href).to.equal(address);
    expect(history.state).to.deep.include({ menu: 'open' });
    // Another catalogue, in the same stay on the page, begins anew.
    expect(field(await open('institution="transports"')).value).to.equal('');
    // A page that shows something else in between, and comes back.
    history.pushState(null, '', '#cits');
    const isBack = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    history.back();
    await isBack;
    const again = await open('institution="ozolleja"');
    expect(field(again).value).to.equal('deklarēšana');
    expect(titles(again)[0]).to.equal('Dzīvesvietas deklarēšana');
  });

  it('keeps the last words at once where somebody leaves the field', async () => {
    const catalogue = await open('institution="ozolleja"');
    await begin(catalogue);
    const kept = () => JSON.stringify(history.state);
    enter(catalogue, 'laulība');
    expect(kept()).to.not.contain('laulība');
    field(catalogue).blur();
    expect(kept()).to.contain('laulība');
  });

  it('writes the last words once, however often the page is hidden', async () => {
    const catalogue = await open('institution="ozolleja"');
    await begin(catalogue);
    enter(catalogue, 'laulība');
    dispatchEvent(new Event('pagehide'));
    const written = history.state as unknown;
    expect(JSON.stringify(written)).to.contain('laulība');
    dispatchEvent(new Event('pagehide'));
    // Each writing makes another object of it.
    expect(history.state).to.equal(written);
  });

  it('searches in a worker where that is asked for', async () => {
    const catalogue = await open('institution="ozolleja" worker');
    await begin(catalogue);
    const { items } = await fromRegister('institution=ozolleja&q=deklar%C4%93t');
    await register.stop();
    await until('the rows of the worker', () => {
      enter(catalogue, field(catalogue).value === 'deklarēt' ? 'deklarēt ' : 'deklarēt');
      return JSON.stringify(rowIds(catalogue)) === JSON.stringify(items.map(({ id }) => id));
    });
    // A worker fetches for itself.
    expect(asked('/v1/search-index/')).to.deep.equal([]);
  });

  it('searches in the cards where there is no index', async () => {
    // A source of the page's own, of which nobody knows whether its register has an index.
    const live = new LiveSource(register.origin);
    const source: ServiceSource = {
      register: register.origin,
      peekList: (query) => live.peekList(query),
      peekService: (id) => live.peekService(id),
      loadList: (query, options) => live.loadList(query, options),
      loadService: (id, options) => live.loadService(id, options),
      watch: () => () => undefined,
    };
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue institution="ozolleja" limit="100"></pvp-service-catalogue>`,
    );
    catalogue.source = source;
    await listed(catalogue);
    performance.clearResourceTimings();
    field(catalogue).focus();
    await register.stop();
    await until('the rows', () => {
      enter(catalogue, field(catalogue).value === 'deklarēt' ? 'deklarē' : 'deklarēt');
      return titles(catalogue)[0] === 'Dzīvesvietas deklarēšana';
    });
    expect(asked('/v1/search-index/')).to.deep.equal([]);
  });

  it('does not move what stands below it', async () => {
    const catalogue = await open('institution="ozolleja" rows="20"', '<p id="below">Zemāk</p>');
    await begin(catalogue);
    const list = find(catalogue, '.results')!.getBoundingClientRect().top;
    for (const q of ['d', 'dz', 'dzi', 'dziv']) {
      enter(catalogue, q);
      await until('marks', () => marked(catalogue, '.title').length);
      expect(find(catalogue, '.results')!.getBoundingClientRect().top).to.equal(list);
      expect(field(catalogue)).to.equal(catalogue.shadowRoot!.activeElement);
    }
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no findings with marks on show, ${colorScheme}`, async () => {
      document.documentElement.style.colorScheme = colorScheme;
      document.documentElement.style.background = 'Canvas';
      try {
        const main = place(
          `<main><h1>Pakalpojumi</h1><h2>Katalogs</h2><pvp-service-catalogue register="${register.origin}" rows="6"></pvp-service-catalogue></main>`,
        );
        const catalogue = main.querySelector('pvp-service-catalogue')!;
        await listed(catalogue);
        enter(catalogue, 'dzīvesvietas deklarēšana');
        await until('marks', () => marked(catalogue, '.summary').length);
        const { violations } = await axe.run(document.body, { resultTypes: ['violations'] });
        expect(violations.map(({ id }) => id)).to.deep.equal([]);
      } finally {
        document.documentElement.style.colorScheme = '';
        document.documentElement.style.background = '';
      }
    });
  }
});
