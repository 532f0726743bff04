/**
 * What the store needs of an engine. Statements are the same text for all of them, with `$1`
 * placeholders in the order of the values.
 */

export type SqlValue = string | number | null;
export type SqlRow = Record<string, unknown>;

/** Runs statements, one after another. */
export interface SqlSession {
  /** The rows of a query, or of `RETURNING`; empty for other statements. */
  all(text: string, values?: readonly SqlValue[]): Promise<SqlRow[]>;
}

/** A session that sees the database as it was when the session began. */
export interface SqlSnapshot extends SqlSession {
  release(): Promise<void>;
}

/** How a transaction ends. */
export interface Verdict<T> {
  /** `false` undoes everything that the transaction did. */
  commit: boolean;
  value: T;
}

/**
 * Failures are rejected as `StoreError`. Reads outside a transaction see committed data only.
 */
export interface SqlDriver extends SqlSession {
  readonly engine: 'sqlite' | 'postgresql';
  /**
   * Column type of ids and other keys. They are compared byte by byte, so that pages end at the
   * same record in every engine and locale.
   */
  readonly keyType: string;
  /** False where a second look at the database is impossible (a database in memory). */
  readonly hasSnapshots: boolean;

  /**
   * Runs `work` in a write transaction. Where the engine asks for it (serialisation failure,
   * deadlock, busy file) everything is undone and `work` runs again: it must have no other effect.
   */
  transaction<T>(work: (session: SqlSession) => Promise<Verdict<T>>): Promise<T>;
  snapshot(): Promise<SqlSnapshot>;
  /** Two processes created the same table at once, and this one came second. */
  isCreationRace(error: unknown): boolean;
  /** Wipes deleted text from the files, as far as the engine can be told to. */
  wipeDeleted(): Promise<void>;
  close(): Promise<void>;
}
