import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seededRandom } from '@pvp/testing/fault-proxy';
import { gathered, MAX_RECORDS } from '../../src/sync/part-division.ts';
import type { Group } from '../../src/sync/scope-index.ts';

function holders(sizes: Readonly<Record<string, number>>): Map<string, Group[]> {
  return new Map(
    Object.entries(sizes).map(([partKey, size]) => {
      const members = { size } as Group['members'];
      return [partKey, [{ key: 'all', partKey, members, sum: 0n, version: 1 }]];
    }),
  );
}

const namesOf = (divisions: ReturnType<typeof gathered>) =>
  new Map(divisions.map(({ key, groups }) => [key, groups.map(({ partKey }) => partKey)]));

test('small holders share a part, a large one has its own, other kinds theirs', () => {
  const parts = namesOf(gathered(holders({ need: 9, 'service/b': 3, 'service/a': 4 })));
  assert.deepEqual([...parts], [['need', ['need']], ['services', ['service/a', 'service/b']]]); // prettier-ignore
  const large = namesOf(gathered(holders({ 'service/a': MAX_RECORDS + 1 })));
  assert.deepEqual([...large.keys()], ['service/a']);
});

test('every holder stands in one part, which is not too large, wherever it may be divided', () => {
  const random = seededRandom(5);
  const sizes = Object.fromEntries(
    Array.from({ length: 400 }, (_, nth) => [`service/o${nth}`, 1 + Math.floor(random() * 300)]),
  );
  const parts = gathered(holders(sizes));
  const seen = parts.flatMap(({ groups }) => groups.map(({ partKey }) => partKey));
  assert.deepEqual(seen.sort(), Object.keys(sizes).sort());
  for (const { key, groups } of parts) {
    const records = groups.reduce((sum, { members }) => sum + members.size, 0);
    assert.ok(records <= MAX_RECORDS || groups.length === 1, key);
  }
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  assert.ok(parts.length < (total / MAX_RECORDS) * 3, 'and not too small on the whole');
});

test('a holder that is added leaves all parts but one or two as they were', () => {
  const sizes = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`service/o${n}`, 90]));
  const before = gathered(holders(sizes));
  const after = gathered(holders({ ...sizes, 'service/new': 90 }));
  const kept = new Set(before.map((part) => JSON.stringify([...namesOf([part])])));
  const changed = after.filter((part) => !kept.has(JSON.stringify([...namesOf([part])])));
  assert.ok(changed.length <= 2, `${changed.length} of ${after.length} changed`);
});
