/** A replica in a SQLite file. The driver is the caller's: `libsql`, `better-sqlite3` or alike. */
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

/** What the store needs of a driver. Its calls are synchronous. */
export interface SqliteDatabase {
  prepare(sql: string): {
    run(...values: unknown[]): unknown;
    get(...values: unknown[]): unknown;
    all(...values: unknown[]): unknown[];
  };
  exec(sql: string): unknown;
  close(): unknown;
}

const TABLES = `
  CREATE TABLE IF NOT EXISTS pvp_replica_meta (
    replica TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, body TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS pvp_replica_part (
    replica TEXT NOT NULL, sha256 TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (replica, sha256));
  CREATE TABLE IF NOT EXISTS pvp_replica_overlay (
    replica TEXT NOT NULL, key TEXT NOT NULL, hash TEXT, body TEXT, PRIMARY KEY (replica, key));
`;
const TABLE_NAMES = ['pvp_replica_meta', 'pvp_replica_part', 'pvp_replica_overlay'];

type Row = Record<string, string | null>;

class SqliteStore implements ReplicaStore {
  #name!: ReplicaName;
  #replica = '';

  constructor(private readonly database: SqliteDatabase) {}

  async open(name: ReplicaName): Promise<void> {
    this.#name = name;
    this.#replica = replicaNameOf(name);
    this.database.exec(TABLES);
  }

  async readState(): Promise<StoredState | undefined> {
    // One call after the other without a pause: nothing of this process comes between, and another
    // process is kept out by the transaction.
    return this.#transaction('BEGIN', () => {
      const meta = this.#meta();
      if (!meta) return undefined;
      const overlay = this.#all(
        'SELECT key, hash, body FROM pvp_replica_overlay WHERE replica = ?',
      );
      return {
        meta,
        overlay: overlay.map(
          ({ key, hash, body }) => ({ key, hash, text: body }) as unknown as OverlayEntry,
        ),
      };
    });
  }

  async readPart(sha256: string): Promise<string | undefined> {
    const sql = 'SELECT body FROM pvp_replica_part WHERE replica = ? AND sha256 = ?';
    return this.#all(sql, sha256)[0]?.['body'] ?? undefined;
  }

  async partNames(): Promise<string[]> {
    const rows = this.#all('SELECT sha256 FROM pvp_replica_part WHERE replica = ?');
    return rows.map((row) => row['sha256']!);
  }

  async commit(commit: ReplicaCommit): Promise<boolean> {
    const { meta, base, putParts = [], dropParts = [], putOverlay = [], clearOverlay } = commit;
    return this.#transaction('BEGIN IMMEDIATE', () => {
      if (meta && (this.#meta()?.revision ?? 0) !== base) return false;
      for (const { sha256, text } of putParts) {
        this.#run('INSERT OR REPLACE INTO pvp_replica_part VALUES (?, ?, ?)', sha256, text);
      }
      for (const sha256 of dropParts) {
        this.#run('DELETE FROM pvp_replica_part WHERE replica = ? AND sha256 = ?', sha256);
      }
      if (clearOverlay) this.#run('DELETE FROM pvp_replica_overlay WHERE replica = ?');
      for (const { key, hash, text } of putOverlay) {
        this.#run(
          'INSERT OR REPLACE INTO pvp_replica_overlay VALUES (?, ?, ?, ?)',
          key,
          hash,
          text,
        );
      }
      if (meta) {
        const sql = 'INSERT OR REPLACE INTO pvp_replica_meta VALUES (?, ?, ?)';
        this.#run(sql, meta.revision, JSON.stringify(meta));
        if (base === 0) this.#removeOlder();
      }
      return true;
    });
  }

  async close(): Promise<void> {
    this.database.close();
  }

  async destroy(): Promise<void> {
    this.#transaction('BEGIN IMMEDIATE', () => this.#remove(this.#replica));
    this.database.close();
  }

  #meta(): ReplicaMeta | undefined {
    const [row] = this.#all('SELECT body FROM pvp_replica_meta WHERE replica = ?');
    return row && (JSON.parse(row['body']!) as ReplicaMeta);
  }

  #removeOlder(): void {
    const rows = this.database.prepare('SELECT replica FROM pvp_replica_meta').all() as Row[];
    for (const { replica } of rows) {
      if (replica && isOlderName(replica, this.#name)) this.#remove(replica);
    }
  }

  #remove(replica: string): void {
    for (const table of TABLE_NAMES) {
      this.database.prepare(`DELETE FROM ${table} WHERE replica = ?`).run(replica);
    }
  }

  #run(sql: string, ...values: unknown[]): void {
    this.database.prepare(sql).run(this.#replica, ...values);
  }

  #all(sql: string, ...values: unknown[]): Row[] {
    return this.database.prepare(sql).all(this.#replica, ...values) as Row[];
  }

  #transaction<T>(begin: string, work: () => T): T {
    this.database.exec(begin);
    try {
      const result = work();
      this.database.exec('COMMIT');
      return result;
    } catch (error) {
      try {
        this.database.exec('ROLLBACK');
      } catch {
        // Some failures (a full disk) have ended the transaction already.
      }
      throw error;
    }
  }
}

/**
 * A store in a SQLite database, which may hold several replicas, in tables named `pvp_replica_*`.
 *
 * ```ts
 * import Database from 'libsql';
 * const store = sqliteStore(new Database('replica.db'));
 * ```
 *
 * @param database Open, and of this store alone: closing the store closes it.
 */
export function sqliteStore(database: SqliteDatabase): ReplicaStore {
  return new SqliteStore(database);
}
