/** The support widget as it is heard, and with the room that readers ask for. */
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { lines, listen, outline, translate } from '../accessibility/hearing.ts';
import { isInSentence, SPACED, spilling } from '../accessibility/room.ts';
import { focusable, focused, nameOf } from '../accessibility/focus.ts';
import { accessibilityTree, resizeViewport } from '../browser.ts';
import { all, clearPage, find, textOf, until } from '../page.ts';
import { askWidget, helped, openWidget, placeWidget } from './widget.ts';

let register: BrowserRegister;

const style = document.createElement('style');

const status = (widget: Element): HTMLElement => find(widget, '[role=status]')!;

const says = (widget: Element, beginning: string): Promise<unknown> =>
  until(`„${beginning}”`, () => textOf(status(widget)).startsWith(beginning));

/** Headings and links of the places in a step, as the tree tells them. */
function placesIn(widget: Element, step: string, indent: string): string[] {
  return all(widget, `[data-step=${step}] .place`).flatMap((place) => [
    `${indent}heading ${textOf(place.querySelector('.place-title'))}`,
    ...[...place.querySelectorAll('.ways a')].map(
      (link) => `${indent}  link ${link.getAttribute('aria-label')}`,
    ),
  ]);
}

describe('reading the support widget', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  beforeEach(() => resizeViewport(1280, 900));
  afterEach(() => {
    clearPage();
    style.remove();
  });

  it('says what becomes of each question, once and in order', async () => {
    const widget = placeWidget(register.origin, 'service="PV-1001" display="inline"');
    const region = await until('the line', () => widget.shadowRoot && status(widget));
    const { said, stop } = listen(region);
    await helped(widget);
    await askWidget(widget, 'cik maksā deklarēšana');
    await says(widget, 'Atrast');
    const found = textOf(region);
    find<HTMLInputElement>(widget, '#question')!.value = 'qqqq';
    find<HTMLFormElement>(widget, 'form.ask')!.requestSubmit();
    await says(widget, 'Gatavas');
    stop();
    expect(said).to.deep.equal([
      'Meklē…',
      found,
      'Meklē…',
      'Gatavas atbildes uz šo jautājumu nav. Pajautājiet cilvēkam.',
    ]);
    expect(found).to.match(/^Atrast(a|as) \d+ atbilde/);
    expect(status(widget)).to.equal(region);
    expect(region.closest('[aria-busy]')).to.equal(null);
  });

  it('says that there are no answers now, how old the rest is, and that nothing can be had', async function () {
    this.timeout(90_000);
    const failing = await openRegister();
    const widget = placeWidget(failing.origin, 'institution="ozolleja" display="inline"');
    await helped(widget);
    const { said, stop } = listen(status(widget));
    await failing.stop();
    find<HTMLInputElement>(widget, '#question')!.value = 'cik ilgi';
    find<HTMLFormElement>(widget, 'form.ask')!.requestSubmit();
    await until('the end of it', () => textOf(status(widget)).startsWith('Atbildes'), 40_000);
    widget.refresh();
    await until('the age', () => textOf(status(widget)).startsWith('Dati no'), 40_000);
    stop();
    const spoken = said.filter(Boolean);
    expect(spoken.slice(0, 2)).to.deep.equal([
      'Meklē…',
      'Atbildes pašlaik neizdodas sameklēt. Pajautājiet cilvēkam.',
    ]);
    expect(spoken[2]).to.match(/^Dati no \d{2}\.\d{2}\.\d{4}\. plkst\. /);
    expect(spoken).to.have.lengthOf(3);

    const other = placeWidget(failing.origin, 'institution="kalnupe" display="inline"');
    const line = await until('the line', () => other.shadowRoot && status(other));
    const heard = listen(line);
    await until('a way out', () => find(other, '.failure'), 40_000);
    heard.stop();
    expect(heard.said.at(-1)).to.equal('Neizdodas ielādēt. Mēģiniet vēlreiz.');
    expect(heard.said.filter((one) => one.startsWith('Neizdodas'))).to.have.lengthOf(1);
  });

  it('is read as a button, and then as a dialog of steps, each with its places', async function () {
    const widget = placeWidget(register.origin, 'service="PV-1051"');
    widget.id = 'widget';
    await until('the button', () => find(widget, '.launch'));
    const closed = await accessibilityTree('#widget');
    if (!closed) {
      console.log(`"${this.test?.title}" is not run here: this browser tells no tree.`);
      this.skip();
    }
    expect(outline(closed)).to.deep.equal(['button Palīdzība']);
    await openWidget(widget);
    const tree = (await accessibilityTree('#widget')) || closed;
    const spoken = outline(tree).filter((line) => !/DisclosureTriangle|Details/.test(line));
    expect(spoken.slice(0, 4)).to.deep.equal([
      'button Palīdzība',
      'dialog Palīdzība',
      '  heading Palīdzība',
      '  button Aizvērt',
    ]);
    const regions = spoken.filter((line) => /^ {2}region /.test(line));
    expect(regions).to.deep.equal([
      '  region Atrodiet atbildi',
      '  region Sazinieties attālināti',
      '  region Apmeklējiet klātienē',
      '  region Jautājiet ekspertam',
      '  region Atbalsta veidi',
    ]);
    expect(spoken).to.include('    search').and.include('      searchbox Jūsu jautājums');
    const trimmed = spoken.map((line) => line.trim());
    const from = (step: string) => trimmed.indexOf(`region ${step}`);
    for (const [step, title, next] of [
      ['remote', 'Sazinieties attālināti', 'Apmeklējiet klātienē'],
      ['inPerson', 'Apmeklējiet klātienē', 'Jautājiet ekspertam'],
    ] as const) {
      const inside = trimmed.slice(from(title) + 2, from(next));
      const told = inside.filter((line) => /^(heading|link)/.test(line));
      expect(told).to.deep.equal(placesIn(widget, step, '').map((line) => line.trim()));
    }
  });

  it('breaks an address of e-mail at its @ alone, and no post code', async () => {
    await resizeViewport(320, 640);
    const widget = placeWidget(register.origin, 'service="PV-1001" display="inline"');
    await helped(widget);
    const linesOf = (part: Element) =>
      new Set([...part.getClientRects()].map(({ top }) => Math.round(top))).size;
    const parts = all(widget, '.ways a[href^=mailto] span span');
    expect(parts.length).to.be.above(1);
    for (const part of parts) expect(linesOf(part), textOf(part)).to.equal(1);
    const codes = all(widget, 'address .whole');
    expect(codes.length).to.be.above(0);
    for (const code of codes) {
      expect(textOf(code)).to.match(/^LV-\d{4}$/);
      // Wherever the line ends.
      for (let width = 120; width < 320; width += 8) {
        (code.parentElement as HTMLElement).style.width = `${width}px`;
        expect(linesOf(code), `in ${width} px`).to.equal(1);
      }
    }
  });

  for (const width of [320, 1280]) {
    it(`cuts nothing off when text is spaced, and gives every target 24 px, at ${width} px`, async () => {
      await resizeViewport(width, 900);
      style.textContent = `${SPACED} main { font-size: 11px }`;
      document.head.append(style);
      const widget = placeWidget(register.origin, 'service="PV-1001" display="inline"');
      await helped(widget);
      await askWidget(widget, 'cik maksā deklarēšana');
      for (const summary of all(widget, '.place summary')) summary.click();
      await until('all hours', () =>
        all(widget, '.place details').every((one) => one.querySelector('.week')),
      );
      const { letterSpacing } = getComputedStyle(find(widget, '.place-title')!);
      expect(Number.parseFloat(letterSpacing)).to.be.above(0.9);
      expect(spilling(widget.shadowRoot!)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      const small = focusable(widget.shadowRoot!)
        .filter((element) => !isInSentence(element))
        .filter((element) => {
          const box = element.getBoundingClientRect();
          return box.width < 24 || box.height < 24;
        });
      expect(small.map(nameOf)).to.deep.equal([]);
    });
  }

  it('needs no sideways scrolling at 400 %, and scrolls to what has the focus', async () => {
    // 1280 × 1024 at 400 %.
    await resizeViewport(320, 256);
    const widget = placeWidget(register.origin, 'service="PV-1001"');
    await openWidget(widget);
    const inside = find(widget, '.inside')!;
    expect(inside.scrollWidth).to.be.at.most(inside.clientWidth);
    const last = focusable(inside).at(-1) as HTMLElement;
    last.focus();
    await until('it in sight', () => {
      const { top, bottom } = last.getBoundingClientRect();
      return top >= 0 && bottom <= 256;
    });
  });

  it('keeps the focus somewhere after each change', async () => {
    const widget = placeWidget(register.origin, 'service="PV-1001" display="inline"');
    await helped(widget);
    const at = (): string => nameOf(focused());
    find<HTMLInputElement>(widget, '#question')!.focus();
    await askWidget(widget, 'cik maksā deklarēšana');
    expect(focused()?.id).to.equal('question');
    (find(widget, '.answer [data-service]') as HTMLElement).click();
    await until('the way back', () => focused()?.matches('.back button'));
    (focused() as HTMLElement).click();
    await until('the step', () => focused()?.id === 'step-ask');
    const details = all(widget, '.answers > details summary')[0]!;
    details.focus();
    details.click();
    await until('what is asked often', () => find(widget, '.answers > details ul'));
    expect(focused(), at()).to.equal(details);
    widget.service = 'PV-1011';
    await until('another service', () => textOf(find(widget, '.about')).startsWith('Bērna'));
    expect(focused(), at()).to.equal(details);
  });

  it('tells another service right after a translator has been there', async () => {
    const widget = placeWidget(register.origin, 'service="PV-1001" display="inline"');
    await helped(widget);
    const first = textOf(find(widget, '.about'));
    translate(widget.shadowRoot!);
    widget.service = 'PV-1051';
    await until('the other', () => !textOf(find(widget, '.about')).includes(first));
    await until('its expert', () => find(widget, '[data-step=expert] .place'));
    const plain = lines(widget.shadowRoot!).map((line) => line.replace(/[«»]/g, '').trim());
    const other = placeWidget(register.origin, 'service="PV-1051" display="inline"');
    await helped(other);
    expect(plain).to.deep.equal(lines(other.shadowRoot!));
  });
});
