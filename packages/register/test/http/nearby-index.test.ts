/** The index that a page holds of a scope: how it grows, what it asks for, and what it answers. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import type { FullRecord, ServiceList } from '@pvp/contract';
import { generateObjects, generateServices } from '@pvp/register';
import { CardIndex, NearbyIndex } from '@pvp/sdk/nearby';
import { serviceListSearchParams, type ServiceListQuery } from '@pvp/sdk/query';
import { openRegister, type RegisterFixture } from '@pvp/testing';
import {
  openFaultProxy,
  seededRandom,
  unavailable,
  type FaultProxy,
} from '@pvp/testing/fault-proxy';
import { questionsAbout, seededRandom as repeatable } from './questions.ts';

const COUNT = 240;
const generated = [...generateObjects(COUNT), ...generateServices(COUNT)] as (FullRecord &
  Record<string, unknown>)[];

let register: RegisterFixture;
let proxy: FaultProxy;
before(async () => {
  register = await openRegister({ seed: generated });
  proxy = await openFaultProxy({ target: register.origin, random: seededRandom(3) });
});
afterEach(() => proxy.forget());
after(async () => {
  await proxy.close();
  await register.close();
});

const nearby = (scope = 'all') =>
  new NearbyIndex({ register: proxy.origin, scope, settings: { retry: 0 } });
const paths = () => proxy.log.map(({ path }) => path.replace(/[0-9a-f]{64}/, '#'));

async function asked(query: ServiceListQuery): Promise<ServiceList> {
  const response = await fetch(`${register.origin}/v1/services?${serviceListSearchParams(query)}`);
  return (await response.json()) as ServiceList;
}

/** Rows in their order, with all that an index can know of a card. */
const rows = ({ items, total }: ServiceList) => ({
  total,
  items: items.map(({ hash: _, ...card }) => card),
});

const idsOf = ({ items }: ServiceList) => items.map(({ id }) => id);

async function questions(count: number): Promise<string[]> {
  const { items } = await asked({ limit: 200 });
  const texts = items.map(({ title, summary }) => `${title} ${summary ?? ''}`);
  return questionsAbout(texts, count, repeatable(12));
}

test('a whole index gives the rows that the register gives, whole and in their order', async () => {
  const index = nearby();
  await index.grow('whole');
  for (const q of await questions(60)) {
    for (const more of [{}, { unified: true }, { sort: 'changed' }, { free: true }] as const) {
      const query: ServiceListQuery = { q, ...more, lang: 'lv' };
      assert.deepEqual(rows(index.list(query)!), rows(await asked(query)), JSON.stringify(query));
    }
  }
  assert.deepEqual(rows(index.list({})!), rows(await asked({})));
});

test('names come first and answer searches; the rest is fetched once', async () => {
  const index = nearby();
  assert.equal(index.extent, undefined);
  assert.equal(index.list({ q: 'a' }), undefined);
  await Promise.all([index.grow('titles'), index.grow('titles')]);
  assert.equal(index.extent, 'titles');
  assert.deepEqual(paths(), ['/v1/search-index/all', '/v1/search-index/all/titles/#']);
  const [title] = (await asked({})).items.map((card) => card.title);
  assert.equal(index.list({ q: title! })?.items[0]?.title, title);
  // What names do not tell is not answered from them.
  assert.equal(index.list({}), undefined);
  assert.equal(index.list({ q: title!, sort: 'changed' }), undefined);
  await index.grow('whole');
  await index.grow('titles');
  assert.equal(index.extent, 'whole');
  assert.deepEqual(paths().slice(2).sort(), [
    '/v1/search-index/all/summaries/#',
    '/v1/search-index/all/synonyms/#',
  ]);
});

test('the index of an institution is had under each of its names', async () => {
  const { items } = await asked({ limit: 200 });
  const { id } = items[0]!.institution!;
  const organization = generated.find((record) => record.id === id && record.type !== 'service')!;
  const number = organization['registrationNumber'] as string;
  assert.ok(number);
  for (const name of [id, number]) {
    const index = nearby(`institution/${name}`);
    await index.grow('whole');
    const query = { institution: [name], limit: 100 };
    assert.deepEqual(rows(index.list(query)!), rows(await asked(query)));
  }
});

test('a change makes another index, and until it is there the one before answers', async () => {
  const index = nearby();
  await index.grow('whole');
  await index.renew();
  assert.equal(proxy.count(/titles/), 1, 'the same index is not fetched again');
  const record = generated.find(({ type, status }) => type === 'service' && status === 'active')!;
  const title = { lv: 'Ūdensroņu reģistrēšana' };
  await register.put({ ...record, title });
  const renewed = index.renew();
  assert.equal(index.list({ q: 'ūdensroņu' })!.total, 0);
  await renewed;
  assert.deepEqual(idsOf(index.list({ q: 'ūdensroņu' })!), [record.id]);
  await register.put(record);
});

test('what cannot be had leaves what was there, and is had later', async () => {
  const index = nearby();
  await index.grow('titles');
  const rule = proxy.on(/summaries/, unavailable('absent'));
  await assert.rejects(index.grow('whole'), { code: 'problem' });
  assert.equal(index.extent, 'titles');
  rule.off();
  await index.grow('whole');
  assert.equal(index.extent, 'whole');
});

test('outages that the register told are not forgotten when the index is another one', async () => {
  const index = nearby();
  await index.grow('titles');
  const [card] = (await asked({})).items;
  index.learn([{ ...card!, outage: 'outage' }]);
  await index.grow('whole');
  const found = () => index.list({ q: card!.title })!.items.find(({ id }) => id === card!.id);
  assert.equal(found()?.outage, 'outage');
  index.learn([card!]);
  assert.equal(found()?.outage, undefined);
});

test('a list that is whole is searched in its own cards', async () => {
  const { institution } = (await asked({})).items[0]!;
  const query: ServiceListQuery = { institution: [institution!.id], limit: 100 };
  const { items, next } = await asked(query);
  assert.equal(next, undefined);
  const index = await CardIndex.of(items, query);
  assert.equal(index.list(query), undefined);
  for (const card of items) {
    const { items: found } = index.list({ ...query, q: card.title })!;
    assert.equal(found[0]!.title, card.title);
    assert.ok(items.includes(found[0]!), 'the card that the register gave');
  }
});
