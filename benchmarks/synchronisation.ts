/**
 * What a replica costs against fetching everything as one JSON document: client CPU in Node, bytes
 * of a first copy, of no news and of 50 changes. 5,000 generated services on a real register in a
 * process of its own.
 *
 *   node --conditions=pvp-source --import tsx benchmarks/synchronisation.ts
 */
import { memoryStore, openReplica } from '@pvp/sdk/sync';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { machineLine, markdownTable, today } from './machine.ts';
import { startRegisterProcess } from './register-process.ts';

const SERVICES = 5_000;
const CHANGED = 50;
const RUNS = 5;

const TOKEN = 'benchmark-token-of-many-characters';
const register = await startRegisterProcess(SERVICES, { PVP_ADMIN_TOKEN: TOKEN });
try {
  const manifest = await json<{ parts: { href: string; bytes: number }[] }>(
    '/v1/sync/all/snapshot',
  );
  const parts = await Promise.all(
    manifest.parts.map(({ href }) =>
      text(new URL(href, `${register.origin}/v1/sync/all/snapshot`)),
    ),
  );
  const records = parts.flatMap((part) => part.split('\n').filter(Boolean));
  const whole = `[${records.join(',')}]`;

  const naive = await median(async () => {
    const answer = new Response(whole);
    const list = JSON.parse(await answer.text()) as { type: string; id: string }[];
    return new Map(list.map((record) => [`${record.type}/${record.id}`, record]));
  });
  // The same bytes from memory for both, so that neither is charged with the network.
  const remembered = new Map<string, { body: string; type: string }>();
  const replay: typeof fetch = async (input) => {
    const url = String(input instanceof Request ? input.url : input);
    let kept = remembered.get(url);
    if (!kept) {
      const answer = await fetch(input);
      kept = { body: await answer.text(), type: answer.headers.get('content-type') ?? '' };
      remembered.set(url, kept);
    }
    return new Response(kept.body, { headers: { 'content-type': kept.type } });
  };
  const firstCopy = () => sync(replay);
  await firstCopy();
  const ours = await median(firstCopy);

  let bodies: { isPart: boolean; body: Buffer }[] = [];
  // Compressed when the sync is over: in its midst that would pass for a slow network.
  const counting: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const body = Buffer.from(await answer.arrayBuffer());
    const { url } = input instanceof Request ? input : new Request(input);
    bodies.push({ isPart: url.includes('/parts/'), body });
    return new Response(body, answer);
  };
  const sent = () =>
    bodies.reduce((sum, { isPart, body }) => sum + (isPart ? brotli(body) : small(body)), 0);
  const replica = await open(counting);
  await replica.sync();
  const cold = sent();
  const count = async (): Promise<string> => {
    bodies = [];
    await replica.sync();
    return `${bodies.length} requests, ${(sent() / 1000).toFixed(2)} kB`;
  };
  const noNews = await count();
  await change();
  const delta = await count();
  await replica.close();

  const rows = [
    ['client CPU of a first copy, against naive JSON', (ours / naive).toFixed(2), '≤ 1.1'],
    [
      'bytes of a first copy (br), against one brotli document',
      (cold / brotli(Buffer.from(whole))).toFixed(2),
      '≤ 1.13',
    ],
    ['no news, as sent', noNews, '≤ 400 B'],
    [`${CHANGED} changes (gzip)`, delta, '1 request, ≤ 42 kB'],
  ];
  console.log(
    `Synchronisation, ${SERVICES} services, ${(whole.length / 1e6).toFixed(1)} MB, ${today()}`,
  );
  console.log(`${machineLine()}\n`);
  console.log(markdownTable(['', 'measured', 'target'], rows));
} finally {
  await register.close();
}

function open(through: typeof fetch) {
  return openReplica({
    register: register.origin,
    scope: 'all',
    store: memoryStore(),
    fetch: through,
  });
}

async function sync(through: typeof fetch): Promise<void> {
  const replica = await open(through);
  await replica.sync();
  await replica.close();
}

/** Changes the summary of some services through the write API. */
async function change(): Promise<void> {
  const { items } = await json<{ items: { id: string }[] }>(`/v1/services?limit=${CHANGED}`);
  for (const { id } of items) {
    const address = `${register.origin}/v1/admin/service/${id}`;
    const authorization = `Bearer ${TOKEN}`;
    const before = await fetch(address, { headers: { authorization } });
    const record = (await before.json()) as { summary?: Record<string, string> };
    record.summary = { ...record.summary, lv: 'Mainīts kopsavilkums.' };
    const answer = await fetch(address, {
      method: 'PUT',
      headers: {
        authorization,
        'content-type': 'application/json',
        'if-match': before.headers.get('etag')!,
      },
      body: JSON.stringify(record),
    });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  }
}

/** CPU time in milliseconds, the middle of several runs. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}

async function json<T>(path: string): Promise<T> {
  return (await fetch(register.origin + path)).json() as Promise<T>;
}

async function text(url: URL): Promise<string> {
  return (await fetch(url)).text();
}

/** Answers below 1 kB are sent as they are. */
function small(body: Buffer): number {
  return body.byteLength > 1024 ? gzipSync(body).byteLength : body.byteLength;
}

function brotli(body: Buffer): number {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;
}
