/** `pvp start` as a person meets it: addresses, ports, an orderly end, and data that stay. */
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test, type TestContext } from 'node:test';
import pg from 'pg';
import { generateSigningKey } from '@pvp/register';
import { startTestPostgres } from '@pvp/testing/postgres';
import { until } from '@pvp/testing';
import { runPvp, startPvp, takePort, type StartedPvp } from './support/pvp-process.ts';

const TOKEN = 'a-token-for-this-test-alone';
const folder = await mkdtemp(join(tmpdir(), 'pvp-start-'));
after(() => rm(folder, { recursive: true }));

interface Titled extends Record<string, unknown> {
  title: { lv: string };
}

/** Starts the command and makes sure that it ends with the test. */
async function started(t: TestContext, env: Record<string, string>): Promise<StartedPvp> {
  const pvp = await startPvp({ PVP_ADMIN_TOKEN: TOKEN, ...env });
  t.after(async () => {
    pvp.signal('SIGINT');
    await pvp.ended;
  });
  return pvp;
}

async function interrupt(pvp: StartedPvp): Promise<void> {
  pvp.signal('SIGINT');
  const { code } = await pvp.ended;
  assert.equal(code, 0, 'exit code after SIGINT');
}

async function json<T>(address: string): Promise<T> {
  const answer = await fetch(address, { headers: { authorization: `Bearer ${TOKEN}` } });
  assert.equal(answer.status, 200, address);
  return (await answer.json()) as T;
}

const titleOf = async ({ origin }: StartedPvp, id: string): Promise<string> =>
  (await json<Titled>(`${origin}/v1/services/${id}`)).title.lv;

/** The full record as the write API takes it. */
async function record({ origin }: StartedPvp, id: string): Promise<Titled> {
  const full = await json<Titled>(`${origin}/v1/admin/service/${id}`);
  delete full['hash'];
  return full;
}

/** Gives a service another title through the write API. */
async function retitle(pvp: StartedPvp, id: string, title: string): Promise<void> {
  const address = `${pvp.origin}/v1/admin/service/${id}`;
  const answer = await fetch(address, {
    method: 'PUT',
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      'if-match': '*',
    },
    body: JSON.stringify({ ...(await record(pvp, id)), title: { lv: title } }),
  });
  assert.ok(answer.ok, `PUT ${address}: ${answer.status} ${await answer.text()}`);
}

function assertAddresses(pvp: StartedPvp): void {
  const lines = pvp.stdout().split('\n');
  assert.equal(lines.pop(), '', 'a line end after the last address');
  assert.equal(lines.length, 6, pvp.stdout());
  for (const [index, label] of ['Demo', 'Desk', 'Token', 'API', 'OpenAPI', 'Health'].entries()) {
    if (label === 'Token') assert.match(lines[index]!, /^Token +[\w-]{24}$/);
    else assert.match(lines[index]!, new RegExp(`^${label} +http://localhost:\\d+/\\S*$`));
  }
}

test('a busy port, a write, an import from another process, and a second start', async (t) => {
  const env = { PVP_DATA_DIR: join(folder, 'data') };
  const taken = await takePort();
  const first = await started(t, { ...env, PORT: String(taken.port) }).finally(() => taken.free());

  await t.test('addresses are printed, and each answers', async () => {
    assertAddresses(first);
    const { Token: token, ...addresses } = first.addresses;
    const desk = await fetch(`${first.origin}/v1/admin/requests`, {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.deepEqual(await desk.json(), { items: [] }, 'the token opens the help desk');
    for (const [label, address] of Object.entries(addresses)) {
      const answer = await fetch(address);
      await answer.body?.cancel();
      assert.equal(answer.status, 200, `${label} ${address}`);
    }
    assert.match(
      await (await fetch(first.addresses['Demo']!)).text(),
      new RegExp(`register="${first.origin}"`),
      'the demo shows this register',
    );
  });

  await t.test('one sentence says that the port was busy and which one was taken', () => {
    const port = new URL(first.origin).port;
    assert.notEqual(port, String(taken.port));
    assert.ok(Number(port) > taken.port && Number(port) <= taken.port + 20, port);
    assert.equal(
      first.stderr(),
      `Port ${taken.port} is in use; the register takes ${port}.\n`,
      'standard error',
    );
  });

  await t.test('an import from a second process is seen within 2 s', async () => {
    const file = join(folder, 'PV-1002.json');
    const title = { lv: 'Dzīvesvietas deklarēšana, ievesta' };
    await writeFile(file, JSON.stringify({ ...(await record(first, 'PV-1002')), title }));
    const { code, stdout, stderr } = await runPvp(['import', file], env).ended;
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Accepted 1, unchanged 0, rejected 0/);
    await until('the import', async () => (await titleOf(first, 'PV-1002')) === title.lv, 2_000);
  });

  await t.test('SIGINT ends it with 0, and a second start holds what was written', async () => {
    await retitle(first, 'PV-1001', 'Dzīvesvietas deklarēšana, mainīta');
    const before = await json<{ total: number }>(`${first.origin}/v1/services?limit=1`);
    await interrupt(first);

    const second = await started(t, { ...env, PORT: '0' });
    assertAddresses(second);
    assert.equal(second.stderr(), '', 'standard error');
    assert.equal(await titleOf(second, 'PV-1001'), 'Dzīvesvietas deklarēšana, mainīta');
    assert.equal(await titleOf(second, 'PV-1002'), 'Dzīvesvietas deklarēšana, ievesta');
    const now = await json<{ total: number }>(`${second.origin}/v1/services?limit=1`);
    assert.equal(now.total, before.total);
    await interrupt(second);
  });
});

const { server, reason } = startTestPostgres();
after(() => server?.stop());

test(
  'on PostgreSQL: start, list, write, and a second start that holds what was written',
  { skip: !server && `The test on PostgreSQL is skipped: ${reason}.` },
  async (t) => {
    const { url } = server!;
    const schema = `pvp_start_${process.pid}`;
    await runOnce(url, `CREATE SCHEMA ${schema}`);
    t.after(() => runOnce(url, `DROP SCHEMA ${schema} CASCADE`));
    const options = encodeURIComponent(`-c search_path=${schema}`);
    const env = {
      PORT: '0',
      PVP_DATA_DIR: join(folder, 'unused'),
      DATABASE_URL: `${url}${url.includes('?') ? '&' : '?'}options=${options}`,
      // Processes that share a database share a key too; without one the register warns.
      PVP_SIGNING_KEY: generateSigningKey(),
      PVP_REQUEST_KEY: 'a-key-that-is-only-for-this-test-and-long',
    };
    const first = await started(t, env);
    assertAddresses(first);
    const list = await json<{ total: number }>(`${first.origin}/v1/services?limit=1`);
    assert.ok(list.total > 50, `${list.total} services`);
    await retitle(first, 'PV-1001', 'Dzīvesvietas deklarēšana, mainīta');
    await interrupt(first);

    const second = await started(t, env);
    assert.equal(await titleOf(second, 'PV-1001'), 'Dzīvesvietas deklarēšana, mainīta');
    const again = await json<{ total: number }>(`${second.origin}/v1/services?limit=1`);
    assert.equal(again.total, list.total);
    await interrupt(second);
    assert.equal(first.stderr() + second.stderr(), '', 'standard error');
  },
);

async function runOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
