import assert from 'node:assert/strict';
import { test } from 'node:test';
import { latvianSortKey } from '@pvp/sdk/query';
import { pick, seededRandom } from './support/random-services.ts';

const ALPHABET = [...'aābcčdeēfgģhiījkķlļmnņoprsštuūvyzžAĀCČEĒGĢIĪKĶŅŠŽ  -,.()"0123456789'];

test('keys order texts as the Latvian collation does', () => {
  const random = seededRandom(5);
  const collator = new Intl.Collator('lv');
  const letters = new Intl.Collator('lv', { sensitivity: 'base' });
  const text = () =>
    Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(random, ALPHABET)).join('');
  for (let round = 0; round < 20_000; round++) {
    const [a, b] = [text(), text()];
    const [keyA, keyB] = [latvianSortKey(a), latvianSortKey(b)];
    const byKey = keyA < keyB ? -1 : keyA > keyB ? 1 : 0;
    if (letters.compare(a, b) !== 0) {
      assert.equal(byKey, Math.sign(letters.compare(a, b)), `${a} / ${b}`);
    } else if (a.toLowerCase() === a && b.toLowerCase() === b) {
      assert.equal(byKey, Math.sign(collator.compare(a, b)), `${a} / ${b}`);
    }
  }
});

test('keys are made of single bytes, whatever the text', () => {
  assert.match(latvianSortKey('Ūdens 水 🌊 Ёлка ½ e\u0301'), /^[\u0000-\u00ff]+$/u);
});

test('capitals, foreign letters and signs stand where Latvian has them', () => {
  const sorted = [
    'Ābele',
    'abols',
    'Émile',
    'emails',
    'Ģimene',
    'gaiss',
    'Yes',
    'iela',
    'īre',
    'Ļ',
  ];
  sorted.push('„Lauki”', '1. pants', 'Ёлка', 'ель', 'жук', 'žogs', 'zogs', '水');
  const byKey = [...sorted].sort((a, b) => (latvianSortKey(a) < latvianSortKey(b) ? -1 : 1));
  assert.deepEqual(byKey, [...sorted].sort(new Intl.Collator('lv').compare));
});

test('the weights of an alphabet fit into one byte', () => {
  assert.equal(latvianSortKey('я') < latvianSortKey('水'), true);
  assert.equal(latvianSortKey('Я') > latvianSortKey('я'), true);
});
