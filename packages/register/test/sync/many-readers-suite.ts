/** Many who write to one database, and many who read from several processes and a standby at random. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { ChangePage } from '@pvp/contract';
import { memoryStore, openReplica } from '@pvp/sdk/sync';
import { until } from '@pvp/testing';
import { createTestSchema, type TestPostgres, type TestStandby } from '@pvp/testing/postgres';
import { openStore } from '../../src/store/open-store.ts';
import { openFor, service } from '../store/test-place.ts';
import { idsOf, writeAsWriter, WRITERS } from '../store/writer.ts';
import { seeded, type Random } from './random-writes.ts';

const SCRIPT = fileURLToPath(new URL('register-process.ts', import.meta.url));
const TOKEN = 'a-token-of-many-characters';
/** Writers that write through a process, with a record of their own and one of everybody's. */
const HTTP_WRITES = 15;
/** How often the standby has to say that it is behind before it may follow again. */
const TOLD_TO_WAIT = 5;

export function manyReadersSuite(primary: TestPostgres, standby: TestStandby): void {
  test(`${WRITERS} writers, two processes and a standby read at random: nothing is missed`, async (t) => {
    const schema = await createTestSchema(primary);
    const children: ChildProcess[] = [];
    t.after(async () => {
      await standby.resume();
      await Promise.all(children.map(endProcess));
      await schema.remove();
    });
    const store = await openFor(t, { databaseUrl: schema.url });
    await store.write([{ record: service('PV-0'), expect: 'any' }], {
      actor: 't',
      at: new Date().toISOString(),
    });
    const { seq } = await store.position();
    const standbyStore = await until('the tables on the standby', () =>
      openStore({ databaseUrl: schema.urlOn(standby) }).catch(() => undefined),
    );
    await standbyStore.close();
    const origins = await Promise.all([
      startProcess(children, schema.url),
      startProcess(children, schema.url),
      startProcess(children, schema.urlOn(standby)),
    ]);
    const anyOf = (random: Random, count: number) => origins[Math.floor(random() * count)]!;

    // Behind from the start, until it has said so several times.
    await standby.pause();
    let isWriting = true;
    const write = async (writer: number) => {
      if (writer % 2 === 0) return writeThrough(anyOf(seeded(writer), 2), writer);
      const own = await openStore({ databaseUrl: schema.url });
      await writeAsWriter(own, writer).finally(() => own.close());
    };
    const written = Promise.all(Array.from({ length: WRITERS }, (_, n) => write(n))).finally(
      () => (isWriting = false),
    );
    const end = async () => {
      await written;
      const { epoch, seq } = await store.position();
      return `${epoch}.${seq}`;
    };
    const readers = [
      followLog(
        origins,
        seeded(21),
        () => isWriting,
        end,
        () => standby.resume(),
      ),
      keepReplica(t, origins, seeded(22), () => isWriting, end),
    ] as const;
    const [log, contents] = await Promise.all(readers);
    await written;

    const position = await store.position();
    assert.deepEqual(
      [...new Set(log.map((change) => change.seq))],
      Array.from({ length: position.seq - seq }, (_, n) => seq + n + 1),
      'every transaction is told, in order',
    );
    const expected = new Map<string, string>();
    for await (const batch of store.readAll()) {
      for (const { kind, id, hash } of batch) expected.set(`${kind}/${id}`, hash);
    }
    const ids = Array.from({ length: WRITERS }, (_, n) => (n % 2 === 0 ? httpIdsOf(n) : idsOf(n)));
    for (const id of ids.flat()) assert.ok(expected.has(`service/${id}`), `${id} was written`);
    assert.deepEqual(contents, new Map([...expected].sort(([a], [b]) => (a < b ? -1 : 1))));
  });
}

