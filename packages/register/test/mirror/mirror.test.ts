/** A mirror beside the register that it follows, seen by those who read from it. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scheduler } from 'node:timers/promises';
import { after, test, type TestContext } from 'node:test';
import type { ChangePage, Head, KeySet, Manifest } from '@pvp/contract';
import {
  createLog,
  readConfig,
  startMirror,
  type MirrorHealth,
  type MirrorOptions,
  type RunningMirror,
} from '@pvp/register';
import { memoryStore, openReplica } from '@pvp/sdk/sync';
import { openRegister } from '@pvp/testing';
import { checked } from '../http/contract-check.ts';
import { CANARY, SAMPLE_RECORDS } from '../http/sample-records.ts';

const TOKEN = 'a-secret-of-the-upstream-4711';
const root = await mkdtemp(join(tmpdir(), 'pvp-mirror-'));
after(() => rm(root, { recursive: true }));

const lines: string[] = [];
const log = createLog('trace', { write: (line) => void lines.push(line) });

async function mirrorOf(
  origin: string,
  options: Partial<MirrorOptions> & { dataDir?: string } = {},
): Promise<RunningMirror> {
  const config = readConfig({
    PORT: '0',
    PVP_HOST: '127.0.0.1',
    PVP_POLL_MS: '20',
    PVP_DATA_DIR: options.dataDir ?? (await mkdtemp(join(root, 'data-'))),
    PVP_UPSTREAM_TOKEN: TOKEN,
    PVP_UPSTREAM_HEADERS: JSON.stringify({ 'X-Api-Key': TOKEN }),
  });
  return startMirror(config, { from: origin, log, askEveryMs: 50, ...options });
}

async function pair(t: TestContext, options: Partial<MirrorOptions> = {}) {
  const upstream = await openRegister({ seed: SAMPLE_RECORDS });
  let isOpen = true;
  const stop = async () => {
    if (isOpen) await upstream.close();
    isOpen = false;
  };
  t.after(stop);
  const mirror = await mirrorOf(upstream.origin, options);
  t.after(() => mirror.close());
  return { upstream, mirror, stop };
}

async function json<T>(of: { origin: string }, path: string): Promise<T> {
  const response = await fetch(`${of.origin}${path}`);
  assert.equal(response.status, 200, path);
  return (await response.json()) as T;
}

/** Looks again until it is so. */
async function until(what: string, look: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (!(await look())) {
    assert.ok(performance.now() < deadline, `${what}: not seen`);
    await scheduler.wait(20);
  }
}

const service = (id: string) => SAMPLE_RECORDS.find((record) => record.id === id)!;
const retitled = (id: string, title: string) => ({ ...service(id), title: { lv: title } });

function withoutOutages(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      key === 'outage' || key === 'outages' ? undefined : part,
    ),
  );
}

const READS = [
  '/v1/services?general=true&limit=200',
  '/v1/services?institution=ozolleja&general=true',
  '/v1/services?q=dzīvesvietas&lang=lv',
  '/v1/services/PV-1001',
  '/v1/services/ppk-77',
  '/v1/life-events',
  '/v1/life-events/dzivesvietas-maina',
  '/v1/organizations?limit=200',
  '/v1/organizations/ozolleja',
  '/v1/support',
  '/v1/support?institution=ozolleja',
  '/v1/knowledge?limit=200',
];
const SCOPES = ['all', 'institution/ozolleja', 'life-event/dzivesvietas-maina'];

test('answers as its upstream does, but for what does not work there', async (t) => {
  const { upstream, mirror } = await pair(t);
  for (const path of READS) {
    const [there, here] = [await json(upstream, path), await json(mirror, path)];
    assert.deepEqual(here, withoutOutages(there), path);
  }
  for (const path of ['/v1/services/PV-9004', '/v1/services/PV-3002', '/v1/services/none']) {
    const statuses = [upstream, mirror].map(async ({ origin }) => (await fetch(origin + path)).status); // prettier-ignore
    const [there, here] = await Promise.all(statuses);
    assert.equal(here, there, path);
  }
});

