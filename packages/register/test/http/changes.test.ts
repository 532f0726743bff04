import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Head, HeadEvent, ServiceList } from '@pvp/contract';
import { openStore, ReadModel } from '@pvp/register';
import { openRegister } from '@pvp/testing';
import { serverSentEvents, until } from './observe.ts';
import { SAMPLE_RECORDS } from './sample-records.ts';

const bySample = (id: string) => SAMPLE_RECORDS.find((record) => record.id === id)!;

describe('the event stream', () => {
  test('begins with the position and tells of a write at once', async () => {
    const register = await openRegister({ seed: SAMPLE_RECORDS });
    try {
      const response = await fetch(`${register.origin}/v1/events`);
      assert.equal(response.headers.get('content-type'), 'text/event-stream');
      assert.equal(response.headers.get('cache-control'), 'no-store');
      const events = serverSentEvents(response);
      const first = (await events.next()).value!;
      assert.equal(first.event, 'head');
      const head = (await (await fetch(`${register.origin}/v1/sync/all/head`)).json()) as Head;
      assert.equal((first.data as HeadEvent).checkpoint, head.checkpoint);

      await register.put({ ...bySample('PV-1001'), keywords: ['adrese'] });
      const second = (await events.next()).value!.data as HeadEvent;
      assert.notEqual(second.checkpoint, head.checkpoint);
      assert.deepEqual([...second.scopes].sort(), [
        'all',
        'institution/ozolleja',
        'life-event/dzivesvietas-maina',
      ]);
    } finally {
      await register.close();
    }
  });

  test('says nothing of a restricted service but that the position moved', async () => {
    const register = await openRegister({ seed: SAMPLE_RECORDS });
    try {
      const events = serverSentEvents(await fetch(`${register.origin}/v1/events`));
      const first = (await events.next()).value!.data as HeadEvent;
      await register.put({ ...bySample('PV-3002'), keywords: ['x'] });
      const second = (await events.next()).value!.data as HeadEvent;
      assert.notEqual(second.checkpoint, first.checkpoint);
      assert.deepEqual(second.scopes, []);
    } finally {
      await register.close();
    }
  });

  test('ends when the register ends, within two seconds', async () => {
    const register = await openRegister({ seed: 'none' });
    const events = serverSentEvents(await fetch(`${register.origin}/v1/events`));
    await events.next();
    const started = performance.now();
    await register.close();
    assert.ok(performance.now() - started < 2000);
    assert.equal((await events.next()).done, true);
  });
});

test('what another process writes to the same file shows within two seconds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pvp-two-'));
  const file = join(folder, 'register.sqlite');
  const own = await openStore({ file });
  const other = await openStore({ file });
  const register = await openRegister({ store: own, seed: SAMPLE_RECORDS });
  try {
    const record = { ...bySample('PV-1500'), title: { lv: 'Pavisam cits nosaukums' } };
    const context = { actor: 'other', at: '2026-11-21T09:00:00Z' };
    await other.write([{ record, expect: 'any' }], context);
    await until(
      'the change is shown',
      async () => {
        const response = await fetch(`${register.origin}/v1/services?q=pavisam`);
        return ((await response.json()) as ServiceList).total === 1;
      },
      2000,
    );
  } finally {
    await register.close();
    await own.close();
    await other.close();
    rmSync(folder, { recursive: true });
  }
});

test('a state that was led on by the log equals one that was read anew', async () => {
  const store = await openStore({ file: ':memory:' });
  const led = await ReadModel.open(store);
  const context = { actor: 'test', at: '2026-11-21T09:00:00Z' };
  const writes = SAMPLE_RECORDS.map((record) => ({ record, expect: 'any' as const }));
  await store.write(writes, context);
  const { type, id } = bySample('PV-1500');
  await store.delete(type, id, 'any', 'test', context);
  // From public to restricted: it leaves every anonymous scope.
  const hidden = { ...bySample('PV-1002'), kind: 'inter-restricted', audience: ['ozolleja'] };
  await store.write([{ record: hidden, expect: 'any' }], context);
  await led.catchUp();

  const anew = await ReadModel.open(store);
  for (const scope of [
    'all',
    'institution/ozolleja',
    'institution/berzkrogs',
    'life-event/dzivesvietas-maina',
    'life-event/majokla-buvnieciba',
  ]) {
    assert.deepEqual(led.scopeState(scope), anew.scopeState(scope), scope);
  }
  assert.equal(led.checkpoint, anew.checkpoint);
  assert.equal(led.contents.get('service', 'PV-1002'), undefined);
  assert.equal(led.scopeState('all')?.count, SAMPLE_RECORDS.length - 4);
  led.close();
  anew.close();
  await store.close();
});

test('a resource that is back in order clears the outage of what depends on it', async () => {
  const register = await openRegister({ seed: SAMPLE_RECORDS });
  try {
    const events = serverSentEvents(await fetch(`${register.origin}/v1/events`));
    await events.next();
    const status = { state: 'operational' };
    await register.put({ ...bySample('RES-SECRET-LINK'), status });
    const { scopes } = (await events.next()).value!.data as HeadEvent;
    assert.ok(scopes.includes('institution/ozolleja'));
    const response = await fetch(`${register.origin}/v1/services/PV-1001`);
    const { derived } = (await response.json()) as { derived: object };
    assert.ok(!('outages' in derived));
  } finally {
    await register.close();
  }
});
