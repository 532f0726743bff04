/** Stores whose process ends in the middle of a commit, and what it leaves behind. */
import type { PostgresPool, PostgresSession } from '@pvp/sdk/stores/postgres';
import type { SqliteDatabase } from '@pvp/sdk/stores/sqlite';
import type { ReplicaStore } from '@pvp/sdk/sync';
import type { DyingStore } from '@pvp/testing/conformance';

/** Called before each statement; throws when the process is dead. */
export type BeforeStatement = () => void;

/**
 * @param step Which statement of the commits is not reached any more; 1 is the first.
 * @param die What becomes of the process's files or connections then.
 */
export function dyingStore(
  step: number,
  make: (beforeStatement: BeforeStatement) => ReplicaStore,
  die: () => void,
): DyingStore {
  const dying = new AbortController();
  const death = dying.signal;
  let left = step;
  let isCommitting = false;
  const store = make(() => {
    death.throwIfAborted();
    if (!isCommitting || --left > 0) return;
    dying.abort(new Error('The process is dead'));
    die();
    throw death.reason;
  });
  const commit: ReplicaStore['commit'] = async (change) => {
    isCommitting = true;
    try {
      return await store.commit(change);
    } finally {
      isCommitting = false;
    }
  };
  return {
    death,
    store: {
      open: (name) => store.open(name),
      readState: () => store.readState(),
      readPart: (sha256) => store.readPart(sha256),
      partNames: () => store.partNames(),
      commit,
      close: () => store.close(),
      destroy: () => store.destroy(),
    },
  };
}

export function observedDatabase(
  database: SqliteDatabase,
  beforeStatement: BeforeStatement,
): SqliteDatabase {
  return {
    exec(sql) {
      beforeStatement();
      return database.exec(sql);
    },
    prepare(sql) {
      const statement = database.prepare(sql);
      const observed =
        <T>(call: (...values: unknown[]) => T) =>
        (...values: unknown[]) => {
          beforeStatement();
          return call(...values);
        };
      return {
        run: observed((...values) => statement.run(...values)),
        all: observed((...values) => statement.all(...values)),
      };
    },
    close: () => database.close(),
  };
}

export function observedPool(
  pool: PostgresPool,
  beforeStatement: BeforeStatement,
  sessions: Set<PostgresSession>,
): PostgresPool {
  return {
    async connect() {
      const session = await pool.connect();
      sessions.add(session);
      return {
        async query(text, values) {
          beforeStatement();
          return session.query(text, values);
        },
        release(isBroken) {
          sessions.delete(session);
          session.release(isBroken);
        },
      };
    },
  };
}
