/** Where a description is from, whether it is what is registered, and how it stands on paper. */
import type { Service } from '@pvp/contract';
import { LiveSource, type ServiceAnswer } from '@pvp/sdk/source';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import { expect } from 'chai';
import type { PvpServiceCard } from '../../src/index.ts';
import { all, clearPage, find, place, textOf, until } from '../page.ts';

let register: BrowserRegister;

async function open(service: string, attributes = '', inside = ''): Promise<PvpServiceCard> {
  const card = place<PvpServiceCard>(
    `<pvp-service-card register="${register.origin}" service="${service}" view="full" ${attributes}>${inside}</pvp-service-card>`,
  );
  await until('the full description', () => find(card, '[part=description]'));
  return card;
}

const verdict = (card: Element) => until('a verdict', () => find(card, '.verdict'));

/** Somebody between the register and the page who changes what is told. */
class AlteringSource extends LiveSource {
  override async loadService(id: string): Promise<ServiceAnswer> {
    const answer = await super.loadService(id);
    const data: Service = { ...answer.data, title: { lv: 'Mainīts nosaukums' } };
    return { ...answer, data };
  }
}

describe('provenance', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  afterEach(clearPage);

  it('tells number, three dates and who checked', async () => {
    const card = await open('PV-1001');
    const told = Object.fromEntries(
      all(card, '.provenance dl div').map((row) => [...row.children].map(textOf)),
    ) as Record<string, string>;
    expect(Object.keys(told)).to.deep.equal([
      'Reģistra numurs',
      'Mainīts reģistrā',
      'Pārbaudīts',
      'Ielādēts šeit',
    ]);
    expect(told['Reģistra numurs']).to.equal('PV-1001');
    expect(told['Mainīts reģistrā']).to.match(/^\d\d\.\d\d\.\d{4}\.$/);
    expect(told['Pārbaudīts']).to.match(/^\d\d\.\d\d\.\d{4}\. \(Ozollejas novada pašvaldība\)$/);
    expect(told['Ielādēts šeit']).to.match(/plkst\. \d\d\.\d\d$/);
  });

  it('tells the former number under which a service was looked for', async () => {
    expect(textOf(find(await open('P-2794'), '.provenance'))).to.contain('Agrākais numurs P-2794');
  });

  it('says that the content is unchanged, and claims no more than that by itself', async () => {
    const card = await open('PV-1001');
    const said = await verdict(card);
    expect(textOf(said)).to.contain('Saturs atbilst reģistra kontrolsummai.');
    expect(card.matches(':state(verified)')).to.equal(false);
  });

  it('follows the signature of the register when asked', async () => {
    const card = await open('PV-1001');
    (await verdict(card)).querySelector('button')!.click();
    await until('the proof', () => card.matches(':state(verified)'));
    expect(textOf(find(card, '.verdict'))).to.contain('Apstiprināts ar reģistra parakstu');
    expect(find(card, '.verdict button')).to.equal(null);
  });

  it('keeps the focus by what is found out, and reads it out', async () => {
    const card = await open('PV-1001');
    const said = find(card, '[role=status]')!;
    const button = (await verdict(card)).querySelector('button')!;
    button.focus();
    button.click();
    await until('the proof', () => card.matches(':state(verified)'));
    await until('that it is told', () => textOf(said).startsWith('Apstiprināts ar reģistra'));
    expect(card.shadowRoot!.activeElement).to.equal(find(card, '.verdict p'));
  });

  it('does so by itself with `verify`, and trusts one key alone where it is named', async () => {
    const card = await open('PV-1001', 'verify');
    await until('the proof', () => card.matches(':state(verified)'));
    const strict = await open('PV-1001', 'verify="another-key"');
    await until('the doubt', () => find(strict, '.verdict.unconfirmed'));
    expect(strict.matches(':state(verified)')).to.equal(false);
  });

  it('warns where the content is not what its hash says', async () => {
    const card = place<PvpServiceCard>('<pvp-service-card view="full"></pvp-service-card>');
    card.source = new AlteringSource(register.origin);
    card.service = 'PV-1001';
    await until('the warning', () =>
      all(card, '[part=notice]').some((notice) => textOf(notice).includes('neatbilst reģistra')),
    );
    expect(card.matches(':state(verified)')).to.equal(false);
  });

  it('forgets the proof when another service is shown', async () => {
    const card = await open('PV-1001', 'verify');
    await until('the proof', () => card.matches(':state(verified)'));
    card.verify = null;
    card.service = 'PV-1002';
    await until('the other one', () =>
      textOf(find(card, '[part=institution]')).startsWith('Bērzkroga'),
    );
    expect(card.matches(':state(verified)')).to.equal(false);
    await verdict(card);
    expect(card.matches(':state(verified)')).to.equal(false);
  });

  it('frames what the page adds, and says that it is not registered', async () => {
    const card = await open('PV-1001', '', '<p slot="local">Autostāvvieta pagalmā.</p>');
    const frame = find(card, '.local')!;
    expect(textOf(frame)).to.contain('Šis teksts nav no Valsts vienotā reģistra.');
    expect(card.querySelector('p')!.checkVisibility()).to.equal(true);
    expect(card.querySelector('p')!.assignedSlot!.closest('.local')).to.equal(frame);
    card.view = 'compact';
    await until('the compact card', () => !find(card, '[part=description]'));
    await until('the frame', () => find(card, '.local'));
    expect(card.querySelector('p')!.checkVisibility()).to.equal(true);
    expect(find(await open('PV-1001'), '.local')).to.equal(null);
  });

  it('unfolds everything for paper, and folds it again', async () => {
    const card = await open('PV-1001');
    const details = all(card, 'details') as HTMLDetailsElement[];
    expect(details.length).to.be.above(1);
    details[0]!.open = true;
    const before = details.map((one) => one.open);
    dispatchEvent(new Event('beforeprint'));
    expect(details.every((one) => one.open)).to.equal(true);
    expect(textOf(find(card, '.printed'))).to.match(/^Izdrukāts \d\d\.\d\d\.\d{4}\. .*http/);
    dispatchEvent(new Event('afterprint'));
    expect(details.map((one) => one.open)).to.deep.equal(before);
  });
});
