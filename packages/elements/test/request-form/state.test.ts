import { expect } from 'chai';
import type { RequestReceipt } from '@pvp/contract';
import { findProof, randomKey, RequestClient } from '@pvp/sdk/requests';
import { openRegister, type BrowserRegister } from '@pvp/testing/browser-register';
import '../../src/request-form/define-state.ts';
import type { PvpRequestState } from '../../src/request-form/request-state.ts';
import { focused } from '../accessibility/focus.ts';
import { all, clearPage, find, place, textOf, until } from '../page.ts';
import { desk, fill, forgetAll, input, named } from './form-page.ts';

let register: BrowserRegister;
let receipt: RequestReceipt;

async function send(): Promise<RequestReceipt> {
  const client = new RequestClient({ register: register.origin });
  const proof = await findProof(await client.getChallenge());
  const body = {
    kind: 'information-request',
    institutionId: 'ozolleja',
    text: 'Cikos atver bibliotēku?',
    noticeVersion: '2026-11',
    proof,
  } as const;
  return client.createRequest(body, randomKey());
}

const open = (attributes = ''): PvpRequestState =>
  place<PvpRequestState>(
    `<pvp-request-state register="${register.origin}" ${attributes}></pvp-request-state>`,
  );

describe('state of a request', () => {
  before(async function () {
    this.timeout(60_000);
    document.documentElement.lang = 'lv';
    register = await openRegister();
  });
  beforeEach(async () => {
    await forgetAll();
    receipt = await send();
  });
  afterEach(clearPage);

  it('asks for number and secret, and shows what was told to the person', async () => {
    const { number, secret } = receipt;
    await desk(register, `requests/${number}`, { state: 'in-progress', note: 'Piezīme sev.' });
    await desk(register, `requests/${number}`, { level: 2 });
    await desk(register, `requests/${number}`, {
      state: 'resolved',
      answer: 'Darbdienās no 9.00.\nSestdienās no 10.00.',
    });
    const state = open();
    await until('the question', () => find(state, '#number'));
    fill(state, 'number', ` ${number.toLowerCase()} `);
    fill(state, 'secret', secret);
    named(state, 'Parādīt').click();
    await until('the state', () => find(state, '.state-name'));
    expect(textOf(find(state, '[part~=heading]'))).to.equal(`Pieprasījums ${number}`);
    await until('the focus on the heading', () => focused()?.matches('[part~=heading]'));
    expect(textOf(find(state, '.state-name'))).to.equal('Atbildēts');
    expect(find(state, '[part~=answer] .written')!.textContent).to.equal(
      'Darbdienās no 9.00.\nSestdienās no 10.00.',
    );
    const steps = all(state, '.history li').map(textOf);
    expect(steps.map((step) => step.split(' ')[0])).to.deep.equal([
      'Atbildēts',
      'Tiek',
      'Tiek',
      'Saņemts',
    ]);
    expect(steps[1]).to.contain('Nodots ekspertam');
    expect(state.shadowRoot!.textContent).not.to.contain('Piezīme sev');
    expect(state.outerHTML).not.to.contain(secret);
    expect(location.href).not.to.contain(secret);
  });

  it('says what is missing, and that a number and a key do not fit', async () => {
    const state = open(`request="${receipt.number}"`);
    await until('the question', () => find(state, '#secret'));
    expect(input(state, 'number').value).to.equal(receipt.number);
    fill(state, 'number', 'divdesmit');
    named(state, 'Parādīt').click();
    await until('the summary', () => focused()?.matches('[part~=errors]'));
    expect(all(state, '[part~=errors] a').map(textOf)).to.deep.equal([
      'Ierakstiet pieprasījuma numuru, piemēram, 26-7KQ4-M2XD',
      'Ierakstiet slepeno atslēgu',
    ]);
    fill(state, 'number', receipt.number);
    fill(state, 'secret', 'cita-atslega');
    named(state, 'Parādīt').click();
    await until('the reason', () =>
      textOf(find(state, '#secret-error')).startsWith('Pieprasījuma ar šādu numuru'),
    );
    expect(input(state, 'secret').value).to.equal('cita-atslega');
    fill(state, 'secret', receipt.secret);
    named(state, 'Parādīt').click();
    await until('the state', () => textOf(find(state, '.state-name')) === 'Saņemts');
  });

  it('is refreshed, keeps what it shows without a register, and says so', async () => {
    const state = open(`request="${receipt.number}"`);
    state.secret = receipt.secret;
    await until('the state', () => textOf(find(state, '.state-name')) === 'Saņemts');
    await desk(register, `requests/${receipt.number}`, {
      state: 'pending',
      answer: 'Kuru bibliotēku?',
    });
    named(state, 'Atjaunot').click();
    await until('the new state', () => textOf(find(state, '.state-name')) === 'Gaida Jūsu ziņu');
    expect(textOf(find(state, '[role=status]'))).to.equal('Atjaunots. Gaida Jūsu ziņu.');
    await register.stop();
    named(state, 'Atjaunot').click();
    await until('the reason', () =>
      textOf(find(state, '[role=status]')).includes('neizdodas ielādēt'),
    );
    expect(textOf(find(state, '.state-name'))).to.equal('Gaida Jūsu ziņu');
    await register.start();
  });

  it('says that a request is no longer kept', async () => {
    const state = open(`request="${receipt.number}"`);
    const headers = { authorization: `Bearer ${register.adminToken}` };
    const url = `${register.origin}/v1/admin/requests/${receipt.number}`;
    await fetch(url, { method: 'DELETE', headers });
    state.secret = receipt.secret;
    await until('the reason', () =>
      textOf(find(state, '.notice')).includes('vairs netiek glabāts'),
    );
    const notice = find(state, '.notice')!;
    // The room before the words is kept for it.
    await until('its picture', () => getComputedStyle(notice, '::before').clipPath !== 'none');
    named(state, 'Skatīt citu pieprasījumu').click();
    await until('the question', () => focused()?.id === 'number');
  });
});
