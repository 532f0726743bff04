import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { ChangePage, Head, KeySet, Manifest, Problem } from '@pvp/contract';
import { openRegister, type RegisterFixture } from '@pvp/testing';
import { checked } from '../http/contract-check.ts';
import { SAMPLE_RECORDS } from '../http/sample-records.ts';

let register: RegisterFixture;
before(async () => (register = await openRegister({ seed: SAMPLE_RECORDS })));
after(() => register.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${register.origin}${path}`, { headers });
const bySample = (id: string) => SAMPLE_RECORDS.find((record) => record.id === id)!;
const cacheOf = (response: Response) => response.headers.get('cache-control');

async function read<T>(operation: string, path: string, status = 200): Promise<T> {
  const response = await get(path);
  assert.equal(response.status, status, path);
  return (await checked(operation, response)) as T;
}
const head = (scope = 'all') => read<Head>('getHead', `/v1/sync/${scope}/head`);
const manifest = (scope = 'all') => read<Manifest>('getSnapshot', `/v1/sync/${scope}/snapshot`);
const changes = (since: string, scope = 'all') =>
  read<ChangePage>('getChanges', `/v1/sync/${scope}/changes?since=${since}`);

/** As they come from the wire: `fetch` would decode them. */
function raw(
  path: string,
  headers: Record<string, string>,
): Promise<{ headers: Record<string, unknown>; status: number | undefined; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(register.origin);
    const sent = request({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          headers: response.headers,
          status: response.statusCode,
          body: Buffer.concat(chunks),
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('changes', () => {
  test('the tail ascends by seq and ends at the head', async () => {
    const before_ = (await head()).checkpoint;
    await register.put({ ...bySample('PV-1001'), keywords: ['viens'] });
    await register.put({ ...bySample('PV-1500'), keywords: ['divi'] });
    const page = await changes(before_);
    const now = await head();
    assert.equal(page.checkpoint, now.checkpoint);
    assert.equal(page.more, false);
    assert.deepEqual(page.changes.map(({ op, id }) => [op, id]), [['put', 'PV-1001'], ['put', 'PV-1500']]); // prettier-ignore
    assert.ok(page.changes[0]!.seq < page.changes[1]!.seq);
    const response = await get(`/v1/sync/all/changes?since=${before_}`);
    assert.equal(cacheOf(response), 'max-age=5');
    assert.match(response.headers.get('etag') ?? '', /^"/);
    const again = await get(`/v1/sync/all/changes?since=${before_}`, {
      'if-none-match': response.headers.get('etag')!,
    });
    assert.equal(again.status, 304);
    await checked('getChanges', again);
  });

  test('a page of a scope may be empty and still moves the checkpoint', async () => {
    const { checkpoint } = await head();
    await register.put({ ...bySample('PV-1002'), keywords: [checkpoint] });
    const page = await changes(checkpoint, 'institution/ozolleja');
    assert.deepEqual(page.changes, []);
    assert.equal(page.checkpoint, (await head()).checkpoint);
  });

  test('what was overtaken comes without a record, and later with it', async () => {
    const { checkpoint } = await head();
    for (const word of ['a', 'b']) {
      await register.put({ ...bySample('PV-1001'), keywords: [word, checkpoint] });
    }
    const page = await changes(checkpoint);
    assert.deepEqual(page.changes.map(({ record }) => record !== undefined), [false, true]); // prettier-ignore
    assert.equal(page.changes[1]?.prevHash, page.changes[0]?.hash);
    const record = page.changes[1]?.record as Record<string, unknown>;
    assert.ok(!('derived' in record) && !('management' in record));
  });

  test('a record that leaves a scope is a deletion there and a change elsewhere', async () => {
    const { checkpoint } = await head();
    await register.put({ ...bySample('PV-1500'), holder: 'berzkrogs' });
    const left = await changes(checkpoint, 'institution/ozolleja');
    assert.deepEqual(left.changes.map(({ op, id, reason }) => [op, id, reason]), [['delete', 'PV-1500', 'left-scope']]); // prettier-ignore
    assert.match(left.changes[0]?.prevHash ?? '', /^[0-9a-f]{64}$/);
    const entered = await changes(checkpoint, 'institution/berzkrogs');
    assert.deepEqual(entered.changes.map(({ op, prevHash }) => [op, prevHash]), [['put', null]]); // prettier-ignore
    assert.equal((await changes(checkpoint)).changes[0]?.op, 'put');
    await register.put(bySample('PV-1500'));
  });

  test('a service that becomes restricted is a deletion for everybody', async () => {
    const { checkpoint } = await head();
    const restricted = { ...bySample('PV-1002'), kind: 'inter-restricted', audience: ['ozolleja'] };
    await register.put(restricted);
    const page = await changes(checkpoint);
    assert.deepEqual(page.changes.map(({ op, reason, record }) => [op, reason, record]), [['delete', 'moved', undefined]]); // prettier-ignore
    await register.put(bySample('PV-1002'));
  });

  test('retired services are told with their status, not as deletions', async () => {
    const { checkpoint } = await head();
    await register.put({ ...bySample('PV-9002'), status: 'retired' });
    const { changes: told } = await changes(checkpoint);
    assert.equal(told[0]?.op, 'put');
    assert.equal((told[0]?.record as { status?: string }).status, 'retired');
  });

  test('a position that is none is refused with 400', async () => {
    for (const since of [
      '',
      '?since=',
      '?since=abc',
      '?since=a.b',
      '?since=a.-1',
      '?since=a.01',
      '?since=a.1&since=a.2',
      `?since=${'9'.repeat(70)}.1`,
    ]) {
      const problem = await read<Problem>('getChanges', `/v1/sync/all/changes${since}`, 400);
      assert.equal(problem.errors?.[0]?.field, 'since', since);
    }
  });

  test('another log is 410 and no cache keeps it', async () => {
    const response = await get('/v1/sync/all/changes?since=otherepoch.1');
    assert.equal(cacheOf(response), 'no-store');
    assert.equal(response.status, 410);
    const problem = (await checked('getChanges', response)) as Problem;
    assert.equal(problem.type, 'urn:pvp:problem:epoch-unknown');
    assert.equal(problem.snapshot, '/v1/sync/all/snapshot');
  });

  test('a position ahead of this process is 503 and no cache keeps it', async () => {
    const { checkpoint } = await head();
    const [epoch, seq] = checkpoint.split('.');
    const response = await get(`/v1/sync/all/changes?since=${epoch}.${Number(seq) + 1}`);
    assert.equal(response.status, 503);
    assert.equal(cacheOf(response), 'no-store');
    assert.equal(response.headers.get('retry-after'), '1');
    const problem = (await checked('getChanges', response)) as Problem;
    assert.equal(problem.type, 'urn:pvp:problem:position-ahead');
  });

  test('below the floor is 410 with the floor and the snapshot', async () => {
    const { checkpoint } = await head('life-event/dzivesvietas-maina');
    await register.put({ ...bySample('dzivesvietas-maina'), needs: [] });
    const address = `/v1/sync/life-event/dzivesvietas-maina/changes?since=${checkpoint}`;
    const response = await get(address);
    assert.equal(response.status, 410);
    assert.equal(cacheOf(response), 'max-age=300');
    const problem = (await checked('getChanges', response)) as Problem;
    assert.equal(problem.type, 'urn:pvp:problem:log-truncated');
    const now = await head('life-event/dzivesvietas-maina');
    assert.equal(problem.floor, now.floor);
    assert.equal(problem.floor, now.checkpoint);
    const taken = await read<Manifest>('getSnapshot', problem.snapshot!);
    assert.equal(taken.checkpoint, now.checkpoint);
    assert.equal((await changes(checkpoint)).changes.length, 1, 'the log as a whole goes on');
    await register.put(bySample('dzivesvietas-maina'));
  });

  test('pages are closed on multiples of 100 transactions, and then kept for a day', async () => {
    const { checkpoint } = await head();
    const [epoch, seq] = checkpoint.split('.');
    for (let n = 0; n < 101; n++) {
      const record = { ...bySample('PV-4001'), keywords: [`nr ${n}`] };
      await register.store.write([{ record, expect: 'any' }], {
        actor: 't',
        at: '2026-11-21T08:00:00Z',
      });
    }
    await register.put({ ...bySample('PV-4001'), keywords: ['pēdējais'] });
    const closed = await get(`/v1/sync/all/changes?since=${checkpoint}`);
    assert.equal(cacheOf(closed), 'public, max-age=86400');
    const page = (await checked('getChanges', closed)) as ChangePage;
    const end = Number(page.checkpoint.split('.')[1]);
    assert.equal(end % 100, 0);
    assert.ok(end > Number(seq) && page.more);
    assert.ok(
      page.changes.every(({ record }) => record === undefined),
      'all were overtaken',
    );
    const tail = await changes(`${epoch}.${end}`);
    assert.equal(tail.checkpoint, (await head()).checkpoint);
    assert.ok(tail.changes.at(-1)?.record);
  });

  for (const path of ['institution/nothing', 'life-event/nothing', 'institution/%20']) {
    test(`there is no scope ${path}`, async () => {
      await read('getChanges', `/v1/sync/${path}/changes?since=a.1`, 404);
      await read('getSnapshot', `/v1/sync/${path}/snapshot`, 404);
      await read('getHead', `/v1/sync/${path}/head`, 404);
    });
  }

  test('a scope answers under a registration number too, and signs the name that was asked', async () => {
    const [own, other] = [
      await head('institution/ozolleja'),
      await head('institution/90009990001'),
    ];
    const { signature: one, ...state } = own;
    const { signature: two, ...sameState } = other;
    assert.deepEqual(sameState, state);
    assert.notEqual(one, two);
    const { parts } = await manifest('institution/90009990001');
    assert.deepEqual(parts, (await manifest('institution/ozolleja')).parts);
    assert.deepEqual(
      (await changes(own.floor, 'institution/90009990001')).changes,
      (await changes(own.floor, 'institution/ozolleja')).changes,
    );
  });
});

describe('snapshots', () => {
  for (const scope of ['all', 'institution/ozolleja', 'life-event/dzivesvietas-maina']) {
    test(`the manifest of ${scope} names parts that hold what it says`, async () => {
      const address = `/v1/sync/${scope}/snapshot`;
      const response = await get(address);
      assert.equal(cacheOf(response), 'max-age=300, stale-if-error=604800');
      const etag = response.headers.get('etag')!;
      const told = (await checked('getSnapshot', response)) as Manifest;
      assert.equal((await get(address, { 'if-none-match': etag })).status, 304);
      const now = await head(scope);
      assert.equal(told.checkpoint, now.checkpoint);
      assert.equal(told.stateHash, now.stateHash);
      assert.equal(told.count, now.count);
      assert.deepEqual(told.parts.map(({ key }) => key), told.parts.map(({ key }) => key).sort()); // prettier-ignore
      let count = 0;
      for (const part of told.parts) {
        const url = new URL(part.href, `${register.origin}${address}`);
        assert.equal(url.pathname, `/v1/parts/${part.sha256}`);
        const answer = await get(url.pathname);
        const text = (await checked('getPart', answer)) as string;
        assert.equal(createHash('sha256').update(text).digest('hex'), part.sha256);
        assert.equal(Buffer.byteLength(text), part.bytes);
        assert.ok(text.endsWith('}\n'));
        const ids = text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as { type: string; id: string; holder?: string });
        assert.equal(ids.length, part.count);
        const holders = [...new Set(ids.map(({ holder }) => holder))];
        const shared = holders.length > 1 ? 'services' : `service/${holders[0]}`;
        for (const { type } of ids) {
          assert.equal(type === 'service' ? shared : type, part.key);
          assert.notEqual(type, 'resource');
        }
        count += ids.length;
      }
      assert.equal(count, told.count);
    });
  }

  test('a part is sent in the coding that is asked for, with its digest', async () => {
    const part = (await manifest()).parts.find(({ bytes }) => bytes > 1024)!;
    const path = `/v1/parts/${part.sha256}`;
    for (const [coding, decode] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
      ['identity', (bytes: Buffer) => bytes],
    ] as const) {
      const { headers, body } = await raw(path, { 'accept-encoding': coding });
      assert.equal(headers['content-encoding'], coding === 'identity' ? undefined : coding);
      assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable');
      assert.equal(headers['content-type'], 'application/x-ndjson');
      const digest = createHash('sha256').update(body).digest('base64');
      assert.equal(headers['repr-digest'], `sha-256=:${digest}:`);
      const plain = decode(body);
      assert.equal(createHash('sha256').update(plain).digest('hex'), part.sha256);
      const held = await raw(path, {
        'accept-encoding': coding,
        'if-none-match': String(headers['etag']),
      });
      assert.equal(held.status, 304);
    }
    for (const name of ['0'.repeat(64), 'x', part.sha256.toUpperCase()]) {
      await read('getPart', `/v1/parts/${name}`, 404);
    }
  });

  test('a redacted or restricted record is in no part any more, an outdated part stays', async () => {
    const before_ = await manifest();
    const outdated = before_.parts.find(({ key }) => key === 'services')!;
    await register.put({ ...bySample('PV-4001'), keywords: ['cits'] });
    const next = (await manifest()).parts.find(({ key }) => key === 'services')!;
    assert.notEqual(next.sha256, outdated.sha256);
    assert.equal((await get(`/v1/parts/${outdated.sha256}`)).status, 200);
    const same = (await manifest()).parts.filter(({ key }) => key !== 'services');
    assert.deepEqual(
      same,
      before_.parts.filter(({ key }) => key !== 'services'),
    );

    await register.put({
      ...bySample('PV-4001'),
      kind: 'inter-restricted',
      audience: ['berzkrogs'],
    });
    for (const { sha256 } of [outdated, next]) {
      assert.equal((await get(`/v1/parts/${sha256}`)).status, 404);
    }
    await register.put(bySample('PV-4001'));
  });
});

describe('signatures', () => {
  test('heads and manifests are signed with the key that is shown', async () => {
    const response = await get('/.well-known/pvp-keys.json');
    const { keys } = (await checked('getKeys', response)) as KeySet;
    assert.equal(keys.length, 1);
    const { kid, kty, crv, x, y } = keys[0]!;
    const thumbprint = createHash('sha256')
      .update(JSON.stringify({ crv, kty, x, y }))
      .digest('base64url');
    assert.equal(kid, thumbprint);
    const key = createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
    for (const scope of ['all', 'institution/ozolleja']) {
      const tail = (await changes((await head(scope)).checkpoint, scope)) as ChangePage & Head;
      for (const told of [await head(scope), await manifest(scope), tail]) {
        const [header = '', content, signature = ''] = told.signature!.split('.');
        assert.equal(content, '', 'the content stands beside the signature');
        assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url').toString()), {
          alg: 'ES256',
          kid,
        });
        const [epoch, seq] = told.checkpoint.split('.');
        const { count, stateHash } = told;
        const position = { count, epoch, scope, seq: Number(seq), stateHash };
        const payload = Buffer.from(JSON.stringify(position)).toString('base64url');
        const signed = Buffer.from(`${header}.${payload}`);
        const bytes = Buffer.from(signature, 'base64url');
        assert.ok(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, bytes));
      }
    }
  });

  test('a head is signed once for each position', async () => {
    assert.equal((await head()).signature, (await head()).signature);
    const { fetchedAt } = await head();
    assert.equal(fetchedAt, null);
  });
});
