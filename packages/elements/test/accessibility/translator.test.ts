/**
 * Page translators wrap text nodes in elements of their own. What is drawn next must be right all
 * the same: neither stale, nor doubled, nor mixed with the translator's words.
 */
import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { resizeViewport } from '../browser.ts';
import { all, box, clearPage, countIn, find, listed, place, textOf, until } from '../page.ts';
import { lines, translate } from './hearing.ts';

let register: BrowserRegister;

const status = (host: Element): HTMLElement => find(host, '[role=status]')!;

async function open(attributes = ''): Promise<HTMLElement> {
  const catalogue = place<HTMLElement>(
    `<pvp-service-catalogue register="${register.origin}" ${attributes}></pvp-service-catalogue>`,
  );
  await listed(catalogue);
  return catalogue;
}

describe('a page translator', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
    await resizeViewport(1280, 900);
  });
  afterEach(() => {
    clearPage();
    document.documentElement.lang = 'lv';
  });

  it('leaves numbers and rows right that change after it', async () => {
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

  it('leaves another life event right', async () => {
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

  it('leaves a changed description right', async () => {
    const card = place<HTMLElement>(
      `<pvp-service-card register="${register.origin}" service="PV-1001" view="full"></pvp-service-card>`,
    );
    await until('all of it', () => find(card, '[part~=description]'));
    translate(card.shadowRoot!);
    (card as HTMLElement & { service: string }).service = 'PV-1011';
    await until('the other title', () => textOf(find(card, '.title')).startsWith('Bērna'));
    await until('its notice', () => find(card, '[part~=notice]'));
    await until('its verdict', () => find(card, '[part~=verification]'));
    const plain = lines(card.shadowRoot!).map((line) => line.replace(/[«»]/g, '').trim());
    const other = place<HTMLElement>(
      `<pvp-service-card register="${register.origin}" service="PV-1011" view="full"></pvp-service-card>`,
    );
    await until('all of it', () => find(other, '[part~=verification]'));
    expect(plain).to.deep.equal(lines(other.shadowRoot!));
  });

  const searchInVain = (host: Element): void => {
    const field = find<HTMLInputElement>(host, 'input')!;
    field.value = 'qqqq';
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };

  /** What is drawn, by the part that comes last; and what a person does first. */
  const views: [string, string, string, ((host: Element) => void)?][] = [
    ['a catalogue', 'catalogue institution="ozolleja" by-life-event', 'legend'],
    ['a search in vain', 'catalogue institution="ozolleja"', '.empty a[href^=tel]', searchInVain],
    ['a compact card', 'card service="PV-1011"', '[part~=notice]'],
    ['a full description', 'card service="PV-1001" view="full"', '[part~=verification]'],
    ['a retired service', 'card service="PV-9003"', '.actions'],
    ['a service that is unknown', 'card service="PV-0000"', '.failure'],
  ];

  for (const [what, attributes, last, act] of views) {
    it(`leaves all labels right when the page changes its language: ${what}`, async () => {
      const open = async (): Promise<HTMLElement> => {
        const tag = `pvp-service-${attributes.split(' ')[0]!}`;
        const host = document.createElement(tag);
        const parsed = new DOMParser().parseFromString(`<p ${attributes}></p>`, 'text/html');
        for (const { name, value } of parsed.querySelector('p')!.attributes) {
          host.setAttribute(name, value);
        }
        host.setAttribute('register', register.origin);
        document.body.append(host);
        if (act) {
          await listed(host);
          act(host);
        }
        await until(what, () => find(host, last) && !(act && countIn(host)));
        return host;
      };
      const host = await open();
      const plain = () => lines(host.shadowRoot!).map((line) => line.replace(/[«»]/g, '').trim());
      const latvian = plain();
      translate(host.shadowRoot!);
      document.documentElement.lang = 'ru';
      const other = await open();
      const fresh = () => lines(other.shadowRoot!);
      expect(fresh()).to.not.deep.equal(latvian);
      await until('the same', () => plain().join() === fresh().join()).catch(() => undefined);
      expect(plain()).to.deep.equal(fresh());
    });
  }
});
