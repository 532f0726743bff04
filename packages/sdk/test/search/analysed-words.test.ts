/** Words that are analysed beforehand are what they would be if they were analysed here. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Service } from '@pvp/contract';
import {
  ChangingCatalogue,
  type CatalogueIndex,
  catalogueEntry,
  explainService,
  latvianSortKey,
  type LinkedObject,
} from '@pvp/sdk/query';
import { wordOf, wordsOf } from '@pvp/sdk/search';
import { ANALYSIS, readTiers, summaryTier, titleTier } from '@pvp/sdk/tiers';
import { randomService, seededRandom, words, type Random } from '../support/random-services.ts';
import { service } from './catalogue.ts';

/** By version of the rules: what they make of the words of these texts. */
const RULES: Readonly<Record<number, string>> = {
  2: 'd6da6c4248237e32',
  3: '323b32dc801ecbd6',
  4: '90e194764443367a',
};
const FORMS =
  'Dzīvesvietas deklarēšana; bērna piedzimšanas pabalsts, nozāģēt kokus; pieteicējs sniedz izziņu; ' +
  'maksātājam jādeklarē ienākumi 2026; paši pašvaldībā; māmiņalga upju krāšņu; registration of a ' +
  'vehicle; справка о месте жительства детский сад; Ķegums, Ogrē; PII, covid19, ŠĶŪŅU ēku ĢIMENES ' +
  'kur nav vajadzīgs dokuments mammai šodien reģistra izsniegšana cirst ciršana nocirst jaunajam privātmāju kādus shkola для ' +
  'viņam varētu palīdzēt cilvēks dzīvo vienotā mājā 水 ŉx';

const objects: LinkedObject[] = [
  { type: 'organization', id: 'ogre', title: { lv: 'Ogres novada pašvaldība' } },
  { type: 'need', id: 'izzinas', title: { lv: 'Saņemt izziņu', ru: 'Получить справку' } },
];
const HOSTILE = [
  'a\nb',
  'ŉ ŀ ǆ',
  'Ω水 ͺx',
  'ﷺ',
  '\ud800 x',
  '𝔡𝔷 ①',
  'garš'.repeat(30),
  '',
  '…',
  'ir un',
];

function randomServices(random: Random, count: number): Service[] {
  return Array.from({ length: count }, (_, nth) => {
    const one = randomService(random, `PV-${nth}`);
    const odd = () => HOSTILE[Math.floor(random() * HOSTILE.length)]!;
    if (random() < 0.7) return one;
    return { ...one, title: { lv: `${odd()} ${words(random, 2)}` }, keywords: [odd(), odd()] };
  });
}

const written = (lines: Iterable<string>) => [...lines].join('');

function tiersOf(services: readonly Service[]): { titles: string; summaries: string } {
  const entries = services.map(catalogueEntry).filter((entry) => entry !== undefined);
  return {
    titles: written(titleTier({ entries, objects })),
    summaries: written(summaryTier({ entries, objects }, '')),
  };
}

function builtOf(services: readonly Service[]): ChangingCatalogue {
  const index = new ChangingCatalogue();
  for (const object of objects) index.putObject(object);
  for (const one of services) index.putService(one);
  return index;
}

function assertSame(read: CatalogueIndex, built: CatalogueIndex, random: Random): void {
  for (let nth = 0; nth < 80; nth++) {
    const all = words(random, 1 + Math.floor(random() * 3));
    const q = all.slice(0, 2 + Math.floor(random() * all.length));
    const query = { q, limit: 5, ...(random() < 0.3 && { unified: true }) };
    const [own, other] = [read, built].map((index) => {
      const list = index.answer(query);
      const items = list.items.map(({ hash: _hash, ...card }) => card);
      const why = items.map(({ id }) => explainService(index, query, id));
      return { ...list, items, instead: list.instead?.q, why };
    });
    assert.deepEqual(own, other, q);
  }
  assert.deepEqual(
    read.list({ limit: 100 }).items.map(({ id }) => id),
    built.list({ limit: 100 }).items.map(({ id }) => id),
  );
}

test('the version of the rules grows with what they make of words', () => {
  const made = wordsOf(FORMS).map((word) => [wordOf(word), latvianSortKey(word)]);
  const digest = createHash('sha256').update(JSON.stringify(made)).digest('hex').slice(0, 16);
  assert.equal(
    digest,
    RULES[ANALYSIS],
    'The rules make something else of words: raise ANALYSIS in tiers/analysed-words.ts, and add its digest here',
  );
});

test('an index that was read answers and explains as one that was built, and goes on so', async () => {
  for (const seed of [1, 2, 3]) {
    const random = seededRandom(seed);
    const services = randomServices(random, 230);
    const read = new ChangingCatalogue();
    await readTiers(tiersOf(services), { index: read });
    const built = builtOf(services);
    assertSame(read, built, random);
    for (let round = 0; round < 60; round++) {
      const id = `PV-${Math.floor(random() * 260)}`;
      for (const index of [read, built]) {
        if (round % 3 === 0) index.deleteService(id);
        else index.putService(service(id, `Jauns ${words(seededRandom(round), 2)}`));
      }
    }
    assertSame(read, built, random);
  }
});

test('words that were analysed by other rules are analysed anew, and rows ordered', async () => {
  const random = seededRandom(4);
  const services = randomServices(random, 230);
  const named = (words: readonly [string, string]) =>
    services.map((one, nth) => ({
      ...one,
      title: { lv: `${words[nth % 2]} ${one.title['lv']}` },
    }));
  const { titles, summaries } = tiersOf(named(['aizā', 'žvīks']));
  const other: Readonly<Record<string, string>> = { aizā: 'žvīks', žvīks: 'aizā' };
  // Rows stand in the order of other titles.
  const foreign = (tier: string) =>
    tier
      .trimEnd()
      .split('\n')
      .map((line, nth) => {
        const turned = line.replace(/aizā|žvīks/g, (word) => other[word]!);
        const told = JSON.parse(turned) as Record<string, unknown>;
        if ('words' in told) told['words'] = ['0x', '0y', '1'];
        return `${JSON.stringify(nth === 0 ? { ...told, analysis: ANALYSIS + 1 } : told)}\n`;
      })
      .join('');
  const read = await readTiers({ titles: foreign(titles), summaries: foreign(summaries) });
  assertSame(read, builtOf(named(['žvīks', 'aizā'])), random);
});

test('a tier that was damaged is refused or answers, and nothing else', async () => {
  const random = seededRandom(5);
  const { titles, summaries } = tiersOf(randomServices(random, 120));
  const damaged = (text: string) => {
    const at = Math.floor(random() * text.length);
    const length = Math.floor(random() ** 4 * 200);
    const put = ['', '0', '"', '[', '{}', 'null', 'ā', '\\n'][Math.floor(random() * 8)]!;
    return text.slice(0, at) + put + text.slice(at + length);
  };
  let refused = 0;
  for (let round = 0; round < 300; round++) {
    const [one, other] = round % 2 ? [damaged(titles), summaries] : [titles, damaged(summaries)];
    try {
      const index = await readTiers({ titles: one, summaries: other });
      for (const q of ['a', 'dzīv', 'izziņa ogrē']) index.answer({ q });
    } catch (error) {
      assert.equal((error as { code?: string }).code, 'invalid-answer', String(error));
      refused++;
    }
  }
  assert.ok(refused > 100);
});
