/**
 * A plugin for @web/test-runner that runs conformance suites in Node, against replicas that live in
 * the processes of a browser's page (see `page.ts`).
 *
 * - `/__conformance/address` answers where the page hears what to do and tells what came.
 * - `/__conformance/process.js` and `/__conformance/frame.html` are what such a process runs.
 */
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { WebSocketServer, type WebSocket } from 'ws';
import { collectTests, type RegisterTest } from '../test-scope.ts';
import { BrowserHost } from './browser-host.ts';
import { fromWire, toWire, type HostMessage, type PageMessage } from './wire.ts';

/** Tells of the tests of a suite that uses this host. */
export type BrowserSuite = (host: BrowserHost, test: RegisterTest) => void;

interface ServedByRunner {
  body: string;
  type: 'js' | 'html' | 'text';
}
/** As much of the test runner's plugin interface as is used here. */
export interface ConformancePlugin {
  name: string;
  serve(context: { path: string }): Promise<ServedByRunner | undefined>;
  serverStop(): Promise<void>;
}

const CONTROL = '/__conformance';
const FRAME = `<!doctype html><title>A tab</title><script type="module" src="${CONTROL}/process.js"></script>`;

export function conformancePlugin(suites: Record<string, BrowserSuite>): ConformancePlugin {
  let server: Promise<WebSocketServer> | undefined;
  let script: Promise<string> | undefined;
  return {
    name: 'conformance',
    async serve({ path }) {
      switch (path) {
        case `${CONTROL}/process.js`:
          return { body: await (script ??= bundle()), type: 'js' };
        case `${CONTROL}/frame.html`:
          return { body: FRAME, type: 'html' };
        case `${CONTROL}/address`: {
          const { port } = (await (server ??= listen(suites))).address() as AddressInfo;
          return { body: `ws://127.0.0.1:${port}`, type: 'text' };
        }
        default:
          return undefined;
      }
    },
    async serverStop() {
      const opened = await server;
      opened?.clients.forEach((client) => client.terminate());
      opened?.close();
    },
  };
}

/** One file, so that a process starts with one request. */
async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./process.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    conditions: ['pvp-source'],
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

async function listen(suites: Record<string, BrowserSuite>): Promise<WebSocketServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (page, { url = '' }) => {
    const suite = suites[url.slice(1)];
    if (suite) serve(suite, page);
    else page.close(1008, `There is no suite ${url.slice(1)}`);
  });
  await new Promise((listening) => server.once('listening', listening));
  return server;
}

function serve(suite: BrowserSuite, page: WebSocket): void {
  const send = (message: HostMessage) => page.send(toWire(message));
  const host = new BrowserHost(send);
  const tests = collectTests((test) => suite(host, test));
  const run = (nth: number) =>
    tests[nth]!.run().then(
      () => send({ do: 'report', test: nth }),
      (error: Error) => send({ do: 'report', test: nth, failure: error.stack ?? error.message }),
    );
  page.on('message', (data: Buffer) => {
    const message = fromWire<PageMessage>(data.toString('utf8'));
    if ('run' in message) void run(message.run);
    else host.heard(message);
  });
  send({ do: 'announce', tests: tests.map(({ name }) => name) });
}
