/** Lies in JSON: lists, manifests, change pages and heads as clients must not believe them. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  cursorLoop,
  deletionsOfEverything,
  lyingTotals,
  openFaultProxy,
  overlappingPages,
  reorderedPages,
  rewriteJson,
  seededRandom,
  type Fault,
} from '../../src/fault-proxy/index.ts';
import { behindProxy, json, serve } from './support/test-server.ts';

const LIST = {
  items: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
  total: 9,
  facets: { free: [{ value: 'true', count: 3 }] },
  next: 'page-2',
};
const MANIFEST = {
  checkpoint: 'e1.40',
  count: 5,
  stateHash: 'f'.repeat(64),
  parts: [
    { key: 'ozolleja', sha256: '1', count: 3 },
    { key: 'liepsala', sha256: '2', count: 2 },
  ],
};
const CHANGES = {
  changes: [
    {
      seq: 41,
      op: 'put',
      id: 'a',
      kind: 'service',
      hash: '1',
      prevHash: null,
      record: { id: 'a' },
    },
    { seq: 42, op: 'put', id: 'b', kind: 'service', hash: '2', prevHash: '3', record: { id: 'b' } },
  ],
  checkpoint: 'e1.42',
  more: false,
  floor: 'e1.1',
};

/** What a client reads where the target says `body` and the proxy lies. */
async function told(t: TestContext, body: unknown, fault: Fault, path = '/v1/x') {
  const { proxy } = await behindProxy(t, json(body));
  proxy.on('/v1/**', fault);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of many shapes
  return (await (await fetch(proxy.origin + path)).json()) as any;
}

test('a rewritten body has its own length, digest and ETag, whatever coding it had', async (t) => {
  const { proxy } = await behindProxy(t, (_request, response) => {
    response.writeHead(200, {
      'Content-Encoding': 'gzip',
      ETag: '"real"',
      'Repr-Digest': 'sha-256=:old:',
    });
    response.end(gzipSync('{"title":"Māja"}'));
  });
  proxy.on(
    '/**',
    rewriteJson((body) => ({ ...(body as object), more: 'ķ' })),
  );
  const answer = await fetch(proxy.origin, { headers: { 'If-None-Match': '"real"' } });
  const text = await answer.text();
  assert.deepEqual(JSON.parse(text), { title: 'Māja', more: 'ķ' });
  const digest = createHash('sha256').update(text).digest('base64');
  assert.equal(answer.headers.get('content-length'), String(Buffer.byteLength(text)));
  assert.equal(answer.headers.get('repr-digest'), `sha-256=:${digest}:`);
  assert.equal(answer.headers.get('etag'), `"${digest}"`);
  const again = await fetch(proxy.origin, { headers: { 'If-None-Match': `"${digest}"` } });
  assert.equal(again.status, 304);
});

test('the ETag of a rewritten body as told', async (t) => {
  const { proxy } = await behindProxy(t, json({}));
  const same = (body: unknown) => body;
  const seen: (string | null)[] = [];
  for (const etag of ['keep', 'drop', { etag: 'W/"mine"' }] as const) {
    proxy.on('/**', rewriteJson(same, { etag }), { times: 1 });
    seen.push((await fetch(proxy.origin)).headers.get('etag'));
  }
  assert.deepEqual(seen, ['"real"', null, 'W/"mine"']);
});

test('what is no JSON, or no 200, stays as it is, and the log says so', async (t) => {
  const { proxy } = await behindProxy(t, (request, response) => {
    response.statusCode = request.url === '/410' ? 410 : 200;
    response.end('not JSON');
  });
  proxy.on('/**', lyingTotals());
  assert.equal(await (await fetch(`${proxy.origin}/200`)).text(), 'not JSON');
  assert.equal((await fetch(`${proxy.origin}/410`)).status, 410);
  await proxy.idle();
  assert.match(proxy.log[0]?.unprovoked[0] ?? '', /no JSON/);
  assert.match(proxy.log[1]?.unprovoked[0] ?? '', /status 410/);
});

