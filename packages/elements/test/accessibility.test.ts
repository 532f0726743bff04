import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { findings } from './accessibility/findings.ts';
import { preferColorScheme, resizeViewport } from './browser.ts';
import { clearPage, find, listed, place, until } from './page.ts';

let register: BrowserRegister;

describe('accessibility', () => {
  before(async function () {
    // A register with all sample data, on a machine that may be busy with other tests.
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    // Elements stand on the page's own ground; the checker takes a page without one for white.
    document.documentElement.style.background = 'Canvas';
    register = await openRegister();
  });
  after(() => {
    document.documentElement.style.colorScheme = '';
    document.documentElement.style.background = '';
  });
  afterEach(clearPage);

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no findings in a catalogue, ${colorScheme}`, async () => {
      document.documentElement.style.colorScheme = colorScheme;
      await resizeViewport(1280, 900);
      const catalogue = place(
        `<main><h1>Pakalpojumi</h1><h2>Katalogs</h2><pvp-service-catalogue register="${register.origin}" rows="6"></pvp-service-catalogue></main>`,
      ).querySelector('pvp-service-catalogue')!;
      await listed(catalogue);
      find<HTMLInputElement>(catalogue, '.option input')!.click();
      await until('a chip', () => find(catalogue, '.chip'));
      expect(await findings()).to.deep.equal([]);
    });

    for (const service of ['PV-1001', 'PV-9002', 'PV-9003', 'PV-0000']) {
      it(`has no findings in the card of ${service}, ${colorScheme}`, async () => {
        document.documentElement.style.colorScheme = colorScheme;
        const card = place(
          `<main><h1>Pakalpojums</h1><pvp-service-card register="${register.origin}" service="${service}" view="full"></pvp-service-card></main>`,
        ).querySelector('pvp-service-card')!;
        await until('a card', () => find(card, '[part=card]'));
        if (service === 'PV-1001') await until('all of it', () => find(card, '[part=description]'));
        expect(await findings()).to.deep.equal([]);
      });
    }
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has no findings in life events, in one of them, in a service of it, ${colorScheme}`, async () => {
      document.documentElement.style.colorScheme = colorScheme;
      const events = place(
        `<main><h1>Dzīves situācijas</h1><h2>Visas</h2><pvp-life-events register="${register.origin}" institution="ozolleja"></pvp-life-events></main>`,
      ).querySelector('pvp-life-events')!;
      await until('life events', () => find(events, '.situation'));
      expect(await findings()).to.deep.equal([]);
      find(events, '[data-life-event="laulibas"]')!.click();
      const title = await until('a service', () => find(events, '.need .row .title'));
      expect(await findings()).to.deep.equal([]);
      title.click();
      const card = await until('the card', () => find(events, 'pvp-service-card'));
      await until('all of it', () => card.shadowRoot && find(card, '[part=description]'));
      expect(await findings()).to.deep.equal([]);
    });
  }

  it("follows the visitor's preference where the page allows both", async function () {
    document.documentElement.style.colorScheme = 'light dark';
    try {
      if (!(await preferColorScheme('light'))) {
        console.log(
          `"${this.test?.title}" is not run here: nothing can tell this browser what its visitor prefers.`,
        );
        this.skip();
      }
      const catalogue = place(
        `<main><h1>Pakalpojumi</h1><h2>Katalogs</h2><pvp-service-catalogue register="${register.origin}" rows="6"></pvp-service-catalogue></main>`,
      ).querySelector('pvp-service-catalogue')!;
      await listed(catalogue);
      const colour = () => getComputedStyle(find(catalogue, '.row .title')!).color;
      const inLight = colour();
      await preferColorScheme('dark');
      await until('other colours', () => colour() !== inLight);
      expect(await findings()).to.deep.equal([]);
    } finally {
      await preferColorScheme('light');
    }
  });

  it('reflows at 320 px without sideways scrolling', async () => {
    await resizeViewport(320, 800);
    const catalogue = place(
      `<pvp-service-catalogue register="${register.origin}"></pvp-service-catalogue>`,
    );
    await listed(catalogue);
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    find(catalogue, '.filters-button')!.click();
    await until('the filters', () => find(catalogue, '.facets')!.checkVisibility());
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await resizeViewport(1280, 900);
  });
});
