import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeClasses } from '@pvp/sdk/sync';

const before = {
  type: 'service',
  id: 'PV-1',
  title: { lv: 'Koku ciršana', en: 'Tree felling' },
  costs: [{ id: 'c1', value: 10 }],
  channels: [{ id: 'ch1', kind: 'e-service' }],
  needs: ['koku-cirsana'],
  legalResources: [{ id: 'l1', title: 'Meža likums' }],
  hash: 'a',
};

test('each class is said for the fields that it covers', () => {
  const cases: [object, string[]][] = [
    [{ title: { lv: 'Cits' } }, ['text']],
    [{ status: 'suspended' }, ['text']],
    [{ costs: [] }, ['cost']],
    [{ channels: [] }, ['contact']],
    [{ needs: [], holder: 'x' }, ['relation']],
    [{ legalResources: [] }, ['legal']],
    [{ costs: [], legalResources: [], title: {} }, ['text', 'cost', 'legal']],
  ];
  for (const [fields, classes] of cases) {
    assert.deepEqual(changeClasses(before, { ...before, ...fields }), classes);
  }
});

test('white space, the order of keys and other fields alone are cosmetic', () => {
  for (const fields of [
    { title: { lv: ' Koku \n ciršana', en: 'Tree felling' } },
    { title: { en: 'Tree felling', lv: 'Koku ciršana' } },
    { checkedAt: '2026-11-21T10:00:00Z', hash: 'b', neverSeen: 1 },
  ]) {
    assert.deepEqual(changeClasses(before, { ...before, ...fields }), ['cosmetic']);
  }
});

test('a record that is new, or gone, has the classes of which it says something', () => {
  const all = ['text', 'cost', 'contact', 'relation', 'legal'];
  assert.deepEqual(changeClasses(undefined, before), all);
  assert.deepEqual(changeClasses(before, undefined), all);
  assert.deepEqual(changeClasses(undefined, { title: { lv: 'a' } }), ['text']);
});
