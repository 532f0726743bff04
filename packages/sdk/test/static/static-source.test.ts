/** What a source over plain files answers, beside what the register answers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Service, ServiceList } from '@pvp/contract';
import { RegisterClient, type ServiceListQuery } from '@pvp/sdk';
import { LiveSource } from '@pvp/sdk/source';
import { openStaticSnapshot, openStaticSource } from '@pvp/sdk/static';
import { supportOf } from '@pvp/sdk/support-of';
import { ReplicaCatalogue } from '../../src/source/replica-catalogue.ts';
import { published } from './support/published.ts';

/** Outages are read live. */
function comparable<T>(answer: T): T {
  return JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      key === 'outage' || key === 'outages' ? undefined : value,
    ),
  ) as T;
}

/** Words of all texts of some records. */
function wordsIn(records: readonly unknown[]): string[] {
  const words = new Set(JSON.stringify(records).match(/\p{L}{4,}/gu));
  return [...words].filter((_word, nth) => nth % 7 === 0);
}

test('lists, facets, pages and search are those of the register', async (t) => {
  const { register, address } = await published(t);
  const client = new RegisterClient({ register: register.origin });
  const source = await openStaticSource({ address });
  const all = (await client.listServices({ general: true, limit: 200 })) satisfies ServiceList;
  const { facets } = all as unknown as { facets: Record<string, { value: string }[]> };
  const first = (name: string) => facets[name]!.slice(0, 4).map(({ value }) => value);
  const queries: ServiceListQuery[] = [
    {},
    { general: true, limit: 200 },
    { general: true, limit: 200, lang: 'en' },
    ...(['residents', 'businesses', 'institutions'] as const).map((profile) => ({ profile })),
    ...first('institution').map((id) => ({ institution: [id], limit: 200 })),
    ...first('lifeEvent').map((id) => ({ lifeEvent: [id], general: true })),
    ...first('need').map((id) => ({ need: [id] })),
    ...first('group').map((id) => ({ group: [id], free: true })),
    { institution: ['90009990001'], channel: ['e-service'], recipient: ['resident'] } as never,
    { free: false, limit: 3 },
  ];
  const records = [];
  for (const { id } of all.items.slice(0, 12)) records.push(await client.getService(id));
  for (const q of wordsIn(records).slice(0, 60)) queries.push({ q, general: true });
  let found = 0;
  for (const query of queries) {
    const there = await client.listServices(query);
    const here = await source.loadList(query);
    assert.deepEqual(comparable(here.data), comparable(there), JSON.stringify(query));
    found += there.total;
  }
  assert.ok(found > 500, 'the queries find something');
  for (let query: ServiceListQuery = { limit: 7 }; ;) {
    const there = await client.listServices(query);
    const here = await source.loadList(query);
    assert.deepEqual(comparable(here.data), comparable(there));
    if (there.next === undefined) break;
    query = { limit: 7, cursor: there.next };
  }
  await assert.rejects(source.loadList({ cursor: 'none' }), RangeError);
});

test('descriptions, aliases, mergers and retired services are those of the register', async (t) => {
  const { register, address } = await published(t);
  const client = new RegisterClient({ register: register.origin });
  const source = await openStaticSource({ address });
  const ids = new Set<string>(['PV-none']);
  for await (const batch of register.store.readAll()) {
    for (const { kind, id, record } of batch) {
      if (kind !== 'service' && kind !== 'work-item') continue;
      for (const name of [id, ...(record.aliases ?? [])]) ids.add(name);
    }
  }
  assert.ok(ids.size > 50);
  const outcome = (answer: Promise<Service>) =>
    answer.then(comparable, ({ code, subject }: { code: string; subject: unknown }) => ({
      code,
      subject,
    }));
  const codes = new Set<unknown>();
  for (const id of ids) {
    const there = await outcome(client.getService(id));
    const here = await outcome(source.loadService(id).then(({ data }) => data));
    assert.deepEqual(here, there, id);
    codes.add((there as { code?: string }).code ?? 'found');
  }
  assert.deepEqual([...codes].sort(), ['found', 'gone', 'not-found']);
});

