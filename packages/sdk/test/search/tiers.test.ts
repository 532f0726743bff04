/** The serialised index: what is written is read again, and nothing else is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceList } from '@pvp/contract';
import { ChangingCatalogue, catalogueEntry } from '@pvp/sdk/query';
import { readTiers, rehearsing, summaryTier, synonymTier, titleTier } from '@pvp/sdk/tiers';
import { compactEntry } from '@pvp/sdk/vocabulary';
import {
  GROUPS,
  INSTITUTIONS,
  NEEDS,
  randomService,
  seededRandom,
} from '../support/random-services.ts';
import { service } from './catalogue.ts';

const random = seededRandom(8);
const services = Array.from({ length: 1_200 }, (_, nth) => ({
  ...randomService(random, `PV-${nth}`),
  changedAt: '2026-11-26T09:00:00Z',
}));
const objects = [
  ...INSTITUTIONS.map((id) => ({ type: 'organization', id, title: { lv: `${id} novada dome` } })),
  { type: 'organization', id: 'ogre', title: { lv: 'Ogres novada pašvaldība' } },
  { type: 'organization', id: 'agentura', title: { lv: 'Kāda aģentūra' } },
  ...NEEDS.map((id) => ({ type: 'need', id, title: { lv: `Vajadzība ${id}` } })),
  ...GROUPS.map((id) => ({ type: 'service-group', id, title: { lv: `Grupa ${id}` } })),
  { type: 'life-event', id: 'maina', title: { lv: 'Maiņa' }, needs: ['izzinas'] },
];
const entries = services.map(catalogueEntry).filter((entry) => entry !== undefined);
const synonyms = [
  ['a', compactEntry({ terms: { lv: ['maksiņa'] }, means: ['pabalsts'] })],
] as const;
const written = (lines: Generator<string>) => [...lines].join('');
const titles = written(titleTier({ entries, objects }));
const summaries = written(summaryTier({ entries, objects }, 'abc'));
const tiers = { titles, summaries, synonyms: written(synonymTier(synonyms)) };

test('an index that was read answers as the one that was written', async () => {
  const before = new ChangingCatalogue();
  for (const one of services) before.putService(one);
  for (const object of objects) before.putObject(object);
  for (const [id, entry] of synonyms) before.putSynonym(id, entry);
  const after = await readTiers(tiers, { sha256: 'abc' });
  for (const query of [
    {},
    { q: 'bērna' },
    { q: 'deklarēt dzīvesvietu ozolleja' },
    { q: 'maksiņa', lang: 'en' },
    { q: 'pabalsts ogrē', free: true },
    { lifeEvent: ['maina'], limit: 100 },
    { general: true, profile: 'businesses' as const },
  ]) {
    const expected = before.list(query);
    const items = expected.items.map(({ hash: _hash, ...card }) => card);
    assert.deepEqual(after.list(query), { ...expected, items }, JSON.stringify(query));
  }
});

test('titles alone answer by names', async () => {
  const index = await readTiers({ titles });
  assert.equal(index.list({}).total, (await readTiers(tiers)).list({}).total);
  assert.equal(
    index.list({ limit: 200 }).items.every(({ summary }) => summary === undefined),
    true,
  );
});

test('the order in which services come changes no byte', () => {
  const turned = { entries: [...entries].reverse(), objects: [...objects].reverse() };
  assert.equal(written(titleTier(turned)), titles);
  assert.equal(written(summaryTier(turned, 'abc')), summaries);
});

test('of institutions without a service here only the place is told', () => {
  assert.match(titles.split('\n')[1]!, /\{"type":"organization","id":"ogre","territory":"Ogres"\}/);
  assert.ok(!titles.includes('agentura'));
});

test('a long build lets others work', async () => {
  let pauses = 0;
  await readTiers(tiers, { holdMs: 0, pause: async () => void pauses++ });
  const lines = titles.trimEnd().split('\n');
  const { objects: told } = JSON.parse(lines[1]!) as { objects: unknown[] };
  const ofRows = lines.filter((line) => line.includes('"texts"'));
  assert.ok(pauses > told.length + ofRows.length * 4 + synonyms.length);
  assert.ok(entries.length / ofRows.length <= 100, 'so few rows a slice');
});

test('many objects and long tables come in pieces', async () => {
  const many = Array.from({ length: 3_000 }, (_, nth) => ({
    type: 'need',
    id: `vajadziba-${nth}`,
    title: { lv: `Vajadzība pēc ${nth} lietām` },
  }));
  const needing = entries.map((entry, nth) => ({
    ...entry,
    needs: [`vajadziba-${nth}`, `vajadziba-${nth + 1_000}`],
  }));
  const text = written(titleTier({ entries: needing, objects: many }));
  for (const line of text.split('\n')) assert.ok(line.length < 64_000, line.slice(0, 100));
  const index = await readTiers({ titles: text });
  const { need } = index.list({ general: true }).facets;
  assert.deepEqual(
    index.services('need', 'vajadziba-7', { general: true }),
    [needing[7]!.id],
    JSON.stringify(need?.slice(0, 3)),
  );
});

test('texts may hold any character, and are found and shown', async () => {
  const odd = 'A|b^c~d_e\u001f!f\n"g\\h';
  const one = {
    ...catalogueEntry(service('x', odd))!,
    alternativeTitles: [`|${odd}`, ''],
    keywords: ['_', `${odd}~`],
    summary: { lv: odd, en: '|' },
  };
  const index = await readTiers({
    titles: written(titleTier({ entries: [one], objects: [] })),
    summaries: written(summaryTier({ entries: [one], objects: [] }, '')),
  });
  const [entry] = [...index.entries()];
  const { title, alternativeTitles, keywords, summary } = one;
  assert.deepEqual(
    [entry!.title, entry!.alternativeTitles, entry!.keywords, entry!.summary],
    [title, alternativeTitles, keywords, summary],
  );
  for (const q of ['b', 'f', 'g h']) assert.equal(index.list({ q }).total, 1, q);
});

test('what is run while an index is waited for is a whole index that answers', () => {
  const lists = [...rehearsing()].filter(
    (step): step is ServiceList => typeof step === 'object' && 'facets' in step!,
  );
  assert.deepEqual(
    lists.map(({ total }) => total > 0),
    [true, false, true],
  );
});

test('what is no index, or not whole, is refused with the reason', async () => {
  const lines = titles.split('\n');
  const head = JSON.parse(lines[0]!) as Record<string, unknown>;
  const withHead = (change: Record<string, unknown>) =>
    [JSON.stringify({ ...head, ...change }), ...lines.slice(1)].join('\n');
  const at = lines.findIndex((line) => line.includes('"texts"'));
  const rows = JSON.parse(lines[at]!) as Record<string, unknown[]>;
  const withLine = (nth: number, line: unknown) =>
    [...lines.slice(0, nth), JSON.stringify(line), ...lines.slice(nth + 1)].join('\n');
  const withRows = (change: Record<string, unknown>) => withLine(at, { ...rows, ...change });
  const ofRows = (reason: string) => new RegExp(`line ${at + 1} ${reason}`);
  for (const [text, reason] of [
    ['', /line 1 is no JSON/],
    ['<html>', /line 1 is no JSON/],
    ['null', /no serialised index/],
    [withHead({ format: 'other' }), /no serialised index/],
    [withHead({ version: 4 }), /version 4 is not the one/],
    [withHead({ version: 6 }), /version 6 is not the one/],
    [withHead({ tier: 'summaries' }), /another tier/],
    [withHead({ count: 3 }), /rows are there, not 3/],
    [lines.slice(0, -2).join('\n'), /rows are there/],
    [`${titles}{`, /is no JSON/],
    [withLine(1, 7), /line 2 is no object/],
    [withLine(1, { table: 'colour', values: [] }), /line 2 has an unknown table, “colour”/],
    [withLine(1, { table: 'languages', values: [7] }), /line 2 has languages that are no lists/],
    [withRows({ id: 'PV-1' }), ofRows('has no “id”')],
    [withRows({ kind: [1] }), ofRows('has another number of rows in “kind”')],
    [withRows({ kind: rows['kind']!.map(() => 99) }), ofRows('names no value in “kind”')],
    [withRows({ kind: rows['kind']!.map(() => 'x') }), ofRows('names no value in “kind”')],
    [withRows({ texts: [4, 0, 3] }), ofRows('has other texts than')],
    [withRows({ texts: [] }), ofRows('has other texts than')],
    [withRows({ texts: rows['texts']!.slice(0, -1) }), ofRows('has other texts than')],
    [withRows({ texts: [...rows['texts']!, 3] }), ofRows('has other texts than')],
    [withRows({ texts: rows['texts']!.map(() => 1e6) }), ofRows('names no form in “texts”')],
    [withRows({ texts: [-1] }), ofRows('names no form in “texts”')],
    [withRows({ languages: [] }), ofRows('has other texts than')],
    [withRows({ forms: 'a-b' }), ofRows('has forms that are no words')],
    [withRows({ forms: 'viens' }), ofRows('tells of another number of words')],
    [withRows({ others: [7] }), /holds what it should not/],
    [withRows({ words: ['', '', ''] }), ofRows('tells of another number of words')],
  ] as const) {
    await assert.rejects(
      readTiers({ titles: text }),
      { code: 'invalid-answer', message: reason },
      String(reason),
    );
  }
  await assert.rejects(readTiers({ titles, summaries }, { sha256: 'other' }), /other titles/);
  await assert.rejects(readTiers({ titles, synonyms: '{}' }), /no serialised index/);
  for (const text of ['["pabalst;maksin"]', '"pabalst;maksin;pas;dokument"', '7', 'null', '""']) {
    const [head] = tiers.synonyms.split('\n');
    await assert.rejects(
      readTiers({ titles, synonyms: `${head}\n${text}\n` }),
      /number of entries/,
      text,
    );
  }
  const one = [catalogueEntry(service('x', 'Viens'))!];
  const other = written(titleTier({ entries: one, objects }));
  await assert.rejects(readTiers({ titles: other, summaries }), /other titles/);
});