test('a rewrite that throws is the test’s mistake: cut, and told by close', async (t) => {
  const server = await serve(t, json({}));
  const proxy = await openFaultProxy({ target: server.origin, random: seededRandom(1) });
  proxy.on(
    '/**',
    rewriteJson(() => {
      throw new Error('mistake in the script');
    }),
  );
  await assert.rejects(fetch(proxy.origin));
  await assert.rejects(proxy.close(), /mistake in the script/);
});

for (const [name, body, key] of [
  ['list', LIST, 'items'],
  ['manifest', MANIFEST, 'parts'],
  ['change page', CHANGES, 'changes'],
] as const) {
  test(`reordered ${name}: the same entries in another order`, async (t) => {
    const { [key]: real, ...rest } = body as Record<string, unknown>;
    const { [key]: shuffled, ...restTold } = await told(t, body, reorderedPages());
    assert.notDeepEqual(shuffled, real);
    const sorted = (entries: unknown[]) => entries.map((entry) => JSON.stringify(entry)).sort();
    assert.deepEqual(sorted(shuffled), sorted(real as unknown[]));
    assert.deepEqual(restTold, rest);
  });
}

test('overlapping pages: one entry twice, one missing', async (t) => {
  const pages: Record<string, unknown> = {
    '/1': { ...LIST, items: [{ id: 'a' }, { id: 'b' }] },
    '/2': { ...LIST, items: [{ id: 'c' }, { id: 'd' }] },
  };
  const { proxy } = await behindProxy(t, (request, response) =>
    json(pages[request.url ?? ''])(request, response),
  );
  proxy.on('/*', overlappingPages());
  const ids: string[] = [];
  for (const path of ['/1', '/2']) {
    const page = (await (await fetch(proxy.origin + path)).json()) as typeof LIST;
    ids.push(...page.items.map((item) => item.id));
  }
  assert.deepEqual(ids, ['a', 'b', 'b', 'd']);
});

test('lying totals: lists, manifests with their parts, heads', async (t) => {
  const twice = lyingTotals((real) => real * 2);
  assert.deepEqual(await told(t, LIST, twice), { ...LIST, total: 18 });
  const manifest = await told(t, MANIFEST, twice);
  assert.equal(manifest.count, 10);
  assert.deepEqual(
    manifest.parts.map((part: { count: number }) => part.count),
    [6, 4],
  );
  const head = { checkpoint: 'e1.40', count: 5 };
  assert.deepEqual(await told(t, head, lyingTotals()), { ...head, count: 12 });
});

test('cursor loop: a list page leads to itself, a change page back to its start', async (t) => {
  assert.deepEqual(await told(t, LIST, cursorLoop()), LIST);
  const second = await told(t, { ...LIST, next: undefined }, cursorLoop(), '/v1/x?cursor=page-2');
  assert.equal(second.next, 'page-2');
  const changes = await told(t, CHANGES, cursorLoop(), '/v1/x?since=e1.40');
  assert.deepEqual(changes, { ...CHANGES, checkpoint: 'e1.40', more: true });
});

test('deletions of everything', async (t) => {
  const all = deletionsOfEverything();
  assert.deepEqual(await told(t, LIST, all), { items: [], total: 0, facets: {} });
  assert.deepEqual(await told(t, MANIFEST, all), {
    checkpoint: 'e1.40',
    count: 0,
    stateHash: '0'.repeat(64),
    parts: [],
  });
  const changes = await told(t, CHANGES, all);
  assert.deepEqual(changes.changes[1], {
    seq: 42,
    op: 'delete',
    id: 'b',
    kind: 'service',
    hash: null,
    prevHash: '3',
  });
  const held = deletionsOfEverything([{ kind: 'service', id: 'z', hash: '9' }]);
  const more = await told(t, { ...CHANGES, changes: [] }, held);
  assert.deepEqual(more.changes, [
    {
      seq: 43,
      op: 'delete',
      kind: 'service',
      id: 'z',
      hash: null,
      prevHash: '9',
      reason: 'redaction',
    },
  ]);
  assert.equal(more.checkpoint, 'e1.43');
});
