import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type {
  ImportReport,
  Manifest,
  Problem,
  SearchIndexHead,
  ServiceList,
  VocabularyAnswer,
} from '@pvp/contract';
import { readTiers } from '@pvp/sdk/tiers';
import { openRegister, until } from '@pvp/testing';
import { checked } from './contract-check.ts';

const WEDDING = {
  type: 'service',
  id: 'PV-1',
  kind: 'public-individual' as const,
  status: 'active' as const,
  title: { lv: 'Laulības reģistrācija' },
};
const BAKERY = { ...WEDDING, id: 'PV-2', title: { lv: 'Maizes ceptuves apskate' } };
const INSTITUTION = { type: 'organization', id: 'ozolleja', title: { lv: 'Ozollejas novads' } };
const TOKEN = 'ozolleja-token-of-32-characters-x';

async function start(t: TestContext, seed: Parameters<typeof openRegister>[0] = { seed: 'none' }) {
  const register = await openRegister(seed);
  t.after(() => register.close());
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${register.origin}${path}`, { headers });
  const vocabulary = async (search = '') =>
    (await checked('getVocabulary', await get(`/v1/vocabulary${search}`))) as VocabularyAnswer;
  const entry = async (id: string) => (await vocabulary()).items?.find((each) => each.id === id);
  const found = async (q: string) => {
    const answer = await get(`/v1/services?q=${encodeURIComponent(q)}`);
    return ((await checked('listServices', answer)) as ServiceList).items.map(({ id }) => id);
  };
  const remove = (id: string) =>
    fetch(`${register.origin}/v1/admin/synonym/${id}`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${register.adminToken}`, 'if-match': '*' },
    });
  return { register, get, vocabulary, entry, found, remove };
}

const words = (more: object) => ({
  type: 'synonym',
  id: 'kazas',
  terms: { lv: ['mičošana'] },
  means: ['laulības reģistrācija'],
  ...more,
});

describe('GET /v1/vocabulary', () => {
  test('gives the shipped words to a register without a record', async (t) => {
    const { vocabulary, register } = await start(t);
    const { items = [], version } = await vocabulary();
    assert.match(version, /^\d+\.[0-9a-f]{12}$/);
    const kindergarten = items.find(({ id }) => id === 'bernudarzs');
    assert.ok(kindergarten?.terms['lv']?.includes('bērnudārzs'));
    assert.ok(kindergarten?.means.includes('pirmsskolas izglītības iestāde'));
    assert.equal(await register.store.count('synonym'), 0);
  });

  test('narrows to languages and leaves out what has nothing in them', async (t) => {
    const { vocabulary } = await start(t);
    const { items: all = [] } = await vocabulary();
    const { items = [] } = await vocabulary('?lang=en&lang=ru');
    assert.ok(items.length > 0 && items.length < all.length);
    assert.ok(items.every(({ terms }) => !('lv' in terms)));
    assert.deepEqual((await vocabulary('?lang=sgs')).items, []);
  });

  test('has a compact form for browsers', async (t) => {
    const { vocabulary, get } = await start(t);
    const { compact = '', items } = await vocabulary('?lang=lv&form=compact');
    assert.equal(items, undefined);
    assert.match(compact, /(^|;)laulib registracija,kAz;kAz,/);
    const answer = await get('/v1/vocabulary?lang=lv&form=compact', { 'accept-encoding': 'br' });
    assert.ok(Number(answer.headers.get('content-length')) <= 50_000);
    await answer.arrayBuffer();
  });

  test('is cached, and told to be current by its ETag until the words change', async (t) => {
    const { get, register, vocabulary } = await start(t, { seed: [WEDDING] });
    const first = await get('/v1/vocabulary');
    const etag = first.headers.get('etag')!;
    await first.arrayBuffer();
    assert.match(first.headers.get('cache-control')!, /max-age=\d+.*stale-while-revalidate/);
    assert.equal((await get('/v1/vocabulary', { 'if-none-match': etag })).status, 304);

    await register.put({ ...WEDDING, title: { lv: 'Laulību reģistrācija' } });
    const { version } = await vocabulary();
    assert.equal((await get('/v1/vocabulary', { 'if-none-match': etag })).status, 304);

    await register.put(words({}));
    await until('the new version', async () => (await vocabulary()).version !== version);
    assert.equal((await get('/v1/vocabulary', { 'if-none-match': etag })).status, 200);
  });

  test('says which parameters it cannot use', async (t) => {
    const { get } = await start(t);
    for (const search of [
      'lang=lv-LV',
      'lang=latviešu',
      'form=lines',
      'form=compact&form=entries',
    ]) {
      const answer = await get(`/v1/vocabulary?${search}`);
      assert.equal(answer.status, 400, search);
      await checked('getVocabulary', answer);
    }
  });
});

