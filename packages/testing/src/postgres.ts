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
  /** Starts a streaming replica; absent for a server that was not started here. It ends with it. */
  startStandby?(): TestStandby;
  stop(): void;
}

/** A server that follows another one and can only be read. */
export interface TestStandby {
  url: string;
  /** Lets it fall behind, until `resume`. */
  pause(): Promise<void>;
  resume(): Promise<void>;
}

/** Either a server, or one sentence that says why there is none. */
export type PostgresAttempt =
  { server: TestPostgres; reason?: undefined } | { server?: undefined; reason: string };

export interface TestSchema {
  /** Of a connection that sees this schema alone. */
  url: string;
  /** The same on a server that follows the first one. */
  urlOn(standby: Pick<TestStandby, 'url'>): string;
  remove(): Promise<void>;
}

const PACKAGES = '/usr/lib/postgresql';
const FIRST_PORT = 5432;
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
  const urlOn = (server: { url: string }) =>
    `${server.url}${server.url.includes('?') ? '&' : '?'}options=${options}`;
  return {
    url: urlOn({ url }),
    urlOn,
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
  const run = (tool: string, args: string[], options: ExecFileSyncOptions = {}) => {
    const path = join(PACKAGES, String(version), 'bin', tool);
    // PostgreSQL refuses to run as root. The working folder must be one that its user may enter.
    const [command, all] = isRoot
      ? ['runuser', ['-u', 'postgres', '--', path, ...args]]
      : [path, args];
    execFileSync(command, all, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...options });
  };
  const started: string[] = [];
  /** No port of the machine is taken: the number only names the socket in the folder. */
  const start = (data: string, port: number): string => {
    run(
      'pg_ctl',
      [
        'start',
        '--wait',
        `--pgdata=${data}`,
        `--log=${join(folder, 'log')}`,
        `--options=-k ${folder} -p ${port} -c listen_addresses= -c fsync=off -c max_connections=120 -c max_standby_streaming_delay=200ms`,
      ],
      // The server keeps what it inherits: a pipe would never end.
      { stdio: 'ignore' },
    );
    started.push(data);
    return `postgresql://postgres@localhost:${port}/postgres?host=${encodeURIComponent(folder)}`;
  };
  const stop = () => {
    process.off('exit', stop);
    try {
      for (const data of started.splice(0).reverse()) {
        run('pg_ctl', ['stop', '--wait', '--mode=immediate', `--pgdata=${data}`], {
          stdio: 'ignore',
        });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  if (isRoot) execFileSync('chown', ['postgres', folder]);
  // Ordered as Latvian is, so that a query that leans on the order of the server shows.
  const locale =
    version >= FIRST_WITH_ICU
      ? ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=lv']
      : ['--locale=C.UTF-8'];
  const data = join(folder, 'data');
  run('initdb', [
    `--pgdata=${data}`,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--no-sync',
    ...locale,
  ]);
  process.on('exit', stop);
  const url = start(data, FIRST_PORT);
  return {
    url,
    stop,
    startStandby() {
      const port = FIRST_PORT + started.length;
      const copy = join(folder, `standby-${port}`);
      run('pg_basebackup', [
        `--pgdata=${copy}`,
        `--host=${folder}`,
        `--port=${FIRST_PORT}`,
        '--username=postgres',
        '--checkpoint=fast',
        '--wal-method=stream',
        '--write-recovery-conf',
        '--no-sync',
      ]);
      const standby = start(copy, port);
      return {
        url: standby,
        pause: () => runOnce(standby, 'SELECT pg_wal_replay_pause()'),
        resume: () =>
          runOnce(standby, 'SELECT pg_wal_replay_resume()').catch((error: { code?: string }) => {
            // Taken up at once, the replay may have ended this very statement as being in its way.
            if (error.code !== '40001') throw error;
          }),
      };
    },
  };
}
