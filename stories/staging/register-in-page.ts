/**
 * The register that the stories name. Lists and descriptions come from fixtures; what elements ask
 * the register for besides is answered here, and nothing leaves the page. Registers of the same kind
 * under other names fail in the way that their names say.
 */
import sample from 'virtual:sample-records';
import { answerRequests } from './requests-in-page.ts';

const REGISTER = 'https://register.example/';
/** Answers every read, and refuses connections where something is sent. */
export const BREAKING_REGISTER = 'https://breaking.register.example';
/** Has too much to do for five minutes. */
export const BUSY_REGISTER = 'https://busy.register.example';
/** Somebody else's server, which knows nothing of what is asked. */
export const NO_REGISTER = 'https://no.register.example';
const ALL = [REGISTER, ...[BREAKING_REGISTER, BUSY_REGISTER, NO_REGISTER].map((one) => `${one}/`)];

const fetchFromNetwork = globalThis.fetch.bind(globalThis);

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { url, method } = request;
  if (!ALL.some((origin) => url.startsWith(origin))) return fetchFromNetwork(input, init);
  const { pathname } = new URL(url);
  if (url.startsWith(NO_REGISTER)) return notFound();
  if (method === 'POST' && url.startsWith(BREAKING_REGISTER))
    throw new TypeError('Failed to fetch');
  if (method === 'POST' && url.startsWith(BUSY_REGISTER)) return busy();
  if (pathname === '/v1/support') return Response.json(sample.support);
  const [, kind, id] = /^\/v1\/(organization)s\/([^/]+)$/.exec(pathname) ?? [];
  const record = sample.records.find((one) => one.type === kind && isNamed(one, id));
  if (record) return Response.json(record);
  const answer = answerRequests(request);
  if (answer) return answer;
  throw new TypeError(`No story answers ${url}`);
};

function isNamed(record: { id: string; aliases?: readonly string[] }, id: string | undefined) {
  return record.id === id || record.aliases?.includes(id ?? '');
}

function notFound(): Response {
  return new Response('Not here', { status: 404, headers: { 'content-type': 'text/plain' } });
}

function busy(): Response {
  const problem = { type: 'urn:pvp:problem:too-many-requests', title: 'Too many', status: 429 };
  const headers = { 'content-type': 'application/problem+json', 'retry-after': '300' };
  return new Response(JSON.stringify(problem), { status: 429, headers });
}
