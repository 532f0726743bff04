import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { describe, test } from 'node:test';
import { RateLimit, senderOf } from '../../../src/requests/abuse/rate-limit.ts';

describe('a limit', () => {
  test('holds for a window, and says how long to wait', () => {
    let now = Date.parse('2026-11-21T08:00:00Z');
    const limit = new RateLimit({ windowSeconds: 600, clock: () => new Date(now) });
    assert.deepEqual(
      [1, 2].map(() => limit.count('a', 2)),
      [0, 0],
    );
    now += 30_000;
    assert.equal(limit.count('a', 2), 570);
    assert.equal(limit.count('b', 2), 0, 'another sender is not touched');
    now += 570_000;
    assert.equal(limit.count('a', 2), 0, 'a new window');
  });
  test('keeps no address that can be read', () => {
    const limit = new RateLimit({ windowSeconds: 600, clock: () => new Date() });
    limit.count('203.0.113.77', 1);
    const held = inspect(limit, { depth: 9, showHidden: true });
    assert.ok(!held.includes('203.0.113'));
  });
});

describe('a sender', () => {
  for (const [address, sender] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:DB8:0001:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
  ] as const) {
    test(`${address} counts as ${sender}`, () => {
      assert.equal(senderOf(address), sender);
    });
  }
});
