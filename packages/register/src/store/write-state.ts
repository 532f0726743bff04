/**
 * What the store holds about the records of one write transaction: read once, changed in memory as
 * the writes are judged one after another, written back at the end.
 */
import type { SqlSession } from './drivers/driver.ts';
import { allByIds } from './queries/many-rows.ts';
import type { Visibility } from './store.ts';

/** A record as its row and its texts stand. */
export interface RecordState {
  kind: string;
  id: string;
  revision: number;
  hash: string;
  contentHash: string;
  visibility: Exclude<Visibility, 'internal'>;
  publicText: string;
  managementText: string | null;
}

/** A record that is about to be written, as far as reading the state needs it. */
export interface Claim {
  kind: string;
  id: string;
  aliases: readonly string[];
}

export class WriteState {
  readonly #records = new Map<string, RecordState>();
  /** Ids by alias, and those ids that stand where an alias is claimed. */
  readonly #owners = new Map<string, string>();
  readonly #aliases = new Map<string, readonly string[]>();
  readonly #buried = new Map<string, number>();
  readonly #changed = new Set<string>();

  /** Reads what the claims touch. Call it after the clock was advanced. */
  static async read(session: SqlSession, claims: readonly Claim[]): Promise<WriteState> {
    const state = new WriteState();
    for (const kind of new Set(claims.map((claim) => claim.kind))) {
      const ofKind = claims.filter((claim) => claim.kind === kind);
      const ids = ofKind.map(({ id }) => id);
      await state.#readRecords(session, kind, ids);
      await state.#readNames(
        session,
        kind,
        ids,
        ofKind.flatMap(({ aliases }) => aliases),
      );
    }
    return state;
  }

  get(kind: string, id: string): RecordState | undefined {
    return this.#records.get(keyOf(kind, id));
  }

  /** The revision that a deleted record had last, else 0. */
  buriedRevision(kind: string, id: string): number {
    return this.#buried.get(keyOf(kind, id)) ?? 0;
  }

  /** The first of the names of a claim that belongs to another record, with its owner. */
  takenName({ kind, id, aliases }: Claim): { alias: string; owner: string } | undefined {
    for (const alias of [id, ...aliases]) {
      const owner = this.#owners.get(keyOf(kind, alias));
      if (owner !== undefined && owner !== id) return { alias, owner };
    }
    return undefined;
  }

  put(record: RecordState, aliases: readonly string[]): void {
    const { kind, id } = record;
    const key = keyOf(kind, id);
    for (const alias of this.#aliases.get(key) ?? []) this.#owners.delete(keyOf(kind, alias));
    const others = [...new Set(aliases)].filter((alias) => alias !== id);
    for (const name of [id, ...others]) this.#owners.set(keyOf(kind, name), id);
    this.#aliases.set(key, others);
    this.#records.set(key, record);
    this.#changed.add(key);
  }

  /** Every record that was put, once, as it stands at the end. */
  changed(): { record: RecordState; aliases: readonly string[] }[] {
    return [...this.#changed].flatMap((key) => {
      const record = this.#records.get(key);
      return record ? [{ record, aliases: this.#aliases.get(key) ?? [] }] : [];
    });
  }

  async #readRecords(session: SqlSession, kind: string, ids: readonly string[]): Promise<void> {
    const rows = await allByIds(
      session,
      `SELECT r.id, r.revision, r.hash, r.content_hash, r.visibility,
              b.public_text, b.management_text
         FROM record r JOIN record_body b ON b.kind = r.kind AND b.id = r.id
        WHERE r.kind = $1 AND r.id IN`,
      kind,
      ids,
    );
    for (const row of rows) {
      const id = row['id'] as string;
      this.#records.set(keyOf(kind, id), {
        kind,
        id,
        revision: Number(row['revision']),
        hash: row['hash'] as string,
        contentHash: row['content_hash'] as string,
        visibility: row['visibility'] as RecordState['visibility'],
        publicText: row['public_text'] as string,
        managementText: row['management_text'] as string | null,
      });
    }
    const absent = ids.filter((id) => !this.#records.has(keyOf(kind, id)));
    const buried = await allByIds(
      session,
      'SELECT id, revision FROM tombstone WHERE kind = $1 AND id IN',
      kind,
      absent,
    );
    for (const row of buried) {
      this.#buried.set(keyOf(kind, row['id'] as string), Number(row['revision']));
    }
  }

  async #readNames(
    session: SqlSession,
    kind: string,
    ids: readonly string[],
    aliases: readonly string[],
  ): Promise<void> {
    const taken = await allByIds(
      session,
      'SELECT id FROM record WHERE kind = $1 AND id IN',
      kind,
      aliases,
    );
    for (const row of taken) {
      const id = row['id'] as string;
      this.#owners.set(keyOf(kind, id), id);
    }
    const owned = await allByIds(
      session,
      'SELECT alias, id FROM alias WHERE kind = $1 AND alias IN',
      kind,
      [...ids, ...aliases],
    );
    const own = await allByIds(
      session,
      'SELECT alias, id FROM alias WHERE kind = $1 AND id IN',
      kind,
      ids,
    );
    for (const row of [...owned, ...own]) {
      this.#owners.set(keyOf(kind, row['alias'] as string), row['id'] as string);
    }
    for (const row of own) {
      const key = keyOf(kind, row['id'] as string);
      this.#aliases.set(key, [...(this.#aliases.get(key) ?? []), row['alias'] as string]);
    }
  }
}

/** A kind has no space (see the contract), so two pairs never give one key. */
function keyOf(kind: string, id: string): string {
  return `${kind} ${id}`;
}