test('a list costs the head and one file, a search its words, a description one part; each once', async (t) => {
  const { address, asked } = await published(t);
  const source = await openStaticSource({ address });
  assert.equal(source.peekList({}), undefined);
  const list = await source.loadList({});
  assert.equal(source.peekList({}), list);
  assert.deepEqual(asked(), ['/pvp-snapshot.json', '/search-index/#.json']);
  await source.loadList({ q: 'bērna' });
  await source.loadList({ q: 'pase' });
  assert.deepEqual(asked(), ['/vocabulary/#.json']);
  await Promise.all([source.loadService('PV-1001'), source.loadService('PV-1001')]);
  assert.deepEqual(asked(), ['/parts/#.ndjson']);
  await source.loadList({}, { revalidate: true });
  assert.deepEqual(asked(), ['/pvp-snapshot.json']);
});

test('every record that is published can be read by kind and id', async (t) => {
  const { register, address } = await published(t);
  const snapshot = await openStaticSnapshot({ address });
  const client = new RegisterClient({ register: register.origin });
  const held = new Map<string, { type: string; id: string }>();
  for await (const record of snapshot.records()) held.set(`${record.type}/${record.id}`, record);
  assert.equal(held.size, snapshot.head.count);
  const kinds = new Set([...held.values()].map(({ type }) => type));
  for (const kind of ['organization', 'life-event', 'need', 'support-place', 'knowledge-entry']) {
    assert.ok(kinds.has(kind), kind);
  }
  for (const [key, record] of held) {
    assert.deepEqual(await snapshot.get(record.type, record.id), record, key);
  }
  const organizations: unknown[] = [];
  for await (const one of snapshot.records('organization')) organizations.push(one);
  assert.equal(organizations.length, (await client.listOrganizations()).total);
  assert.deepEqual(await snapshot.get('organization', 'ozolleja'), await client.getOrganization('ozolleja')); // prettier-ignore
  assert.equal(await snapshot.get('organization', 'none'), undefined);
});

test('support is that of the register, with the partners by name', async (t) => {
  const { register, address } = await published(t);
  const live = new LiveSource(register.origin);
  const source = await openStaticSource({ address });
  const questions = [{}, { institution: '90009990001' }, { service: 'PV-1051' }];
  for (const question of questions) {
    const there = (await supportOf(live).loadSupport(question)).data;
    const here = (await source.loadSupport(question)).data;
    assert.ok(here.partners.length > 1, JSON.stringify(question));
    for (const part of ['about', 'levels', 'duties', 'partners'] as const) {
      assert.deepEqual(here[part], there[part], `${JSON.stringify(question)}: ${part}`);
    }
  }
});

test('a scope holds what belongs to it', async (t) => {
  const { register, address } = await published(t, { scope: 'institution/ozolleja' });
  const client = new RegisterClient({ register: register.origin });
  const source = await openStaticSource({ address });
  const query = { institution: ['ozolleja'], limit: 200 };
  const there = await client.listServices(query);
  const here = (await source.loadList(query)).data;
  // What other institutions have is not in it.
  for (const list of [here, there]) delete (list.facets as Partial<typeof list.facets>).institution;
  assert.deepEqual(comparable(here), comparable(there));
  assert.equal((await source.loadList({})).data.total, there.total);
  const { partners } = (await source.loadSupport({ institution: 'ozolleja' })).data;
  assert.ok(
    partners.some(({ id }) => id === 'bibliotekas'),
    'partners are told by name',
  );
  assert.equal(source.register, register.origin, 'people are led to the register');
});

test('while a catalogue is filled, others have their turns', async () => {
  let turns = 0;
  const count = () => {
    turns++;
    next = setImmediate(count);
  };
  let next = setImmediate(count);
  const catalogue = await ReplicaCatalogue.of({
    get: async () => undefined,
    async *records() {
      for (let nth = 0; nth < 6; nth++) {
        for (const start = performance.now(); performance.now() - start < 10;);
        yield { type: 'organization', id: `o-${nth}`, title: { lv: `Iestāde ${nth}` } };
      }
    },
  });
  clearImmediate(next);
  assert.ok(turns >= 6, `${turns} turns`);
  assert.deepEqual(catalogue.index.titleOf('organization', 'o-5'), { lv: 'Iestāde 5' });
});
