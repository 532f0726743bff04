import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { UsageAnswer } from '@pvp/contract';
import { startTestPostgres } from '@pvp/testing/postgres';
import { checked } from '../http/contract-check.ts';
import { schemaPlace } from '../store/postgres-place.ts';
import { memoryPlace, temporaryFolder, type MakePlace } from '../store/test-place.ts';
import { RequestWorld } from './request-world.ts';

const { server, reason } = startTestPostgres();
after(() => server?.stop());

class UsageWorld extends RequestWorld {
  post(operation: 'createFeedback' | 'countUsage', body: unknown, origin?: string) {
    return this.fetch(operation === 'createFeedback' ? '/v1/feedback' : '/v1/usage', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(origin && { origin }) },
      body: JSON.stringify(body),
    });
  }

  async count(body: unknown, origin?: string): Promise<void> {
    const response = await this.post('countUsage', body, origin);
    await checked('countUsage', response);
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('set-cookie'), null);
  }

  async say(body: unknown): Promise<void> {
    const response = await this.post('createFeedback', body);
    await checked('createFeedback', response);
    assert.equal(response.status, 204);
  }

  async usage(query = '', token?: string): Promise<UsageAnswer> {
    const response = await this.desk(`usage${query}`, {}, token);
    return (await checked('getUsage', response)) as UsageAnswer;
  }
}

const open = async (...[t, options]: Parameters<typeof RequestWorld.open>) =>
  new UsageWorld((await RequestWorld.open(t, options)).register);

const view = { name: 'view' };
const search = (query: string, count = 1) => ({ name: 'search-without-result', query, count });

describe('counters', () => {
  const places: [engine: string, place: MakePlace][] = [['SQLite', memoryPlace]];
  if (server) places.push(['PostgreSQL', (t) => schemaPlace(t, server)]);
  else test('PostgreSQL', { skip: `The PostgreSQL test is skipped: ${reason}.` });
  for (const [engine, place] of places) {
    test(`say where descriptions are embedded and what was not found (${engine})`, async (t) => {
      let now = new Date('2026-11-20T23:59:00Z');
      const world = await open(t, {
        clock: () => now,
        requestPlace: await place(t),
        env: { PVP_REQUEST_KEY: 'a key that every process must be given'.replaceAll(' ', '-') },
      });
      await world.count({ events: [view] }, 'https://ozolleja.example');
      now = new Date('2026-11-21T00:01:00Z');
      const events = [view, view, { name: 'search', count: 3 }, search('Zivju  ĶERŠANA', 2)];
      const institutionId = '90009990001';
      await world.count({ institutionId, events }, 'https://www.ozolleja.example:8443');
      await world.count({ institutionId, events: [search('zivju ķeršana')] });

      const all = await world.usage();
      assert.deepEqual(
        all.hosts.map(({ host, counts }) => [host, counts]),
        [
          ['www.ozolleja.example:8443', { view: 2, search: 3, 'search-without-result': 2 }],
          ['ozolleja.example', { view: 1 }],
          ['unknown', { 'search-without-result': 1 }],
        ],
      );
      assert.deepEqual(
        all.days.map(({ day, counts }) => [day, counts['view']]),
        [
          ['2026-11-20', 1],
          ['2026-11-21', 2],
        ],
      );
      assert.deepEqual(all.notFound, [{ query: 'zivju ķeršana', count: 3 }]);
      assert.equal((await world.usage('?since=2026-11-21')).days.length, 1);
      assert.equal((await world.usage('?institution=ozolleja')).hosts.length, 2);
      assert.equal((await world.usage('?institution=berzkrogs')).hosts.length, 0);
    });
  }
  test('keep no words that may be about a person, and tell none that are rare', async (t) => {
    const folder = temporaryFolder(t);
    const world = await open(t, { requestPlace: { file: join(folder, 'requests.sqlite') } });
    const personal = ['anna@example.org', '010190-12345', '+371 29999999', 'LV80BANK0000435195001'];
    await world.count({ events: personal.map((query) => search(query, 50)) });
    await world.count({ events: [search('reti vārdi', 2), search('bieži vārdi', 3)] });
    const { notFound } = await world.usage();
    assert.deepEqual(notFound, [{ query: 'bieži vārdi', count: 3 }]);
    const files = Buffer.concat(
      readdirSync(folder).map((name) => readFileSync(join(folder, name))),
    );
    assert.ok(files.includes('bieži vārdi'), 'the test looks where words are kept');
    for (const query of personal) assert.ok(!files.includes(query.toLowerCase()), query);
  });

  test('refuse what they do not know', async (t) => {
    const world = await open(t);
    for (const body of [
      { events: [] },
      { events: [{ name: 'click' }] },
      { events: [{ name: 'view', count: 1000 }] },
      { events: [view], visitor: 'abc' },
    ]) {
      const response = await world.post('countUsage', body);
      assert.equal(response.status, 422, JSON.stringify(body));
      await checked('countUsage', response);
    }
  });

  test('can be off', async (t) => {
    const world = await open(t, { settings: { counters: false } });
    assert.equal((await world.post('countUsage', { events: [view] })).status, 404);
  });

  test('do not grow with hosts that somebody invents', async (t) => {
    const world = await open(t, {
      settings: { limits: { callsPerAddress: 100_000 }, difficulty: 0 },
    });
    const hosts = Array.from({ length: 2_050 }, (_, n) => `https://h${n}.example`);
    while (hosts.length > 0) {
      const some = hosts.splice(0, 50);
      await Promise.all(some.map((origin) => world.count({ events: [view] }, origin)));
    }
    const seen = (await world.usage()).hosts;
    assert.equal(seen.length, 2_001);
    assert.equal(seen[0]?.host, 'other');
    assert.equal(seen[0].counts['view'], 50);
  });
});

