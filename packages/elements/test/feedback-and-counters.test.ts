import { expect } from 'chai';
import type { UsageAnswer } from '@pvp/contract';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import type { PvpServiceCard, PvpServiceCatalogue } from '../src/index.ts';
import { clearPage, find, listed, place, textOf, until } from './page.ts';
import { desk } from './request-form/form-page.ts';

let register: BrowserRegister;

const usage = (): Promise<UsageAnswer> => desk(register, 'usage') as Promise<UsageAnswer>;

/** Waits until the owner of the register sees something. */
async function told(what: string, look: (answer: UsageAnswer) => unknown): Promise<UsageAnswer> {
  let answer: UsageAnswer | undefined;
  await until(what, () => {
    void usage().then((latest) => (answer = latest));
    return answer && look(answer);
  });
  return answer!;
}

async function openCard(attributes: string): Promise<PvpServiceCard> {
  const card = place<PvpServiceCard>(
    `<pvp-service-card register="${register.origin}" service="PV-1001" view="full" ${attributes}></pvp-service-card>`,
  );
  await until('all of it', () => find(card, '[part~=provenance]'));
  return card;
}

/** As leaving the page does. */
const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide'));

describe('feedback and counters', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
  });
  beforeEach(async function () {
    this.timeout(60_000);
    register = await openRegister();
  });
  afterEach(clearPage);

  it('asks below the full description, where the page wants it', async () => {
    const plain = await openCard('');
    expect(find(plain, 'pvp-feedback')).to.equal(null);
    const card = await openCard('feedback');
    const asked = await until('the question', () => {
      const feedback = find(card, 'pvp-feedback');
      return feedback?.shadowRoot?.querySelector('button') ? feedback : undefined;
    });
    expect(textOf(find(asked, '.name'))).to.equal('Vai šī informācija noderēja?');
    find(asked, 'button')!.click();
    await until('thanks', () => textOf(find(asked, '[role=status]')) === 'Paldies!');
    await until('the focus', () => asked.shadowRoot!.activeElement?.id === 'suggestion');
    find(asked, 'form button')!.click();
    await until('the fault', () => textOf(find(asked, '.error')) === 'Ierakstiet ieteikumu');
    find<HTMLTextAreaElement>(asked, 'textarea')!.value = 'Pievienojiet karti.';
    find(asked, 'form button')!.click();
    await until('thanks', () => textOf(find(asked, '[role=status]')).includes('nosūtīts'));
    const { feedback, suggestions } = await usage();
    expect(feedback).to.deep.equal([
      { subject: { type: 'service', id: 'PV-1001' }, useful: 1, notUseful: 0 },
    ]);
    expect(suggestions.map(({ text }) => text)).to.deep.equal(['Pievienojiet karti.']);
  });

  it('says that an answer could not be sent, and takes it then', async () => {
    const card = await openCard('feedback');
    const asked = await until('the question', () => {
      const feedback = find(card, 'pvp-feedback');
      return feedback?.shadowRoot?.querySelector('button') ? feedback : undefined;
    });
    await register.stop();
    find(asked, 'button')!.click();
    await until('the fault', () => textOf(find(asked, '[role=status]')).includes('neizdevās'));
    await register.start();
    find(asked, 'button')!.click();
    await until('thanks', () => textOf(find(asked, '[role=status]')) === 'Paldies!');
    expect((await usage()).feedback).to.have.lengthOf(1);
  });

  it('counts nothing unless the page asks for it', async () => {
    await openCard('');
    leave();
    clearPage();
    const card = await openCard('counters');
    await until('a counted view', () => {
      leave();
      return find(card, '[part~=request-button]');
    });
    const { hosts } = await told('a view', ({ hosts: [first] }) => first?.counts['view']);
    expect(hosts).to.have.lengthOf(1);
    expect(hosts[0]?.host).to.equal(location.host);
    expect(hosts[0]?.counts).to.deep.equal({ view: 1 });
  });

  it('counts searches, and those without a result with their words', async function () {
    this.timeout(30_000);
    for (let time = 0; time < 3; time++) {
      const catalogue = place<PvpServiceCatalogue>(
        `<pvp-service-catalogue register="${register.origin}" counters></pvp-service-catalogue>`,
      );
      await listed(catalogue);
      const field = find<HTMLInputElement>(catalogue, 'input[type=search]')!;
      field.value = 'kosmosa kuģu parāde';
      field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      await until('nothing', () => find(catalogue, '[part~=empty]'));
      let seen = 0;
      await until('the count', () => {
        leave();
        void usage().then(({ days }) => (seen = days[0]?.counts['search-without-result'] ?? 0));
        return seen === time + 1;
      });
      clearPage();
    }
    const { days, notFound } = await usage();
    expect(days[0]?.counts['search']).to.equal(3);
    expect(notFound).to.deep.equal([{ query: 'kosmosa kuģu parāde', count: 3 }]);
  });
});
