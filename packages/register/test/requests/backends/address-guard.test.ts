import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AddressGuard } from '../../../src/requests/backends/address-guard.ts';

describe('what is not public', () => {
  const guard = new AddressGuard();
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'not an address',
  ]) {
    test(`${address} is refused`, () => assert.equal(guard.isAllowed(address), false));
  }
  for (const address of ['8.8.8.8', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8']) {
    test(`${address} may be called`, () => assert.equal(guard.isAllowed(address), true));
  }
});

describe('networks that are named', () => {
  const guard = new AddressGuard(['10.20.0.0/16', 'fd00:1::/32']);
  for (const [address, allowed] of [
    ['10.20.3.4', true],
    ['10.21.0.1', false],
    ['::ffff:10.20.3.4', true],
    ['fd00:1::5', true],
    ['fd00:2::5', false],
    ['127.0.0.1', false],
  ] as const) {
    test(`${address} ${allowed ? 'may be called' : 'is refused'}`, () => {
      assert.equal(guard.isAllowed(address), allowed);
    });
  }
});

test('an address in place of a name is judged without a look', () => {
  const guard = new AddressGuard();
  for (const hostname of ['127.0.0.1', '[::1]', '[::ffff:7f00:1]']) {
    assert.throws(() => guard.check(hostname), /not public/, hostname);
  }
  guard.check('8.8.8.8');
  guard.check('register.example');
});

test('a name is judged by where it leads', async () => {
  const look = (guard: AddressGuard) =>
    new Promise((resolve, reject) => {
      guard.lookup('localhost', { all: true }, (error, found) =>
        error ? reject(error) : resolve(found),
      );
    });
  await assert.rejects(look(new AddressGuard()), /localhost is in a network that is not public/);
  const found = await look(new AddressGuard(['127.0.0.0/8', '::1/128']));
  assert.ok(Array.isArray(found) && found.length > 0);
});
