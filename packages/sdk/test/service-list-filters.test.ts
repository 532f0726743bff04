/** What a list holds and counts, against the same rules written naively over the full records. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Service } from '@pvp/contract';
import { ChangingCatalogue } from '@pvp/sdk';
import {
  asCounts,
  FACETS,
  inCatalogue,
  indexOf,
  naiveCounts,
  passes,
  randomQuery,
} from './support/naive-list.ts';
import { randomService, seededRandom } from './support/random-services.ts';

const collator = new Intl.Collator('lv');

for (const seed of [1, 2, 3]) {
  test(`lists, totals and facet counts are those of a naive filter (seed ${seed})`, () => {
    const random = seededRandom(seed);
    const services = new Map<string, Service>();
    const index = indexOf([]);
    for (let round = 0; round < 300; round++) {
      const id = `PV-${Math.floor(random() * 150)}`;
      if (random() < 0.2) {
        services.delete(id);
        index.deleteService(id);
      } else {
        const service = randomService(random, id);
        services.set(id, service);
        index.putService(service);
      }
      if (round < 100 || round % 2) continue;

      const query = { ...randomQuery(random), limit: 200 };
      const all = [...services.values()];
      const expected = all.filter((service) => passes(service, query));
      const list = index.list(query);
      const told = JSON.stringify(query);
      assert.equal(list.total, expected.length, told);
      assert.deepEqual(
        list.items.map((item) => item.id).sort(),
        expected.map((service) => service.id).sort(),
        told,
      );
      for (const facet of FACETS) {
        assert.deepEqual(
          asCounts(list.facets[facet]!),
          naiveCounts(all, query, facet),
          `${facet} ${told}`,
        );
        const counts = list.facets[facet]!.map((value) => value.count);
        assert.deepEqual(
          counts,
          [...counts].sort((a, b) => b - a),
        );
      }
      if (query.q) continue;
      const titles = list.items.map((item) => item.title);
      assert.deepEqual(titles, [...titles].sort(collator.compare), told);
    }
    assert.equal(
      index.size,
      [...services.values()].filter((s) => inCatalogue(s, { general: true })).length,
    );
  });
}

test('an institution is found by its registration number', () => {
  const service: Service = { ...randomService(seededRandom(1), 'PV-1'), providers: [] };
  const index = indexOf([
    { ...service, kind: 'public-individual', status: 'active', holder: 'ozolleja' },
    { ...service, id: 'PV-2', kind: 'public-individual', status: 'active', holder: 'kalnupe' },
  ]);
  const list = index.list({ institution: ['90009990001'] });
  assert.deepEqual(
    list.items.map((item) => item.id),
    ['PV-1'],
  );
  assert.deepEqual(list.facets['institution'], [
    { value: 'kalnupe', count: 1, title: 'kalnupe pašvaldība' },
    { value: 'ozolleja', count: 1, title: 'ozolleja pašvaldība' },
  ]);
  assert.equal(index.list({ institution: ['nav-tadas'] }).total, 0);
});

test('titles, life events and outages follow their objects', () => {
  const index = new ChangingCatalogue();
  index.putService({
    type: 'service',
    id: 'PV-1001',
    kind: 'public-individual',
    status: 'active',
    title: { lv: 'Dzīvesvietas deklarēšana' },
    holder: 'ozolleja',
    needs: ['deklaret-dzivesvietu'],
  });
  const life = () => index.list({ lifeEvent: ['dzivesvietas-maina'], lang: 'en' });
  assert.equal(life().total, 0);
  assert.deepEqual(index.services('lifeEvent', 'dzivesvietas-maina'), []);

  index.putObject({
    type: 'life-event',
    id: 'dzivesvietas-maina',
    title: { lv: 'Dzīvesvietas maiņa', en: 'Moving house' },
    needs: ['deklaret-dzivesvietu'],
  });
  assert.deepEqual(life().facets['lifeEvent'], [
    { value: 'dzivesvietas-maina', title: 'Moving house', count: 1 },
  ]);
  assert.deepEqual(life().items[0]!.lifeEvents, ['dzivesvietas-maina']);
  assert.deepEqual(index.services('lifeEvent', 'dzivesvietas-maina'), ['PV-1001']);
  assert.deepEqual(index.services('need', 'deklaret-dzivesvietu'), ['PV-1001']);

  assert.equal(index.list({ q: 'ozollejas' }).total, 0);
  index.putObject({ type: 'organization', id: 'ozolleja', title: { lv: 'Ozollejas novads' } });
  assert.equal(index.list({ q: 'ozollejas' }).items[0]!.institution!.title, 'Ozollejas novads');

  index.setOutage('PV-1001', 'outage');
  assert.equal(index.list({}).items[0]!.outage, 'outage');
  index.setOutage('PV-1001', undefined);
  assert.equal(index.list({}).items[0]!.outage, undefined);

  index.deleteObject('life-event', 'dzivesvietas-maina');
  assert.equal(life().total, 0);
});
