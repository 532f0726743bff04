import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { leafDigest, stateHashOf, verifyRecord } from '@pvp/sdk/sync';
import { sha256Words } from '../../src/sync/sha256-words.ts';
import { stateHashAfter } from '../../src/sync/state-hash.ts';
import { hashOfRecord, stateHashOfRecords } from '@pvp/testing/conformance';

test('the digest of short texts is SHA-256, at every length around its blocks', () => {
  for (let length = 0; length < 200; length++) {
    const bytes = Uint8Array.from({ length }, (_, nth) => (nth * 37 + length) & 255);
    const words = Array.from(sha256Words(bytes), (word) => word.toString(16).padStart(8, '0'));
    assert.equal(words.join(''), createHash('sha256').update(bytes).digest('hex'));
  }
});

test('the state hash is the sum of the contract, whatever the order', () => {
  const records = ['PV-1', 'ķ-2', 'x'.repeat(128)].map((id) => {
    const record = { type: 'service', id, title: { lv: id } };
    return { ...record, hash: hashOfRecord(record) };
  });
  const lines = records.map(({ type, id, hash }) => ({ key: `${type}/${id}`, hash }));
  const stateHash = stateHashOfRecords(records);
  assert.equal(stateHashOf(lines), stateHash);
  assert.equal(stateHashOf([...lines].reverse()), stateHash);
  let grown = stateHashOf([]);
  assert.equal(grown, '0'.repeat(64));
  for (const { key, hash } of lines) grown = stateHashAfter(grown, key, undefined, hash);
  assert.equal(grown, stateHash);
  for (const { key, hash } of lines) grown = stateHashAfter(grown, key, hash, undefined);
  assert.equal(grown, '0'.repeat(64));
  assert.notEqual(
    leafDigest('service/PV-1', lines[0]!.hash),
    leafDigest('need/PV-1', lines[0]!.hash),
  );
});

test('a record is verified without what its hash does not cover', async () => {
  const record = { type: 'service', id: 'PV-1', title: { lv: 'Ķ', en: 'K' }, n: [1.5, null, true] };
  const hash = hashOfRecord(record);
  assert.equal(await verifyRecord({ hash, ...record }), true);
  assert.equal(await verifyRecord({ ...record, checkedAt: 'now', derived: {}, hash }), true);
  assert.equal(await verifyRecord({ ...record, n: [1.5, null, false], hash }), false);
  assert.equal(await verifyRecord(record), false);
});
