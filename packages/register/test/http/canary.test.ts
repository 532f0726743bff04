import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRegister } from '@pvp/testing';
import { serverSentEvents } from './observe.ts';
import { CANARY, SAMPLE_RECORDS } from './sample-records.ts';

/** Public addresses, with every id of every record in every place where an id can stand. */
function addresses(): string[] {
  const ids = SAMPLE_RECORDS.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])]);
  return [
    '/',
    '/v1/health',
    '/v1/openapi.json',
    '/v1/events',
    '/v1/sync/all/head',
    ...['', '&profile=residents', '&profile=businesses', '&profile=institutions'].map(
      (profile) => `/v1/services?general=true&limit=200${profile}`,
    ),
    `/v1/services?q=${CANARY}`,
    `/v1/knowledge?q=${CANARY}`,
    '/v1/life-events',
    '/v1/organizations?limit=200',
    '/v1/knowledge?limit=200',
    '/v1/support',
    ...ids.flatMap((id) => [
      `/v1/services/${id}`,
      `/v1/services?institution=${id}&general=true`,
      `/v1/life-events/${id}`,
      `/v1/organizations/${id}`,
      `/v1/resources/${id}/status`,
      `/v1/support?service=${id}`,
      `/v1/support?institution=${id}`,
      `/v1/request-kinds?service=${id}`,
      `/v1/request-kinds?institution=${id}`,
      `/v1/knowledge?service=${id}`,
      `/v1/knowledge?institution=${id}`,
      `/v1/sync/institution/${id}/head`,
      `/v1/sync/life-event/${id}/head`,
      `/v1/admin/service/${id}`,
    ]),
  ];
}

const FORMATS = [
  'application/json',
  'application/ld+json',
  'application/ld+json;profile="https://schema.org"',
  'application/vnd.hsds+json',
];

test('nothing of a management half or a restricted service gets out', async () => {
  const lines: string[] = [];
  const register = await openRegister({
    seed: SAMPLE_RECORDS,
    onLogLine: (line) => lines.push(line),
  });
  let answers = 0;
  try {
    const stream = await fetch(`${register.origin}/v1/events`);
    const events = serverSentEvents(stream);
    const told = [JSON.stringify((await events.next()).value)];
    for (const path of addresses()) {
      if (path === '/v1/events') continue;
      for (const accept of path.startsWith('/v1/services/') ? FORMATS : ['*/*']) {
        const response = await fetch(`${register.origin}${path}`, { headers: { accept } });
        const all = `${JSON.stringify([...response.headers])} ${await response.text()}`;
        // The address repeats what was asked for; the answer must not.
        assert.ok(!all.includes(CANARY), `${path} as ${accept}`);
        assert.ok(
          !/"(management|revision|manager|funding|kpis|volumes|sla|notes)"/.test(
            path === '/v1/openapi.json' ? '' : all,
          ),
          `${path} as ${accept}`,
        );
        answers++;
      }
    }
    for (const id of ['PV-1001', 'PV-3002', 'ozolleja', 'kn-1', 'RES-SECRET-LINK', 'dk-1']) {
      const record = SAMPLE_RECORDS.find((each) => each.id === id)!;
      await register.put({ ...record, management: { notes: `${CANARY} new`, sla: CANARY } });
      told.push(JSON.stringify((await events.next()).value));
    }
    assert.ok(!told.join().includes(CANARY));
    const log = lines.join('\n');
    assert.ok(lines.length > answers, 'the log was kept');
    assert.ok(!log.includes(CANARY), 'neither bodies nor query strings are logged');
    assert.ok(!log.includes(register.adminToken), 'no token is logged');
  } finally {
    await register.close();
  }
});