describe('records of kind synonym', () => {
  test('extend the vocabulary by import and are judged one by one', async (t) => {
    const { register, found, entry } = await start(t, { seed: [WEDDING, INSTITUTION] });
    const response = await fetch(`${register.origin}/v1/admin/import`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${register.adminToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify([
        words({ id: 'micosana' }),
        words({ id: 'tuksa', means: [] }),
        words({ id: 'zimes', terms: { lv: ['?!'] } }),
        words({ id: 'valoda', terms: { latviešu: ['mičošana'] } }),
        words({ id: 'cita', institution: 'nav-tadas' }),
      ]),
    });
    const report = (await checked('importRecords', response)) as ImportReport;
    assert.equal(report.accepted, 2);
    assert.deepEqual(
      report.rejected.map(({ id, field, reason }) => [id, field, reason]),
      [
        ['tuksa', '/means', '"means" must have at least 1 entry.'],
        [
          'zimes',
          '/terms/lv/0',
          'Entry 1 of "lv" must be a text with a letter or digit, not "?!".',
        ],
        ['valoda', '/terms/latviešu', '"latviešu" is not known here.'],
      ],
    );
    assert.ok(
      report.warnings.some(
        ({ code, field }) => code === 'unknown-reference' && field === '/institution',
      ),
    );
    await until('the word', async () => (await found('mičošana')).length > 0);
    assert.deepEqual((await entry('micosana'))?.terms, { lv: ['mičošana'] });
  });

  test('of the whole country take the place of the shipped entry with their id', async (t) => {
    const { register, found, entry, remove } = await start(t, { seed: [WEDDING, BAKERY] });
    assert.deepEqual(await found('kāzas'), ['PV-1']);
    await register.put(words({ means: ['maizes ceptuve'] }));
    await until('the other meaning', async () => (await found('mičošana'))[0] === 'PV-2');
    assert.deepEqual(await found('kāzas'), []);
    assert.deepEqual(await entry('kazas'), {
      id: 'kazas',
      terms: { lv: ['mičošana'] },
      means: ['maizes ceptuve'],
    });
    await register.put(words({ means: ['laulības reģistrācija'] }));
    await until('the second version', async () => (await found('mičošana'))[0] === 'PV-1');

    assert.equal((await remove('kazas')).status, 204);
    await until('the shipped entry', async () => (await found('kāzas'))[0] === 'PV-1');
    assert.deepEqual(await found('mičošana'), []);
    assert.ok((await entry('kazas'))?.terms['lv']?.includes('kāzas'));
  });

  test('of an institution stand beside the shipped entry, whatever their id', async (t) => {
    const { register, found, vocabulary } = await start(t, {
      seed: [WEDDING, INSTITUTION, words({ institution: 'ozolleja' })],
    });
    assert.deepEqual(await found('kāzas'), ['PV-1']);
    assert.deepEqual(await found('mičošana'), ['PV-1']);
    const named = (await vocabulary()).items?.filter(({ id }) => id === 'kazas');
    assert.deepEqual(
      named?.map(({ institution }) => institution),
      [undefined, 'ozolleja'],
    );
    await register.put(words({}));
    await until('one entry', async () => {
      const items = (await vocabulary()).items ?? [];
      return items.filter(({ id }) => id === 'kazas').length === 1;
    });
    assert.deepEqual(await found('kāzas'), []);
  });

  test("are an institution's to write where they name it, and nobody else's", async (t) => {
    const { register } = await start(t, { seed: [INSTITUTION] });
    const grant = { name: 'ozolleja', role: 'portfolio', institution: 'ozolleja' } as const;
    await register.store.putToken(TOKEN, grant, '2026-11-21T08:00:00Z');
    const put = (record: { id: string }) =>
      fetch(`${register.origin}/v1/admin/synonym/${record.id}`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${TOKEN}`,
          'content-type': 'application/json',
          'if-none-match': '*',
        },
        body: JSON.stringify(record),
      });
    assert.equal((await put(words({ id: 'sava', institution: 'ozolleja' }))).status, 201);
    for (const record of [words({ id: 'valsts' }), words({ id: 'cita', institution: 'kalnupe' })]) {
      const refused = await put(record);
      assert.equal(refused.status, 403);
      assert.match(((await checked('putRecord', refused)) as Problem).detail!, /ozolleja only/);
    }
    const rows = await fetch(`${register.origin}/v1/admin/synonym`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const { items } = (await checked('listRecords', rows)) as { items: { id: string }[] };
    assert.deepEqual(
      items.map(({ id }) => id),
      ['sava'],
    );
  });

  test('are in every public scope, for replicas', async (t) => {
    const { get } = await start(t, { seed: [INSTITUTION, words({ institution: 'kalnupe' })] });
    for (const scope of ['all', 'institution/ozolleja']) {
      const manifest = (await checked(
        'getSnapshot',
        await get(`/v1/sync/${scope}/snapshot`),
      )) as Manifest;
      assert.ok(
        manifest.parts.some(({ key }) => key === 'synonym'),
        scope,
      );
    }
  });
});

test('a serialised index finds by the same words as the register', async (t) => {
  const { get, found } = await start(t, {
    seed: [WEDDING, BAKERY, words({ id: 'maize', terms: { lv: ['klaips'] }, means: ['ceptuve'] })],
  });
  const head = (await checked(
    'getSearchIndex',
    await get('/v1/search-index/all'),
  )) as SearchIndexHead;
  const texts = await Promise.all(
    head.tiers.map(async ({ tier, href }) => {
      const address = new URL(href, 'http://register/v1/search-index/all').pathname;
      return [tier, await (await get(address)).text()] as const;
    }),
  );
  const index = await readTiers({ titles: '', ...Object.fromEntries(texts) });
  for (const question of ['kāzas', 'свадьба', 'wedding', 'klaips']) {
    const ids = index.list({ q: question }).items.map(({ id }) => id);
    assert.equal(ids.length, 1, question);
    assert.deepEqual(ids, await found(question), question);
  }
});

test('the knowledge base is searched with the same words', async (t) => {
  const answer = (text: string) => ({
    lv: {
      type: 'root' as const,
      children: [
        {
          type: 'element' as const,
          tagName: 'p' as const,
          children: [{ type: 'text' as const, value: text }],
        },
      ],
    },
  });
  const { get } = await start(t, {
    seed: [
      {
        type: 'knowledge-entry',
        id: 'j-1',
        title: { lv: 'Laulības reģistrācija ārzemniekam' },
        answer: answer('Jā.'),
      },
      {
        type: 'knowledge-entry',
        id: 'j-2',
        title: { lv: 'Kur nodot riepas?' },
        answer: answer('Te.'),
      },
    ],
  });
  const found = (await checked('listKnowledge', await get('/v1/knowledge?q=k%C4%81zas'))) as {
    items: { id: string }[];
  };
  assert.deepEqual(
    found.items.map(({ id }) => id),
    ['j-1'],
  );
});
