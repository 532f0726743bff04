import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Head, Problem } from '@pvp/contract';
import { request } from 'node:http';
import { openRegister, type RegisterFixture } from '@pvp/testing';
import { SAMPLE_RECORDS } from './sample-records.ts';

let register: RegisterFixture;
let folder: string;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pvp-elements-'));
  mkdirSync(join(folder, 'chunks'));
  writeFileSync(join(folder, 'pvp.js'), `export const text = ${JSON.stringify('x'.repeat(5000))};`);
  writeFileSync(join(folder, 'chunks', 'lit-abc123.js'), 'export {};');
  writeFileSync(join(folder, '..', 'pvp-outside.js'), 'secret');
  register = await openRegister({ seed: SAMPLE_RECORDS, elementsDir: folder });
});
after(async () => {
  await register.close();
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '..', 'pvp-outside.js'));
});

const get = (path: string, init: RequestInit = {}) => fetch(`${register.origin}${path}`, init);

/** Sends a request as it stands: `fetch` would tidy the path and decode the body. */
function raw(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { port } = register;
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode = 0 } = response;
        resolve({ status: statusCode, headers: response.headers, body: Buffer.concat(chunks) });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('caching', () => {
  for (const [path, cacheControl] of [
    ['/v1/services', 'max-age=30, stale-while-revalidate=300, stale-if-error=604800'],
    ['/v1/services/PV-1001', 'max-age=60, stale-while-revalidate=86400, stale-if-error=604800'],
    [
      '/v1/organizations/ozolleja',
      'max-age=60, stale-while-revalidate=86400, stale-if-error=604800',
    ],
    ['/v1/sync/all/head', 'max-age=5, stale-while-revalidate=60'],
  ] as const) {
    test(`${path} has its lifetime, and 304 for who holds it`, async () => {
      const first = await get(path);
      await first.text();
      const etag = first.headers.get('etag');
      assert.ok(etag);
      assert.equal(first.headers.get('cache-control'), cacheControl);
      assert.match(first.headers.get('vary') ?? '', /\bAccept\b/);
      const second = await get(path, {
        headers: { 'if-none-match': `"other", W/${etag}` },
        cache: 'no-store',
      });
      assert.equal(second.status, 304);
      assert.equal(await second.text(), '');
      assert.equal(second.headers.get('etag'), etag);
      assert.equal(second.headers.get('cache-control'), cacheControl);
      assert.equal(second.headers.get('access-control-allow-origin'), '*');
    });
  }
  test('the head is tagged with its checkpoint', async () => {
    const response = await get('/v1/sync/all/head');
    const head = (await response.json()) as Head;
    assert.equal(response.headers.get('etag'), `"${head.checkpoint}"`);
  });
  test('each coding has its own validator, and the same content', async () => {
    const plain = await raw('/v1/services/PV-1001');
    const brotli = await raw('/v1/services/PV-1001', { 'accept-encoding': 'gzip;q=0.5, br' });
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(brotli.headers['content-encoding'], 'br');
    assert.notEqual(plain.headers['etag'], brotli.headers['etag']);
    assert.deepEqual(brotliDecompressSync(brotli.body), plain.body);
    assert.match(String(plain.headers['vary']), /Accept-Encoding/);
  });
  test('HEAD tells the same without the body', async () => {
    const full = await raw('/v1/services/PV-1001');
    const head = await raw('/v1/services/PV-1001', {}, 'HEAD');
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
    assert.equal(head.headers['etag'], full.headers['etag']);
    assert.equal(head.headers['content-length'], String(full.body.length));
  });
  test('a write changes the validator of what it touched', async () => {
    const before_ = await get('/v1/services/PV-1500');
    await before_.text();
    const record = SAMPLE_RECORDS.find(({ id }) => id === 'PV-1500')!;
    await register.put({ ...record, keywords: ['tirgus'] });
    const after_ = await get('/v1/services/PV-1500', {
      headers: { 'if-none-match': before_.headers.get('etag')! },
    });
    assert.equal(after_.status, 200);
    await after_.text();
  });
});

