/** A mirror copies records and takes requests of its own. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import type { RequestKindList, RequestReceipt } from '@pvp/contract';
import { openRegister } from '@pvp/testing';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startMirror } from '../../src/mirror/start-mirror.ts';
import { checked } from '../http/contract-check.ts';
import { SAMPLE_RECORDS } from '../http/sample-records.ts';
import { temporaryFolder } from '../store/test-place.ts';
import { HELP_DESK_TOKEN, request } from './request-world.ts';

test('requests to a mirror are kept by it, answered at its own desk, and outlive it', async (t) => {
  const form = {
    type: 'request-form',
    id: 'f-1',
    kind: 'incident',
    organization: 'ozolleja',
    title: { lv: 'Pieteikt bojājumu' },
  };
  const upstream = await openRegister({ seed: [...SAMPLE_RECORDS, form] });
  t.after(() => upstream.close());
  const dataDir = temporaryFolder(t);
  const start = () =>
    startMirror(
      readConfig({
        PORT: '0',
        PVP_HOST: '127.0.0.1',
        PVP_DATA_DIR: dataDir,
        PVP_HELP_DESK_TOKEN: HELP_DESK_TOKEN,
        PVP_ADMIN_TOKEN: 'admin-token-without-effect',
        PVP_REQUESTS: JSON.stringify({ difficulty: 0 }),
      }),
      { from: upstream.origin, scope: 'institution/ozolleja', log: createLog('silent') },
    );
  let mirror = await start();
  t.after(() => mirror.close());
  const at = (path: string, init?: RequestInit) => fetch(`${mirror.origin}${path}`, init);
  const desk = { authorization: `Bearer ${HELP_DESK_TOKEN}` };

  const kinds = await at('/v1/request-kinds?institution=ozolleja');
  const list = (await checked('listRequestKinds', kinds)) as RequestKindList;
  const incident = list.kinds.find(({ kind }) => kind === 'incident');
  assert.equal(incident?.title['lv'], 'Pieteikt bojājumu', 'forms are copied too');

  const sent = await at('/v1/requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(request({ serviceId: 'PV-1001' })),
  });
  const { number, secret } = (await checked('createRequest', sent)) as RequestReceipt;
  assert.equal(sent.status, 201);

  await mirror.close();
  mirror = await start();
  const tracked = await at(`/v1/requests/${number}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  assert.equal(tracked.status, 200, 'the secret holds after a new start');
  await tracked.body?.cancel();

  const detail = await at(`/v1/admin/requests/${number}`, { headers: desk });
  const answered = await at(`/v1/admin/requests/${number}/events`, {
    method: 'POST',
    headers: {
      ...desk,
      'content-type': 'application/json',
      'if-match': detail.headers.get('etag') ?? '',
    },
    body: JSON.stringify({ state: 'resolved', answer: 'Jā.' }),
  });
  assert.equal(answered.status, 200);

  // Everything else that asks for a token is the upstream's affair.
  for (const token of [HELP_DESK_TOKEN, 'admin-token-without-effect']) {
    const headers = { authorization: `Bearer ${token}` };
    assert.equal((await at('/v1/admin/service', { headers })).status, 403);
  }
  const admin = { authorization: 'Bearer admin-token-without-effect' };
  assert.equal((await at('/v1/admin/requests', { headers: admin })).status, 401);
  const own = await fetch(`${upstream.origin}/v1/admin/requests/${number}`, {
    headers: { authorization: `Bearer ${upstream.adminToken}` },
  });
  assert.equal(own.status, 404, 'the upstream never hears of it');
  assert.ok(readdirSync(dataDir).includes('requests.sqlite'));
});
