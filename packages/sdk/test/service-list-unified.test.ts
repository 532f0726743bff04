/** Instances of a unified service as one entry of a list. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Service } from '@pvp/contract';
import { asCounts, FACETS, indexOf, passes, randomQuery, valuesOf } from './support/naive-list.ts';
import { pick, randomService, seededRandom } from './support/random-services.ts';

for (const seed of [4, 5]) {
  test(`instances of a unified service stand and count once (seed ${seed})`, () => {
    const random = seededRandom(seed);
    const templates = ['T-1', 'T-2', 'T-3', undefined, undefined];
    const services = Array.from({ length: 120 }, (_, nth) => {
      const template = pick(random, templates);
      return { ...randomService(random, `PV-${nth}`), ...(template && { template }) };
    });
    const index = indexOf(services);
    const entryOf = ({ id, template }: Service) => template ?? id;
    for (let round = 0; round < 60; round++) {
      const query = { ...randomQuery(random), unified: true, limit: 200 };
      const told = JSON.stringify(query);
      const expected = services.filter((service) => passes(service, query));
      const list = index.list(query);
      assert.equal(list.total, new Set(expected.map(entryOf)).size, told);
      assert.equal(list.items.length, list.total);
      for (const item of list.items) {
        const own = services.find(({ id }) => id === item.id)!;
        const group = expected.filter((service) => entryOf(service) === entryOf(own));
        assert.equal(item.instances, group.length > 1 ? group.length : undefined, told);
        assert.equal(item.institution === undefined, group.length > 1);
      }
      for (const facet of FACETS) {
        const counts: Record<string, number> = {};
        const entries = new Set<string>();
        for (const service of services) {
          if (!passes(service, query, facet)) continue;
          for (const value of valuesOf(service, facet)) {
            const entry = `${entryOf(service)} ${value}`;
            if (entries.has(entry)) continue;
            entries.add(entry);
            counts[value] = (counts[value] ?? 0) + 1;
          }
        }
        assert.deepEqual(asCounts(list.facets[facet]!), counts, `${facet} ${told}`);
      }
    }
  });
}

test('an entry tells what its instances share, under the title of the unified service', () => {
  const index = indexOf([]);
  index.putObject({
    type: 'service-template',
    id: 'T-koki',
    aliases: ['vecs'],
    title: { lv: 'Koku ciršana', en: 'Tree felling' },
    summary: { lv: 'Atļauja cirst kokus.', en: 'A permit to fell trees.' },
  });
  const instance = (id: string, holder: string, template: string, value: number): Service => ({
    type: 'service',
    id,
    kind: 'public-individual',
    status: 'active',
    title: { lv: `Koku ciršana: ${holder}` },
    holder,
    template,
    recipients: ['resident', ...(holder === 'ozolleja' ? (['business'] as const) : [])],
    channels: [{ id: 'c', kind: 'in-person' }],
    costs: [{ id: 'c', value }],
    terms: [{ id: 't', max: 5, unit: 'working-day' }],
  });
  index.putService(instance('PV-1', 'ozolleja', 'T-koki', 5));
  index.putService(instance('PV-2', 'kalnupe', 'vecs', 7));
  index.setOutage('PV-1', 'outage');
  const [entry] = index.list({ unified: true, lang: 'en' }).items;
  assert.deepEqual(entry, {
    id: 'PV-2',
    kind: 'public-individual',
    status: 'active',
    title: 'Tree felling',
    summary: 'A permit to fell trees.',
    lang: 'en',
    recipients: ['resident'],
    channels: ['in-person'],
    term: { max: 5, unit: 'working-day' },
    template: 'vecs',
    instances: 2,
  });
  // One instance alone is itself.
  const alone = index.list({ unified: true, institution: ['ozolleja'] }).items[0]!;
  assert.equal(alone.id, 'PV-1');
  assert.equal(alone.instances, undefined);
  assert.equal(alone.institution!.id, 'ozolleja');
  assert.equal(index.list({}).total, 2);
});

test('what comes nearest is named once, with the number of its institutions', () => {
  const index = indexOf([]);
  for (const [nth, holder] of ['ozolleja', 'kalnupe', 'liepsala', 'berzkrogs'].entries()) {
    index.putService({
      type: 'service',
      id: `PV-${nth}`,
      kind: 'public-individual',
      status: 'active',
      title: { lv: 'Koku ciršana' },
      holder,
      template: 'T-koki',
    });
  }
  const q = 'koku fotogrāfs';
  const told = (unified: boolean) =>
    index.answer({ q, unified }).instead?.items.map(({ title, instances }) => [title, instances]);
  assert.deepEqual(told(true), [['Koku ciršana', 4]]);
  assert.deepEqual(told(false), Array(3).fill(['Koku ciršana', undefined]));
});
