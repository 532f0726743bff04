/**
 * The everyday words of a scope: of all that the register has those that lead to something in it. No
 * answer and no mark differs from what all words give.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import type { FullRecord, SearchIndexHead, ServiceList } from '@pvp/contract';
import { generateObjects, generateServices } from '@pvp/register';
import { CatalogueIndex } from '@pvp/sdk/query';
import { highlights, SearchIndex, Vocabulary } from '@pvp/sdk/search';
import { readTiers, synonymTier, type Tier } from '@pvp/sdk/tiers';
import { parseCompactVocabulary } from '@pvp/sdk/vocabulary';
import { openRegister, until, writeRecords, type RegisterFixture } from '@pvp/testing';
import { parse } from 'yaml';
import { VocabularyContents } from '../../src/vocabulary/vocabulary-contents.ts';

type Seed = (FullRecord & Record<string, unknown>)[];
/** What is typed, and what it stands for; of a tier in the order of the ids, which it does not tell. */
type Words = readonly (readonly [typed: readonly string[], means: readonly string[]])[];
type Texts = Record<Tier, string>;

/** A page that has read an index. */
interface Page {
  index: CatalogueIndex;
  words: Vocabulary;
}

const GENERATED = [...generateObjects(300), ...generateServices(300)] as unknown as Seed;
const ALL_WORDS = [...new VocabularyContents().searched()];
const LATVIAN = new Set(ALL_WORDS.flatMap(([, { terms }]) => terms['lv'] ?? []));

const OZOLLEJA = { type: 'organization', id: 'ozolleja', title: { lv: 'Ozollejas novads' } };
const KALNUPE = { type: 'organization', id: 'kalnupe', title: { lv: 'Kalnupes novads' } };
const WEDDING = {
  type: 'service',
  id: 'PV-1',
  kind: 'public-individual' as const,
  status: 'active' as const,
  title: { lv: 'Laulības reģistrācija' },
  holder: 'ozolleja',
};
/** “dārziņš” and “zags” in the compact form. */
const NURSERY_WORD = 'darzin';
const WEDDING_WORD = 'zag';
const NURSERY = { ...WEDDING, id: 'PV-2', title: { lv: 'Uzņemšana PII' } };
const SPRING = {
  type: 'synonym',
  id: 'pavasaris',
  terms: { lv: ['pumpurs'] },
  means: ['laulības reģistrācija', 'pavasara svētki', 'ziedēšana'],
};

async function open(t: TestContext, seed: Seed | 'sample'): Promise<RegisterFixture> {
  const register = await openRegister({ seed });
  t.after(() => register.close());
  return register;
}

async function headOf({ origin }: RegisterFixture, scope: string): Promise<SearchIndexHead> {
  const response = await fetch(`${origin}/v1/search-index/${scope}`);
  assert.equal(response.status, 200);
  return (await response.json()) as SearchIndexHead;
}

async function textsOf(register: RegisterFixture, scope: string): Promise<Texts> {
  const address = `${register.origin}/v1/search-index/${scope}`;
  const { tiers } = await headOf(register, scope);
  const texts = await Promise.all(
    tiers.map(async ({ tier, href }) => {
      const response = await fetch(new URL(href, address));
      assert.equal(response.status, 200);
      return [tier, await response.text()] as const;
    }),
  );
  return Object.fromEntries(texts) as Texts;
}

function wordsIn({ synonyms }: Texts): Words {
  const [head, text] = synonyms.trimEnd().split('\n');
  const entries = parseCompactVocabulary(JSON.parse(text!) as string);
  assert.equal((JSON.parse(head!) as { count: number }).count, entries.length);
  return entries.map(({ terms, means }) => [terms['und']!, means]);
}

function hasTyped(words: Words, phrase: string): boolean {
  return words.some(([typed]) => typed.includes(phrase));
}

async function wordsOf(register: RegisterFixture, scope: string): Promise<Words> {
  return wordsIn(await textsOf(register, scope));
}

async function pageOf(texts: Texts): Promise<Page> {
  const words = new Vocabulary();
  const index = new CatalogueIndex(new SearchIndex(words));
  await readTiers(texts, { index });
  return { index, words };
}

