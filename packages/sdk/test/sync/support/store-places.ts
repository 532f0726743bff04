/** Places for replicas in Node. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryStore } from '@pvp/sdk/sync';
import { sqliteStore } from '@pvp/sdk/stores/sqlite';
import Database from 'libsql';
import type { OpenPlace } from '@pvp/testing/conformance';

export const memoryPlace: OpenPlace = async () => {
  const store = new MemoryStore();
  return { store: () => store, remove: () => store.destroy() };
};

export const sqlitePlace: OpenPlace = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pvp-replica-'));
  return {
    store: () => sqliteStore(new Database(join(folder, 'replica.db'))),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
};
