/** A real server with a proxy before it, and clients that see what is on the wire. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { openFaultProxy, seededRandom, type FaultProxy } from '../../../src/fault-proxy/index.ts';
import type { FaultProxyOptions } from '../../../src/fault-proxy/index.ts';

export interface TestServer {
  origin: string;
  /** Request lines in order of arrival. */
  asked: string[];
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Listens on a free port until the test ends. */
export async function serve(t: TestContext, handler: Handler): Promise<TestServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    handler(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A server with this handler and a proxy before it. */
export async function behindProxy(
  t: TestContext,
  handler: Handler,
  options: Partial<FaultProxyOptions> = {},
): Promise<{ server: TestServer; proxy: FaultProxy }> {
  const server = await serve(t, handler);
  const proxy = await openFaultProxy({
    target: server.origin,
    random: seededRandom(1),
    ...options,
  });
  t.after(() => proxy.close());
  return { server, proxy };
}

/** Answers every request with this JSON and an ETag. */
export function json(body: unknown): Handler {
  const text = JSON.stringify(body);
  return (_request, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('ETag', '"real"');
    response.setHeader('Content-Length', Buffer.byteLength(text));
    response.end(text);
  };
}

export interface RawAnswer {
  head: string;
  body: Buffer;
  /** Code of the error that ended the connection; undefined after an orderly end. */
  error: string | undefined;
}

/** One GET over a bare socket, read until the connection ends. `onBytes` hears all that came. */
export function rawGet(
  origin: string,
  path = '/',
  onBytes: (received: Buffer) => void = () => {},
): Promise<RawAnswer> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let error: string | undefined;
    const socket = connect(Number(port), hostname);
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      onBytes(Buffer.concat(chunks));
    });
    socket.on('error', (cause: NodeJS.ErrnoException) => (error = cause.code));
    socket.on('close', () => {
      const all = Buffer.concat(chunks);
      const end = all.indexOf('\r\n\r\n');
      const head = end === -1 ? '' : all.subarray(0, end).toString('latin1');
      resolve({ head, body: end === -1 ? all : all.subarray(end + 4), error });
    });
  });
}

/** The payloads of the HTTP chunks of a raw body. */
export function httpChunks(body: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const line = body.indexOf('\r\n', at);
    const size = parseInt(body.subarray(at, line).toString('latin1'), 16);
    if (size > 0) chunks.push(body.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
  return chunks;
}

/** A clock that stands still until the test moves it. */
export function manualClock(start = Date.UTC(2026, 0, 1)) {
  let now = start;
  let timers: { at: number; callback: () => void }[] = [];
  let changed = () => {};
  return {
    now: () => now,
    setTimeout(callback: () => void, ms: number): unknown {
      const timer = { at: now + ms, callback };
      timers.push(timer);
      changed();
      return timer;
    },
    clearTimeout(handle: unknown) {
      timers = timers.filter((timer) => timer !== handle);
    },
    /** Resolves with the milliseconds that the next timer waits for, once there is one. */
    async nextTimer(): Promise<number> {
      while (timers.length === 0) await new Promise<void>((resolve) => (changed = resolve));
      return Math.min(...timers.map((timer) => timer.at)) - now;
    },
    pending: () => timers.length,
    advance(ms: number) {
      now += ms;
      const due = timers.filter((timer) => timer.at <= now);
      timers = timers.filter((timer) => timer.at > now);
      for (const { callback } of due) callback();
    },
  };
}
