import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { findings } from '../accessibility/findings.ts';
import { focusable, focused, nameOf } from '../accessibility/focus.ts';
import { pressTab, resizeViewport } from '../browser.ts';
import { all, clearPage, find, textOf, until } from '../page.ts';
import { askWidget, helped, openWidget, placeWidget } from './widget.ts';

let register: BrowserRegister;

async function walk(from: string, to: string, back = false): Promise<string[]> {
  document.querySelector<HTMLElement>(from)!.focus();
  const stops: string[] = [];
  for (let nth = 0; nth < 100; nth++) {
    await pressTab(back);
    const at = focused();
    if (at === document.querySelector(to)) return stops;
    stops.push(nameOf(at));
  }
  throw new Error(`Never arrived at ${to}; on the way: ${stops.join(' · ')}`);
}

describe('support widget for everybody', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
    await resizeViewport(1280, 900);
  });
  afterEach(() => {
    clearPage();
    document.documentElement.style.colorScheme = '';
  });
  after(() => resizeViewport(1280, 900));

  for (const colorScheme of ['light', 'dark']) {
    it(`has no findings, ${colorScheme}`, async () => {
      document.documentElement.style.colorScheme = colorScheme;
      document.documentElement.style.background = 'Canvas';
      const widget = placeWidget(register.origin, 'service="PV-1001"');
      await openWidget(widget);
      await askWidget(widget, 'cik maksā deklarēšana');
      expect(await findings()).to.deep.equal([]);
      document.documentElement.style.background = '';
    });
  }

  it('is walked through by keyboard, forth and back, in the order of reading', async () => {
    const widget = placeWidget(register.origin, 'institution="ozolleja" display="inline"');
    await helped(widget);
    const expected = focusable(widget.shadowRoot!).map(nameOf);
    expect(expected.length).to.be.above(8);
    expect(await walk('#before', '#after')).to.deep.equal(expected);
    expect(await walk('#after', '#before', true)).to.deep.equal([...expected].reverse());
  });

  it('leads from the button into the panel and out of it again', async () => {
    const widget = placeWidget(register.origin, 'institution="ozolleja"');
    await openWidget(widget);
    const expected = focusable(widget.shadowRoot!).map(nameOf);
    // Firefox stops at what scrolls too, so that arrow keys can scroll it.
    const stops = (await walk('#before', '#after')).filter((stop) => !/^(div|dialog) /.test(stop));
    expect(stops).to.deep.equal(expected);
  });

  for (const width of [320, 1280]) {
    it(`gives every target 24 px, at ${width} px`, async () => {
      await resizeViewport(width, 900);
      const widget = placeWidget(register.origin, 'service="PV-1001" display="inline"');
      await helped(widget);
      await askWidget(widget, 'cik maksā deklarēšana');
      const small = focusable(widget.shadowRoot!).flatMap((element) => {
        const { width: w, height: h } = element.getBoundingClientRect();
        return w < 24 || h < 24 ? [`${nameOf(element)}: ${w.toFixed(1)} × ${h.toFixed(1)}`] : [];
      });
      expect(small).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
  }

  it('keeps the focus on what was opened when the register is asked again', async () => {
    const widget = placeWidget(register.origin, 'institution="ozolleja" display="inline"');
    await helped(widget);
    const summary = find(widget, '[data-step=remote] summary')!;
    summary.focus();
    summary.click();
    await until('the hours', () => find(widget, '[data-step=remote] .week'));
    expect(focused()).to.equal(summary);
    widget.refresh();
    await widget.updateComplete;
    expect(focused()).to.equal(summary);
    expect(find(widget, '[data-step=remote] .week')).to.not.equal(null);
  });

  it('is right after a page translator has been there', async () => {
    const widget = placeWidget(register.origin, 'service="PV-1001" display="inline"');
    await helped(widget);
    await askWidget(widget, 'cik maksā deklarēšana');
    const walker = document.createTreeWalker(widget.shadowRoot!, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({ data }) => data.trim())) {
      if (text.parentElement?.closest('style')) continue;
      const font = document.createElement('font');
      text.replaceWith(font);
      font.textContent = `«${text.data}»`;
    }
    find<HTMLInputElement>(widget, '#question')!.value = 'kādi papīri vajadzīgi';
    find<HTMLFormElement>(widget, 'form.ask')!.requestSubmit();
    const first = await until('another answer', () =>
      all(widget, '.answers > ul .answer').find((one) => textOf(one).includes('Dokumenti')),
    );
    expect(textOf(first.querySelector('.sentence'))).to.contain('Pase vai personas apliecība');
    expect(textOf(first.querySelector('.sentence'))).to.not.contain('«');
  });
});
