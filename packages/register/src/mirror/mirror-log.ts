/**
 * What a mirror can tell of changes: the way from each position that it has stood at to the next
 * one. Between two of them it knows nothing, and says so by its floors.
 */
import { scopesRedrawnBy, keysAround, type Sides } from '../sync/membership.ts';
import type { Floors, LogEntry, Position, ScopedChanges, StoredRecord } from '../store/store.ts';

/** One record that differs between two positions. */
export interface Difference {
  before: StoredRecord | undefined;
  after: StoredRecord | undefined;
}

interface Row extends LogEntry {
  keys: ReadonlyMap<string, Sides>;
}

interface Step {
  from: number;
  to: number;
  rows: Row[];
}

/** Larger steps are cheaper to take as a snapshot. */
const MAX_STEP = 1000;
const MAX_ROWS = 10_000;
const MAX_STEPS = 10_000;
const EVERY_SCOPE = '*';

export class MirrorLog {
  #steps: Step[] = [];
  readonly #floors = new Map<string, number>();
  #rows = 0;

  /** Begins anew: nothing that happened before this position can be told. */
  restart(seq: number): void {
    this.#steps = [];
    this.#rows = 0;
    this.#floors.clear();
    this.#floors.set(EVERY_SCOPE, seq);
  }

  add(from: number, to: number, differences: readonly Difference[], at: string): void {
    if (differences.length > MAX_STEP) {
      this.restart(to);
      return;
    }
    const rows = differences.map((difference) => rowOf(difference, to, at));
    this.#steps.push({ from, to, rows });
    this.#rows += rows.length;
    for (const { before, after } of differences) {
      const { kind } = (after ?? before)!;
      for (const scope of scopesRedrawnBy(kind, before?.record, after?.record)) {
        this.#floors.set(scope, to);
      }
    }
    while (this.#rows > MAX_ROWS || this.#steps.length > MAX_STEPS) {
      const oldest = this.#steps.shift()!;
      this.#rows -= oldest.rows.length;
      this.#floors.set(EVERY_SCOPE, oldest.to);
    }
  }

  floors(): Floors {
    return new Map(this.#floors);
  }

  /** Whole steps. One without a change is told by a row about no record, for this process alone. */
  after(seq: number, limit: number): LogEntry[] {
    const entries: LogEntry[] = [];
    for (const { to, rows } of this.#steps) {
      if (to <= seq) continue;
      if (rows.length > 0) entries.push(...rows.map(({ keys: _keys, ...entry }) => entry));
      else entries.push(moveOf(to));
      if (entries.length >= limit) break;
    }
    return entries;
  }

  /**
   * The step that begins at `since`, whole, however far it leads.
   *
   * @param last Steps that lead further are not told yet.
   */
  stepAfter(
    since: number,
    keys: readonly string[],
    { last, position }: { last: number; position: Position },
  ): ScopedChanges {
    const floors = new Map(this.#floors);
    if (since >= last) return { entries: [], until: since, position, floors };
    const step = this.#steps.find(({ from }) => from === since);
    if (step === undefined) {
      // The mirror never stood there, so what changed since then cannot be told.
      floors.set(EVERY_SCOPE, last);
      return { entries: [], until: since, position, floors };
    }
    const entries = step.rows.flatMap(({ keys: carried, ...entry }) => {
      const scopes = new Map([...carried].filter(([key]) => keys.includes(key)));
      return scopes.size > 0 ? [{ ...entry, scopes }] : [];
    });
    return { entries, until: step.to, position, floors };
  }
}

function rowOf({ before, after }: Difference, seq: number, at: string): Row {
  const { kind, id } = (after ?? before)!;
  return {
    seq,
    op: after ? 'put' : 'delete',
    kind,
    id,
    hash: after?.hash ?? null,
    prevHash: before?.hash ?? null,
    visibility: 'public',
    reason: null,
    at,
    keys: keysAround(before?.record, after?.record),
  };
}

function moveOf(seq: number): LogEntry {
  return {
    seq,
    op: 'delete',
    kind: 'position',
    id: String(seq),
    hash: null,
    prevHash: null,
    visibility: 'internal',
    reason: null,
    at: '',
  };
}
