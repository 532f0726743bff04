/**
 * What other ways to copy a register ask for, from memory and without coding, so that the client is
 * measured and not this server: one JSON document, pages for RxDB, and as much of CouchDB's protocol
 * as PouchDB's replication uses. Started by `startPeerServer`; prints its origin.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, brotliCompressSync } from 'node:zlib';

interface Doc {
  key: string;
  json: string;
  seq: number;
  /** The newest first. */
  hashes: string[];
}

const register = process.argv[2]!;
const docs = new Map<string, Doc>();
let seq = 0;
let whole = { etag: '', body: Buffer.alloc(0) };

async function readAll(): Promise<void> {
  const address = `${register}/v1/sync/all/snapshot`;
  const { parts } = (await (await fetch(address)).json()) as { parts: { href: string }[] };
  for (const { href } of parts) {
    const text = await (await fetch(new URL(href, address))).text();
    for (const json of text.split('\n').filter(Boolean)) put(json);
  }
  const text = `[${[...docs.values()].map(({ json }) => json).join(',')}]`;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  whole = { etag: `"${seq}"`, body: brotliCompressSync(text, { params }) };
}

function put(json: string): void {
  const { type, id, hash } = JSON.parse(json) as Record<string, string>;
  const key = `${type}/${id}`;
  const known = docs.get(key);
  if (known?.hashes[0] === hash) return;
  docs.delete(key);
  docs.set(key, { key, json, seq: ++seq, hashes: [hash!, ...(known?.hashes ?? [])] });
}

/** In the order of the log, which is that of the map. */
function since(position: number, limit: number): Doc[] {
  return [...docs.values()].filter((doc) => doc.seq > position).slice(0, limit);
}

function rxdbPage(query: URLSearchParams): string {
  const page = since(Number(query.get('since')), Number(query.get('limit')));
  const documents = page.map(
    ({ key, hashes, json }) =>
      `{"key":${JSON.stringify(key)},"hash":"${hashes[0]}","record":${json},"_deleted":false}`,
  );
  const checkpoint = page.at(-1)?.seq ?? Number(query.get('since'));
  return `{"documents":[${documents.join()}],"checkpoint":{"seq":${checkpoint}}}`;
}

function revOf({ hashes }: Doc): string {
  return `${hashes.length}-${hashes[0]!.slice(0, 32)}`;
}

async function couch(path: string, query: URLSearchParams, request: IncomingMessage) {
  if (path === '') {
    return { db_name: 'records', update_seq: seq, doc_count: docs.size, instance_start_time: '0' };
  }
  if (path.startsWith('_local/')) {
    return request.method === 'PUT' ? { ok: true, id: path, rev: '0-1' } : undefined;
  }
  if (path === '_changes') {
    const page = since(Number(query.get('since')), Number(query.get('limit')));
    const results = page.map((doc) => ({
      seq: doc.seq,
      id: doc.key,
      changes: [{ rev: revOf(doc) }],
    }));
    const last = page.at(-1)?.seq ?? seq;
    return { results, last_seq: last, pending: since(last, Infinity).length };
  }
  if (path === '_bulk_get') {
    const { docs: asked } = JSON.parse(await bodyOf(request)) as { docs: { id: string }[] };
    const results = asked.map(({ id }) => {
      const doc = docs.get(id)!;
      const ids = doc.hashes.map((hash) => hash.slice(0, 32));
      const about = { _id: id, _rev: revOf(doc), _revisions: { start: ids.length, ids } };
      return { id, docs: [{ ok: { ...about, record: JSON.parse(doc.json) as object } }] };
    });
    return { results };
  }
  return undefined;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk as string;
  return text;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url!, 'http://peers');
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-expose-headers', 'ETag');
  if (request.method === 'OPTIONS') {
    response.setHeader('access-control-allow-headers', 'content-type, accept');
    response.setHeader('access-control-allow-methods', 'GET, PUT, POST');
    response.setHeader('access-control-max-age', '600');
    return void response.end();
  }
  if (pathname === '/refresh') {
    await readAll();
    return void response.end();
  }
  if (pathname === '/whole.json') {
    response.setHeader('etag', whole.etag);
    response.setHeader('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === whole.etag) return void response.writeHead(304).end();
    response.setHeader('content-encoding', 'br');
    response.setHeader('content-type', 'application/json');
    return void response.end(whole.body);
  }
  response.setHeader('content-type', 'application/json');
  response.setHeader('cache-control', 'no-store');
  if (pathname === '/rxdb') return void response.end(rxdbPage(searchParams));
  const path = decodeURIComponent(pathname.slice('/couch/records'.length).replace(/^\//, ''));
  const told = await couch(path, searchParams, request);
  if (!told) response.writeHead(404);
  else if (request.method === 'PUT') response.writeHead(201);
  response.end(JSON.stringify(told ?? { error: 'not_found', reason: 'missing' }));
}

await readAll();
const server = createServer((request, response) => {
  answer(request, response).catch((error: Error) => response.writeHead(500).end(error.stack));
});
// Else a client that was busy for five seconds meets a connection that is being closed.
server.keepAliveTimeout = 120_000;
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
