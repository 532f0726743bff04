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

export interface SqliteStatement {
  run(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
}

/** What the store needs of a driver. Its calls are synchronous. */
export interface SqliteDatabase {
  prepare(sql: string): SqliteStatement;
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

/**
 * Takes the lock at once, in a call that leaves no statement behind: one that found the file locked
 * would hold up writers until it is collected.
 */
const BEGIN_READING = 'BEGIN; SELECT 1 FROM pvp_replica_meta LIMIT 1';
const BEGIN_WRITING = 'BEGIN IMMEDIATE';

// Bytes as they are: a text would be twice as large, and made for this alone.
const PUT_PART = 'INSERT OR REPLACE INTO pvp_replica_part VALUES (?, ?, CAST(? AS TEXT))';
const READ_PART =
  'SELECT CAST(body AS BLOB) AS body FROM pvp_replica_part WHERE replica = ? AND sha256 = ?';

/** Drivers give one or the other. */
type Bytes = Uint8Array<ArrayBuffer> | ArrayBuffer;
type Row = Record<string, string | null>;

/** How long another process that writes to the file is waited for, in milliseconds. */
const PATIENCE_MS = 5_000;
const LONGEST_PAUSE_MS = 50;

class SqliteStore implements ReplicaStore {
  #name!: ReplicaName;
  #replica = '';
  /** Kept, because each one holds on to the text that it was given last: a whole part. */
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(private readonly database: SqliteDatabase) {}

  async open(name: ReplicaName): Promise<void> {
    this.#name = name;
    this.#replica = replicaNameOf(name);
    await patiently(() => this.database.exec(TABLES));
  }

  async readState(): Promise<StoredState | undefined> {
    // One call after the other without a pause: nothing of this process comes between, and another
    // process is kept out by the transaction.
    return this.#transaction(BEGIN_READING, () => {
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

  async readPart(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const rows = await this.#transaction(BEGIN_READING, () => this.#all(READ_PART, sha256));
    const body = rows[0]?.['body'] as unknown as Bytes | undefined;
    return body instanceof ArrayBuffer ? new Uint8Array(body) : body;
  }

  async partNames(): Promise<string[]> {
    const sql = 'SELECT sha256 FROM pvp_replica_part WHERE replica = ?';
    const rows = await this.#transaction(BEGIN_READING, () => this.#all(sql));
    return rows.map((row) => row['sha256']!);
  }

  async commit(commit: ReplicaCommit): Promise<boolean> {
    const { meta, base, putParts = [], dropParts = [], putOverlay = [], clearOverlay } = commit;
    return this.#transaction(BEGIN_WRITING, () => {
      if (meta && (this.#meta()?.revision ?? 0) !== base) return false;
      for (const { sha256, bytes } of putParts) this.#run(PUT_PART, sha256, bufferOf(bytes));
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
    this.#statements.clear();
    this.database.close();
  }

  async destroy(): Promise<void> {
    await this.#transaction(BEGIN_WRITING, () => this.#remove(this.#replica));
    await this.close();
  }

  #meta(): ReplicaMeta | undefined {
    const [row] = this.#all('SELECT body FROM pvp_replica_meta WHERE replica = ?');
    return row && (JSON.parse(row['body']!) as ReplicaMeta);
  }

  #removeOlder(): void {
    const rows = this.#statement('SELECT replica FROM pvp_replica_meta').all() as Row[];
    for (const { replica } of rows) {
      if (replica && isOlderName(replica, this.#name)) this.#remove(replica);
    }
  }

  #remove(replica: string): void {
    for (const table of TABLE_NAMES) {
      this.#statement(`DELETE FROM ${table} WHERE replica = ?`).run(replica);
    }
  }

  #run(sql: string, ...values: unknown[]): void {
    this.#statement(sql).run(this.#replica, ...values);
  }

  #all(sql: string, ...values: unknown[]): Row[] {
    return this.#statement(sql).all(this.#replica, ...values) as Row[];
  }

  #statement(sql: string): SqliteStatement {
    let statement = this.#statements.get(sql);
    if (!statement) this.#statements.set(sql, (statement = this.database.prepare(sql)));
    return statement;
  }

  #transaction<T>(begin: string, work: () => T): Promise<T> {
    return patiently(() => {
      try {
        this.database.exec(begin);
        const result = work();
        this.database.exec('COMMIT');
        return result;
      } catch (error) {
        try {
          this.database.exec('ROLLBACK');
        } catch {
          // It did not begin, or its failure (a full disk) has ended it already.
        }
        throw error;
      }
    });
  }
}

/**
 * Does it again while another process has the file. Drivers can wait too, but they stop the whole
 * process while they do.
 */
async function patiently<T>(work: () => T): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let pause = 1; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    await new Promise((next) => setTimeout(next, pause));
  }
}

/** Not every driver takes other bytes. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Drivers tell it in codes of their own. */
function isBusy(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /SQLITE_BUSY|database is locked/.test(`${code} ${message}`);
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
