/** What a list answers, against the same rules written naively over the full records. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CHANNEL_KINDS, PROFILES, RECIPIENTS } from '@pvp/contract';
import type { FacetValue, Service } from '@pvp/contract';
import { CatalogueIndex, type ServiceListQuery } from '@pvp/sdk';
import {
  GROUPS,
  INSTITUTIONS,
  LIFE_EVENTS,
  NEEDS,
  pick,
  randomService,
  seededRandom,
  some,
  words,
  type Random,
} from './support/random-services.ts';

const NEEDS_OF: Record<string, string[]> = {
  'berna-piedzimsana': ['dzimsanas-registracija', 'berna-pabalsti'],
  'dzivesvietas-maina': ['deklaret-dzivesvietu', 'izzinas'],
  transportlidzeklis: [],
};
const FACETS = ['institution', 'recipient', 'lifeEvent', 'need', 'group', 'channel', 'free'];

function linkedObjects() {
  return [
    ...INSTITUTIONS.map((id, nth) => ({
      type: 'organization',
      id,
      title: { lv: `${id} pašvaldība`, en: `Municipality of ${id}` },
      aliases: [`9000999000${nth + 1}`],
    })),
    ...LIFE_EVENTS.map((id) => ({
      type: 'life-event',
      id,
      title: { lv: `Dzīves situācija ${id}` },
      needs: NEEDS_OF[id],
    })),
    ...NEEDS.map((id) => ({ type: 'need', id, title: { lv: `Vajadzība ${id}` } })),
    ...GROUPS.map((id) => ({ type: 'service-group', id, title: { lv: `Grupa ${id}` } })),
  ];
}

function indexOf(services: readonly Service[]): CatalogueIndex {
  const index = new CatalogueIndex();
  for (const service of services) index.putService(service);
  for (const object of linkedObjects()) index.putObject(object);
  return index;
}

// ── The same rules, naively ────────────────────────────────────────────────────────────────────

function valuesOf(service: Service, facet: string): string[] {
  switch (facet) {
    case 'institution':
      return [...new Set([service.holder!, ...(service.providers ?? [])])];
    case 'recipient':
      return service.recipients ?? [];
    case 'lifeEvent':
      return LIFE_EVENTS.filter(
        (id) =>
          service.lifeEvents?.includes(id) ||
          service.needs?.some((need) => NEEDS_OF[id]!.includes(need)),
      );
    case 'need':
      return service.needs ?? [];
    case 'group':
      return service.groups ?? [];
    case 'channel':
      return [...new Set((service.channels ?? []).map((channel) => channel.kind))];
    default: {
      const rows = service.costs ?? [];
      if (rows.some((row) => (row.value ?? 0) > 0)) return ['false'];
      return rows.some((row) => row.value === undefined) ? [] : ['true'];
    }
  }
}

function inCatalogue(service: Service, { profile, general }: ServiceListQuery): boolean {
  if (!['active', 'suspended'].includes(service.status)) return false;
  const recipients = service.recipients ?? [];
  switch (service.kind) {
    case 'inter-restricted':
      return false;
    case 'public-general':
      return general === true;
    case 'inter-shared':
      return profile === undefined || profile === 'institutions';
    default:
      if (profile === 'residents') return !recipients.length || recipients.includes('resident');
      if (profile === 'businesses') {
        return recipients.includes('business') || recipients.includes('association');
      }
      return profile === undefined;
  }
}

/** Whether a service answers a question is the same alone as among others. */
function hasWords(service: Service, q: string | undefined): boolean {
  return indexOf([service]).list({ q, general: true }).total === 1;
}

