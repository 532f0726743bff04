import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { RequestKind } from '@pvp/contract';
import { createLog } from '../../src/log.ts';
import { openBackends } from '../../src/requests/backends/open-backends.ts';
import { RequestKey } from '../../src/requests/request-key.ts';
import { RequestService } from '../../src/requests/request-service.ts';
import { readRequestSettings } from '../../src/requests/request-settings.ts';
import { RequestStore } from '../../src/requests/tables/request-store.ts';
import { runUpkeep } from '../../src/requests/upkeep.ts';
import {
  addCount,
  addQuery,
  addSuggestion,
  addVote,
  readUsage,
} from '../../src/requests/usage/usage-rows.ts';
import { RegisterContents } from '../../src/read-model/contents.ts';
import { temporaryFolder } from '../store/test-place.ts';
import { request } from './request-world.ts';

const DAY_MS = 24 * 3600 * 1000;

/** A service whose clock stands still until it is moved. */
async function openService(t: TestContext, given: Record<string, unknown> = {}, file = ':memory:') {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const clock = () => new Date(now);
  const settings = readRequestSettings(given);
  assert.ok(typeof settings !== 'string', String(settings));
  const contents = new RegisterContents();
  const service = new RequestService({
    store: await RequestStore.open({ file }),
    settings,
    key: new RequestKey('a key that is only for tests, and long'),
    contents: () => contents,
    ...openBackends(settings, clock),
    backendOf: () => undefined,
    clock,
    log: createLog('silent'),
  });
  t.after(() => service.close());
  let keys = 0;
  return {
    service,
    pass: (days: number) => void (now += days * DAY_MS),
    async receive(kind: RequestKind = 'information-request', text = 'Teksts') {
      const body = request({ kind, text });
      const accepted = {
        body,
        institution: 'ozolleja',
        service: undefined,
        level: 1 as const,
        proof: undefined,
      };
      const received = await service.receive(accepted, `key number ${keys++} of it`, `b${keys}`);
      assert.equal(received.status, 'received');
      return received.status === 'received' ? received.receipt.number : '';
    },
    async act(number: string, ...acts: Parameters<RequestService['act']>[2][]) {
      for (const act of acts) {
        const request = await service.store.get(number);
        assert.ok(request);
        const { status } = await service.act(request, request.revision, act);
        assert.equal(status, 'done');
      }
    },
    stateOf: async (number: string) => (await service.store.get(number))?.state,
  };
}

const by = { actor: 'staff' };
const end = [
  { state: 'resolved', ...by },
  { state: 'closed', ...by },
] as const;

test('each kind is kept for its own time after its end, and then is gone', async (t) => {
  const world = await openService(t, { retention: { complaint: 100, incident: 10 } });
  const incident = await world.receive('incident');
  const complaint = await world.receive('complaint');
  const open = await world.receive('incident');
  await world.act(incident, ...end);
  await world.act(complaint, { state: 'rejected', ...by });
  world.pass(10);
  assert.equal((await runUpkeep(world.service)).purged, 0, 'the last day counts');
  world.pass(1);
  assert.equal((await runUpkeep(world.service)).purged, 1);
  assert.equal(await world.stateOf(incident), undefined);
  assert.equal(await world.stateOf(complaint), 'rejected');
  assert.equal(await world.stateOf(open), 'acknowledged', 'what nobody ended is not forgotten yet');
  world.pass(90);
  assert.equal((await runUpkeep(world.service)).purged, 1);
  assert.equal(await world.stateOf(complaint), undefined);
  world.pass(1095);
  assert.equal((await runUpkeep(world.service)).purged, 1, 'but not for ever');
  assert.equal(await world.stateOf(open), undefined);
});

test('what is purged is not left in the files', async (t) => {
  const folder = temporaryFolder(t);
  const world = await openService(t, {}, join(folder, 'requests.sqlite'));
  const mark = 'Ļoti īpašs teksts 5f2b';
  const number = await world.receive('suggestion', mark);
  const inFiles = () =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(mark));
  assert.ok(inFiles(), 'the test looks where the text is');
  await world.act(number, ...end);
  world.pass(200);
  await runUpkeep(world.service);
  assert.ok(!inFiles());
});

test('more requests than go at once are purged in one go', async (t) => {
  const world = await openService(t);
  const numbers = await Promise.all(Array.from({ length: 230 }, () => world.receive('suggestion')));
  for (const number of numbers) await world.act(number, { state: 'rejected', ...by });
  world.pass(181);
  assert.equal((await runUpkeep(world.service)).purged, 230);
});

test('a resolved request closes by itself, and one that goes on does not', async (t) => {
  const world = await openService(t, { closeAfterDays: 14 });
  const resolved = await world.receive();
  const reopened = await world.receive();
  await world.act(resolved, { state: 'resolved', ...by });
  await world.act(reopened, { state: 'resolved', ...by });
  world.pass(13);
  await world.act(reopened, { state: 'in-progress', ...by });
  world.pass(2);
  assert.equal((await runUpkeep(world.service)).closed, 1);
  assert.equal(await world.stateOf(resolved), 'closed');
  assert.equal(await world.stateOf(reopened), 'in-progress');
  const events = await world.service.store.events(resolved);
  assert.equal(events.at(-1)?.actor, 'register');
});

test('what nobody takes up goes to the expert, once, and only where that is set', async (t) => {
  const world = await openService(t, { escalateAfterHours: { incident: 4 } });
  const incident = await world.receive('incident');
  const taken = await world.receive('incident');
  const question = await world.receive('information-request');
  await world.act(taken, { state: 'in-progress', ...by });
  world.pass(1);
  assert.equal((await runUpkeep(world.service)).escalated, 1);
  assert.equal((await runUpkeep(world.service)).escalated, 0);
  const levels = await Promise.all(
    [incident, taken, question].map(
      async (number) => (await world.service.store.get(number))?.level,
    ),
  );
  assert.deepEqual(levels, [2, 1, 1]);
});

test('files that no request named go after a day', async (t) => {
  const world = await openService(t);
  const { store, clock } = world.service;
  const upload = { id: 'u1', name: 'a.txt', mediaType: 'text/plain', bytes: 1 };
  await store.addUpload(upload, Buffer.from('a'), clock().toISOString(), 10);
  assert.equal((await runUpkeep(world.service)).uploads, 0);
  world.pass(1.1);
  assert.equal((await runUpkeep(world.service)).uploads, 1);
});

test('counters and what people thought go with time', async (t) => {
  const world = await openService(t, { retention: { usage: 30, feedback: 60 } });
  const { store } = world.service;
  const counted = { day: '2026-01-01', institution: '' };
  const subject = { type: 'service', id: 'PV-1' };
  await store.write(async (session) => {
    await addCount(session, counted, 'a.example', 'view', 1);
    await addQuery(session, counted, 'zivis', 3);
    await addVote(session, counted, subject, true);
    await addSuggestion(session, counted, subject, 's1', 'Vairāk attēlu');
  });
  const range = { institution: undefined, since: '2026-01-01', until: '2026-12-31' };
  const left = async () => {
    await runUpkeep(world.service);
    const { hosts, notFound, feedback, suggestions } = await readUsage(store.reader, range);
    return [hosts, notFound, feedback, suggestions].map(({ length }) => length);
  };
  world.pass(30);
  assert.deepEqual(await left(), [1, 1, 1, 1]);
  world.pass(1);
  assert.deepEqual(await left(), [0, 0, 1, 1]);
  world.pass(30);
  assert.deepEqual(await left(), [0, 0, 0, 0]);
});
