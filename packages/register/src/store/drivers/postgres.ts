/** Anything that speaks PostgreSQL, through `pg`. */
import pg from 'pg';
import { StoreError } from '../store-error.ts';
import type { SqlDriver, SqlRow, SqlSession, SqlSnapshot, SqlValue, Verdict } from './driver.ts';
import { retry } from './retry.ts';

/** How long a transaction is tried again after serialisation failures, in milliseconds. */
const PATIENCE = 30_000;
/** How long to wait for a connection, in milliseconds. */
const CONNECT_TIMEOUT = 10_000;

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
/** What `CREATE TABLE` reports when another session created the same table meanwhile. */
const CREATED_MEANWHILE = ['23505', '42P07', '42710'];

class PostgresDriver implements SqlDriver {
  readonly engine = 'postgresql';
  readonly keyType = 'TEXT COLLATE "C"';
  readonly hasSnapshots = true;
  readonly #pool: pg.Pool;
  /** Server and database, for messages; never the user or the password. */
  readonly #place: string;
  #closed = false;

  constructor(databaseUrl: string, place: string) {
    this.#place = place;
    this.#pool = new pg.Pool({
      connectionString: databaseUrl,
      connectionTimeoutMillis: CONNECT_TIMEOUT,
    });
    // An idle connection that breaks is replaced by the pool; the event must be heard all the same,
    // or it would end the process.
    this.#pool.on('error', () => undefined);
  }

  async all(text: string, values: readonly SqlValue[] = []): Promise<SqlRow[]> {
    this.#assertOpen();
    // A standby undoes what is in the way of its replication; once more, and it is not.
    const ask = () => this.#pool.query<SqlRow>(text, [...values]);
    try {
      return (await retry(ask, isSerializationFailure, PATIENCE)).rows;
    } catch (error) {
      throw this.#translate(error);
    }
  }

  transaction<T>(work: (session: SqlSession) => Promise<Verdict<T>>): Promise<T> {
    return retry(() => this.#attempt(work), isSerializationFailure, PATIENCE);
  }

  async #attempt<T>(work: (session: SqlSession) => Promise<Verdict<T>>): Promise<T> {
    const client = await this.#connect();
    let broken: Error | undefined;
    try {
      // Writers queue on the clock row, so each statement after it sees all earlier writers.
      await this.#run(client, 'BEGIN ISOLATION LEVEL READ COMMITTED');
      const { commit, value } = await work({
        all: (text, values) => this.#run(client, text, values),
      });
      await this.#run(client, commit ? 'COMMIT' : 'ROLLBACK');
      return value;
    } catch (error) {
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      release(client, broken);
    }
  }

  async snapshot(): Promise<SqlSnapshot> {
    const client = await this.#connect();
    const all = (text: string, values?: readonly SqlValue[]) => this.#run(client, text, values);
    const end = async () => {
      let broken: Error | undefined;
      await client.query('ROLLBACK').catch((failure: Error) => {
        broken = failure;
      });
      release(client, broken);
    };
    try {
      await all('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    } catch (error) {
      await end();
      throw error;
    }
    return { all, release: end };
  }

  isCreationRace(error: unknown): boolean {
    return CREATED_MEANWHILE.includes(sqlState(error));
  }

  /** The server's vacuum does it in its own time. */
  async wipeDeleted(): Promise<void> {}

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#pool.end();
  }

  async #connect(): Promise<pg.PoolClient> {
    this.#assertOpen();
    try {
      const client = await this.#pool.connect();
      client.on('error', unheard);
      return client;
    } catch (error) {
      throw this.#translate(error);
    }
  }

  async #run(
    client: pg.PoolClient,
    text: string,
    values: readonly SqlValue[] = [],
  ): Promise<SqlRow[]> {
    try {
      const { rows } = await client.query<SqlRow>(text, [...values]);
      return rows;
    } catch (error) {
      throw this.#translate(error);
    }
  }

  #translate(error: unknown): unknown {
    if (!(error instanceof Error)) return error;
    const state = sqlState(error);
    const options = { cause: error };
    if (state === '53100') {
      return new StoreError('full', `The database ${this.#place} has no room left.`, options);
    }
    if (state === '25006' || state === '42501') {
      return new StoreError(
        'not-writable',
        `The database ${this.#place} cannot be written: ${error.message}.`,
        options,
      );
    }
    if (state === SERIALIZATION_FAILURE || state === DEADLOCK) {
      return new StoreError(
        'busy',
        `Others were in the way in the database ${this.#place}: ${error.message}.`,
        options,
      );
    }
    // Connection, authorisation, resources and shutdown; without a state, the network.
    if (!/^[0-9A-Z]{5}$/.test(state) || /^(08|28|3D|53|57)/.test(state)) {
      return new StoreError(
        'unavailable',
        `The database ${this.#place} cannot be reached: ${error.message || state}.`,
        options,
      );
    }
    return new StoreError(
      'failed',
      `PostgreSQL failed on ${this.#place}: ${error.message} (${state}).`,
      options,
    );
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreError('closed', `The store ${this.#place} was closed.`);
  }
}

/**
 * A connection that the server ends between two statements is an event, which would end the process
 * if nobody heard it; the next statement fails all the same.
 */
function unheard(): void {}

function release(client: pg.PoolClient, broken: Error | undefined): void {
  client.off('error', unheard);
  client.release(broken);
}

function sqlState(error: unknown): string {
  const source = error instanceof StoreError ? error.cause : error;
  return String((source as { code?: unknown } | undefined)?.code ?? '');
}

function isSerializationFailure(error: unknown): boolean {
  const state = sqlState(error);
  return state === SERIALIZATION_FAILURE || state === DEADLOCK;
}

/** @param databaseUrl `postgres://…` or `postgresql://…`. Connects when first used. */
export function openPostgres(databaseUrl: string): SqlDriver {
  return new PostgresDriver(databaseUrl, placeOf(databaseUrl));
}

function placeOf(databaseUrl: string): string {
  try {
    const { host, pathname, searchParams } = new URL(databaseUrl);
    return `${host || searchParams.get('host') || 'localhost'}${pathname}`;
  } catch {
    return 'named by the database address';
  }
}
