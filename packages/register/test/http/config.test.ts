import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';
import { readConfig } from '@pvp/register';

describe('the configuration', () => {
  test('has defaults', () => {
    const config = readConfig({});
    assert.equal(config.port, 8080);
    assert.equal(config.demoPort, 8081);
    assert.equal(config.dataDir, './.pvp-data');
    assert.equal(config.corsOrigins, '*');
    assert.equal(config.adminToken, undefined);
  });

  for (const [variable, value, allowed] of [
    ['PORT', 'eighty', '0 to 65535'],
    ['PORT', '70000', '0 to 65535'],
    ['PVP_LOG_LEVEL', 'loud', 'one of fatal'],
    ['PVP_PUBLIC_URL', 'register.example', 'https://'],
    ['PVP_TRUST_PROXY', 'maybe', 'true or false'],
    ['PVP_CORS_ORIGIN', 'https://a.example, b', 'separated by commas'],
  ] as const) {
    test(`says in one sentence why ${variable}=${value} cannot be used`, () => {
      assert.throws(
        () => readConfig({ [variable]: value }),
        (error: Error) => {
          assert.match(error.message, new RegExp(`^${variable} is .*${allowed}.*\\.$`));
          assert.ok(error.message.includes(JSON.stringify(value)));
          return true;
        },
      );
    });
  }

  test('refuses a short token and a strange database without repeating them', () => {
    for (const env of [
      { PVP_ADMIN_TOKEN: 'hunter2' },
      { DATABASE_URL: 'mysql://root:hunter2@db/x' },
    ]) {
      assert.throws(
        () => readConfig(env),
        (error: Error) => !error.message.includes('hunter2'),
      );
    }
  });

  test('shows no secret when printed', () => {
    const config = readConfig({
      PVP_ADMIN_TOKEN: 'a-secret-of-many-characters',
      DATABASE_URL: 'postgresql://user:another-secret@db/x',
    });
    assert.equal(config.adminToken, 'a-secret-of-many-characters');
    for (const printed of [JSON.stringify(config), inspect(config), inspect({ config })]) {
      assert.ok(!printed.includes('secret'), printed);
    }
  });

  test('takes a file, and the environment over it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pvp-config-'));
    const file = join(folder, 'config.json');
    try {
      writeFileSync(file, JSON.stringify({ PORT: 9000, PVP_HOST: '127.0.0.1' }));
      const config = readConfig({ PVP_CONFIG: file, PORT: '9001' });
      assert.equal(config.port, 9001);
      assert.equal(config.host, '127.0.0.1');
      writeFileSync(file, JSON.stringify({ PROT: 9000 }));
      assert.throws(() => readConfig({ PVP_CONFIG: file }), /"PROT"; allowed are PORT/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
