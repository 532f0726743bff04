/**
 * The members of every scope, grouped by membership key and by part, with the sums of their
 * digests. A change of a record touches the groups that it stands in and no other.
 */
import type { HeldRecord } from '../read-model/contents.ts';
import { addDigest, subtractDigest } from '../read-model/state-hash.ts';
import { EVERYWHERE, membershipKeys, partKeyOf, SCOPE_ALL } from './membership.ts';
import { gathered } from './part-division.ts';

/** Records of one key that are never parted from each other. */
export interface Group {
  key: string;
  /** What they have in common: their kind, or who holds these services. */
  partKey: string;
  /** By `kind/id`. */
  members: Map<string, HeldRecord>;
  sum: bigint;
  /** Another number after every change, never one that was there before. */
  version: number;
}

/** A part of a scope: the groups that it is made of, which may overlap. */
export interface ScopePart {
  /** Its name in the manifest. */
  key: string;
  /** Keys of the scope. */
  scopeKeys: readonly string[];
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
   * When a record of these part keys was last redacted or taken from its readers: what was built
   * before may hold what nobody is to be given any more.
   */
  withdrawnAt(partKeys: Iterable<string>): number {
    let last = this.#born;
    for (const key of partKeys) last = Math.max(last, this.#withdrawals.get(key) ?? 0);
    return last;
  }

  /** When a record of any part was last withdrawn. */
  get lastWithdrawal(): number {
    return this.#lastWithdrawal;
  }

  /** The parts of a scope with these keys, by their names in byte order. Empty ones are left out. */
  parts(scopeKeys: readonly string[]): ScopePart[] {
    const byPartKey = new Map<string, Group[]>();
    for (const key of scopeKeys) {
      for (const [partKey, group] of this.#groups.get(key) ?? []) {
        const known = byPartKey.get(partKey);
        if (known) known.push(group);
        else byPartKey.set(partKey, [group]);
      }
    }
    return gathered(byPartKey).map(({ key, groups }) => {
      const signature = groups.map(({ version }) => version).join(' ');
      return { key, scopeKeys, groups, signature };
    });
  }

  /** Number of records of a part and the sum of their digests, each record once. */
  total(part: ScopePart): Total {
    const { groups, signature } = part;
    const [first] = groups;
    if (groups.length === 1 && first) return { count: first.members.size, sum: first.sum };
    const slot = slotOf(part);
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
    const group = groups.get(partKey) ?? { key, partKey, members: new Map(), sum: 0n, version: 0 };
    groups.set(partKey, group);
    return group;
  }
}

/** Where a part stands, whatever is in it: parts that scopes have in common stand in one place. */
export function slotOf({ key, groups }: Pick<ScopePart, 'key' | 'groups'>): string {
  return [key, ...new Set(groups.map((group) => group.key))].join(' ');
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
