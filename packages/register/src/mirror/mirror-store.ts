/** A replica as a store that can only be read: what a mirror serves from. */
import type { Head } from '@pvp/contract';
import { REPLICA_SCHEMA, type Replica, type SyncReport } from '@pvp/sdk/sync';
import { StoreError } from '../store/store-error.ts';
import type {
  AuditEntry,
  Floors,
  ListOptions,
  LogEntry,
  Position,
  PublicRecord,
  ScopedChanges,
  Store,
  StoredRecord,
  TokenGrant,
} from '../store/store.ts';
import { MirrorLog, type Difference } from './mirror-log.ts';

/** Positions whose head is kept: readers may have heard of one while the next is taken in. */
const KEPT_HEADS = 4;

export class MirrorStore implements Store {
  readonly engine = 'sqlite';
  readonly schemaVersion = REPLICA_SCHEMA;
  readonly #replica: Replica;
  readonly #clock: () => Date;
  readonly #onMove: () => void;
  readonly #stopListening: () => void;
  readonly #log = new MirrorLog();
  readonly #heads = new Map<string, Head>();
  #records = new Map<string, StoredRecord>();
  #position: Position = { epoch: '', seq: -1 };
  #told = -1;
  /** `kind/id` of what changed since the position; `undefined`: anything may have. */
  #changed: Set<string> | undefined;
  #taking: Promise<void> = Promise.resolve();

  private constructor(replica: Replica, clock: () => Date, onMove: () => void) {
    this.#replica = replica;
    this.#clock = clock;
    this.#onMove = onMove;
    this.#stopListening = replica.onChange((report) => this.#hear(report));
  }

  /**
   * Reads what the replica holds, which must be something.
   *
   * @param onMove Told whenever the position has moved.
   */
  static async open(
    replica: Replica,
    { clock, onMove }: { clock: () => Date; onMove: () => void },
  ): Promise<MirrorStore> {
    const store = new MirrorStore(replica, clock, onMove);
    await store.#takeIn();
    return store;
  }

  /** Head of the upstream at a checkpoint; `undefined`: it was not compared there. */
  headAt(checkpoint: string): Head | undefined {
    return this.#heads.get(checkpoint);
  }

  /** How far answers have come: `changesOf` tells nothing beyond. */
  acknowledge({ seq }: Position): void {
    this.#told = seq;
  }

  async position(): Promise<Position> {
    return this.#position;
  }

  async changesSince(seq: number, limit: number): Promise<LogEntry[]> {
    return this.#log.after(seq, limit);
  }

  /** One step of the mirror, whatever the end of the range: there is no position inside of it. */
  async changesOf(keys: readonly string[], range: { since: number }): Promise<ScopedChanges> {
    const position = this.#position;
    return this.#log.stepAfter(range.since, keys, { last: this.#told, position });
  }

  async floors(): Promise<Floors> {
    return this.#log.floors();
  }

  async get(kind: string, id: string): Promise<StoredRecord | undefined> {
    return this.#records.get(`${kind}/${id}`);
  }