describe('feedback', () => {
  const subject = { type: 'service', id: 'PV-1001' };

  test('is counted for its subject, and suggestions can be read', async (t) => {
    const world = await open(t);
    for (const useful of [true, true, false]) await world.say({ subject, useful });
    await world.say({ subject, suggestion: ' Pielieciet <b>paraugu</b>. ' });
    await world.say({ subject: { type: 'knowledge-entry', id: 'kn-2' }, useful: true });
    const all = await world.usage();
    assert.deepEqual(all.feedback, [
      { subject, useful: 2, notUseful: 1 },
      { subject: { type: 'knowledge-entry', id: 'kn-2' }, useful: 1, notUseful: 0 },
    ]);
    assert.deepEqual(
      all.suggestions.map(({ subject: about, text }) => [about, text]),
      [[subject, 'Pielieciet <b>paraugu</b>.']],
    );
    const own = await world.usage('?institution=ozolleja');
    assert.equal(own.feedback.length, 1);
    assert.equal((await world.usage('?institution=berzkrogs')).suggestions.length, 0);
  });

  test('needs a public subject, and something to say', async (t) => {
    const world = await open(t);
    for (const body of [
      { subject },
      { subject, suggestion: '  ' },
      { subject: { type: 'service', id: 'PV-3002' }, useful: true },
      { subject: { type: 'service', id: 'nothing' }, useful: true },
      { subject, useful: true, website: 'https://spam.example' },
      { subject, useful: true, name: 'Anna' },
    ]) {
      const response = await world.post('createFeedback', body);
      assert.equal(response.status, 422, JSON.stringify(body));
      await checked('createFeedback', response);
    }
    assert.deepEqual((await world.usage()).feedback, []);
  });

  test('suggestions are limited like requests', async (t) => {
    const world = await open(t, {
      settings: { difficulty: 0, limits: { requestsPerAddress: 1 } },
    });
    await world.say({ subject, suggestion: 'Viens' });
    const second = await world.post('createFeedback', { subject, suggestion: 'Divi' });
    assert.equal(second.status, 429);
    await world.say({ subject, useful: true });
  });
});

test('an institution reads its own use, and a reader none', async (t) => {
  const world = await open(t);
  const { store } = world.register;
  const at = '2026-11-21T08:00:00Z';
  await store.putToken(
    'reader-token-of-a-test',
    { name: 'r', role: 'reader', institution: undefined },
    at,
  );
  await store.putToken(
    'berzkrogs-token-of-a-test',
    { name: 'b', role: 'help-desk', institution: 'berzkrogs' },
    at,
  );
  await world.count({ institutionId: 'ozolleja', events: [view] });
  await world.count({ institutionId: 'berzkrogs', events: [view, view] });
  assert.equal((await world.desk('usage', {}, 'reader-token-of-a-test')).status, 403);
  assert.equal((await world.fetch('/v1/admin/usage')).status, 401);
  const own = await world.usage('', 'berzkrogs-token-of-a-test');
  assert.deepEqual(own.hosts[0]?.counts, { view: 2 });
  const other = await world.desk('usage?institution=ozolleja', {}, 'berzkrogs-token-of-a-test');
  assert.equal(other.status, 403);
});
