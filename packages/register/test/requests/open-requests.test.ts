import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { startRegister } from '../../src/serve.ts';
import { temporaryFolder } from '../store/test-place.ts';
import { request, RequestWorld } from './request-world.ts';

async function start(t: TestContext, dataDir: string) {
  const config = readConfig({
    PORT: '0',
    PVP_HOST: '127.0.0.1',
    PVP_DATA_DIR: dataDir,
    PVP_REQUESTS: '{"difficulty":0}',
  });
  const register = await startRegister(config, { log: createLog('silent') });
  t.after(() => register.close());
  return register;
}

test('the key is made once, for its owner alone', async (t) => {
  const folder = temporaryFolder(t);
  await (await start(t, folder)).close();
  const file = join(folder, 'request-key');
  const key = readFileSync(file, 'utf8');
  assert.ok(key.length >= 32);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(statSync(join(folder, 'requests.sqlite')).mode & 0o777, 0o600);
  await (await start(t, folder)).close();
  assert.equal(readFileSync(file, 'utf8'), key);
});

test('a database of requests that is none is named before anything starts', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(
    join(folder, 'requests.sqlite'),
    'no database at all, but a text that is long enough',
  );
  await assert.rejects(start(t, folder), /requests\.sqlite is not an SQLite database/);
});

test('several processes must be given the key, and without it take no requests', async (t) => {
  const lines: string[] = [];
  const world = await RequestWorld.open(t, {
    requestPlace: { databaseUrl: 'postgresql://nobody@127.0.0.1:9/nothing' },
    onLogLine: (line) => lines.push(line),
  });
  assert.equal((await world.send(request())).status, 404);
  assert.match(lines.join('\n'), /no requests are taken: set PVP_REQUEST_KEY/);
});
