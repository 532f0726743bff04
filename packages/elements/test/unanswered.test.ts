/** What the line that is read out says where a question is not answered. */
import { expect } from 'chai';
import { LiveSource, type LifeEventSource, type ServiceSource } from '@pvp/sdk/source';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import type { PvpLifeEvents, PvpServiceCatalogue } from '../src/index.ts';
import { clearPage, find, listed, place, textOf, until } from './page.ts';
import { enter } from './catalogue/searching.ts';

let register: BrowserRegister;

const status = (element: Element) => find(element, '[role=status]')!;

/** A source of the page's own, of which nobody knows whether its register has an index. */
function plain(origin: string): ServiceSource {
  const live = new LiveSource(origin);
  return {
    register: origin,
    peekList: (query) => live.peekList(query),
    peekService: (id) => live.peekService(id),
    loadList: (query, options) => live.loadList(query, options),
    loadService: (id, options) => live.loadService(id, options),
    watch: () => () => undefined,
  };
}

/** A register that takes its time, and then cannot be had after all. */
function silent(): { source: LifeEventSource; fail(): void } {
  const failures = new Set<() => void>();
  const load = () =>
    new Promise<never>((_, reject) => failures.add(() => reject(new Error('No connection'))));
  return {
    source: {
      register: 'https://register.example',
      peekList: () => undefined,
      peekService: () => undefined,
      peekLifeEvents: () => undefined,
      loadList: load,
      loadService: load,
      loadLifeEvents: load,
      watch: () => () => undefined,
    },
    fail: () => failures.forEach((fail) => fail()),
  };
}

describe('a question without an answer', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  afterEach(clearPage);

  it('is told of in a catalogue, and the number of the list before is not its number', async () => {
    const catalogue = place<PvpServiceCatalogue>(
      `<pvp-service-catalogue limit="3"></pvp-service-catalogue>`,
    );
    catalogue.source = plain(register.origin);
    await listed(catalogue);
    await register.stop();
    try {
      enter(catalogue, 'bērns');
      const failure = await until('the failure', () => find(catalogue, '[role=alert]'));
      expect(textOf(failure)).to.contain('pašlaik neizdodas ielādēt');
      await until('no number', () => textOf(status(catalogue)) === '');
    } finally {
      await register.start();
    }
    enter(catalogue, 'laulība');
    await until('a number again', () => /^\d+ pakalpojum/.test(textOf(status(catalogue))));
    expect(find(catalogue, '[role=alert]')).to.equal(null);
  });

  for (const tag of ['pvp-service-catalogue', 'pvp-life-events'] as const) {
    it(`is no longer waited for once it has failed, in ${tag}`, async () => {
      const { source, fail } = silent();
      const element = place<PvpServiceCatalogue | PvpLifeEvents>(`<${tag}></${tag}>`);
      element.source = source;
      await until('that it waits', () => textOf(status(element)) === 'Ielādē…');
      fail();
      await until('the failure', () => find(element, '.failure'));
      expect(textOf(status(element))).to.equal('');
    });
  }
});