/** Reads the log page by page, each page from any process. */
async function followLog(
  origins: readonly string[],
  random: Random,
  isWriting: () => boolean,
  end: () => Promise<string>,
  onLag: () => Promise<void>,
): Promise<ChangePage['changes']> {
  const changes: ChangePage['changes'] = [];
  let { checkpoint } = (await (await fetch(`${origins[0]}/v1/sync/all/head`)).json()) as ChangePage;
  assert.equal(seqOf(checkpoint), 1);
  const hashes = new Map<string, string | null>();
  let last: string | undefined;
  let lagging = 0;
  while (checkpoint !== last || lagging < TOLD_TO_WAIT) {
    if (!isWriting()) last ??= await end();
    const origin = origins[Math.floor(random() * origins.length)]!;
    const answer = await fetch(`${origin}/v1/sync/all/changes?since=${checkpoint}`);
    if (!answer.ok) {
      const { type } = (await answer.json()) as { type: string };
      assert.deepEqual([answer.status, type], [503, 'urn:pvp:problem:position-ahead']);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      if (++lagging === TOLD_TO_WAIT) await onLag();
      continue;
    }
    const page = (await answer.json()) as ChangePage;
    assert.ok(seqOf(page.checkpoint) >= seqOf(checkpoint), 'the checkpoint never goes back');
    for (const change of page.changes) {
      const key = `${change.kind}/${change.id}`;
      assert.ok(change.seq > seqOf(checkpoint) && change.seq <= seqOf(page.checkpoint));
      if (hashes.has(key)) assert.equal(change.prevHash, hashes.get(key), `${key}, ${change.seq}`);
      hashes.set(key, change.hash);
    }
    changes.push(...page.changes);
    ({ checkpoint } = page);
  }
  return changes;
}

/** Keeps a replica, each request of which any process may answer; gives its hashes in the end. */
async function keepReplica(
  t: TestContext,
  origins: readonly string[],
  random: Random,
  isWriting: () => boolean,
  end: () => Promise<string>,
): Promise<Map<string, string>> {
  const replica = await openReplica({
    register: 'http://register.example',
    store: memoryStore(),
    retry: 0,
    fetch: (input, init) => {
      const { pathname, search } = new URL(input instanceof Request ? input.url : input);
      return fetch(origins[Math.floor(random() * origins.length)]! + pathname + search, init);
    },
  });
  t.after(() => replica.close());
  let last: string | undefined;
  let syncs = 0;
  while (replica.status.checkpoint === undefined || replica.status.checkpoint !== last) {
    if (!isWriting()) last ??= await end();
    const { checkpoint: before } = replica.status;
    await replica.sync().catch((error: { retryable?: boolean }) => {
      assert.ok(error.retryable, String((error as Error).stack));
    });
    const { checkpoint: after } = replica.status;
    if (before !== undefined) assert.ok(seqOf(after!) >= seqOf(before), 'never back');
    syncs++;
  }
  assert.ok(syncs > 1);
  const hashes: [string, string][] = [];
  for await (const { type, id, hash } of replica.records()) {
    hashes.push([`${type}/${id}`, String(hash)]);
  }
  return new Map(hashes.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function httpIdsOf(writer: number): string[] {
  return Array.from({ length: HTTP_WRITES }, (_, n) => `h${writer}-${n}`);
}

async function writeThrough(origin: string, writer: number): Promise<void> {
  for (const id of httpIdsOf(writer)) {
    const answer = await fetch(`${origin}/v1/admin/service/${id}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'if-none-match': '*',
      },
      body: JSON.stringify(service(id, { title: { lv: `${writer}: ${id}` } })),
    });
    assert.equal(answer.status, 201, await answer.text());
  }
}

/** Gives the origin of a register in a process of its own. */
async function startProcess(children: ChildProcess[], databaseUrl: string): Promise<string> {
  const child = spawn(
    process.execPath,
    ['--conditions=pvp-source', '--import', import.meta.resolve('tsx'), SCRIPT],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        PORT: '0',
        PVP_HOST: '127.0.0.1',
        PVP_ADMIN_TOKEN: TOKEN,
        PVP_POLL_MS: '50',
        PVP_LOG_LEVEL: 'error',
      },
    },
  );
  children.push(child);
  const lines = createInterface({ input: child.stdout });
  const [origin] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => assert.fail(`the register ended with code ${code}`)),
  ])) as [string];
  return origin;
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

function seqOf(checkpoint: string): number {
  return Number(checkpoint.split('.')[1]);
}
