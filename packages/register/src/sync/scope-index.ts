/**
 * The members of every scope, grouped by membership key and by part, with the sums of their
 * digests. A change of a record touches the groups that it stands in and no other.
 */
import type { HeldRecord } from '../read-model/contents.ts';
import { addDigest, subtractDigest } from '../read-model/state-hash.ts';
import { EVERYWHERE, membershipKeys, partKeyOf, SCOPE_ALL } from './membership.ts';

/** Records of one key that stand in one part. */
export interface Group {
  key: string;
  /** By `kind/id`. */
  members: Map<string, HeldRecord>;
  sum: bigint;
  /** Another number after every change, never one that was there before. */
  version: number;
}

/** A part of a scope: the groups that it is made of, which may overlap. */
export interface ScopePart {
  partKey: string;
  groups: readonly Group[];
  /** Tells whether the part is still the same. */
  signature: string;
}

export interface Total {
  count: number;
  sum: bigint;
}

interface Entry {
  held: HeldRecord;
  keys: readonly string[];
  partKey: string;
}

/** Numbers of all indexes of the process, so that those of one never pass for those of another. */
let lastVersion = 0;

export class ScopeIndex {
  readonly #entries = new Map<string, Entry>();
  readonly #groups = new Map<string, Map<string, Group>>();
  readonly #withdrawals = new Map<string, number>();
  readonly #overlaps = new Map<string, { signature: string; total: Total }>();
  readonly #born = ++lastVersion;
  #lastWithdrawal = this.#born;

  /** A number higher than all that were given before: the time of what is built now. */
  tick(): number {
    return ++lastVersion;
  }

  /** Adds a record, or replaces it. */
  put(held: HeldRecord): void {
    const key = `${held.kind}/${held.id}`;
    const before = this.#entries.get(key);
    const entry = { held, keys: membershipKeys(held.record), partKey: partKeyOf(held.record) };
    this.#leave(key, before);
    this.#entries.set(key, entry);
    for (const each of entry.keys) {
      const group = this.#group(each, entry.partKey);
      group.members.set(key, held);
      group.sum = addDigest(group.sum, held.digest);
      group.version = ++lastVersion;
    }
    if (before && readersOf(before).some((reader) => !readersOf(entry).includes(reader))) {
      this.#withdraw(before.partKey);
    }
  }

  delete(kind: string, id: string): void {
    const key = `${kind}/${id}`;
    const before = this.#entries.get(key);
    if (!before) return;
    this.#leave(key, before);
    this.#entries.delete(key);
    this.#withdraw(before.partKey);
  }

  get(kind: string, id: string): HeldRecord | undefined {
    return this.#entries.get(`${kind}/${id}`)?.held;
  }

  /**
   * When a record of these parts was last redacted or taken from its readers: what was built before
   * may hold what nobody is to be given any more.
   */
  withdrawnAt(partKey: string): number {
    return this.#withdrawals.get(partKey) ?? this.#born;
  }

  /** When a record of any part was last withdrawn. */
  get lastWithdrawal(): number {
    return this.#lastWithdrawal;
  }

  /** The parts of a scope with these keys, by part key in byte order. Empty ones are left out. */
  parts(keys: readonly string[]): ScopePart[] {
    const groups = new Map<string, Group[]>();
    for (const key of keys) {
      for (const [partKey, group] of this.#groups.get(key) ?? []) {
        const known = groups.get(partKey);
        if (known) known.push(group);
        else groups.set(partKey, [group]);
      }
    }
    return [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([partKey, found]) => {
        found.sort((a, b) => (a.key < b.key ? -1 : 1));
        const signature = found.map(({ key, version }) => `${key} ${version}`).join(' ');
        return { partKey, groups: found, signature };
      });
  }

  /** Number of records of a part and the sum of their digests, each record once. */
  total({ partKey, groups, signature }: ScopePart): Total {
    const [first] = groups;
    if (groups.length === 1 && first) return { count: first.members.size, sum: first.sum };
    const slot = slotOf({ partKey, groups });
    const known = this.#overlaps.get(slot);
    if (known?.signature === signature) return known.total;
    const members = membersOf(groups);
    const sum = members.reduce((all, { digest }) => addDigest(all, digest), 0n);
    const total = { count: members.length, sum };
    this.#overlaps.set(slot, { signature, total });
    return total;
  }

  #withdraw(partKey: string): void {
    this.#lastWithdrawal = ++lastVersion;
    this.#withdrawals.set(partKey, lastVersion);
  }

  #leave(key: string, entry: Entry | undefined): void {
    for (const each of entry?.keys ?? []) {
      const group = this.#group(each, entry!.partKey);
      group.members.delete(key);
      group.sum = subtractDigest(group.sum, entry!.held.digest);
      group.version = ++lastVersion;
      if (group.members.size > 0) continue;
      const groups = this.#groups.get(each)!;
      groups.delete(entry!.partKey);
      if (groups.size === 0) this.#groups.delete(each);
    }
  }

  #group(key: string, partKey: string): Group {
    const groups = this.#groups.get(key) ?? new Map<string, Group>();
    this.#groups.set(key, groups);
    const group = groups.get(partKey) ?? { key, members: new Map(), sum: 0n, version: 0 };
    groups.set(partKey, group);
    return group;
  }
}

/** Where a part stands, whatever is in it. */
export function slotOf({ partKey, groups }: Pick<ScopePart, 'partKey' | 'groups'>): string {
  return `${partKey} ${groups.map(({ key }) => key).join(' ')}`;
}

/** The records of a part, each once, in the order of the part. */
export function membersOf(groups: readonly Group[]): HeldRecord[] {
  const members = new Map<string, HeldRecord>();
  for (const group of groups) for (const [key, held] of group.members) members.set(key, held);
  return [...members].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, held]) => held);
}

/** Those who may read a record: everybody, or certain institutions. */
function readersOf({ keys }: Entry): string[] {
  return keys
    .filter((key) => key === EVERYWHERE || key === SCOPE_ALL || key.startsWith('audience/'))
    .map((key) => (key === SCOPE_ALL ? EVERYWHERE : key));
}