/** Questions of the evaluation sets, about what is in the sample data and what is not. */
function questions(): string[] {
  const setOf = (name: string): unknown => {
    const url = new URL(`../../../../benchmarks/search/sets/${name}.yaml`, import.meta.url);
    return parse(readFileSync(url, 'utf8'));
  };
  const textsIn = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : value && typeof value === 'object'
        ? Object.values(value).flatMap(textsIn)
        : [];
  const sets = ['sample', 'everyday', 'national', 'uncommon', 'no-answer'];
  return [...new Set(sets.flatMap((name) => textsIn(setOf(name))))];
}

function orderOf({ items, total, instead }: ServiceList): unknown {
  const ids = (list: ServiceList['items']) => list.map(({ id }) => id);
  return { ids: ids(items), total, instead: instead && [instead.q, ids(instead.items)] };
}

/** What is marked in the first rows. */
function marksIn({ items }: ServiceList, q: string, { words }: Page): unknown {
  return items
    .slice(0, 3)
    .map(({ title, summary = '' }) => [title, summary].map((text) => highlights(text, q, words)));
}

/**
 * Asks a page that has the scope's words and one that has all.
 *
 * @param every Asks the first of so many questions. Gives how often something was found.
 */
async function assertSame(texts: Texts, scope: string, every: number): Promise<number> {
  const scoped = await pageOf(texts);
  const whole = await pageOf({ ...texts, synonyms: [...synonymTier(ALL_WORDS)].join('') });
  let found = 0;
  for (const [nth, q] of questions().entries()) {
    if (nth % every > 0) continue;
    const query = { q, unified: nth % 2 > 0, limit: 20 };
    const [own, other] = [scoped, whole].map(({ index }) => index.answer(query));
    found += own!.total;
    assert.deepEqual(orderOf(own!), orderOf(other!), `${scope}: ${q}`);
    assert.deepEqual(marksIn(own!, q, scoped), marksIn(other!, q, whole), `${scope}: ${q}`);
  }
  return found;
}