function selected(query: ServiceListQuery, facet: string): string[] {
  const value = query[facet as keyof ServiceListQuery];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function passes(service: Service, query: ServiceListQuery, except?: string): boolean {
  return (
    inCatalogue(service, query) &&
    (!query.q || hasWords(service, query.q)) &&
    FACETS.every((facet) => {
      const wanted = selected(query, facet);
      return (
        facet === except ||
        wanted.length === 0 ||
        valuesOf(service, facet).some((value) => wanted.includes(value))
      );
    })
  );
}

function naiveCounts(services: readonly Service[], query: ServiceListQuery, facet: string) {
  const counts: Record<string, number> = {};
  for (const service of services) {
    if (!passes(service, query, facet)) continue;
    for (const value of valuesOf(service, facet)) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

const asCounts = (values: readonly FacetValue[]) =>
  Object.fromEntries(values.filter(({ count }) => count > 0).map((v) => [v.value, v.count]));

function randomQuestion(random: Random): string {
  const some = words(random, 1 + Math.floor(random() * 3));
  if (random() < 0.3) return some.slice(0, 1 + Math.floor(random() * 5));
  const at = Math.floor(random() * some.length);
  return random() < 0.3 ? some.slice(0, at) + some.slice(at + 1) : some;
}

function randomQuery(random: Random): ServiceListQuery {
  const maybe = <T>(value: T): T | undefined => (random() < 0.25 ? value : undefined);
  return {
    institution: maybe(some(random, INSTITUTIONS, 4)),
    profile: maybe(pick(random, PROFILES)),
    recipient: maybe(some(random, RECIPIENTS, 4)),
    lifeEvent: maybe(some(random, LIFE_EVENTS, 3)),
    need: maybe(some(random, NEEDS, 4)),
    group: maybe(some(random, GROUPS, 3)),
    channel: maybe(some(random, CHANNEL_KINDS, 8)),
    free: maybe(random() < 0.5),
    general: maybe(true),
    q: maybe(randomQuestion(random)),
  };
}

// ── Tests ──────────────────────────────────────────────────────────────────────────────────────

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

test('pages show every row that stays exactly once while others come and go', () => {
  for (const q of [undefined, 'b']) {
    const random = seededRandom(7);
    const make = (id: string) => ({
      ...randomService(random, id),
      kind: 'public-individual' as const,
      status: 'active' as const,
      title: { lv: `${pick(random, ['Bērna', 'Būves', 'Āra'])} ${'ļoti '.repeat(60)}b` },
    });
    const index = indexOf([]);
    const stays = Array.from({ length: 60 }, (_, nth) => `PV-S${nth}`);
    const goes = Array.from({ length: 60 }, (_, nth) => `PV-G${nth}`);
    for (const id of [...stays, ...goes]) index.putService(make(id));

    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = index.list({ q, cursor, limit: 7 });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next;
      assert.ok(!cursor || /^[\w-]{1,512}$/.test(cursor));
      // The last row of the page goes too, where it may.
      const last = page.items.at(-1)!.id;
      for (const id of [last, pick(random, goes)]) {
        if (id.startsWith('PV-G')) index.deleteService(id);
      }
      index.putService(make(`PV-N${seen.length}`));
    } while (cursor);
    assert.deepEqual(seen.filter((id) => id.startsWith('PV-S')).sort(), [...stays].sort());
    assert.equal(new Set(seen).size, seen.length);
  }
});

test('very long titles that differ at their end alone are paged in order', () => {
  const random = seededRandom(11);
  const index = new CatalogueIndex();
  for (let nth = 0; nth < 40; nth++) {
    index.putService({
      ...randomService(random, `PV-${(nth * 17) % 40}`),
      kind: 'public-individual',
      status: 'active',
      title: { lv: `${'Pašvaldības palīdzība '.repeat(30)} ${100 + nth}` },
    });
  }
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = index.list({ cursor, limit: 3 });
    titles.push(...page.items.map((item) => item.title));
    cursor = page.next;
  } while (cursor);
  assert.equal(new Set(titles).size, 40);
  assert.deepEqual(titles, [...titles].sort());
});

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
  const index = new CatalogueIndex();
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

test('best matches come first: title, then keywords, then summary', () => {
  const index = new CatalogueIndex();
  const base: Service = {
    type: 'service',
    id: '',
    kind: 'public-individual',
    status: 'active',
    title: { lv: 'Atļauja' },
  };
  index.putService({ ...base, id: 'summary', summary: { lv: 'Koku ciršana ārpus meža.' } });
  index.putService({ ...base, id: 'keyword', keywords: ['koki'] });
  index.putService({ ...base, id: 'title', title: { lv: 'Ārpus meža augošu koku ciršana' } });
  index.putService({ ...base, id: 'other', title: { lv: 'Šķūņu būvniecība' } });
  const ids = (q: string) => index.list({ q }).items.map((item) => item.id);
  assert.deepEqual(ids('kok'), ['title', 'keyword', 'summary']);
  assert.deepEqual(ids('KOKU cirs'), ['title', 'summary']);
  assert.deepEqual(ids('arpus meza'), ['title', 'summary']);
  assert.deepEqual(ids('skunu'), ['other']);
  index.putService({
    ...base,
    id: 'both',
    title: { lv: 'Koku atļauja' },
    summary: { lv: 'Ciršana ārpus meža.' },
  });
  assert.deepEqual(ids('koku cirsana'), ['title', 'both', 'summary']);
  assert.deepEqual(ids('koku velosipēdi'), []);
  assert.equal(ids('…!').length, 5);
});

test('a cursor that is none is refused', () => {
  assert.throws(() => new CatalogueIndex().list({ cursor: 'abc' }), RangeError);
});

test('by change: last first, in pages, whatever is searched for', () => {
  const index = new CatalogueIndex();
  const days = [3, 1, 2, 5, 4, 2];
  days.forEach((day, nth) =>
    index.putService({
      type: 'service',
      id: `PV-${nth}`,
      kind: 'public-individual',
      status: 'active',
      title: { lv: `Koku ciršana ${nth}` },
      ...(nth < 5 && { changedAt: `2026-11-0${day}T10:00:00Z` }),
    }),
  );
  for (const q of [undefined, 'koku']) {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = index.list({ q, sort: 'changed', cursor, limit: 2 });
      seen.push(...page.items.map((item) => item.id));
      cursor = page.next;
    } while (cursor);
    // The one that tells no change comes last.
    assert.deepEqual(seen, ['PV-3', 'PV-4', 'PV-0', 'PV-2', 'PV-1', 'PV-5']);
  }
  const titles = index.list({ q: 'koku', sort: 'title' }).items.map((item) => item.title);
  assert.deepEqual(titles, [...titles].sort(collator.compare));
});

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
