/**
 * A PostgreSQL server for tests: the one that `PVP_TEST_DATABASE_URL` names, else a temporary one
 * from Debian's package, reachable through a socket in its own folder only.
 */
import { execFileSync, type ExecFileSyncOptions } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface TestPostgres {
  /** Of a database in which tests may create schemas. */
  url: string;
  stop(): void;
}

/** Either a server, or one sentence that says why there is none. */
export type PostgresAttempt =
  { server: TestPostgres; reason?: undefined } | { server?: undefined; reason: string };

export interface TestSchema {
  /** Of a connection that sees this schema alone. */
  url: string;
  remove(): Promise<void>;
}

const PACKAGES = '/usr/lib/postgresql';
/** Where PostgreSQL can order by ICU locales, and so need not sort like the machine's C locale. */
const FIRST_WITH_ICU = 15;

/** Finds or starts a server. The caller stops it; the end of the process does so too. */
export function startTestPostgres(): PostgresAttempt {
  const url = process.env['PVP_TEST_DATABASE_URL'];
  if (url) return { server: { url, stop: () => undefined } };
  const version = newestVersion();
  if (version === undefined) {
    return {
      reason: `no PVP_TEST_DATABASE_URL is set and ${PACKAGES} holds no server (on Debian: apt-get install postgresql)`,
    };
  }
  const folder = mkdtempSync(join(tmpdir(), 'pvp-postgres-'));
  try {
    return { server: startCluster(version, folder) };
  } catch (error) {
    const log = join(folder, 'log');
    const told = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').at(-1) : undefined;
    rmSync(folder, { recursive: true, force: true });
    return {
      reason: `PostgreSQL ${version} did not start: ${told ?? (error as Error).message.trim()}`,
    };
  }
}

let schemas = 0;

/** A schema of its own, so that tests never meet in one database. */
export async function createTestSchema({ url }: Pick<TestPostgres, 'url'>): Promise<TestSchema> {
  const schema = `pvp_test_${process.pid}_${(schemas += 1)}`;
  await runOnce(url, `CREATE SCHEMA ${schema}`);
  const options = encodeURIComponent(`-c search_path=${schema}`);
  return {
    url: `${url}${url.includes('?') ? '&' : '?'}options=${options}`,
    remove: () => runOnce(url, `DROP SCHEMA ${schema} CASCADE`),
  };
}

async function runOnce(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

function newestVersion(): number | undefined {
  if (!existsSync(PACKAGES)) return undefined;
  return readdirSync(PACKAGES)
    .map(Number)
    .filter((version) => existsSync(join(PACKAGES, String(version), 'bin', 'initdb')))
    .sort((a, b) => b - a)[0];
}

function startCluster(version: number, folder: string): TestPostgres {
  const isRoot = process.getuid?.() === 0;
  const data = join(folder, 'data');
  const run = (tool: string, args: string[], options: ExecFileSyncOptions = {}) => {
    const path = join(PACKAGES, String(version), 'bin', tool);
    // PostgreSQL refuses to run as root. The working folder must be one that its user may enter.
    const [command, all] = isRoot
      ? ['runuser', ['-u', 'postgres', '--', path, ...args]]
      : [path, args];
    execFileSync(command, all, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...options });
  };
  if (isRoot) execFileSync('chown', ['postgres', folder]);

  // Ordered as Latvian is, so that a query that leans on the order of the server shows.
  const locale =
    version >= FIRST_WITH_ICU
      ? ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=lv']
      : ['--locale=C.UTF-8'];
  run('initdb', [
    `--pgdata=${data}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--no-sync',
    ...locale,
  ]);
  run(
    'pg_ctl',
    [
      'start',
      '--wait',
      `--pgdata=${data}`,
      `--log=${join(folder, 'log')}`,
      `--options=-k ${folder} -c listen_addresses= -c fsync=off -c max_connections=120`,
    ],
    // The server keeps what it inherits: a pipe would never end.
    { stdio: 'ignore' },
  );
  let running = true;
  const stop = () => {
    if (!running) return;
    running = false;
    process.off('exit', stop);
    try {
      run('pg_ctl', ['stop', '--wait', '--mode=immediate', `--pgdata=${data}`], {
        stdio: 'ignore',
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  process.on('exit', stop);
  return {
    url: `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop,
  };
}
