/**
 * Builds the parts of snapshots and keeps them. A part is built again only where one of its groups
 * changed; one that is no longer current stays for those who hold an older manifest.
 */
import { createHash } from 'node:crypto';
import { stateHashOf } from '../read-model/state-hash.ts';
import { PartBytes } from './part-bytes.ts';
import { membersOf, slotOf, type ScopeIndex, type ScopePart } from './scope-index.ts';

/** How long a part stays after it was replaced, in milliseconds: twice the life of a manifest. */
const KEPT_MS = 10 * 60_000;
/** Bytes in memory above which the parts that were asked for least recently are let go. */
const MAX_BYTES = 256 * 1024 * 1024;

/** A part as a manifest names it. */
export interface BuiltPart {
  key: string;
  sha256: string;
  bytes: number;
  count: number;
  stateHash: string;
}

interface Slot {
  part: ScopePart;
  signature: string;
  built: BuiltPart;
}

interface Shelved {
  bytes: PartBytes;
  /** Part keys of what is in it. */
  partKeys: ReadonlySet<string>;
  /** When it was built, by the index. */
  version: number;
  /** Slots whose current part this is. */
  slots: Set<string>;
  /** When the last slot got another part, in milliseconds. */
  replacedAt: number;
}

export class PartShelf {
  readonly #clock: () => Date;
  readonly #shutdown: AbortSignal;
  readonly #slots = new Map<string, Slot>();
  /** By SHA-256; the one that was asked for last stands last. */
  readonly #parts = new Map<string, Shelved>();
  #builds = 0;
  #compressing: Promise<unknown> = Promise.resolve();

  constructor(clock: () => Date, shutdown: AbortSignal) {
    this.#clock = clock;
    this.#shutdown = shutdown;
  }

  /** How many parts were built. */
  get builds(): number {
    return this.#builds;
  }

  /** The part as it is now: built, or as it was built before. */
  current(part: ScopePart, index: ScopeIndex): BuiltPart {
    const name = slotOf(part);
    const slot = this.#slots.get(name);
    if (slot?.signature === part.signature) return slot.built;
    const { built, bytes } = this.#build(part, index);
    if (slot && slot.built.sha256 !== built.sha256) this.#replaced(slot.built.sha256, name);
    this.#slots.set(name, { part, signature: part.signature, built });
    const shelved = this.#shelve(bytes, part, index);
    shelved.slots.add(name);
    return built;
  }

  /**
   * The bytes behind a name, as long as they are kept. A part from which a record was withdrawn is
   * given only where it came to be the same again.
   */
  find(sha256: string, index: ScopeIndex): PartBytes | undefined {
    const shelved = this.#parts.get(sha256);
    if (shelved && shelved.version >= index.withdrawnAt(shelved.partKeys)) {
      this.#parts.delete(sha256);
      this.#parts.set(sha256, shelved);
      return shelved.bytes;
    }
    if (shelved) this.#parts.delete(sha256);
    for (const [name, { built, part, signature }] of this.#slots) {
      if (built.sha256 !== sha256) continue;
      // Let go for want of room, or touched by a withdrawal elsewhere: the groups still tell it.
      if (!isCurrent(part, signature, index)) continue;
      const again = this.#build(part, index);
      if (again.built.sha256 !== sha256) continue;
      const kept = this.#shelve(again.bytes, part, index);
      kept.slots.add(name);
      return kept.bytes;
    }
    return undefined;
  }

  /** Parts that are current, the largest first. */
  currentBytes(): PartBytes[] {
    return [...this.#parts.values()]
      .filter(({ slots }) => slots.size > 0)
      .map(({ bytes }) => bytes)
      .sort((a, b) => b.length - a.length);
  }

  #build(part: ScopePart, index: ScopeIndex): { built: BuiltPart; bytes: PartBytes } {
    const lines: string[] = [];
    for (const { record } of membersOf(part.groups)) {
      // Readers that know where these three stand need not parse a line to place it.
      const { type, id, hash, ...rest } = record;
      lines.push(JSON.stringify({ type, id, ...rest, hash }), '\n');
    }
    const plain = Buffer.from(lines.join(''), 'utf8');
    const sha256 = createHash('sha256').update(plain).digest('hex');
    const { count, sum } = index.total(part);
    this.#builds++;
    return {
      built: {
        key: part.key,
        sha256,
        bytes: plain.byteLength,
        count,
        stateHash: stateHashOf(sum),
      },
      bytes: new PartBytes(plain, sha256),
    };
  }

  #shelve(bytes: PartBytes, part: ScopePart, index: ScopeIndex): Shelved {
    const known = this.#parts.get(bytes.sha256);
    if (known) {
      known.version = index.tick();
      return known;
    }
    const version = index.tick();
    const slots = new Set<string>();
    const partKeys = new Set(part.groups.map(({ partKey }) => partKey));
    const shelved = { bytes, partKeys, version, slots, replacedAt: this.#clock().getTime() };
    this.#parts.set(bytes.sha256, shelved);
    this.#sweep();
    this.#compress(bytes);
    return shelved;
  }

  /** One at a time; a part that is asked for meanwhile does not wait for its turn. */
  #compress(bytes: PartBytes): void {
    this.#compressing = this.#compressing.then(async () => {
      if (!this.#shutdown.aborted) await bytes.sent('br');
    });
  }

  #replaced(sha256: string, name: string): void {
    const shelved = this.#parts.get(sha256);
    if (!shelved) return;
    shelved.slots.delete(name);
    if (shelved.slots.size === 0) shelved.replacedAt = this.#clock().getTime();
  }

  #sweep(): void {
    const now = this.#clock().getTime();
    let held = 0;
    for (const [sha256, { bytes, slots, replacedAt }] of this.#parts) {
      if (slots.size === 0 && now - replacedAt > KEPT_MS) this.#parts.delete(sha256);
      else held += bytes.held;
    }
    // A current part can be built again; one that was replaced cannot, so it goes last.
    for (const replaced of [false, true]) {
      for (const [sha256, { bytes, slots }] of this.#parts) {
        if (held <= MAX_BYTES) return;
        if ((slots.size === 0) !== replaced) continue;
        this.#parts.delete(sha256);
        held -= bytes.held;
      }
    }
  }
}

function isCurrent(part: ScopePart, signature: string, index: ScopeIndex): boolean {
  const now = index.parts(part.scopeKeys).find(({ key }) => key === part.key);
  return now?.signature === signature;
}
