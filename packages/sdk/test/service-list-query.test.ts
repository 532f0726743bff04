import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseServiceListQuery, serviceListSearchParams } from '@pvp/sdk/query';
import { readBackQuery } from '../src/query/read-back-query.ts';

const parse = (search: string) => parseServiceListQuery(new URLSearchParams(search));

test('parameters are read, unknown and empty ones are not', () => {
  assert.deepEqual(
    parse(
      'institution=ozolleja&institution=kalnupe&profile=residents&recipient=&free=false&general=true' +
        '&q=%20bērns%20&lang=en&limit=5&channel=e-service&utm_source=x',
    ),
    {
      query: {
        institution: ['ozolleja', 'kalnupe'],
        profile: 'residents',
        free: false,
        general: true,
        q: 'bērns',
        lang: 'en',
        limit: 5,
        channel: ['e-service'],
      },
    },
  );
});

test('everything that is wrong is named at once, with what is allowed', () => {
  const { findings } = parse(
    'profile=citizens&profile=residents&recipient=dog&recipient=resident&free=yes&limit=201' +
      `&institution=..%2F&lang=latvian!&cursor=zzz&q=${'a'.repeat(201)}`,
  );
  assert.deepEqual(
    findings!.map((finding) => finding.field),
    ['institution', 'profile', 'profile', 'recipient', 'free', 'q', 'lang', 'cursor', 'limit'],
  );
  const reasons = findings!.map((finding) => finding.reason).join('\n');
  assert.match(reasons, /given more than once/);
  assert.match(reasons, /"dog" is unknown; allowed: resident, business, association, institution/);
  assert.match(reasons, /"yes" is unknown; allowed: true, false/);
  for (const limit of ['0', '-1', '1.5', '1e2', 'all']) {
    assert.deepEqual(parse(`limit=${limit}`).findings?.[0]?.field, 'limit', limit);
  }
});

test('equal questions have equal addresses', () => {
  const first = serviceListSearchParams({
    q: ' bērna  pabalsts ',
    recipient: ['resident', 'business', 'resident'],
    institution: [],
    lang: 'lv',
    limit: 20,
    general: false,
    free: false,
  });
  const second = serviceListSearchParams({
    free: false,
    recipient: ['business', 'resident'],
    q: 'bērna pabalsts',
  });
  assert.equal(String(first), String(second));
  assert.deepEqual(parse(String(first)).query, {
    recipient: ['business', 'resident'],
    free: false,
    q: 'bērna pabalsts',
  });
});

test('an address is read back as the question that it was made from', () => {
  for (const query of [
    {},
    { q: 'bērna pabalsts & +1', limit: 7, cursor: 'a.b', lang: 'en' },
    { profile: 'residents', free: false, general: true, unified: true, sort: 'changed' },
    { free: true, institution: ['a', 'b'], channel: ['e-service'], need: ['n'], group: ['g'] },
    { recipient: ['business', 'resident'], lifeEvent: ['e'] },
  ] as const) {
    assert.deepEqual(readBackQuery(serviceListSearchParams(query)), query);
  }
});

test('an order that is the usual one is not written', () => {
  const written = (query: Parameters<typeof serviceListSearchParams>[0]) =>
    String(serviceListSearchParams(query));
  assert.equal(written({ sort: 'title' }), '');
  assert.equal(written({ sort: 'relevance', unified: false }), '');
  assert.equal(written({ q: 'koki', sort: 'relevance' }), 'q=koki');
  assert.equal(written({ q: 'koki', sort: 'title' }), 'q=koki&sort=title');
  assert.equal(written({ sort: 'changed', unified: true }), 'unified=true&sort=changed');
  assert.deepEqual(parse('unified=true&sort=changed').query, { sort: 'changed', unified: true });
  assert.match(parse('sort=price').findings![0]!.reason, /relevance, title, changed/);
});
