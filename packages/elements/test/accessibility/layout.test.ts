import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { printMedia, resizeViewport } from '../browser.ts';
import { all, box, clearPage, find, listed, place, textOf, until } from '../page.ts';
import { focusable, nameOf } from './focus.ts';
import { isInSentence, SPACED, spilling } from './room.ts';

let register: BrowserRegister;

const style = document.createElement('style');

/** A catalogue, a full description, life events and one of them; the page's own rules beside them. */
async function openAll(rules = ''): Promise<HTMLElement[]> {
  style.textContent = rules;
  document.head.append(style);
  const main = place(`<main>
    <pvp-service-catalogue register="${register.origin}" limit="4"></pvp-service-catalogue>
    <pvp-service-card register="${register.origin}" service="PV-1001" view="full"></pvp-service-card>
    <pvp-life-events register="${register.origin}" institution="ozolleja"></pvp-life-events>
    <pvp-life-events register="${register.origin}" life-event="berna-piedzimsana"></pvp-life-events>
  </main>`);
  const [catalogue, card, events, situation] = [...main.children] as HTMLElement[];
  await listed(catalogue!);
  await until('all of the card', () => find(card!, '[part~=description]'));
  box(catalogue!, 'recipient', 'Uzņēmējiem')!.click();
  await until('a chip', () => find(catalogue!, '.chip'));
  await until('life events', () => find(events!, '.situation'));
  await until('services of one', () => find(situation!, '.need .row'));
  return [catalogue!, card!, events!, situation!];
}

/** A box of a filter is reached by its whole label, the link of a row by the whole row. */
const targetOf = (element: Element): Element =>
  element.closest('label, .row, .situation') ?? element;

describe('layout for everybody', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  afterEach(() => {
    clearPage();
    style.remove();
  });
  after(() => resizeViewport(1280, 900));

  for (const width of [320, 1280]) {
    it(`gives every target 24 px, at ${width} px and in small text too`, async () => {
      await resizeViewport(width, 900);
      const hosts = await openAll('main { font-size: 11px }');
      const small = hosts.flatMap((host) =>
        focusable(host.shadowRoot!)
          .filter((element) => !isInSentence(element))
          .flatMap((element) => {
            const { width: w, height: h } = targetOf(element).getBoundingClientRect();
            return w < 24 || h < 24
              ? [`${nameOf(element)}: ${w.toFixed(1)} × ${h.toFixed(1)}`]
              : [];
          }),
      );
      expect(small).to.deep.equal([]);
    });

    it(`cuts nothing off when text is spaced as WCAG 1.4.12 says, at ${width} px`, async () => {
      await resizeViewport(width, 900);
      const hosts = await openAll(SPACED);
      const [title] = all(hosts[0]!, '.row .title');
      const { fontSize, letterSpacing, wordSpacing } = getComputedStyle(title!);
      // Whether the spacing has arrived inside at all; it is inherited as a length.
      expect(Number.parseFloat(letterSpacing)).to.be.at.least(0.09 * Number.parseFloat(fontSize));
      expect(Number.parseFloat(wordSpacing)).to.be.above(0);
      expect(hosts.flatMap((host) => spilling(host.shadowRoot!))).to.deep.equal([]);
    });
  }

  it('needs no sideways scrolling at 400 %', async () => {
    // 1280 × 1024 at 400 %.
    await resizeViewport(320, 256);
    const [catalogue] = await openAll();
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    find(catalogue!, '.filters-button')!.click();
    await until('the filters', () => find(catalogue!, '.facets')!.checkVisibility());
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('grows with the text of the page, to 200 %', async () => {
    await resizeViewport(1280, 900);
    const hosts = await openAll('main { font-size: 32px }');
    expect(getComputedStyle(hosts[1]!).fontSize).to.equal('32px');
    expect(document.documentElement.scrollWidth).to.be.at.most(1280);
    expect(hosts.flatMap((host) => spilling(host.shadowRoot!))).to.deep.equal([]);
  });

  it('prints whole: what is folded, the targets of links, number and dates', async function () {
    await resizeViewport(800, 900);
    const [catalogue, card] = await openAll();
    try {
      if (!(await printMedia(true))) {
        console.log(`"${this.test?.title}" is not run here: this browser cannot be told to print.`);
        this.skip();
      }
      const folded = all(card!, 'details > :not(summary)');
      expect(folded.length).to.be.above(0);
      for (const text of folded) expect(text.checkVisibility(), nameOf(text)).to.equal(true);
      for (const link of all<HTMLAnchorElement>(card!, '.full a[href^="http"]')) {
        expect(getComputedStyle(link, '::after').content).to.contain(link.getAttribute('href'));
      }
      // Names of related services are text too; what only a screen can do, or was true once, is not.
      const onPaper = all(card!, '.full button, .full select, .now').filter((part) =>
        part.checkVisibility(),
      );
      expect(onPaper.map(textOf)).to.deep.equal(
        all(card!, '[part~=related] [data-service]').map(textOf),
      );
      expect(onPaper.length).to.be.above(0);
      const provenance = find(card!, '[part~=provenance]')!.textContent;
      expect(provenance)
        .to.contain('PV-1001')
        .and.match(/\d{2}\.\d{2}\.\d{4}\./);
      const buttons = all(catalogue!, 'button:not(.chip), input, form');
      expect(buttons.filter((button) => button.checkVisibility()).map(nameOf)).to.deep.equal([]);
    } finally {
      await printMedia(false);
    }
  });

  it('gives a list the whole width of paper, and no room to filters', async function () {
    await resizeViewport(1280, 900);
    const [catalogue] = await openAll();
    await resizeViewport(700, 900);
    find(catalogue!, '.filters-button')!.click();
    await until('the filters', () => find(catalogue!, '.facets')!.checkVisibility());
    try {
      if (!(await printMedia(true))) {
        console.log(`"${this.test?.title}" is not run here: this browser cannot be told to print.`);
        this.skip();
      }
      for (const width of [700, 1280]) {
        await resizeViewport(width, 900);
        expect(find(catalogue!, '.facets')!.checkVisibility()).to.equal(false);
        const list = find(catalogue!, '.results')!.getBoundingClientRect();
        expect(list.width).to.equal(catalogue!.getBoundingClientRect().width);
      }
    } finally {
      await printMedia(false);
    }
  });

  it('holds the order within its column in text of 200 % on a phone', async () => {
    await resizeViewport(320, 900);
    const [catalogue] = await openAll('main { font-size: 32px }');
    const order = await until('the order', () => find(catalogue!, '.sort select'));
    const { right } = order.getBoundingClientRect();
    expect(right).to.be.at.most(catalogue!.getBoundingClientRect().right);
  });

  it('moves nothing', async () => {
    const hosts = await openAll();
    for (const host of hosts) {
      expect(host.shadowRoot!.getAnimations()).to.deep.equal([]);
      const moving = [host, ...host.shadowRoot!.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return animationName !== 'none' || !/^0s/.test(transitionDuration);
      });
      expect(moving.map(nameOf)).to.deep.equal([]);
    }
  });
});
