/**
 * A plugin for @web/test-runner that gives browser tests real registers. Each stands on a port of
 * its own, so that every request of a test crosses origins as it does on an institution's page.
 *
 * - `POST /__register` (optional JSON body `{"seed": "sample" | "none"}`) starts one and answers
 *   `{id, origin, adminToken}`.
 * - `POST /__register/{id}/stop` ends its server and keeps its data; `POST /__register/{id}/start`
 *   brings it back on the same port.
 */
import type { IncomingMessage } from 'node:http';
import { openStore, type Store } from '@pvp/register';
import { openRegister, type RegisterFixture } from './register-fixture.ts';

/** As much of the test runner's plugin interface as is used here. */
interface RequestOfRunner {
  method: string;
  path: string;
  req: IncomingMessage;
  status: number;
  body: unknown;
}
export interface RunnerPlugin {
  name: string;
  serverStart(args: { app: { use(middleware: Middleware): unknown } }): void;
  serverStop(): Promise<void>;
}
type Middleware = (context: RequestOfRunner, next: () => Promise<void>) => Promise<void>;

interface Held {
  store: Store;
  adminToken: string;
  port: number;
  origin: string;
  running: RegisterFixture | undefined;
}

const ROUTE = /^\/__register(?:\/([0-9]+)\/(start|stop))?$/;

export function registerPlugin(): RunnerPlugin {
  const registers = new Map<string, Held>();
  let opened = 0;

  const open = async (seed: 'sample' | 'none') => {
    const id = String(++opened);
    const store = await openStore({ file: ':memory:' });
    const running = await openRegister({ store, seed });
    const { adminToken, origin, port } = running;
    registers.set(id, { store, adminToken, origin, port, running });
    return { id, origin, adminToken };
  };
  const stop = async (held: Held) => {
    await held.running?.close();
    held.running = undefined;
  };
  const start = async (held: Held) => {
    const { store, adminToken, port } = held;
    held.running ??= await openRegister({ store, seed: 'none', adminToken, port });
  };

  return {
    name: 'pvp-register',
    serverStart({ app }) {
      app.use(async (context, next) => {
        const [matched, id, action] = ROUTE.exec(context.path) ?? [];
        if (matched === undefined || context.method !== 'POST') return next();
        if (id === undefined) {
          const { seed = 'sample' } = (await readJson(context.req)) as {
            seed?: 'sample' | 'none';
          };
          context.body = await open(seed);
          return;
        }
        const held = registers.get(id);
        if (held === undefined) {
          context.status = 404;
          context.body = { error: 'There is no such register.' };
          return;
        }
        await (action === 'stop' ? stop(held) : start(held));
        context.body = { id, origin: held.origin, adminToken: held.adminToken };
      });
    },
    async serverStop() {
      await Promise.all(
        [...registers.values()].map(async (held) => {
          await stop(held);
          await held.store.close();
        }),
      );
    },
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as unknown);
}
