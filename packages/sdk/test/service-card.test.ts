import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cost, Service, Term } from '@pvp/contract';
import { cardCost, cardOf, cardTerm, isFree, matchesProfile, pickLanguage } from '@pvp/sdk/model';

const cost = (row: Partial<Cost>): Cost => ({ id: 'c1', currency: 'EUR', ...row });
const inWords = cost({ description: { lv: 'Pēc cenrāža' } });

test('a price is told as the payment rows allow', () => {
  const cases: [string, Cost[] | undefined, ReturnType<typeof cardCost>][] = [
    ['no rows', undefined, undefined],
    ['empty rows', [cost({})], undefined],
    ['free', [cost({ value: 0 })], { kind: 'free' }],
    [
      'one price',
      [cost({ value: 4.27 })],
      { kind: 'fixed', min: 4.27, max: 4.27, currency: 'EUR' },
    ],
    [
      'free online, paid at the desk',
      [cost({ value: 0, channel: 'online' }), cost({ value: 4.27, channel: 'desk' })],
      { kind: 'varies', min: 0, max: 4.27, currency: 'EUR' },
    ],
    [
      'paid at the desk, otherwise free',
      [cost({ value: 0 }), cost({ value: 4.27, channel: 'desk' })],
      { kind: 'varies', min: 0, max: 4.27, currency: 'EUR' },
    ],
    [
      'the first one free, the next one not',
      [cost({ value: 0 }), cost({ value: 3 })],
      { kind: 'differs', min: 0, max: 3, currency: 'EUR' },
    ],
    [
      'several amounts in one way',
      [cost({ value: 14, channel: 'online' }), cost({ value: 45, channel: 'online' })],
      { kind: 'differs', min: 14, max: 45, currency: 'EUR' },
    ],
    ['a range', [cost({ value: 5, max: 9 })], { kind: 'differs', min: 5, max: 9, currency: 'EUR' }],
    ['in words', [inWords], { kind: 'differs' }],
    ['a dash', [cost({ description: { lv: '-' } })], undefined],
    [
      'one price and a dash',
      [cost({ value: 4.27 }), cost({ description: { lv: 'Nav.' } })],
      { kind: 'fixed', min: 4.27, max: 4.27, currency: 'EUR' },
    ],
    ['free or in words', [cost({ value: 0 }), inWords], { kind: 'differs' }],
    [
      'free online, at the desk in words',
      [cost({ value: 0, channel: 'online' }), { ...inWords, channel: 'desk' }],
      { kind: 'varies' },
    ],
    [
      'two currencies',
      [cost({ value: 5 }), cost({ value: 5, currency: 'USD' })],
      { kind: 'differs' },
    ],
  ];
  for (const [name, rows, expected] of cases) assert.deepEqual(cardCost(rows), expected, name);
});

test('free is promised only where nothing speaks against it', () => {
  assert.equal(isFree(undefined), true);
  assert.equal(isFree([cost({ value: 0 })]), true);
  assert.equal(isFree([cost({ value: 0 }), cost({ value: 1 })]), false);
  assert.equal(isFree([cost({ value: 0, max: 3 })]), false);
  assert.equal(isFree([cost({ value: 0 }), inWords]), undefined);
  assert.equal(isFree([cost({ value: 0 }), cost({ description: { lv: '-' } })]), true);
});