describe('the everyday words of a scope', () => {
  test('are fewer than the register has, and those of an institution fewer still', async (t) => {
    const register = await open(t, 'sample');
    const all = await wordsOf(register, 'all');
    const own = await wordsOf(register, 'institution/ozolleja');
    assert.ok(all.length < ALL_WORDS.length / 2, `${all.length} of ${ALL_WORDS.length}`);
    assert.ok(own.length > 20 && own.length < all.length * 0.7, `${own.length} of ${all.length}`);
  });

  test('in Latvian load in 12 kB, of an institution as of 300 services', async (t) => {
    const sample = await open(t, 'sample');
    const generated = await open(t, GENERATED);
    for (const [register, scope] of [
      [sample, 'institution/ozolleja'],
      [sample, 'all'],
      [generated, 'all'],
    ] as const) {
      const latvian = (await wordsOf(register, scope)).flatMap(([typed, means], nth) => {
        const lv = typed.filter((phrase) => LATVIAN.has(phrase));
        return lv.length > 0 ? [[`${nth}`, { terms: { lv }, means }] as const] : [];
      });
      const bytes = brotliCompressSync([...synonymTier(latvian)].join(''), {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
      }).byteLength;
      assert.ok(latvian.length > 20 && bytes <= 12_000, `${scope}: ${bytes} bytes`);
    }
  });

  test('are the phrases that lead somewhere, and entries that have one', async (t) => {
    const register = await open(t, [OZOLLEJA, KALNUPE, WEDDING, SPRING]);
    const words = await wordsOf(register, 'institution/ozolleja');
    const spring = words.find(([typed]) => typed.includes('pumpur'));
    assert.deepEqual(spring, [['pumpur'], ['laulib registracija']]);
    assert.ok(hasTyped(words, WEDDING_WORD));
    assert.ok(!hasTyped(words, NURSERY_WORD));
    assert.equal((await wordsOf(register, 'institution/kalnupe')).length, 0);
  });

  test('come when a service comes to which they lead, and go with it', async (t) => {
    const register = await open(t, [OZOLLEJA, KALNUPE, WEDDING]);
    const before = await headOf(register, 'institution/ozolleja');
    await register.put(NURSERY);
    assert.ok(hasTyped(await wordsOf(register, 'institution/ozolleja'), NURSERY_WORD));
    assert.ok(hasTyped(await wordsOf(register, 'all'), NURSERY_WORD));
    await register.put({ ...NURSERY, holder: 'kalnupe' });
    assert.ok(!hasTyped(await wordsOf(register, 'institution/ozolleja'), NURSERY_WORD));
    assert.ok(hasTyped(await wordsOf(register, 'institution/kalnupe'), NURSERY_WORD));
    // The scope is as it was, and so is the address of its words.
    const after = await headOf(register, 'institution/ozolleja');
    assert.deepEqual(after.tiers, before.tiers);
  });

  test('are those that lead to services through what these belong to', async (t) => {
    const need = { type: 'need', id: 'darzs', title: { lv: 'Bērnudārzs' } };
    const register = await open(t, [OZOLLEJA, need, { ...WEDDING, needs: ['darzs'] }]);
    assert.ok(hasTyped(await wordsOf(register, 'institution/ozolleja'), NURSERY_WORD));
    await register.put({ ...need, title: { lv: 'Mežs' } });
    assert.ok(!hasTyped(await wordsOf(register, 'institution/ozolleja'), NURSERY_WORD));
  });

  test('are right however many changes come while they are looked for', async (t) => {
    const register = await open(t, [...GENERATED, OZOLLEJA]);
    const asked: Promise<unknown>[] = [];
    for (let nth = 0; nth < 12; nth++) {
      asked.push(headOf(register, 'all'), headOf(register, 'institution/gen-novads-002'));
      await register.put({ ...WEDDING, id: `PV-${nth}`, title: { lv: `Laulība ${nth}` } });
    }
    await register.put(WEDDING);
    await Promise.all(asked);
    const other = await openRegister({ store: register.store, seed: 'none' });
    t.after(() => other.close());
    for (const scope of ['all', 'institution/ozolleja', 'institution/gen-novads-002']) {
      const [one, two] = await Promise.all([register, other].map((each) => headOf(each, scope)));
      assert.deepEqual(one!.tiers, two!.tiers, scope);
    }
  });
});

describe('a page with the words of its scope answers as one with all words', () => {
  test('in the order of the register, with the same help and the same marks', async (t) => {
    const register = await open(t, 'sample');
    await writeRecords(register.store, GENERATED);
    const count = async () => (await headOf(register, 'all')).count;
    await until('the generated services', async () => (await count()) > 300);
    assert.ok(questions().length > 900);
    const scopes = { all: 3, 'institution/ozolleja': 5, 'institution/gen-novads-002': 5 };
    const texts = new Map<string, Texts>();
    for (const scope of Object.keys(scopes)) texts.set(scope, await textsOf(register, scope));
    for (const [scope, every] of Object.entries(scopes)) {
      const found = await assertSame(texts.get(scope)!, scope, every);
      assert.ok(found > 100, `${scope}: ${found}`);
    }
  });

  test('marks what a unified service tells and its instances do not', async (t) => {
    const template = {
      type: 'service-template',
      id: 'T-1',
      title: { lv: 'Maltīte un gulta' },
      summary: { lv: 'Maltīte un gulta pirmsskolas izglītības iestādē.' },
    };
    const instance = { ...WEDDING, template: 'T-1', title: { lv: 'Maltīte un gulta' } };
    const second = { ...instance, id: 'PV-3', holder: 'kalnupe' };
    const register = await open(t, [OZOLLEJA, KALNUPE, template, instance, second]);
    const { index, words } = await pageOf(await textsOf(register, 'all'));
    const q = 'maltīte gulta bērnudārzs';
    const [card] = index.list({ q, unified: true }).items;
    const marked = highlights(card!.summary!, q, words).map(({ start, end }) =>
      card!.summary!.slice(start, end),
    );
    const all = ['Maltīte', 'gulta', 'pirmsskolas', 'izglītības', 'iestādē'];
    assert.deepEqual(marked, all);
  });
});