test('passes on epoch, number and signature, and the keys that they were signed with', async (t) => {
  const { upstream, mirror } = await pair(t);
  for (const scope of SCOPES) {
    const there = await json<Head>(upstream, `/v1/sync/${scope}/head`);
    const response = await fetch(`${mirror.origin}/v1/sync/${scope}/head`);
    const here = (await checked('getHead', response)) as Head;
    assert.ok(here.fetchedAt, 'when the upstream was heard');
    const { checkpoint, count, stateHash, licence, attribution, schema } = there;
    assert.deepEqual(
      { ...here, fetchedAt: null, floor: '' },
      {
        ...{ checkpoint, count, stateHash, licence, attribution, schema },
        ...{ fetchedAt: null, floor: '', signature: scope === 'all' ? there.signature : null },
      },
      scope,
    );
    const manifest = (await checked(
      'getSnapshot',
      await fetch(`${mirror.origin}/v1/sync/${scope}/snapshot`),
    )) as Manifest;
    assert.deepEqual(
      [manifest.checkpoint, manifest.stateHash, manifest.signature],
      [checkpoint, stateHash, here.signature],
    );
  }
  const path = '/.well-known/pvp-keys.json';
  assert.deepEqual(await json<KeySet>(mirror, path), await json<KeySet>(upstream, path));
});

test('a change arrives, and a replica of the mirror follows it with signatures', async (t) => {
  const { upstream, mirror } = await pair(t);
  const store = memoryStore();
  const replica = await openReplica({ register: mirror.origin, store, publicKey: 'register' });
  t.after(() => replica.close());
  const first = await replica.sync();
  assert.ok(first.puts > 5);

  await upstream.put(retitled('PV-1001', 'Mainīts nosaukums'));
  await upstream.put({ ...service('PV-1001'), title: { lv: 'Mainīts vēlreiz' } });
  const { checkpoint } = await json<Head>(upstream, '/v1/sync/all/head');
  await until('the change', async () => {
    const head = await json<Head>(mirror, '/v1/sync/all/head');
    return head.checkpoint === checkpoint && head.signature !== null;
  });
  const { title } = await json<{ title: { lv: string } }>(mirror, '/v1/services/PV-1001');
  assert.equal(title.lv, 'Mainīts vēlreiz');

  const second = await replica.sync();
  assert.equal(second.to, checkpoint);
  assert.deepEqual([second.puts, second.deletes, second.repaired], [1, 0, []]);
  assert.equal((await replica.get<typeof second & { title: { lv: string } }>('service', 'PV-1001'))?.title.lv, 'Mainīts vēlreiz'); // prettier-ignore
});

test('tells changes from positions where it stood, and sends all others to the snapshot', async (t) => {
  const upstream = await openRegister({ seed: SAMPLE_RECORDS });
  t.after(() => upstream.close());
  const before = await json<Head>(upstream, '/v1/sync/all/head');
  await upstream.put(retitled('PV-1001', 'Pirms spoguļa'));
  const mirror = await mirrorOf(upstream.origin);
  t.after(() => mirror.close());
  const changes = (since: string, scope = 'all') =>
    fetch(`${mirror.origin}/v1/sync/${scope}/changes?since=${since}`);

  const gone = await changes(before.checkpoint);
  assert.equal(gone.status, 410);
  const problem = (await checked('getChanges', gone)) as { floor: string; snapshot: string };
  const start = await json<Head>(mirror, '/v1/sync/all/head');
  assert.equal(problem.floor, start.floor);
  assert.equal(problem.snapshot, '/v1/sync/all/snapshot');

  await upstream.put(retitled('PV-1001', 'Pēc spoguļa'));
  const page = async (scope: string) =>
    (await checked('getChanges', await changes(start.checkpoint, scope))) as ChangePage;
  await until('the change', async () => (await page('all')).changes.length > 0);
  const { checkpoint } = await json<Head>(upstream, '/v1/sync/all/head');
  const all = await page('all');
  assert.deepEqual([all.checkpoint, all.more], [checkpoint, false]);
  assert.deepEqual(all.changes.map(({ op, id }) => [op, id]), [['put', 'PV-1001']]); // prettier-ignore
  assert.deepEqual((await page('institution/berzkrogs')).changes, []);
  assert.equal((await page('institution/berzkrogs')).checkpoint, checkpoint);
});