test('a term is told as one span', () => {
  const term = (row: Partial<Term>): Term => ({ id: 't1', ...row });
  const days = (min: number | undefined, max: number) => term({ min, max, unit: 'working-day' });
  const cases: [string, Term[] | undefined, ReturnType<typeof cardTerm>][] = [
    ['none', [], undefined],
    ['one', [days(1, 5)], { min: 1, max: 5, unit: 'working-day' }],
    ['by the way', [days(5, 5), days(1, 2)], { min: 1, max: 5, unit: 'working-day' }],
    ['two limits', [days(undefined, 5), days(undefined, 9)], { max: 9, unit: 'working-day' }],
    [
      'two units',
      [days(undefined, 10), term({ max: 1, unit: 'month' })],
      { max: 1, unit: 'month' },
    ],
    [
      'whole before step',
      [term({ max: 9, unit: 'month', step: 's1' }), days(1, 2)],
      {
        min: 1,
        max: 2,
        unit: 'working-day',
      },
    ],
    [
      'in words',
      [term({ description: { lv: 'Uzreiz', en: 'At once' } })],
      { description: 'At once' },
    ],
    ['a dash', [term({ description: { lv: '–' } })], undefined],
    [
      'a dash and words',
      [term({ description: { lv: '-' } }), term({ description: { lv: 'Uzreiz' } })],
      { description: 'Uzreiz' },
    ],
    ['number without unit', [term({ max: 3 })], undefined],
  ];
  for (const [name, rows, expected] of cases) {
    assert.deepEqual(cardTerm(rows, 'en'), expected, name);
  }
});

test('a text is given in the language asked for, in Latvian, or as it is', () => {
  assert.deepEqual(pickLanguage({ lv: 'Jā', en: 'Yes' }, 'en-GB'), { text: 'Yes', lang: 'en' });
  assert.deepEqual(pickLanguage({ en: 'Yes', lv: 'Jā' }, 'ru'), { text: 'Jā', lang: 'lv' });
  assert.deepEqual(pickLanguage({ en: 'Yes' }), { text: 'Yes', lang: 'en' });
  assert.equal(pickLanguage(undefined), undefined);
});

test('a summary that says nothing is none', () => {
  const service: Service = {
    type: 'service',
    id: 'PV-2',
    kind: 'public-individual',
    status: 'active',
    title: { lv: 'Konsultācija' },
    summary: { lv: ' - ' },
  };
  assert.equal(cardOf(service, { titleOf: () => undefined }).summary, undefined);
});

test('a card is in one language and holds no empty fact', () => {
  const service: Service = {
    type: 'service',
    id: 'PV-1',
    kind: 'public-individual',
    status: 'suspended',
    title: { lv: 'Koku ciršana', en: 'Tree felling' },
    summary: { lv: 'Atļauja.' },
    holder: 'ozolleja',
    recipients: [],
    channels: [
      { id: 'a', kind: 'post' },
      { id: 'b', kind: 'in-person' },
      { id: 'c', kind: 'post' },
    ],
    needs: ['koku-cirsana'],
    lifeEvents: ['majokla-buvnieciba'],
    languages: [{ lang: 'lv' }, { lang: 'en', machine: true }],
  };
  const context = {
    titleOf: () => ({ lv: 'Ozollejas novada pašvaldība' }),
    lifeEventsOfNeed: () => ['ipasums-un-vide', 'majokla-buvnieciba'],
  };
  assert.deepEqual(cardOf(service, { ...context, lang: 'en', outage: 'degraded' }), {
    id: 'PV-1',
    kind: 'public-individual',
    status: 'suspended',
    title: 'Tree felling',
    lang: 'en',
    machine: true,
    channels: ['post', 'in-person'],
    institution: { id: 'ozolleja', title: 'Ozollejas novada pašvaldība' },
    lifeEvents: ['majokla-buvnieciba', 'ipasums-un-vide'],
    needs: ['koku-cirsana'],
    outage: 'degraded',
  });
  const latvian = cardOf(service, context);
  assert.equal(latvian.summary, 'Atļauja.');
  assert.equal('machine' in latvian || 'outage' in latvian, false);
});

test('inter-restricted descriptions, and kinds that nobody knows yet, are in no catalogue', () => {
  for (const kind of ['inter-restricted', 'inter-secret'] as Service['kind'][]) {
    for (const profile of [undefined, 'residents', 'businesses', 'institutions'] as const) {
      assert.equal(matchesProfile({ kind, recipients: ['resident'] }, profile, true), false);
    }
  }
});
