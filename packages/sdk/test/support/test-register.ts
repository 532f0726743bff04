/** A real HTTP server on a free port that answers as a test says. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

export type Answering = (response: ServerResponse, request: IncomingMessage) => unknown;

export interface TestRegister {
  origin: string;
  /** What was asked, in order: method and address. */
  asked: string[];
  requests: IncomingMessage[];
  /** Replaces what is answered from now on; several are used one after the other. */
  answer: (...answers: Answering[]) => void;
  close: () => Promise<void>;
}

export async function startTestRegister(t: TestContext): Promise<TestRegister> {
  let answers: Answering[] = [];
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    requests.push(request);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer) answer(response, request);
    else response.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  t.after(close);
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    requests,
    answer: (...next) => (answers = next),
    close,
  };
}

export function json(
  body: unknown,
  { status = 200, ...headers }: Record<string, string | number> & { status?: number } = {},
): Answering {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return (response) =>
    response.writeHead(status, { 'content-type': type, ...headers }).end(JSON.stringify(body));
}

export const emptyList = { items: [], total: 0, facets: {} };

/** Waits until a condition holds; fails after five seconds. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  const limit = performance.now() + 5_000;
  while (!condition()) {
    if (performance.now() > limit) throw new Error(`Never happened: ${what}`);
    await new Promise((next) => setImmediate(next));
  }
}