test('takes a new log of its upstream as its own', async (t) => {
  const { upstream, mirror } = await pair(t);
  const old = await json<Head>(mirror, '/v1/sync/all/head');
  await upstream.store.newEpoch('the test', new Date().toISOString());
  await upstream.put(retitled('PV-1001', 'Citā žurnālā'));
  await until('the new epoch', async () => {
    const here = await json<Head>(mirror, '/v1/sync/all/head');
    return here.checkpoint === (await json<Head>(upstream, '/v1/sync/all/head')).checkpoint;
  });
  const { title } = await json<{ title: { lv: string } }>(mirror, '/v1/services/PV-1001');
  assert.equal(title.lv, 'Citā žurnālā');
  const changes = await fetch(`${mirror.origin}/v1/sync/all/changes?since=${old.checkpoint}`);
  assert.equal(changes.status, 410);
});

test('serves on without its upstream, also after a restart, and says so', async (t) => {
  const upstream = await openRegister({ seed: SAMPLE_RECORDS });
  const dataDir = await mkdtemp(join(root, 'kept-'));
  const first = await mirrorOf(upstream.origin, { dataDir });
  const health = (of: { origin: string }) => json<MirrorHealth>(of, '/v1/health');
  const healthy = await health(first);
  assert.deepEqual([healthy.status, healthy.reason, healthy.upstream.answers], ['ok', undefined, true]); // prettier-ignore
  const signed = await json<Head>(first, '/v1/sync/all/head');
  const keys = await json<KeySet>(first, '/.well-known/pvp-keys.json');
  await upstream.close();

  await until('that nobody answers', async () => !(await health(first)).upstream.answers);
  const {
    status,
    reason,
    upstream: heard,
  } = (await checked('getHealth', await fetch(`${first.origin}/v1/health`))) as MirrorHealth;
  assert.equal(status, 'ok');
  assert.match(reason ?? '', /does not answer/);
  const record = await json<Record<string, unknown>>(first, '/v1/services/PV-1001');
  assert.ok(!('fetchedAt' in record));
  const dated = await json<Head>(first, '/v1/sync/all/head');
  assert.equal(dated.fetchedAt, heard.heardAt);
  await first.close();

  const second = await mirrorOf(upstream.origin, { dataDir });
  t.after(() => second.close());
  assert.deepEqual(await json(second, '/v1/services/PV-1001'), record);
  const { checkpoint, signature, fetchedAt } = await json<Head>(second, '/v1/sync/all/head');
  assert.deepEqual(
    [checkpoint, signature, fetchedAt],
    [signed.checkpoint, signed.signature, dated.fetchedAt],
  );
  assert.deepEqual(await json<KeySet>(second, '/.well-known/pvp-keys.json'), keys);
});

test('holds one institution alone', async (t) => {
  const { upstream, mirror } = await pair(t, { scope: 'institution/ozolleja' });
  const scope = 'institution/ozolleja';
  const [there, here] = [
    await json<Head>(upstream, `/v1/sync/${scope}/head`),
    await json<Head>(mirror, `/v1/sync/${scope}/head`),
  ];
  assert.deepEqual(
    [here.checkpoint, here.count, here.stateHash, here.signature],
    [there.checkpoint, there.count, there.stateHash, there.signature],
  );
  for (const other of ['all', 'institution/berzkrogs', 'life-event/dzivesvietas-maina']) {
    const { status } = await fetch(`${mirror.origin}/v1/sync/${other}/head`);
    assert.equal(status, 404, `${other} would be incomplete`);
  }
  const path = `/v1/services?institution=ozolleja&general=true`;
  const items = async (of: { origin: string }) =>
    withoutOutages((await json<{ items: unknown }>(of, path)).items);
  assert.deepEqual(await items(mirror), await items(upstream));
});

