import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { memoryStore, openReplica, ReplicaSource, type KeptWords } from '@pvp/sdk/sync';
import { openRegister, until } from '@pvp/testing';

const SERVICE = {
  type: 'service',
  id: 'PV-1',
  kind: 'public-individual' as const,
  status: 'active' as const,
  title: { lv: 'Laulības reģistrācija' },
};

async function start(t: TestContext) {
  const register = await openRegister({ seed: [SERVICE] });
  t.after(() => register.close());
  const asked: string[] = [];
  const faults = { down: false };
  const replica = await openReplica({
    register: register.origin,
    store: memoryStore(),
    fetch: (input, init) => {
      const { pathname, search } = new URL(input instanceof Request ? input.url : String(input));
      if (pathname === '/v1/vocabulary') {
        asked.push(search);
        if (faults.down) return Promise.reject(new TypeError('no connection'));
      }
      return fetch(input, init);
    },
  });
  t.after(() => replica.close());
  const source = new ReplicaSource(replica);
  const found = async (q: string, lang = 'lv') =>
    (await source.loadList({ q, lang })).data.items.map(({ id }) => id);
  return { register, replica, source, asked, faults, found };
}

test('the words come with the first search, and a list without one asks for none', async (t) => {
  const { source, asked, found } = await start(t);
  await source.loadList({ lang: 'lv' });
  assert.equal(asked.length, 0);
  assert.deepEqual(await found('kāzas'), ['PV-1']);
  assert.deepEqual(await found('zags'), ['PV-1']);
  assert.equal(asked.filter((search) => search.includes('lang=lv')).length, 1);
});

test('a question in Cyrillic and a page in English wait for their words', async (t) => {
  const { found } = await start(t);
  assert.deepEqual(await found('свадьба'), ['PV-1']);
  assert.deepEqual(await found('wedding', 'en'), ['PV-1']);
});

test('without the words the search answers all the same and asks again', async (t) => {
  const { faults, found, source } = await start(t);
  faults.down = true;
  assert.deepEqual(await found('kāzas'), []);
  assert.deepEqual(await found('laulība'), ['PV-1']);
  const before = source.peekList({ q: 'kāzas', lang: 'lv' })?.key;
  faults.down = false;
  await until('the words', async () => (await found('kāzas')).length > 0);
  assert.notEqual(source.peekList({ q: 'kāzas', lang: 'lv' })?.key, before);
});

test('words that an institution adds are met after the next sync', async (t) => {
  const { register, replica, found } = await start(t);
  assert.deepEqual(await found('mičošana'), []);
  await register.put({
    type: 'synonym',
    id: 'micosana',
    terms: { lv: ['mičošana'] },
    means: ['laulības reģistrācija'],
  });
  await until('the new word', async () => {
    await replica.sync();
    return (await found('mičošana')).length > 0;
  });
  assert.deepEqual(await found('kāzas'), ['PV-1']);
});

test('words that an institution takes back are met no more', async (t) => {
  const { register, replica, found } = await start(t);
  const word = { type: 'synonym' as const, id: 'micosana', terms: { lv: ['mičošana'] } };
  await register.put({ ...word, means: ['laulības reģistrācija'] });
  await replica.sync();
  assert.deepEqual(await found('mičošana'), ['PV-1']);
  const address = `${register.origin}/v1/admin/synonym/${word.id}`;
  const authorization = `Bearer ${register.adminToken}`;
  const held = await fetch(address, { headers: { authorization } });
  const removed = await fetch(address, {
    method: 'DELETE',
    headers: { authorization, 'if-match': held.headers.get('etag')! },
  });
  assert.ok(removed.ok, `${removed.status}`);
  await until('the word to be gone', async () => {
    await replica.sync();
    return (await found('mičošana')).length === 0;
  });
});

test('words are kept as the register has them now, not as a cache on the way has them', async (t) => {
  const register = await openRegister({ seed: [SERVICE] });
  t.after(() => register.close());
  const cache = new Map<string, Response>();
  const replica = await openReplica({
    register: register.origin,
    store: memoryStore(),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const cached = request.cache === 'no-cache' ? undefined : cache.get(request.url);
      const response = cached ?? (await fetch(request));
      if (new URL(request.url).pathname === '/v1/vocabulary') cache.set(request.url, response);
      return response.clone();
    },
  });
  t.after(() => replica.close());
  const words = new Map<string, KeptWords>();
  const source = new ReplicaSource(replica, {
    read: async (lang) => words.get(lang),
    write: async (lang, kept) => void words.set(lang, kept),
  });
  await source.keepWords();
  assert.ok(!words.get('lv')!.compact.includes('micosan'));
  await register.put({
    type: 'synonym',
    id: 'micosana',
    terms: { lv: ['mičošana'] },
    means: ['laulības reģistrācija'],
  });
  await source.keepWords();
  assert.ok(words.get('lv')!.compact.includes('micosan'));
});
