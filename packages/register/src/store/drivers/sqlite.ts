/**
 * SQLite through `libsql`. Its calls are synchronous, so it never waits for a lock inside a call:
 * a busy file is tried again later, without blocking the process.
 */
import Database from 'libsql';
import { StoreError } from '../store-error.ts';
import type { SqlDriver, SqlRow, SqlSession, SqlSnapshot, SqlValue, Verdict } from './driver.ts';
import { retry } from './retry.ts';
import { isBusy, sqliteError } from './sqlite-errors.ts';
import { prepareSqliteFile } from './sqlite-file.ts';
import { Turnstile } from './turnstile.ts';

const IN_MEMORY = ':memory:';
/** How long one call may block the process while the file is locked, in milliseconds. */
const BUSY_TIMEOUT = 5;
/** How long a write waits in all for other processes, in milliseconds. */
const PATIENCE = 30_000;
/** Statements kept prepared; their texts vary with the number of rows only. */
const MAX_PREPARED = 200;

/** One connection: prepares each text once. */
class SqliteConnection {
  readonly #database: Database.Database;
  readonly #file: string;
  readonly #prepared = new Map<string, Database.Statement>();

  constructor(file: string, pragmas: readonly string[]) {
    this.#file = file;
    try {
      this.#database = new Database(file, { timeout: BUSY_TIMEOUT });
    } catch (error) {
      throw sqliteError(error, file);
    }
    try {
      for (const pragma of pragmas) this.run(`PRAGMA ${pragma}`);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  run(text: string, values: readonly SqlValue[] = []): SqlRow[] {
    try {
      let statement = this.#prepared.get(text);
      if (!statement) {
        // In SQLite `$1` is a name; `?1` is the first value.
        statement = this.#database.prepare(text.replace(/\$(\d+)/g, '?$1'));
        if (this.#prepared.size >= MAX_PREPARED) this.#prepared.clear();
        this.#prepared.set(text, statement);
      }
      return statement.all(values) as SqlRow[];
    } catch (error) {
      throw sqliteError(error, this.#file);
    }
  }

  rollBack(): void {
    // Some failures (a full disk) have ended the transaction already.
    if (this.#database.inTransaction) this.run('ROLLBACK');
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }
}

class SqliteDriver implements SqlDriver {
  readonly engine = 'sqlite';
  /** SQLite compares text byte by byte unless told otherwise. */
  readonly keyType = 'TEXT';
  readonly hasSnapshots: boolean;
  readonly #file: string;
  readonly #writer: SqliteConnection;
  /** A database in memory has one connection only; its reads queue with its writes. */
  readonly #reader: SqliteConnection | undefined;
  readonly #turnstile = new Turnstile();
  #closed = false;

  constructor(file: string, writer: SqliteConnection, reader: SqliteConnection | undefined) {
    this.#file = file;
    this.#writer = writer;
    this.#reader = reader;
    this.hasSnapshots = reader !== undefined;
  }

  async all(text: string, values?: readonly SqlValue[]): Promise<SqlRow[]> {
    this.#assertOpen();
    const reader = this.#reader;
    if (!reader) return this.#turnstile.pass(async () => this.#writer.run(text, values));
    return retry(async () => reader.run(text, values), isBusy, PATIENCE);
  }

  transaction<T>(work: (session: SqlSession) => Promise<Verdict<T>>): Promise<T> {
    this.#assertOpen();
    const writer = this.#writer;
    const session: SqlSession = { all: async (text, values) => writer.run(text, values) };
    const attempt = () =>
      this.#turnstile.pass(async () => {
        this.#assertOpen();
        // The lock is taken at once: a transaction that reads first could not become a writer
        // after another process wrote.
        writer.run('BEGIN IMMEDIATE');
        try {
          const { commit, value } = await work(session);
          writer.run(commit ? 'COMMIT' : 'ROLLBACK');
          return value;
        } catch (error) {
          writer.rollBack();
          throw error;
        }
      });
    return retry(attempt, isBusy, PATIENCE);
  }

  async snapshot(): Promise<SqlSnapshot> {
    this.#assertOpen();
    const connection = await connect(this.#file, ['query_only = ON']);
    connection.run('BEGIN');
    return {
      all: async (text, values) => connection.run(text, values),
      release: async () => connection.close(),
    };
  }

  isCreationRace(): boolean {
    return false;
  }

  async wipeDeleted(): Promise<void> {
    // `secure_delete` has overwritten the pages; the log of writes before it still holds them. A
    // reader at work postpones this to the next time, or to the close.
    if (!this.#reader) return;
    await this.#turnstile.pass(async () => this.#truncateLog());
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#turnstile.pass(async () => {
      this.#reader?.close();
      if (this.#reader) this.#truncateLog();
      this.#writer.close();
    });
  }

  #truncateLog(): void {
    try {
      this.#writer.run('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreError('closed', `The store ${this.#file} was closed.`);
  }
}

/** Opens a connection; setting it up may meet the lock of a process that does the same. */
function connect(file: string, pragmas: readonly string[]): Promise<SqliteConnection> {
  return retry(async () => new SqliteConnection(file, pragmas), isBusy, PATIENCE);
}

/**
 * Opens or creates a database file (or `:memory:`). Every commit reaches the medium before it is
 * reported, because a position that was told must never come back with other content.
 */
export async function openSqlite(file: string): Promise<SqlDriver> {
  const writing = ['foreign_keys = ON', 'secure_delete = ON'];
  if (file === IN_MEMORY) {
    return new SqliteDriver(file, await connect(file, writing), undefined);
  }
  const path = prepareSqliteFile(file);
  const writer = await connect(path, ['journal_mode = WAL', 'synchronous = FULL', ...writing]);
  try {
    assertOwnTables(writer, path);
    return new SqliteDriver(path, writer, await connect(path, ['query_only = ON']));
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** A file that another program filled is left alone. */
function assertOwnTables(connection: SqliteConnection, file: string): void {
  const tables = connection
    .run("SELECT name FROM sqlite_master WHERE type = 'table'")
    .map(({ name }) => name);
  if (tables.length > 0 && !tables.includes('pvp_schema')) {
    throw new StoreError(
      'foreign-database',
      `The database ${file} belongs to another program. Name another file.`,
    );
  }
}
