/** Places for replicas in Node. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryStore } from '@pvp/sdk/sync';
import { postgresStore, type PostgresSession } from '@pvp/sdk/stores/postgres';
import { sqliteStore } from '@pvp/sdk/stores/sqlite';
import Database from 'libsql';
import pg from 'pg';
import type { OpenPlace } from '@pvp/testing/conformance';
import { createTestSchema, type TestPostgres } from '@pvp/testing/postgres';
import { dyingStore, observedDatabase, observedPool } from './dying-stores.ts';

export const memoryPlace: OpenPlace = async () => {
  const store = new MemoryStore();
  return { store: () => store, remove: () => store.destroy() };
};

export const sqlitePlace: OpenPlace = async () => {
  const root = mkdtempSync(join(tmpdir(), 'pvp-replica-'));
  let lives = 0;
  const fileOf = (life: number) => join(root, String(life), 'replica.db');
  const open = () => new Database(fileOf(lives));
  mkdirSync(join(root, '0'));
  return {
    store: () => sqliteStore(open()),
    dyingStore: (step) =>
      dyingStore(
        step,
        (beforeStatement) => sqliteStore(observedDatabase(open(), beforeStatement)),
        // The files as a killed process leaves them, journal and all. Who comes later finds these.
        () => cpSync(join(root, String(lives)), join(root, String(++lives)), { recursive: true }),
      ),
    remove: async () => rmSync(root, { recursive: true, force: true }),
  };
};

export const postgresPlace =
  (server: TestPostgres): OpenPlace =>
  async () => {
    const schema = await createTestSchema(server);
    const pool = new pg.Pool({ connectionString: schema.url });
    return {
      store: () => postgresStore(pool),
      dyingStore: (step) => {
        const sessions = new Set<PostgresSession>();
        return dyingStore(
          step,
          (beforeStatement) => postgresStore(observedPool(pool, beforeStatement, sessions)),
          () => sessions.forEach(cutOff),
        );
      },
      remove: async () => {
        await pool.end();
        await schema.remove();
      },
    };
  };

/** The server hears nothing any more, as of a process that was killed. */
function cutOff(session: PostgresSession): void {
  (
    session as unknown as { connection: { stream: { destroy(): void } } }
  ).connection.stream.destroy();
}
