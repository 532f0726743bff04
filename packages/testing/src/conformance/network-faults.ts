/** What networks, gateways and caches do to answers, each by its name. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  contentType,
  htmlPage,
  latency,
  loseAnswer,
  notModifiedWithoutCopy,
  oversize,
  redirect,
  refuse,
  resetAfter,
  retryAfterForms,
  silenceAfterHeaders,
  slice,
  staleAnswer,
  tooMany,
  truncate,
  unavailable,
  type Fault,
} from '../fault-proxy/index.ts';

/** Each is made for one test; `elsewhere` is the origin of something that is no register. */
export const NETWORK_FAULTS: Record<string, (elsewhere: string) => Fault> = {
  'slow and uneven': () => latency(10, 30),
  'small pieces': () => slice(11),
  'cuts inside characters': () => slice('inside-character'),
  'a lost answer': () => loseAnswer(),
  'a reset in the body': () => resetAfter(40),
  silence: () => silenceAfterHeaders(20),
  'a body that ends early': () => truncate(40),
  'a body that ends early and says so': () => truncate(40, { contentLength: 'matching' }),
  'a body that is too long': () => oversize(3_000),
  'no connection': () => refuse(),
  'a web page': () => htmlPage(),
  'a web page that says 404': () => htmlPage({ status: 404 }),
  'a web page that says 502': () => htmlPage({ status: 502 }),
  'another content type': () => contentType('text/plain'),
  'no content type': () => contentType(null),
  '304 without a copy': () => notModifiedWithoutCopy(),
  'another origin': (elsewhere) => redirect(elsewhere),
  'an old answer': () => staleAnswer(),
  ...Object.fromEntries(
    retryAfterForms.flatMap((form) => {
      const said = typeof form === 'string' ? form : JSON.stringify(form);
      return [
        [`429, Retry-After ${said}`, () => tooMany(form)],
        [`503, Retry-After ${said}`, () => unavailable(form)],
      ];
    }),
  ),
};

/** A web server at another origin. */
export async function openElsewhere(): Promise<{ origin: string; close(): void }> {
  const server = createServer((_, response) => response.end('<!doctype html><p>Sveiki!'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
