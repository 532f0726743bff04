import type { SqlDriver } from './drivers/driver.ts';
import { prepareWrite } from './judge-write.ts';
import { SCHEMA_VERSION } from './migrations.ts';
import { selectAudit } from './queries/audit.ts';
import { selectChanges, selectScopedChanges } from './queries/change-log.ts';
import { readClock } from './queries/clock.ts';
import { selectFloors } from './queries/floors.ts';
import {
  countRecords,
  selectBatch,
  selectIdByAlias,
  selectPage,
  selectRecord,
  selectRecords,
} from './queries/records.ts';
import { deleteToken, selectTokenBySecret, selectTokens, upsertToken } from './queries/tokens.ts';
import { beginEpoch, pruneLog } from './retention.ts';
import {
  MAX_TRANSACTION_RECORDS,
  type AuditEntry,
  type AuditOptions,
  type Expectation,
  type Floors,
  type ListOptions,
  type LogEntry,
  type Position,
  type RecordWrite,
  type ScopedChanges,
  type Store,
  type StoredRecord,
  type TokenGrant,
  type WriteContext,
  type WriteOutcome,
} from './store.ts';
import { deleteRecord, writeRecords, type DeleteOutcome } from './write-records.ts';

const DEFAULT_BATCH = 500;

/** The store on any engine that a driver exists for. Its tables must be there: see `migrate`. */
export class SqlStore implements Store {
  readonly schemaVersion = SCHEMA_VERSION;
  readonly #driver: SqlDriver;

  constructor(driver: SqlDriver) {
    this.#driver = driver;
  }

  get engine(): Store['engine'] {
    return this.#driver.engine;
  }

  position(): Promise<Position> {
    return readClock(this.#driver);
  }

  changesSince(seq: number, limit: number): Promise<LogEntry[]> {
    return selectChanges(this.#driver, seq, limit);
  }

  async changesOf(
    keys: readonly string[],
    range: { since: number; until: number; limit: number },
  ): Promise<ScopedChanges> {
    // Rows first: whoever takes rows away gives the log another name or raises its floor in the same
    // transaction, and these are read after.
    const { entries, until } = await selectScopedChanges(this.#driver, keys, range);
    const position = await readClock(this.#driver);
    return { entries, until, position, floors: await selectFloors(this.#driver) };
  }

  floors(): Promise<Floors> {
    return selectFloors(this.#driver);
  }

  prune(at: string): Promise<number> {
    return pruneLog(this.#driver, at);
  }

  newEpoch(reason: string, at: string): Promise<Position> {
    return this.#driver.transaction((session) => beginEpoch(session, reason, at));
  }

  get(kind: string, id: string): Promise<StoredRecord | undefined> {
    return selectRecord(this.#driver, kind, id);
  }

  getMany(kind: string, ids: readonly string[]): Promise<StoredRecord[]> {
    return selectRecords(this.#driver, kind, ids);
  }

  resolveAlias(kind: string, alias: string): Promise<string | undefined> {
    return selectIdByAlias(this.#driver, kind, alias);
  }

  list(kind: string, options: ListOptions): Promise<StoredRecord[]> {
    return selectPage(this.#driver, kind, options);
  }

  count(kind: string): Promise<number> {
    return countRecords(this.#driver, kind);
  }

  async *readAll(
    batchSize = DEFAULT_BATCH,
    onStart?: (position: Position) => void,
  ): AsyncIterable<StoredRecord[]> {
    if (!this.#driver.hasSnapshots) {
      yield* this.#readAllAtOnce(batchSize, onStart);
      return;
    }
    const snapshot = await this.#driver.snapshot();
    try {
      onStart?.(await readClock(snapshot));
      let last: StoredRecord | undefined;
      do {
        const batch = await selectBatch(snapshot, last, batchSize);
        if (batch.length > 0) yield batch;
        last = batch.length < batchSize ? undefined : batch.at(-1);
      } while (last);
    } finally {
      await snapshot.release();
    }
  }

  async *#readAllAtOnce(
    batchSize: number,
    onStart?: (position: Position) => void,
  ): AsyncIterable<StoredRecord[]> {
    const { position, records } = await this.#driver.transaction(async (session) => ({
      commit: false,
      value: {
        position: await readClock(session),
        records: await selectBatch(session, undefined, Number.MAX_SAFE_INTEGER),
      },
    }));
    onStart?.(position);
    for (let start = 0; start < records.length; start += batchSize) {
      yield records.slice(start, start + batchSize);
    }
  }

  async write(writes: readonly RecordWrite[], context: WriteContext): Promise<WriteOutcome[]> {
    if (writes.length > MAX_TRANSACTION_RECORDS) {
      throw new RangeError(
        `A transaction holds at most ${MAX_TRANSACTION_RECORDS} records, not ${writes.length}.`,
      );
    }
    if (writes.length === 0) return [];
    const prepared = writes.map(prepareWrite);
    return this.#driver.transaction((session) => writeRecords(session, prepared, context));
  }

  async delete(
    kind: string,
    id: string,
    expect: Expectation,
    reason: string,
    context: WriteContext,
  ): Promise<DeleteOutcome> {
    const outcome = await this.#driver.transaction((session) =>
      deleteRecord(session, kind, id, expect, reason, context),
    );
    if (outcome.status === 'deleted') await this.#driver.wipeDeleted();
    return outcome;
  }

  audit(options: AuditOptions): Promise<AuditEntry[]> {
    return selectAudit(this.#driver, options);
  }

  putToken(secret: string, grant: TokenGrant, at: string): Promise<void> {
    return this.#driver.transaction(async (session) => ({
      commit: true,
      value: await upsertToken(session, secret, grant, at),
    }));
  }

  revokeToken(name: string): Promise<boolean> {
    return this.#driver.transaction(async (session) => ({
      commit: true,
      value: await deleteToken(session, name),
    }));
  }

  listTokens(): Promise<TokenGrant[]> {
    return selectTokens(this.#driver);
  }

  findToken(secret: string): Promise<TokenGrant | undefined> {
    return selectTokenBySecret(this.#driver, secret);
  }

  close(): Promise<void> {
    return this.#driver.close();
  }
}
