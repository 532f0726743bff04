/**
 * The simplest register that keeps the contract of synchronisation: the whole log in an array. Every
 * step is chosen by the test, so that the same test makes the same history.
 */
import { createHash } from 'node:crypto';

export interface ModelRecord {
  type: string;
  id: string;
  hash?: string;
  [field: string]: unknown;
}

export interface ModelChange {
  seq: number;
  op: 'put' | 'delete';
  kind: string;
  id: string;
  hash: string | null;
  prevHash: string | null;
  record?: ModelRecord;
  reason?: string;
}

export type ModelWrite = { put: ModelRecord } | { delete: string };

export interface ModelPart {
  key: string;
  href: string;
  sha256: string;
  bytes: number;
  count: number;
  stateHash: string;
}

export interface ModelManifest {
  checkpoint: string;
  count: number;
  stateHash: string;
  schema: string;
  fetchedAt: null;
  signature: null;
  licence: string;
  attribution: string;
  parts: ModelPart[];
}

const MASK = (1n << 256n) - 1n;

export class ModelRegister {
  epoch = 'e1';
  /** Transactions of one page of changes. */
  pageLength = 3;
  /** Oldest position that the log still tells. */
  floor = 0;
  /** Changes that the log does not tell, by `seq`: a defect of a register. */
  readonly lost = new Set<number>();
  /** Leave records out of changes that a later change overtook. */
  omitsOvertaken = true;
  readonly parts = new Map<string, string>();
  readonly #records = new Map<string, ModelRecord>();
  #log: ModelChange[] = [];
  #seq = 0;
  #epochs = 1;
  #manifest: ModelManifest | undefined;
  #isFrozen = false;

  get seq(): number {
    return this.#seq;
  }

  get checkpoint(): string {
    return `${this.epoch}.${this.#seq}`;
  }

  get count(): number {
    return this.#records.size;
  }

  get stateHash(): string {
    return stateHashOfRecords(this.#records.values());
  }

  /** The records by `kind/id`, as a replica shall hold them. */
  contents(): Map<string, ModelRecord> {
    return new Map([...this.#records].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Writes one transaction. */
  write(...writes: ModelWrite[]): void {
    this.#seq++;
    for (const write of writes) {
      const key = 'put' in write ? `${write.put.type}/${write.put.id}` : write.delete;
      const prevHash = this.#records.get(key)?.hash ?? null;
      const [kind = '', id = ''] = key.split('/');
      if ('put' in write) {
        const record = { ...write.put, hash: hashOfRecord(write.put) };
        this.#records.set(key, record);
        this.#log.push({
          seq: this.#seq,
          op: 'put',
          kind,
          id,
          hash: record.hash,
          prevHash,
          record,
        });
      } else if (this.#records.delete(key)) {
        const reason = 'left-scope';
        this.#log.push({ seq: this.#seq, op: 'delete', kind, id, hash: null, prevHash, reason });
      }
    }
  }

  /** A new life of the log, after a restore from a back-up. */
  restart(): void {
    this.epoch = `e${++this.#epochs}`;
    this.#seq = 1;
    this.#log = [];
    this.floor = 1;
  }

  /** Forgets the log up to here. */
  truncate(): void {
    this.floor = this.#seq;
  }

  /** From now on the snapshot stays as it is, while the log goes on. */
  freezeSnapshot(): void {
    this.manifest();
    this.#isFrozen = true;
  }

  thawSnapshot(): void {
    this.#isFrozen = false;
  }

  head() {
    return {
      checkpoint: this.checkpoint,
      count: this.count,
      stateHash: this.stateHash,
      floor: `${this.epoch}.${this.floor}`,
      ...this.#about(),
    };
  }

  manifest(): ModelManifest {
    if (this.#isFrozen && this.#manifest) return this.#manifest;
    const byPart = new Map<string, ModelRecord[]>();
    for (const record of this.contents().values()) {
      const key = record.type === 'service' ? `service/${String(record['holder'])}` : record.type;
      byPart.set(key, [...(byPart.get(key) ?? []), record]);
    }
    const parts = [...byPart].map(([key, records]) => this.#partOf(key, records));
    const { checkpoint, count, stateHash } = this;
    return (this.#manifest = { checkpoint, count, stateHash, ...this.#about(), parts });
  }

  /** `undefined`: below the floor or of another epoch. `ahead`: not reached yet. */
  changesSince(since: string) {
    const [epoch, seq] = [since.slice(0, since.lastIndexOf('.')), +since.split('.').at(-1)!];
    if (epoch !== this.epoch || seq < this.floor) return undefined;
    if (seq > this.#seq) return 'ahead' as const;
    const to = Math.min(this.#seq, (Math.floor(seq / this.pageLength) + 1) * this.pageLength);
    const told = this.#log.filter(
      (one) => one.seq > seq && one.seq <= to && !this.lost.has(one.seq),
    );
    const changes = told.map((change) => {
      const key = `${change.kind}/${change.id}`;
      const isOvertaken = this.#records.get(key)?.hash !== change.hash;
      if (change.op === 'delete' || !isOvertaken || !this.omitsOvertaken) return change;
      const { record: _record, ...rest } = change;
      return rest;
    });
    return {
      changes,
      checkpoint: `${this.epoch}.${to}`,
      more: to < this.#seq,
      floor: `${this.epoch}.${this.floor}`,
      ...(to === this.#seq && this.#position()),
    };
  }

  #partOf(key: string, records: ModelRecord[]): ModelPart {
    // One in seven is written in another order of keys, as a register may.
    const lines = records.map((record, nth) => {
      const { type, id, hash, ...fields } = record;
      return JSON.stringify(
        nth % 7 === 6 ? { hash, ...fields, id, type } : { type, id, ...fields, hash },
      );
    });
    const text = `${lines.join('\n')}\n`;
    const sha256 = sha256Of(text);
    this.parts.set(sha256, text);
    return {
      key,
      href: `/v1/parts/${sha256}`,
      sha256,
      bytes: Buffer.byteLength(text),
      count: records.length,
      stateHash: stateHashOfRecords(records),
    };
  }

  #position() {
    const { count, stateHash } = this;
    return { count, stateHash, fetchedAt: null, signature: null };
  }

  #about() {
    return {
      schema: '1.0.0',
      fetchedAt: null,
      signature: null,
      licence: 'CC0-1.0',
      attribution: 'Model register',
    };
  }
}

export function hashOfRecord(record: ModelRecord): string {
  const { hash: _hash, checkedAt: _at, checkedBy: _by, derived: _derived, ...covered } = record;
  return sha256Of(sortedJson(covered));
}

export function stateHashOfRecords(records: Iterable<ModelRecord>): string {
  let sum = 0n;
  for (const { type, id, hash } of records) {
    const leaf = createHash('sha256')
      .update(`${type}/${id}\0`)
      .update(hash ?? '', 'hex');
    sum = (sum + BigInt(`0x${leaf.digest('hex')}`)) & MASK;
  }
  return sum.toString(16).padStart(64, '0');
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    member && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
