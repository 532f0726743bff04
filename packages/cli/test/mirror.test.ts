/** `pvp mirror` and `pvp epoch new` as a person meets them. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Head } from '@pvp/contract';
import { openRegister } from '@pvp/testing';
import { until } from '@pvp/testing';
import { runPvp, startPvp, type PvpProcess } from './support/pvp-process.ts';

const SECRET = 'a-secret-of-the-upstream-4711';
const folder = await mkdtemp(join(tmpdir(), 'pvp-mirror-'));
after(() => rm(folder, { recursive: true }));

const head = async (origin: string) =>
  (await (await fetch(`${origin}/v1/sync/all/head`)).json()) as Head;

function ended(process: PvpProcess): PvpProcess['ended'] {
  process.signal('SIGINT');
  return process.ended;
}

test('serves what its upstream has, and ends on a signal', async (t) => {
  const upstream = await openRegister();
  t.after(() => upstream.close());
  const header = `X-Api-Key: ${SECRET}`;
  const mirror = runPvp(['mirror', '--from', upstream.origin, '--header', header], {
    PORT: '0',
    PVP_DATA_DIR: join(folder, 'mirror'),
    PVP_UPSTREAM_TOKEN: SECRET,
  });
  t.after(() => ended(mirror));
  await until('the addresses', () => /^Health .*\n/m.test(mirror.stdout()));
  const [, address = ''] = /^API +(\S+)$/m.exec(mirror.stdout()) ?? [];
  const { origin } = new URL(address);
  const { checkpoint, stateHash, signature } = await head(upstream.origin);
  const here = await head(origin);
  assert.deepEqual(
    [here.checkpoint, here.stateHash, here.signature],
    [checkpoint, stateHash, signature],
  );
  assert.equal((await fetch(`${origin}/v1/services/PV-1001`)).status, 200);
  const { code, stdout, stderr } = await ended(mirror);
  assert.equal(code, 0);
  assert.ok(!`${stdout}${stderr}`.includes(SECRET), 'no credentials in what is printed');
  assert.ok(!stderr.includes('parts'), 'no progress bar where nobody looks');
});

test('what cannot be used is said in a sentence that repeats no secret', async () => {
  const env = { PORT: '0', PVP_DATA_DIR: join(folder, 'unused') };
  const from = ['mirror', '--from', 'https://register.invalid'];
  const cases: [string[], Record<string, string>, RegExp][] = [
    [[...from, '--header', SECRET], {}, /--header must be "Name: value"/],
    [[...from, '--header', `X-Key: ${SECRET}\u0101`], {}, /--header must be "Name: value"/],
    [[...from, '--scope', 'audience/ozolleja'], {}, /a mirror answers everybody/],
    [
      ['mirror', '--from', `https://user:${SECRET}@register.invalid`],
      {},
      /is no address such as https/,
    ],
    [from, { PVP_UPSTREAM_HEADERS: `{"X": "${SECRET}` }, /PVP_UPSTREAM_HEADERS has a value/],
    [from, { PVP_UPSTREAM_TOKEN: `${SECRET} and more` }, /PVP_UPSTREAM_TOKEN has a value/],
  ];
  for (const [args, more, sentence] of cases) {
    const { code, stderr } = await runPvp(args, { ...env, ...more }).ended;
    assert.equal(code, 1, stderr);
    assert.match(stderr, sentence);
    assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
    assert.ok(!stderr.includes(SECRET), stderr);
  }
});

test('a new epoch is seen by a register that runs', async (t) => {
  const env = { PORT: '0', PVP_DATA_DIR: join(folder, 'register') };
  const register = await startPvp(env);
  t.after(() => ended(register));
  const before = await head(register.origin);
  const { code, stdout, stderr } = await runPvp(['epoch', 'new', '--reason', 'restored'], env)
    .ended;
  assert.equal(code, 0, stderr);
  await until('the new epoch', async () => `${(await head(register.origin)).checkpoint}\n` === stdout); // prettier-ignore
  const changes = `${register.origin}/v1/sync/all/changes?since=${before.checkpoint}`;
  assert.equal((await fetch(changes)).status, 410);
  assert.notEqual(before.checkpoint.split('.')[0], stdout.split('.')[0]);
});
