/**
 * A plugin for @web/test-runner that gives browser tests real registers. Each stands on a port of
 * its own, so that every request of a test crosses origins as it does on an institution's page.
 *
 * - `POST /__register` (optional JSON body `{"seed": "sample" | "none"}`) starts one and answers
 *   `{id, origin, adminToken}`.
 * - `POST /__register/{id}/stop` ends its server and keeps its data; `POST /__register/{id}/start`
 *   brings it back on the same port; records and requests are still there.
 * - `POST /__register/{id}/publish` publishes what it has as plain files, and answers `{address}` of
 *   the folder, the same one each time.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FullRecord } from '@pvp/contract';
import { openStore, seedStore, type Store } from '@pvp/register';
import { openPublishedFolder, type PublishedFolder } from './published-folder.ts';
import { openRegister, writeRecords, type RegisterFixture } from './register-fixture.ts';

/** As much of the test runner's plugin interface as is used here. */
interface RequestOfRunner {
  method: string;
  path: string;
  req: IncomingMessage;
  status: number;
}
export interface RunnerPlugin {
  name: string;
  serve(context: RequestOfRunner): Promise<{ body: string; type: 'json' } | undefined>;
  serverStop(): Promise<void>;
}

interface Held {
  store: Store;
  /** Folder of its requests, which outlive the server as they do elsewhere. */
  folder: string;
  adminToken: string;
  port: number;
  origin: string;
  running: RegisterFixture | undefined;
  published: PublishedFolder | undefined;
}

const ROUTE = /^\/__register(?:\/([0-9]+)\/(start|stop|publish))?$/;

export function registerPlugin(): RunnerPlugin {
  const registers = new Map<string, Held>();
  let opened = 0;
  // Judging the sample data takes a second or two; every further register gets a copy.
  let sample: Promise<FullRecord[]> | undefined;

  const open = async (seed: 'sample' | 'none') => {
    const id = String(++opened);
    const store = await openStore({ file: ':memory:' });
    if (seed === 'sample') await writeRecords(store, await (sample ??= readSample()));
    const folder = await mkdtemp(join(tmpdir(), 'pvp-requests-'));
    const running = await openRegister({ store, seed: 'none', ...requestsIn(folder) });
    const { adminToken, origin, port } = running;
    registers.set(id, { store, folder, adminToken, origin, port, running, published: undefined });
    return { id, origin, adminToken };
  };
  const stop = async (held: Held) => {
    await held.running?.close();
    held.running = undefined;
  };
  const start = async (held: Held) => {
    const { store, folder, adminToken, port } = held;
    const kept = { store, adminToken, port, ...requestsIn(folder) };
    held.running ??= await openRegister({ ...kept, seed: 'none' });
  };
  const publish = async (held: Held) => {
    if (held.published) await held.published.publish();
    else held.published = await openPublishedFolder(held.origin);
    return { address: held.published.address };
  };
  const control = async (id: string | undefined, action: string | undefined, body: Options) => {
    if (id === undefined) return open(body.seed ?? 'sample');
    const held = registers.get(id);
    if (held === undefined) return undefined;
    if (action === 'publish') return publish(held);
    await (action === 'stop' ? stop(held) : start(held));
    return { id, origin: held.origin, adminToken: held.adminToken };
  };

  return {
    name: 'pvp-register',
    async serve(context) {
      const [matched, id, action] = ROUTE.exec(context.path) ?? [];
      if (matched === undefined || context.method !== 'POST') return undefined;
      const answer = await control(id, action, (await readJson(context.req)) as Options);
      if (answer === undefined) context.status = 404;
      return { body: JSON.stringify(answer ?? { error: 'No such register.' }), type: 'json' };
    },
    async serverStop() {
      await Promise.all(
        [...registers.values()].map(async (held) => {
          await held.published?.close();
          await stop(held);
          await held.store.close();
          await rm(held.folder, { recursive: true, force: true });
        }),
      );
    },
  };
}

interface Options {
  seed?: 'sample' | 'none';
}

/** The same file and the same key each time, so that numbers and secrets stay good. */
function requestsIn(folder: string) {
  return {
    requestPlace: { file: join(folder, 'requests.sqlite') },
    env: { PVP_REQUEST_KEY: `key-of-${folder}`.padEnd(64, '.') },
  };
}

async function readSample(): Promise<FullRecord[]> {
  const store = await openStore({ file: ':memory:' });
  try {
    await seedStore(store, { at: new Date().toISOString() });
    const records: FullRecord[] = [];
    for await (const batch of store.readAll()) {
      for (const { record, management } of batch) {
        records.push({ ...record, ...(management && { management }) });
      }
    }
    return records;
  } finally {
    await store.close();
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as unknown);
}
