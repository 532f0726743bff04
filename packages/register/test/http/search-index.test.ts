/**
 * One order everywhere: what a page builds from a serialised index, what a program builds from a
 * replica, and what two processes hold must answer every question as the register does.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FullRecord, SearchIndexHead, ServiceList } from '@pvp/contract';
import { generateObjects, generateServices, openStore, seedStore } from '@pvp/register';
import { memoryStore, openReplica, ReplicaSource } from '@pvp/sdk/sync';
import {
  serviceListSearchParams,
  type CatalogueIndex,
  type ServiceListQuery,
} from '@pvp/sdk/query';
import { readTiers } from '@pvp/sdk/tiers';
import { openRegister, type RegisterFixture } from '@pvp/testing';
import { checked } from './contract-check.ts';
import { questionsAbout, seededRandom } from './questions.ts';

const COUNT = 240;
const INSTITUTION = 'gen-novads-002';

let register: RegisterFixture;
before(async () => {
  register = await openRegister({ seed: [...(await sampleRecords()), ...generatedRecords()] });
});
after(() => register.close());

function generatedRecords(): (FullRecord & Record<string, unknown>)[] {
  return [...generateObjects(COUNT), ...generateServices(COUNT)] as unknown as (FullRecord &
    Record<string, unknown>)[];
}

/** The sample data in the shape of the contract. */
async function sampleRecords(): Promise<FullRecord[]> {
  const store = await openStore({ file: ':memory:' });
  await seedStore(store, { at: '2026-11-26T09:00:00Z' });
  const records: FullRecord[] = [];
  for await (const batch of store.readAll(500, () => undefined)) {
    for (const { record } of batch) records.push(record as FullRecord);
  }
  await store.close();
  return records;
}

async function json(path: string): Promise<unknown> {
  return (await fetch(`${register.origin}${path}`)).json();
}

async function headOf(scope: string, origin = register.origin): Promise<SearchIndexHead> {
  const response = await fetch(`${origin}/v1/search-index/${scope}`);
  return (await checked('getSearchIndex', response)) as SearchIndexHead;
}

async function indexOf(scope: string): Promise<CatalogueIndex> {
  const head = await headOf(scope);
  const [titles, summaries, synonyms] = await Promise.all(
    head.tiers.map(async ({ href }) => {
      const response = await fetch(new URL(href, `${register.origin}/v1/search-index/${scope}`));
      assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      return (await checked('getSearchIndexTier', response)) as string;
    }),
  );
  return readTiers(
    { titles: titles!, summaries: summaries!, synonyms: synonyms! },
    { sha256: head.tiers[0]!.sha256 },
  );
}

/**
 * What must not differ: rows in their order, how many there are, and what facets count.
 *
 * @param alone The index holds one institution: of others it cannot tell.
 */
function essence({ items, total, facets, instead }: ServiceList, alone = false): unknown {
  const ids = (list: ServiceList['items']) => list.map(({ id, title }) => `${id} ${title}`);
  const { institution, ...others } = facets;
  return {
    ids: ids(items),
    total,
    ...(alone ? others : { institution, ...others }),
    instead: instead && [instead.q, ids(instead.items)],
  };
}

async function questions(count: number): Promise<string[]> {
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = (await json(
      `/v1/services?${serviceListSearchParams({ limit: 200, cursor, general: true })}`,
    )) as ServiceList;
    titles.push(...page.items.map(({ title, summary }) => `${title} ${summary ?? ''}`));
    cursor = page.next;
  } while (cursor);
  return questionsAbout(titles, count, seededRandom(4));
}

async function compare(
  answer: (query: ServiceListQuery) => ServiceList | Promise<ServiceList>,
  base: ServiceListQuery,
): Promise<void> {
  const random = seededRandom(9);
  for (const q of await questions(120)) {
    const query: ServiceListQuery = {
      ...base,
      q,
      limit: 50,
      ...(random() < 0.2 && { recipient: ['business' as const] }),
      ...(random() < 0.2 && { profile: 'residents' as const }),
      ...(random() < 0.1 && { free: true }),
      ...(random() < 0.1 && { unified: true }),
    };
    const live = (await json(`/v1/services?${serviceListSearchParams(query)}`)) as ServiceList;
    const alone = base.institution !== undefined;
    const own = essence(await answer(query), alone);
    assert.deepEqual(own, essence(live, alone), JSON.stringify(query));
  }
}