describe('every answer', () => {
  for (const path of [
    '/',
    '/v1/services',
    '/v1/services/nothing',
    '/nothing',
    '/v1/admin/service',
  ]) {
    test(`${path} can be read across origins`, async () => {
      const response = await get(path, { headers: { origin: 'https://ozolleja.example' } });
      await response.text();
      assert.equal(response.headers.get('access-control-allow-origin'), '*');
      assert.equal(response.headers.get('timing-allow-origin'), '*');
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      for (const name of [
        'ETag',
        'Date',
        'Age',
        'Retry-After',
        'Repr-Digest',
        'Location',
        'Link',
      ]) {
        const exposed = response.headers.get('access-control-expose-headers') ?? '';
        assert.ok(exposed.split(', ').includes(name), `${name} is exposed`);
      }
    });
  }
  test('names its request where it is a problem', async () => {
    const response = await get('/nothing');
    const problem = (await response.json()) as Problem;
    assert.equal(response.headers.get('content-type'), 'application/problem+json');
    assert.equal(problem.type, 'urn:pvp:problem:not-found');
    assert.match(problem.instance ?? '', /^[0-9a-f-]{36}$/);
  });
  test('says which methods it takes', async () => {
    const response = await get('/v1/services', { method: 'POST', body: '{}' });
    assert.equal(response.status, 405);
    assert.equal(response.headers.get('allow'), 'GET, HEAD');
    await response.text();
  });
  test('is asked for first where a token is sent', async () => {
    const response = await get('/v1/admin/service/PV-1001', { method: 'OPTIONS' });
    assert.equal(response.status, 204);
    assert.match(response.headers.get('access-control-allow-headers') ?? '', /Authorization/);
    assert.match(response.headers.get('access-control-allow-methods') ?? '', /PUT/);
  });
});

describe('path tricks', () => {
  for (const path of [
    '/elements/v1/..%2fpvp-outside.js',
    '/elements/v1/%2e%2e/pvp-outside.js',
    '/elements/v1/chunks/..%2f..%2fpvp-outside.js',
    '/elements/v1/..%5cpvp-outside.js',
    '/elements/v1/pvp.js%00.css',
    '/v1/services/%00',
    '/v1/services/..%2f..%2fadmin',
    '/v1/services/%E0%A4%A',
    '/v1/services/%2e%2e%2fPV-1001',
    '/v1/sync/institution%2fozolleja/head',
    '/v1//services',
    '/v1/services/',
  ]) {
    test(`${path} leads nowhere`, async () => {
      const answer = await raw(path);
      assert.equal(answer.status, 404);
      assert.equal(answer.headers['content-type'], 'application/problem+json');
      assert.ok(!answer.body.includes('secret'));
    });
  }
  test('headers beyond the limit are refused, and the register stays up', async () => {
    const { status } = await raw('/v1/health', { 'x-long': 'x'.repeat(20_000) });
    assert.equal(status, 431);
    assert.equal((await get('/v1/health')).status, 200);
  });
  test('what is no HTTP is refused, and the register stays up', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(register.port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    assert.match(answer, /^HTTP\/1.1 400 /);
    assert.match(answer, /problem\+json/);
    assert.equal((await get('/v1/health')).status, 200);
  });
});

describe('the elements', () => {
  test('an entry is short-lived, compressed and typed', async () => {
    const answer = await raw('/elements/v1/pvp.js', { 'accept-encoding': 'br' });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal(answer.headers['content-encoding'], 'br');
    assert.match(String(answer.headers['cache-control']), /^max-age=300\b/);
    assert.equal(answer.headers['cross-origin-resource-policy'], 'cross-origin');
  });
  test('a chunk never changes', async () => {
    const answer = await raw('/elements/v1/chunks/lit-abc123.js');
    assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
  });
});

test('the first page has a strict policy that its own style passes', async () => {
  const response = await get('/');
  const policy = response.headers.get('content-security-policy') ?? '';
  const html = await response.text();
  const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(style).digest('base64');
  assert.match(policy, /default-src 'none'/);
  assert.ok(policy.includes(`style-src 'sha256-${hash}'`));
  for (const path of ['/v1/services', '/v1/openapi.json', '/v1/health']) {
    assert.ok(html.includes(`href="${path}"`));
  }
});
