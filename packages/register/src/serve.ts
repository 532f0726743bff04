/** Starts a register: store, seed, read model, HTTP server; and ends it cleanly. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import type { Config } from './config.ts';
import { createApp, type AppOptions, type RegisterHttp } from './http/app.ts';
import { createLog, type Log } from './log.ts';
import { ReadModel } from './read-model/read-model.ts';
import { openRequests, requestPlaceOf } from './requests/open-requests.ts';
import type { RequestService } from './requests/request-service.ts';
import { openStore, type StoreOptions } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { openSigner } from './sync/open-signer.ts';
import { pruneDaily } from './sync/prune-daily.ts';
import { prepareShippedSearch } from './vocabulary/vocabulary-search.ts';

export interface StartOptions {
  /** Puts the sample data into a store that holds nothing. Default: no. */
  seed?: boolean;
  /** A store that is open already, and stays open when the register ends. */
  store?: Store;
  /**
   * Where requests are kept. Default: what the configuration names; with a store that was given, no
   * requests are taken.
   */
  requestPlace?: StoreOptions;
  log?: Log;
  /** Folder of the built elements. Default: that of this installation, where they are built. */
  elementsDir?: string;
  clock?: () => Date;
  /**
   * Endpoints of a copy, in place of the register's own. Nothing is signed here then: its positions
   * are those of the register that it copies.
   */
  ownEndpoints?: AppOptions['ownEndpoints'];
}

export interface RunningRegister {
  /** The port that was taken: not always the one that was asked for. */
  port: number;
  /** Address on this machine, without a slash at the end. */
  origin: string;
  store: Store;
  model: ReadModel;
  /** Ends event streams, lets running answers finish, and closes the store; 2 seconds at most. */
  close(): Promise<void>;
}

const PORTS_TO_TRY = 20;
const DRAIN_MS = 1500;

/** Rejects where the store cannot be opened or no port is free. */
export async function startRegister(
  config: Config,
  options: StartOptions = {},
): Promise<RunningRegister> {
  const log = options.log ?? createLog(config.logLevel);
  const clock = options.clock ?? (() => new Date());
  const store = options.store ?? (await openStoreOf(config));
  const closeStore = async () => {
    if (options.store === undefined) await store.close();
  };
  const shutdown = new AbortController();
  let model: ReadModel | undefined;
  let requests: RequestService | undefined;
  try {
    if (options.seed && (await isEmpty(store))) {
      const { seedStore } = await import('./seed/index.ts');
      await seedStore(store, { at: clock().toISOString() });
    }
    model = await ReadModel.open(store, { pollMs: config.pollMs, log });
    const elementsDir = options.elementsDir ?? findElements();
    const opened = model;
    const place = options.requestPlace ?? (options.store ? undefined : requestPlaceOf(config));
    requests =
      place &&
      (await openRequests(config, {
        place,
        contents: () => opened.contents,
        clock,
        log,
        shutdown: shutdown.signal,
      }));
    const app = createApp({
      store,
      model,
      config,
      log,
      elementsDir,
      clock,
      requests,
      signer: options.ownEndpoints
        ? undefined
        : openSigner(config, store, log, options.store === undefined),
      shutdown: shutdown.signal,
      ownEndpoints: options.ownEndpoints,
    });
    pruneDaily({ store, model, log, clock }, shutdown.signal);
    const server = httpServer(app.fetch, log);
    const port = await listenOnFreePort(server, config);
    prepareShippedSearch().catch((error: unknown) => {
      log.error({ error }, 'the everyday words that ship cannot be read');
    });
    const taken = requests;
    return {
      port,
      origin: `http://${localHost(config.host)}:${port}`,
      store,
      model,
      close: async () => {
        shutdown.abort();
        await closeServer(server);
        await taken?.close();
        opened.close();
        await closeStore();
      },
    };
  } catch (error) {
    shutdown.abort();
    await requests?.close();
    model?.close();
    await closeStore();
    throw error;
  }
}

/** The store that a configuration names. */
export function openStoreOf({ databaseUrl, dataDir }: Config): Promise<Store> {
  return databaseUrl === undefined
    ? openStore({ file: join(dataDir, 'register.sqlite') })
    : openStore({ databaseUrl });
}

/**
 * Listens on the port of the configuration or, where that is taken, on the next free one, and says
 * so in one sentence on standard error.
 */
async function listenOnFreePort(server: Server, config: Config): Promise<number> {
  const last = config.port === 0 ? 0 : Math.min(config.port + PORTS_TO_TRY - 1, 65535);
  for (let port = config.port; ; port++) {
    try {
      const taken = await listen(server, port, config.host);
      if (config.port !== 0 && taken !== config.port) {
        process.stderr.write(`Port ${config.port} is in use; the register takes ${taken}.\n`);
      }
      return taken;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' || port >= last) throw error;
    }
  }
}

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function httpServer(fetch: RegisterHttp['fetch'], log: Log): Server {
  const listener = getRequestListener(fetch, {
    errorHandler: (error) => {
      log.warn({ error }, 'a request could not be read');
      return new Response(JSON.stringify(UNREADABLE), {
        status: 400,
        headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
      });
    },
  });
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 15_000,
      requestTimeout: 120_000,
      keepAliveTimeout: 10_000,
    },
    (incoming, outgoing) => void listener(incoming, outgoing),
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const status =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? '431 Request Header Fields Too Large'
        : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
          ? '408 Request Timeout'
          : '400 Bad Request';
    const body = JSON.stringify({ ...UNREADABLE, status: Number(status.slice(0, 3)) });
    socket.end(
      `HTTP/1.1 ${status}\r\nContent-Type: application/problem+json\r\nCache-Control: no-store\r\n` +
        `Access-Control-Allow-Origin: *\r\nX-Content-Type-Options: nosniff\r\n` +
        `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  });
  return server;
}

const UNREADABLE = {
  type: 'urn:pvp:problem:bad-request',
  title: 'The request cannot be understood.',
  status: 400,
  detail: 'It is no well-formed HTTP request, it was too slow, or its headers are too large.',
};

async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    timer.unref();
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

async function isEmpty(store: Store): Promise<boolean> {
  return (await store.position()).seq === 0;
}

function findElements(): string | undefined {
  try {
    const manifest = fileURLToPath(import.meta.resolve('@pvp/elements/package.json'));
    return join(manifest, '../bundles/v1');
  } catch {
    return undefined;
  }
}

/** A name under which this machine reaches itself. */
function localHost(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