test('a page that reads the index of everything answers as the register', async () => {
  const index = await indexOf('all');
  await compare((query) => index.answer(query), {});
});

test('a page that reads the index of an institution answers as the register about it', async () => {
  const index = await indexOf(`institution/${INSTITUTION}`);
  assert.ok(index.size > 5 && index.size < 100);
  await compare((query) => index.answer({ ...query, institution: [INSTITUTION] }), {
    institution: [INSTITUTION],
  });
});

test('a replica answers as the register', async () => {
  const replica = await openReplica({ register: register.origin, store: memoryStore() });
  const source = new ReplicaSource(replica);
  // Words of the question's languages come first, the others behind: this one waits for all of them.
  await source.loadList({ q: 'панель', lang: 'en' });
  await compare(async (query) => (await source.loadList(query)).data, {});
  await replica.close();
});

test('processes agree, in whatever order records came to them', async () => {
  const store = await openStore({ file: ':memory:' });
  const random = seededRandom(3);
  const records = generatedRecords()
    .map((record) => ({ record, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ record }) => record);
  // Some come twice, so that numbers are given anew.
  const twice = records.filter(({ type }) => type === 'service').slice(0, 40);
  const one = await openRegister({ store, seed: records });
  for (const { id } of twice) {
    const context = { actor: 'test', at: '2026-11-26T09:00:00Z' };
    await store.delete('service', id, 'any', 'test', context);
  }
  for (const record of twice) await one.put(record);
  // It reads the store as it is now, in the order of the store.
  const other = await openRegister({ store, seed: 'none' });
  try {
    const heads = await Promise.all([one, other].map(({ origin }) => headOf('all', origin)));
    assert.deepEqual(heads[0]!.tiers, heads[1]!.tiers);
    for (const q of await questions(40)) {
      const [a, b] = await Promise.all(
        [one, other].map(async ({ origin }) => {
          const response = await fetch(`${origin}/v1/services?q=${encodeURIComponent(q)}`);
          return essence((await response.json()) as ServiceList);
        }),
      );
      assert.deepEqual(a, b, q);
    }
  } finally {
    await one.close();
    await other.close();
    await store.close();
  }
});

test('a tier keeps its address while newer ones come, but not what was redacted', async () => {
  const own = await openRegister();
  try {
    const tierOf = async () => {
      const { tiers } = await headOf('institution/ozolleja', own.origin);
      return `${own.origin}/v1/search-index/institution/${tiers[0]!.href.replace(/^[^/]+\//, 'ozolleja/')}`;
    };
    const first = await tierOf();
    const { hash: _hash, ...service } = (await (
      await fetch(`${own.origin}/v1/services/PV-1001`)
    ).json()) as FullRecord & Record<string, unknown>;
    await own.put({ ...service, title: { lv: 'Dzīvesvietas paziņošana' }, derived: undefined });
    const second = await tierOf();
    assert.notEqual(second, first);
    assert.equal((await fetch(first)).status, 200);

    const address = `${own.origin}/v1/admin/service/PV-1001`;
    const authorization = `Bearer ${own.adminToken}`;
    const before = await fetch(address, { headers: { authorization } });
    const redaction = await fetch(address, {
      method: 'DELETE',
      headers: { authorization, 'if-match': before.headers.get('etag')! },
    });
    assert.equal(redaction.status, 204);
    for (const old of [first, second]) {
      assert.equal((await fetch(old)).status, 404);
    }
    const text = await (await fetch(await tierOf())).text();
    assert.ok(!text.includes('PV-1001'));
  } finally {
    await own.close();
  }
});

test('scopes and tiers that are not there are not found', async () => {
  for (const path of [
    'nothing',
    'institution/nothing',
    'life-event/dzivesvietas-maina',
    'all/titles/nothing',
    `all/titles/${'0'.repeat(64)}`,
    `all/other/${'0'.repeat(64)}`,
  ]) {
    assert.equal((await fetch(`${register.origin}/v1/search-index/${path}`)).status, 404, path);
  }
});