  async getMany(kind: string, ids: readonly string[]): Promise<StoredRecord[]> {
    return ids.flatMap((id) => this.#records.get(`${kind}/${id}`) ?? []);
  }

  async resolveAlias(kind: string, alias: string): Promise<string | undefined> {
    if (this.#records.has(`${kind}/${alias}`)) return undefined;
    return this.#all(kind).find(({ record }) => record.aliases?.includes(alias))?.id;
  }

  async list(kind: string, { after = '', limit, institution }: ListOptions) {
    if (institution !== undefined) throw readOnly('Lists for one institution');
    return this.#all(kind)
      .filter(({ id }) => id > after)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  async *readAll(
    batchSize = 500,
    onStart?: (position: Position) => void,
  ): AsyncGenerator<StoredRecord[]> {
    onStart?.(this.#position);
    // A copy: what is taken in meanwhile belongs to another position.
    const sorted = [...this.#records].sort(([a], [b]) => (a < b ? -1 : 1));
    for (let from = 0; from < sorted.length; from += batchSize) {
      yield sorted.slice(from, from + batchSize).map(([, stored]) => stored);
    }
  }

  async count(kind: string): Promise<number> {
    return this.#all(kind).length;
  }

  async prune(): Promise<number> {
    return 0;
  }

  async newEpoch(): Promise<Position> {
    throw readOnly('A new epoch');
  }

  async write(): Promise<never> {
    throw readOnly('A write');
  }

  async delete(): Promise<never> {
    throw readOnly('A deletion');
  }

  async audit(): Promise<AuditEntry[]> {
    return [];
  }

  async putToken(): Promise<void> {
    throw readOnly('A token');
  }

  async revokeToken(): Promise<boolean> {
    return false;
  }

  async listTokens(): Promise<TokenGrant[]> {
    return [];
  }

  async findToken(): Promise<TokenGrant | undefined> {
    return undefined;
  }

  /** Stops listening to the replica, which stays open. */
  async close(): Promise<void> {
    this.#stopListening();
    await this.#taking;
  }

  #all(kind: string): StoredRecord[] {
    return [...this.#records.values()].filter((stored) => stored.kind === kind);
  }

  #hear(report: SyncReport | undefined): void {
    // Of a first copy, only counts are told.
    if (report === undefined || report.from === undefined) this.#changed = undefined;
    else for (const { kind, id } of report.changes) this.#changed?.add(`${kind}/${id}`);
    this.#taking = this.#taking
      .then(() => this.#takeIn())
      .catch(() => {
        // Swapped while it was read: anything may have changed, and the next sync says when.
        this.#changed = undefined;
      });
  }

  /** Takes in where the replica stands, once that was found equal to the upstream. */
  async #takeIn(): Promise<void> {
    const { checkpoint, head } = this.#replica.status;
    if (checkpoint === undefined) return;
    const isFirst = this.#position.seq < 0;
    if (head?.checkpoint === checkpoint) this.#keepHead(head);
    // Between two pages a record may already be newer than the position says.
    else if (!isFirst) return;
    const next = positionOf(checkpoint);
    if (next.epoch === this.#position.epoch && next.seq <= this.#position.seq) return;

    const changed = this.#changed;
    const differences = changed ? await this.#differences(changed) : await this.#differAll();
    // Another sync has gone on meanwhile, and will be heard of when it ends.
    if (this.#replica.status.checkpoint !== checkpoint) return;
    for (const { before, after } of differences) {
      if (after) this.#records.set(keyOf(after), after);
      else if (before) this.#records.delete(keyOf(before));
    }
    if (next.epoch === this.#position.epoch) {
      const at = this.#clock().toISOString();
      this.#log.add(this.#position.seq, next.seq, differences, at);
    } else {
      this.#log.restart(next.seq);
    }
    this.#position = next;
    if (isFirst) this.#told = next.seq;
    // What was heard while this was read comes with the next look.
    if (this.#changed === changed) this.#changed = new Set();
    this.#onMove();
  }

  async #differences(keys: ReadonlySet<string>): Promise<Difference[]> {
    const differences: Difference[] = [];
    for (const key of keys) {
      const slash = key.indexOf('/');
      const record = await this.#replica.get<PublicRecord>(
        key.slice(0, slash),
        key.slice(slash + 1),
      );
      differences.push({ before: this.#records.get(key), after: record && storedOf(record) });
    }
    return differences.filter(({ before, after }) => before !== undefined || after !== undefined);
  }

  async #differAll(): Promise<Difference[]> {
    const differences: Difference[] = [];
    const gone = new Map(this.#records);
    for await (const record of this.#replica.records<PublicRecord>()) {
      const after = storedOf(record);
      const before = gone.get(keyOf(after));
      gone.delete(keyOf(after));
      // The hash leaves out who checked the record last, and when.
      const isSame = JSON.stringify(before?.record) === JSON.stringify(record);
      if (!isSame) differences.push({ before, after });
    }
    for (const before of gone.values()) differences.push({ before, after: undefined });
    return differences;
  }

  #keepHead(head: Head): void {
    this.#heads.delete(head.checkpoint);
    this.#heads.set(head.checkpoint, head);
    for (const oldest of this.#heads.keys()) {
      if (this.#heads.size <= KEPT_HEADS) break;
      this.#heads.delete(oldest);
    }
  }
}

function storedOf(record: PublicRecord): StoredRecord {
  const { type: kind, id } = record;
  const hash = String(record.hash);
  return { kind, id, revision: 1, hash, record, management: undefined };
}

function keyOf({ kind, id }: StoredRecord): string {
  return `${kind}/${id}`;
}

function positionOf(checkpoint: string): Position {
  const dot = checkpoint.lastIndexOf('.');
  return { epoch: checkpoint.slice(0, dot), seq: Number(checkpoint.slice(dot + 1)) };
}

function readOnly(what: string): StoreError {
  return new StoreError('not-writable', `${what} is not possible here: a mirror can only be read.`);
}
