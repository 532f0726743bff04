/** `pvp snapshot` as a person, or a cron job, meets it. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Head, StaticHead } from '@pvp/contract';
import { openRegister } from '@pvp/testing';
import { runPvp, startPvp } from './support/pvp-process.ts';

const SECRET = 'a-secret-of-the-upstream-4711';
const folder = await mkdtemp(join(tmpdir(), 'pvp-snapshot-cli-'));
after(() => rm(folder, { recursive: true }));

const headIn = async (out: string) =>
  JSON.parse(await readFile(join(out, 'pvp-snapshot.json'), 'utf8')) as StaticHead;

test('publishes from a register that runs, and says in two lines what it did', async (t) => {
  const register = await openRegister();
  t.after(() => register.close());
  const out = join(folder, 'from-url');
  const scope = 'institution/ozolleja';
  const args = ['snapshot', '--out', out, '--from', register.origin, '--scope', scope];
  const env = { PVP_UPSTREAM_TOKEN: SECRET };
  const { code, stdout, stderr } = await runPvp([...args, '--header', `X-Key: ${SECRET}`], env)
    .ended;
  assert.equal(code, 0, stderr);
  assert.equal(stderr, '', 'nothing is wrong, and no progress bar where nobody looks');
  const { count, checkpoint } = await headIn(out);
  assert.ok(count > 0);
  assert.match(
    stdout,
    new RegExp(`^Published ${scope} at ${checkpoint} with ${count} records in `),
  );
  assert.match(stdout, /\n\d+ parts, \d+ of them new; 0 old files removed\n$/);
  assert.ok(!stdout.includes(SECRET), 'no credentials in what is printed');
});

test('publishes the register of PVP_DATA_DIR, while it runs too', async (t) => {
  const env = {
    PORT: '0',
    PVP_DATA_DIR: join(folder, 'register'),
    PVP_PUBLIC_URL: 'https://register.example',
  };
  const register = await startPvp(env);
  t.after(() => {
    register.signal('SIGINT');
    return register.ended;
  });
  const out = join(folder, 'from-store');
  const { code, stderr } = await runPvp(['snapshot', '--out', out], env).ended;
  assert.equal(code, 0, stderr);
  const head = (await (await fetch(`${register.origin}/v1/sync/all/head`)).json()) as Head;
  const published = await headIn(out);
  assert.deepEqual(
    [published.checkpoint, published.stateHash, published.register],
    [head.checkpoint, head.stateHash, 'https://register.example'],
  );
});

test('what cannot be used is said in a sentence that repeats no secret', async () => {
  const out = join(folder, 'unused');
  const base = ['snapshot', '--out', out];
  const from = [...base, '--from', 'https://register.invalid'];
  const env = { PVP_DATA_DIR: join(folder, 'no-register') };
  const cases: [string[], RegExp][] = [
    [base, /There is no register in .*no-register.*--from/],
    [[...base, '--header', `X-Key: ${SECRET}`], /--header is sent to the register of --from/],
    [[...from, '--header', SECRET], /--header must be "Name: value"/],
    [[...from, '--scope', 'audience/ozolleja'], /cannot be published as files, because everybody/],
    [[...from, '--scope', 'everything'], /"everything" is none; allowed are all, institution/],
    [[...base, '--from', `https://user:${SECRET}@register.invalid`], /is no address such as https/],
  ];
  for (const [args, sentence] of cases) {
    const { code, stdout, stderr } = await runPvp(args, env).ended;
    assert.equal(code, 1, stderr);
    assert.match(stderr, sentence);
    assert.equal(stderr.trimEnd().split('\n').length, 1, stderr);
    assert.ok(!`${stdout}${stderr}`.includes(SECRET), stderr);
  }
  assert.ok(!existsSync(env.PVP_DATA_DIR), 'asking for a register does not make one');
  assert.ok(!existsSync(out), 'nothing was begun');
});
