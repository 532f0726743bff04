import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { canonicalJson, contentHash, recordHash } from '../../src/record/hash.ts';
import { recordVisibility, splitRecord } from '../../src/record/projection.ts';

const record = { type: 'service', id: 'PV-1', title: { lv: 'Ā', en: 'A' }, changedAt: 't' };

describe('hashes', () => {
  test('a hash is the SHA-256 of the canonical JSON', () => {
    const canonical = '{"changedAt":"t","id":"PV-1","title":{"en":"A","lv":"Ā"},"type":"service"}';
    assert.equal(canonicalJson(record), canonical);
    assert.equal(recordHash(record), createHash('sha256').update(canonical).digest('hex'));
  });

  test('numbers and texts are written as RFC 8785 has them', () => {
    const value = { '\u20ac': 1e21, '\r': 0.000001, 1: [1.0, -0, 1e-7], ö: '\u000f"\\' };
    const expected = '{"\\r":0.000001,"1":[1,0,1e-7],"ö":"\\u000f\\"\\\\","€":1e+21}';
    assert.equal(canonicalJson(value), expected);
    assert.throws(() => canonicalJson({ n: NaN }), TypeError);
  });

  test('checks, the hash itself and derived fields are outside', () => {
    const more = { hash: 'h', checkedAt: 't', checkedBy: 'o', derived: { outages: [] } };
    assert.equal(recordHash({ ...record, ...more }), recordHash(record));
    assert.notEqual(recordHash({ ...record, changedAt: 'u' }), recordHash(record));
    assert.equal(contentHash({ ...record, changedAt: 'u' }), contentHash(record));
    assert.notEqual(contentHash({ ...record, sample: true }), contentHash(record));
  });
});

describe('halves', () => {
  test('the public half has nothing of management and nothing derived', () => {
    const management = { notes: 'a', resources: ['r'] };
    const halves = splitRecord({
      ...record,
      management,
      manager: 'x',
      resources: ['r'],
      revision: 4,
      derived: {},
      future: 1,
    });
    assert.deepEqual(halves, { record: { ...record, future: 1 }, management });
  });

  test('an empty management half is none', () => {
    assert.equal(splitRecord({ ...record, management: {} }).management, undefined);
    assert.equal(splitRecord(record).management, undefined);
  });

  test('only restricted services are for an audience', () => {
    const restricted = { ...record, kind: 'inter-restricted' };
    assert.equal(recordVisibility(restricted), 'audience');
    assert.equal(recordVisibility({ ...restricted, type: 'organization' }), 'public');
    assert.equal(recordVisibility({ ...record, kind: 'inter-shared' }), 'public');
  });
});
