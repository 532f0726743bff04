/** The register that a static snapshot is taken from, and the copy of it that is read. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { VocabularyAnswer } from '@pvp/contract';
import { ConfigurationError, NotFoundError, RegisterClient } from '@pvp/sdk';
import {
  memoryStore,
  openReplica,
  type Replica,
  type ReplicaOptions,
  type SyncProgress,
} from '@pvp/sdk/sync';
import { sqliteStore } from '@pvp/sdk/stores/sqlite';
import Database from 'libsql';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { fetchInPlace } from '../mirror/fetch-in-place.ts';
import { openLocalRegister } from './local-register.ts';

const BUSY_TIMEOUT_MS = 5_000;
/** Of the register in this process, which has no address. */
const IN_PROCESS = 'http://localhost';

export interface SourceRegister {
  /** How readers reach it, where that is known. */
  register: string | null;
  /** A copy of a scope of it; whoever opens it closes it. */
  open(scope: string): Promise<Replica>;
  /** Its everyday words, for search; `undefined`: it has none. */
  vocabulary(): Promise<VocabularyAnswer | undefined>;
  close(): Promise<void>;
}

/**
 * @param from Origin; without it the register of the configuration. What comes from elsewhere is
 * kept in `snapshot.sqlite` in the data folder, so that the next time only news is fetched.
 * @throws {ConfigurationError} where `from` is no origin.
 * @throws {ConfigError} where the configuration names no register.
 */
export async function openSource(
  config: Config,
  from: string | undefined,
  log: Log,
): Promise<SourceRegister> {
  if (from === undefined) {
    const { fetch, close } = await openLocalRegister(config, log);
    const open = (scope: string) =>
      openCopy({ register: IN_PROCESS, scope, store: memoryStore(), fetch });
    const client = new RegisterClient({ register: IN_PROCESS, fetch });
    return { register: config.publicUrl ?? null, open, vocabulary: () => wordsOf(client), close };
  }
  const headers = config.upstreamHeaders;
  const client = new RegisterClient({ register: from, fetch: fetchInPlace, headers });
  const { register } = client;
  const open = (scope: string) => {
    mkdirSync(config.dataDir, { recursive: true });
    const file = join(config.dataDir, 'snapshot.sqlite');
    const store = sqliteStore(new Database(file, { timeout: BUSY_TIMEOUT_MS }));
    return openCopy({ register, scope, store, fetch: fetchInPlace, headers });
  };
  return { register, open, vocabulary: () => wordsOf(client), close: async () => {} };
}

async function wordsOf(client: RegisterClient): Promise<VocabularyAnswer | undefined> {
  try {
    return await client.getVocabulary({ form: 'compact' });
  } catch (error) {
    // A register of an earlier version.
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

async function openCopy(options: ReplicaOptions): Promise<Replica> {
  try {
    return await openReplica({ ...options, locks: undefined, changeClasses: false });
  } catch (error) {
    await options.store.close();
    throw error;
  }
}

/**
 * Brings a copy to where its register is.
 *
 * @throws {RegisterError} where the register cannot be read.
 * @throws {Error} where it has dropped many records at once, and `accept` does not allow that.
 */
export async function bringUpToDate(
  replica: Replica,
  accept: boolean,
  onProgress: ((progress: SyncProgress) => void) | undefined,
): Promise<void> {
  const options = onProgress && { onProgress };
  try {
    const { held } = await (accept ? replica.acceptHeld(options) : replica.sync(options));
    if (held) throw steepDrop(held.newCount, held.count);
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error;
    throw new ConfigurationError(`scope: the register has no ${replica.scope}.`, { cause: error });
  }
}

/** Losing records is what a broken register does too. */
export function steepDrop(now: number, before: number): Error {
  return new Error(
    `The register has ${now} records where it had ${before}. Look at it; if that is right, ` +
      'publish with --accept-held. What is published stays.',
  );
}