test('takes no writes and holds nothing for certain institutions', async (t) => {
  const { upstream, mirror } = await pair(t);
  for (const method of ['PUT', 'DELETE', 'GET']) {
    const response = await fetch(`${mirror.origin}/v1/admin/service/PV-1001`, {
      method,
      headers: { authorization: `Bearer ${upstream.adminToken}` },
    });
    assert.equal(response.status, 403, method);
    assert.match(await response.text(), /This is a mirror/);
  }
  const audience = await fetch(`${mirror.origin}/v1/sync/audience/ozolleja/head`, {
    headers: { authorization: `Bearer ${upstream.adminToken}` },
  });
  assert.equal(audience.status, 404);
  await assert.rejects(
    mirrorOf(upstream.origin, { scope: 'audience/ozolleja' }),
    /cannot be mirrored, because a mirror answers everybody/,
  );
});

test('a first copy that fails leaves nobody listening', async () => {
  const upstream = await openRegister({ seed: 'none' });
  const { origin } = upstream;
  await upstream.close();
  await assert.rejects(mirrorOf(origin), /could not be reached/);
});

test('credentials go to the upstream alone', async (t) => {
  const heard: { url: string; keys: (string | string[] | undefined)[] }[] = [];
  const target = await openRegister({ seed: SAMPLE_RECORDS });
  t.after(() => target.close());
  const note = (name: string) =>
    createServer((request, response) => {
      const { authorization, 'x-api-key': key } = request.headers;
      heard.push({ url: `${name}${request.url}`, keys: [authorization, key] });
      if (name === 'other' || request.url === '/.well-known/pvp-keys.json') {
        const { port } = other.address() as AddressInfo;
        response.writeHead(302, { location: `http://127.0.0.1:${port}/moved` }).end();
        return;
      }
      const controller = new AbortController();
      request.on('close', () => controller.abort());
      const { signal } = controller;
      void fetch(`${target.origin}${request.url}`, { signal })
        .then(async (answer) => {
          const type = answer.headers.get('content-type') ?? '';
          response.writeHead(answer.status, { 'content-type': type });
          for await (const piece of answer.body ?? []) response.write(piece);
        })
        .catch(() => undefined)
        .finally(() => response.end());
    });
  const other = note('other');
  const front = note('front');
  for (const server of [other, front]) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => {
      server.closeAllConnections();
      server.close();
    });
  }
  const dataDir = await mkdtemp(join(root, 'secret-'));
  const { port } = front.address() as AddressInfo;
  const mirror = await mirrorOf(`http://127.0.0.1:${port}`, { dataDir });
  t.after(() => mirror.close());
  assert.ok(heard.length > 4);
  for (const { url, keys } of heard) {
    assert.deepEqual(keys, [`Bearer ${TOKEN}`, TOKEN], url);
    assert.ok(url.startsWith('front/') && !url.includes(TOKEN), url);
  }

  const answers: string[] = [];
  for (const path of [...READS, '/v1/health', '/v1/sync/all/head', '/v1/sync/all/snapshot']) {
    const response = await fetch(`${mirror.origin}${path}`);
    answers.push(JSON.stringify([...response.headers]), await response.text());
  }
  const files: string[] = [];
  for (const name of await readdir(dataDir)) files.push(await readFile(join(dataDir, name), 'latin1')); // prettier-ignore
  assert.ok(files.some((text) => text.includes('PV-1001')));
  for (const [where, texts] of Object.entries({ answers, files, lines })) {
    assert.ok(texts.length > 0, where);
    for (const text of texts) {
      assert.ok(!text.includes(TOKEN), `${where} hold no credentials`);
      assert.ok(!text.includes(CANARY), `${where} hold nothing of a management half`);
    }
  }
});
