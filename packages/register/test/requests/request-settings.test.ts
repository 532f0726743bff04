import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, test } from 'node:test';
import { ConfigError, readConfig } from '../../src/config.ts';
import { temporaryFolder } from '../store/test-place.ts';

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const zammad = {
  type: 'zammad',
  url: 'https://zammad.example',
  token: 'a-token-that-must-not-show',
  group: 'Users',
  anonymousCustomer: 'nobody@example.org',
};

const read = (value: unknown) => readConfig({ PVP_REQUESTS: JSON.stringify(value) });

test('without a word requests go to the built-in tables', () => {
  const { requests } = readConfig({});
  assert.equal(requests.enabled, true);
  assert.deepEqual(requests.backend, { type: 'built-in' });
  assert.equal(requests.difficulty, 15);
  assert.equal(requests.limits.requestsPerAddress, 20);
  assert.equal(requests.attachments.count, 5);
  assert.equal(requests.retention.complaint, 730);
  assert.deepEqual(requests.allowNetworks, []);
});

test('they may stand in a file, and print without secrets', (t) => {
  const file = join(temporaryFolder(t), 'requests.json');
  writeFileSync(file, JSON.stringify({ institutions: { ozolleja: zammad } }));
  const config = readConfig({ PVP_REQUESTS: file, PVP_REQUEST_KEY: 'k'.repeat(40) });
  assert.equal(config.requests.institutions['ozolleja']?.type, 'zammad');
  const printed = `${JSON.stringify(config)} ${inspect(config, { depth: 9 })}`;
  assert.ok(!printed.includes('a-token-that-must-not-show'));
  assert.ok(!printed.includes('k'.repeat(40)));
});

describe('what cannot be used is named, and never shown', () => {
  for (const [name, value, sentence] of [
    ['an unknown field', { retries: 3 }, /retries/],
    ['an unknown system', { backend: { type: 'jira' } }, /backend\.type must be .*"zammad"/],
    ['a missing token', { backend: { ...zammad, token: undefined } }, /backend\.token/],
    [
      'a token of two lines',
      { backend: { ...zammad, token: 'a\r\nHost: b' } },
      /backend\.token must/,
    ],
    ['an address of files', { backend: { ...zammad, url: 'file:///etc/passwd' } }, /backend\.url/],
    [
      'an address with a password',
      { backend: { ...zammad, url: 'https://u:geheim@z.example' } },
      /backend\.url/,
    ],
    [
      'a short secret',
      { notify: { webhook: { url: 'https://a.example', secret: 'geheim' } } },
      /notify\.webhook\.secret must be whsec_/,
    ],
    [
      'a network that is none',
      { allowNetworks: ['10.0.0.0/33'] },
      /allowNetworks\.0 must be a network/,
    ],
    [
      'mail without a relay',
      { backend: { type: 'mail', to: 'a@example.org' } },
      /smtp must be set/,
    ],
    [
      'a relay with half a login',
      { smtp: { host: 'h', from: 'a@example.org', user: 'u' } },
      /both a user and a password/,
    ],
    ['a subject of two lines', { backend: { ...zammad, group: 'a\nb' } }, /backend\.group/],
    ['a limit below one', { limits: { requestsPerAddress: 0 } }, /limits\.requestsPerAddress/],
    ['too much work', { difficulty: 25 }, /difficulty/],
    ['a list', [], /PVP_REQUESTS/],
  ] as const) {
    test(name, () => {
      assert.throws(
        () => read(value),
        (error: unknown) => {
          assert.ok(error instanceof ConfigError, String(error));
          assert.match(error.message, sentence);
          assert.ok(!/geheim|must-not-show/.test(error.message), error.message);
          return true;
        },
      );
    });
  }
  test('a file that is not there', () => {
    assert.throws(() => readConfig({ PVP_REQUESTS: '/nowhere/requests.json' }), /PVP_REQUESTS/);
  });
  test('a key that is too short', () => {
    assert.throws(() => readConfig({ PVP_REQUEST_KEY: 'short' }), /at least 32/);
  });
});

test('a signed hook is taken', () => {
  const { requests } = read({
    notify: { webhook: { url: 'https://a.example/x', secret: SECRET } },
  });
  assert.equal(requests.notify.webhook?.secret, SECRET);
});
