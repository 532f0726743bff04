/** A replica in PostgreSQL. The pool is the caller's: `pg` or alike. */
import { textOf } from '../sync/part-lines.ts';
import {
  isOlderName,
  replicaNameOf,
  type OverlayEntry,
  type ReplicaCommit,
  type ReplicaMeta,
  type ReplicaName,
  type ReplicaStore,
  type StoredState,
} from '../sync/replica-store.ts';

export interface PostgresSession {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** `true`: the connection is broken and must not be used again. */
  release(isBroken?: boolean): void;
  /** Tells of a connection that breaks between two statements, where the driver has such events. */
  on?(event: 'error', listener: (error: Error) => void): unknown;
  off?(event: 'error', listener: (error: Error) => void): unknown;
}

/** What the store needs of a pool. */
export interface PostgresPool {
  connect(): Promise<PostgresSession>;
}

const TABLES = [
  `CREATE TABLE IF NOT EXISTS pvp_replica_meta (
    replica TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS pvp_replica_part (
    replica TEXT NOT NULL, sha256 TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (replica, sha256))`,
  `CREATE TABLE IF NOT EXISTS pvp_replica_overlay (
    replica TEXT NOT NULL, key TEXT NOT NULL, hash TEXT, body TEXT, PRIMARY KEY (replica, key))`,
];
/** The last of them: all were made in one transaction. */
const ARE_MADE = "SELECT to_regclass('pvp_replica_overlay') IS NOT NULL AS made";
const TABLE_NAMES = ['pvp_replica_meta', 'pvp_replica_part', 'pvp_replica_overlay'];

class PostgresStore implements ReplicaStore {
  #name!: ReplicaName;
  #replica = '';

  constructor(private readonly pool: PostgresPool) {}

  async open(name: ReplicaName): Promise<void> {
    this.#name = name;
    this.#replica = replicaNameOf(name);
    await this.#transaction('READ COMMITTED', async (session) => {
      const { rows } = await session.query(ARE_MADE);
      if (rows[0]?.['made']) return;
      // Of processes that make the same table at once, PostgreSQL lets one fail.
      await session.query("SELECT pg_advisory_xact_lock(hashtext('pvp_replica'))");
      for (const table of TABLES) await session.query(table);
    });
  }

  readState(): Promise<StoredState | undefined> {
    return this.#transaction('REPEATABLE READ', async (session) => {
      const meta = await this.#meta(session);
      if (!meta) return undefined;
      const { rows } = await session.query(
        'SELECT key, hash, body AS text FROM pvp_replica_overlay WHERE replica = $1',
        [this.#replica],
      );
      return { meta, overlay: rows as unknown as OverlayEntry[] };
    });
  }

  readPart(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#transaction('READ COMMITTED', async (session) => {
      const sql = 'SELECT body FROM pvp_replica_part WHERE replica = $1 AND sha256 = $2';
      const { rows } = await session.query(sql, [this.#replica, sha256]);
      return rows[0] && new TextEncoder().encode(rows[0]['body'] as string);
    });
  }

  partNames(): Promise<string[]> {
    return this.#transaction('READ COMMITTED', async (session) => {
      const sql = 'SELECT sha256 FROM pvp_replica_part WHERE replica = $1';
      const { rows } = await session.query(sql, [this.#replica]);
      return rows.map((row) => row['sha256'] as string);
    });
  }

  commit(commit: ReplicaCommit): Promise<boolean> {
    const { meta, base, putParts = [], dropParts = [], putOverlay = [], clearOverlay } = commit;
    return this.#transaction('READ COMMITTED', async (session) => {
      const run = (sql: string, ...values: unknown[]) =>
        session.query(sql, [this.#replica, ...values]);
      if (meta && !(await this.#takeTurn(session, meta, base ?? 0))) return false;
      for (const { sha256, bytes } of putParts) {
        await run(
          `INSERT INTO pvp_replica_part VALUES ($1, $2, $3)
           ON CONFLICT (replica, sha256) DO UPDATE SET body = excluded.body`,
          sha256,
          textOf(bytes),
        );
      }
      for (const sha256 of dropParts) {
        await run('DELETE FROM pvp_replica_part WHERE replica = $1 AND sha256 = $2', sha256);
      }
      if (clearOverlay) await run('DELETE FROM pvp_replica_overlay WHERE replica = $1');
      for (const { key, hash, text } of putOverlay) {
        await run(
          `INSERT INTO pvp_replica_overlay VALUES ($1, $2, $3, $4)
           ON CONFLICT (replica, key) DO UPDATE SET hash = excluded.hash, body = excluded.body`,
          key,
          hash,
          text,
        );
      }
      if (meta && base === 0) await this.#removeOlder(session);
      return true;
    });
  }

  /** The pool stays open: it is the caller's. */
  async close(): Promise<void> {}

  destroy(): Promise<void> {
    return this.#transaction('READ COMMITTED', (session) => this.#remove(session, this.#replica));
  }

  /** One statement decides which of two processes follows `base`. */
  async #takeTurn(session: PostgresSession, meta: ReplicaMeta, base: number): Promise<boolean> {
    const values = [this.#replica, meta.revision, JSON.stringify(meta)];
    const { rows } =
      base === 0
        ? await session.query(
            `INSERT INTO pvp_replica_meta VALUES ($1, $2, $3)
             ON CONFLICT (replica) DO NOTHING RETURNING revision`,
            values,
          )
        : await session.query(
            `UPDATE pvp_replica_meta SET revision = $2, body = $3
             WHERE replica = $1 AND revision = $4 RETURNING revision`,
            [...values, base],
          );
    return rows.length === 1;
  }

  async #meta(session: PostgresSession): Promise<ReplicaMeta | undefined> {
    const sql = 'SELECT body FROM pvp_replica_meta WHERE replica = $1';
    const { rows } = await session.query(sql, [this.#replica]);
    return rows[0] && (JSON.parse(rows[0]['body'] as string) as ReplicaMeta);
  }

  async #removeOlder(session: PostgresSession): Promise<void> {
    const { rows } = await session.query('SELECT replica FROM pvp_replica_meta');
    for (const { replica } of rows as { replica: string }[]) {
      if (isOlderName(replica, this.#name)) await this.#remove(session, replica);
    }
  }

  async #remove(session: PostgresSession, replica: string): Promise<void> {
    for (const table of TABLE_NAMES) {
      await session.query(`DELETE FROM ${table} WHERE replica = $1`, [replica]);
    }
  }

  async #transaction<T>(
    isolation: string,
    work: (session: PostgresSession) => Promise<T>,
  ): Promise<T> {
    const session = await this.pool.connect();
    let isBroken = false;
    // Unheard, this event would end the process; the next statement fails all the same.
    const onError = () => void (isBroken = true);
    session.on?.('error', onError);
    try {
      await session.query(`BEGIN ISOLATION LEVEL ${isolation}`);
      const result = await work(session);
      await session.query('COMMIT');
      return result;
    } catch (error) {
      await session.query('ROLLBACK').catch(() => (isBroken = true));
      throw error;
    } finally {
      session.off?.('error', onError);
      session.release(isBroken);
    }
  }
}

/**
 * A store in PostgreSQL, in tables named `pvp_replica_*` of the connection's first schema. Several
 * processes may follow with one store: a commit that another one overtook writes nothing.
 *
 * ```ts
 * import pg from 'pg';
 * const store = postgresStore(new pg.Pool({ connectionString }));
 * ```
 */
export function postgresStore(pool: PostgresPool): ReplicaStore {
  return new PostgresStore(pool);
}
