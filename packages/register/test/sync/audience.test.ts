import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { ChangePage, Head, Manifest, ManifestPart } from '@pvp/contract';
import { openRegister, type RegisterFixture } from '@pvp/testing';
import { checked } from '../http/contract-check.ts';
import { serverSentEvents } from '../http/observe.ts';
import { CANARY, SAMPLE_RECORDS } from '../http/sample-records.ts';

const OWN = 'token-of-ozolleja-0123456789';
const OTHER = 'token-of-berzkrogs-0123456789';
const AT = '2026-11-21T08:00:00Z';
const restricted = SAMPLE_RECORDS.find(({ id }) => id === 'PV-3002')!;

let register: RegisterFixture;
before(async () => {
  register = await openRegister({ seed: SAMPLE_RECORDS });
  const { store } = register;
  await store.putToken(OWN, { name: 'own', role: 'reader', institution: '90009990001' }, AT);
  await store.putToken(OTHER, { name: 'other', role: 'portfolio', institution: 'berzkrogs' }, AT);
});
after(() => register.close());

const get = (path: string, token?: string) =>
  fetch(new URL(path, register.origin), {
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
const scope = '/v1/sync/audience/ozolleja';

async function read<T>(operation: string, path: string, token = OWN): Promise<T> {
  const response = await get(path, token);
  assert.equal(response.status, 200, path);
  assert.equal(response.headers.get('cache-control'), 'private, no-store', path);
  return (await checked(operation, response)) as T;
}

describe('the scope of an audience', () => {
  test('holds the restricted services of the institution, and nothing else', async () => {
    const head = await read<Head>('getHead', `${scope}/head`);
    assert.equal(head.count, 1);
    const manifest = await read<Manifest>('getSnapshot', `${scope}/snapshot`);
    assert.equal(manifest.stateHash, head.stateHash);
    assert.deepEqual(manifest.parts.map(({ key }) => key), ['service/berzkrogs']); // prettier-ignore
    const { href } = manifest.parts[0] as ManifestPart;
    const path = new URL(href, `${register.origin}${scope}/snapshot`).pathname;
    const text = await read<string>('getAudiencePart', path);
    assert.equal((JSON.parse(text) as { id: string }).id, 'PV-3002');
    assert.ok(!text.includes('"management"') && !text.includes(`${CANARY} notes`));
    // National tokens read every audience.
    await read('getAudiencePart', path, register.adminToken);
    // Its address among the public parts leads nowhere.
    assert.equal((await get(`/v1/parts/${manifest.parts[0]!.sha256}`)).status, 404);
    assert.equal((await get(`/v1/parts/${manifest.parts[0]!.sha256}`, OWN)).status, 404);
  });

  test('tells what comes and goes', async () => {
    const { checkpoint } = await read<Head>('getHead', `${scope}/head`);
    await register.put({ ...restricted, audience: ['berzkrogs'] });
    await register.put({ ...restricted, audience: ['90009990001'] });
    const page = await read<ChangePage>('getChanges', `${scope}/changes?since=${checkpoint}`);
    assert.deepEqual(
      page.changes.map(({ op, reason, prevHash, record }) => [
        op,
        reason,
        prevHash === null,
        record !== undefined,
      ]),
      [
        ['delete', 'left-scope', false, false],
        ['put', undefined, true, true],
      ],
    );
    await register.put(restricted);
  });

  test('is closed to everybody else', async () => {
    const { checkpoint } = await read<Head>('getHead', `${scope}/head`);
    const { parts } = await read<Manifest>('getSnapshot', `${scope}/snapshot`);
    for (const [operation, path] of [
      ['getHead', `${scope}/head`],
      ['getSnapshot', `${scope}/snapshot`],
      ['getChanges', `${scope}/changes?since=${checkpoint}`],
      ['getAudiencePart', `${scope}/parts/${parts[0]!.sha256}`],
    ] as const) {
      for (const [token, status] of [
        [undefined, 401],
        ['wrong', 401],
        [OTHER, 403],
      ] as const) {
        const response = await get(path, token);
        assert.equal(response.status, status, `${path} ${token}`);
        assert.equal(response.headers.get('cache-control'), 'no-store');
        if (status === 401) assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer/);
        const body = JSON.stringify(await checked(operation, response));
        assert.ok(!body.includes(CANARY));
      }
    }
    assert.equal((await get('/v1/sync/audience/nothing/head', register.adminToken)).status, 404);
    assert.equal((await get('/v1/sync/audience/nothing/head')).status, 401);
  });
});

test('nothing of a restricted service is in an anonymous head, page, manifest, part or event', async () => {
  const told: string[] = [];
  const events = serverSentEvents(await get('/v1/events'));
  await events.next();
  const scopes = ['all'];
  for (const { type, id } of SAMPLE_RECORDS) {
    if (type === 'organization') scopes.push(`institution/${id}`);
    if (type === 'life-event') scopes.push(`life-event/${id}`);
  }
  const { checkpoint } = (await (await get('/v1/sync/all/head')).json()) as Head;
  const [epoch] = checkpoint.split('.');
  // From restricted to public and back, so that it was once in all of them.
  const { audience: _audience, ...open } = restricted;
  await register.put({ ...open, title: { lv: 'Atklāts' }, kind: 'public-individual' });
  for (const each of scopes) await (await get(`/v1/sync/${each}/snapshot`)).text();
  await register.put({ ...restricted, keywords: ['jauns'] });
  for (let n = 0; n < 2; n++) told.push(JSON.stringify((await events.next()).value));
  await register.put({ ...restricted, keywords: ['vēl'] });
  const last = (await events.next()).value?.data as { scopes: string[] };
  assert.deepEqual(last.scopes, []);
  let parts = 0;
  for (const each of scopes) {
    told.push(await (await get(`/v1/sync/${each}/head`)).text());
    for (let since = `${epoch}.0`; ;) {
      const response = await get(`/v1/sync/${each}/changes?since=${since}`);
      const page = (await response.json()) as ChangePage & { floor: string };
      told.push(JSON.stringify(page));
      if (response.status === 410) since = page.floor;
      else if (page.more) since = page.checkpoint;
      else break;
    }
    const manifest = await (await get(`/v1/sync/${each}/snapshot`)).text();
    told.push(manifest);
    for (const { sha256 } of (JSON.parse(manifest) as Manifest).parts) {
      const part = await (await get(`/v1/parts/${sha256}`)).text();
      assert.ok(part.length > 0);
      told.push(part);
      parts++;
    }
  }
  assert.ok(parts > 10, `${parts} parts`);
  const all = told.join('\n');
  assert.ok(!all.includes(CANARY));
  assert.ok(!all.includes('slepens-alias'));
  assert.ok(!all.includes('"record":{"type":"service","id":"PV-3002"') && !all.includes('Atklāts'));
});
