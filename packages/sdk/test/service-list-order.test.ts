/** In which order a list stands, and how it is read page by page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Service } from '@pvp/contract';
import { ChangingCatalogue } from '@pvp/sdk';
import { indexOf } from './support/naive-list.ts';
import { pick, randomService, seededRandom } from './support/random-services.ts';

const collator = new Intl.Collator('lv');

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
  const index = new ChangingCatalogue();
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

test('best matches come first: title, then keywords, then summary', () => {
  const index = new ChangingCatalogue();
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
  assert.throws(() => new ChangingCatalogue().list({ cursor: 'abc' }), RangeError);
});

test('by change: last first, in pages, whatever is searched for', () => {
  const index = new ChangingCatalogue();
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
