import { expect } from 'chai';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { clearPage, find, until } from '../page.ts';
import {
  askUntilCheck,
  forgetAll,
  input,
  named,
  numberIn,
  press,
} from '../request-form/form-page.ts';
import { askWidget, helped, placeWidget } from './widget.ts';

let register: BrowserRegister;

const formIn = (widget: Element): Promise<HTMLElement> =>
  until('the form', () => {
    const form = find(widget, 'pvp-request-form');
    return form?.shadowRoot && find(form, 'form') ? form : undefined;
  });

describe('a request in the support widget', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  beforeEach(forgetAll);
  afterEach(clearPage);

  it('is written where nobody else has helped, and leads back with its number', async () => {
    const widget = placeWidget(register.origin, 'service="PV-1051" display="inline"');
    await helped(widget);
    named(widget, 'Rakstīt pieprasījumu').click();
    const form = await formIn(widget);
    await askUntilCheck(form, 'Vai aprūpe pienākas arī brīvdienās?');
    press(form);
    await until('the number', () => numberIn(form));
    expect(numberIn(form)).to.match(/^\d\d-[A-Z\d]{4}-[A-Z\d]{4}$/);
    named(form, 'Aizvērt').click();
    await helped(widget);
    expect(find(widget, 'pvp-request-form')).to.equal(null);
  });

  it('begins with the question that was asked, and can be left at its first page', async () => {
    const widget = placeWidget(register.origin, 'service="PV-1051" display="inline"');
    await helped(widget);
    await askWidget(widget, 'Cik maksā kosmosa kuģa novietne uz jumta?');
    named(widget, 'Uzdot šo jautājumu rakstiski').click();
    const form = await formIn(widget);
    await until('the kinds', () => find(form, '#kind'));
    input(form, 'kind').click();
    press(form);
    await until('the text', () => find(form, '#text'));
    expect(input(form, 'text').value).to.equal('Cik maksā kosmosa kuģa novietne uz jumta?');
    named(form, 'Atpakaļ').click();
    await until('the kinds', () => find(form, '#kind'));
    named(form, 'Atpakaļ').click();
    await helped(widget);
  });
});
