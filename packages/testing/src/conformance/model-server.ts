/** Serves a model register over HTTP, on a free port of this machine. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ModelRegister } from './model-register.ts';

export interface ModelServer {
  readonly origin: string;
  /** Paths and queries that were asked for. */
  readonly asked: string[];
  /** What `Date` says, in milliseconds; `undefined`: the time of the machine. */
  date: number | undefined;
  /** Scope that is served; others are unknown. */
  scope: string;
  /** Keys that the register shows. */
  keys: JsonWebKey[];
  /** Signs what it is given, where the register has a key. */
  sign: ((position: SignedPosition) => Promise<string>) | undefined;
  close(): Promise<void>;
}

export interface SignedPosition {
  epoch: string;
  seq: number;
  scope: string;
  count: number;
  stateHash: string;
}

/** The caller closes it. */
export async function openModelServer(model: ModelRegister): Promise<ModelServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(new URL(request.url ?? '/', 'http://model'), response).catch((error: unknown) =>
      response.destroy(error as Error),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const told: ModelServer = {
    origin: `http://127.0.0.1:${port}`,
    asked,
    date: undefined,
    scope: 'all',
    keys: [],
    sign: undefined,
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };

  async function answer({ pathname, searchParams }: URL, response: ServerResponse): Promise<void> {
    // Pages of other origins read it, as they read a register.
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-expose-headers', 'ETag, Date, Age, Retry-After');
    if (told.date !== undefined) response.setHeader('date', new Date(told.date).toUTCString());
    if (pathname.startsWith('/v1/parts/')) {
      const text = model.parts.get(pathname.slice('/v1/parts/'.length));
      if (text === undefined) return problem(response, 404, 'not-found');
      response.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
      response.end(text);
      return;
    }
    if (pathname === '/.well-known/pvp-keys.json') return json(response, { keys: told.keys });
    const prefix = `/v1/sync/${told.scope}/`;
    const name = pathname.startsWith(prefix) ? pathname.slice(prefix.length) : '';
    switch (name) {
      case 'head':
        return json(response, await signed(model.head()));
      case 'snapshot':
        return json(response, await signed(model.manifest()));
      case 'changes': {
        const page = model.changesSince(searchParams.get('since') ?? '');
        if (page === undefined) return problem(response, 410, 'log-truncated');
        if (page === 'ahead') return problem(response, 503, 'position-ahead');
        return json(response, page.more ? page : await signed(page));
      }
      default:
        return problem(response, 404, 'not-found');
    }
  }

  async function signed<T extends { checkpoint: string; count?: number; stateHash?: string }>(
    position: T,
  ) {
    const { checkpoint, count = 0, stateHash = '' } = position;
    const [epoch = '', seq] = checkpoint.split('.');
    if (!told.sign) return position;
    const { scope } = told;
    return {
      ...position,
      signature: await told.sign({ epoch, seq: Number(seq), scope, count, stateHash }),
    };
  }
  return told;
}

function json(response: ServerResponse, body: unknown): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, name: string): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/problem+json');
  response.end(JSON.stringify({ type: `urn:pvp:problem:${name}`, title: name, status }));
}
