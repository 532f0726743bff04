/** Pages of changes of one scope: the log's rows as the readers of that scope have to hear them. */
import type { Change, ChangePage, Head } from '@pvp/contract';
import type { ReadModel, ScopeState } from '../read-model/read-model.ts';
import { floorOf, scopeKeys } from '../read-model/scopes.ts';
import type { Position, PublicRecord, ScopedLogEntry, Store } from '../store/store.ts';

/** Pages that are closed end on multiples of this many transactions. */
const CLOSED_EVERY = 100;
/** Changes after which a page ends early, with the transaction before. */
const MAX_CHANGES = 1000;

/** What there is to tell of a scope after a position. */
export type ChangesAnswer =
  /** `closed`: no later answer to the same question differs but in what was overtaken. */
  | { state: 'page'; page: ChangePage; closed: boolean }
  /** The log begins after the position. */
  | { state: 'truncated'; floor: string }
  /** The position belongs to another log. */
  | { state: 'foreign'; floor: string }
  /** This process has not got there yet. */
  | { state: 'ahead' }
  | { state: 'no-scope' };

export interface ChangesQuestion {
  scope: string;
  epoch: string;
  seq: number;
}

/** What is said of a position beside its count and state hash. */
export type TellPosition = (
  scope: string,
  position: Position,
  state: ScopeState,
) => Pick<Head, 'fetchedAt' | 'signature'>;

export async function changesAfter(
  question: ChangesQuestion,
  context: { store: Store; model: ReadModel; tell: TellPosition },
): Promise<ChangesAnswer> {
  const { scope, epoch, seq } = question;
  const { store, model, tell } = context;
  if (epoch !== model.position.epoch || seq > model.position.seq) await model.catchUp();
  // All that follows in memory belongs to this position; the log may go on meanwhile.
  const at = model.position;
  const keys = scopeKeys(model.contents, scope);
  if (keys === undefined) return { state: 'no-scope' };
  if (epoch !== at.epoch) return { state: 'foreign', floor: model.floor(scope) };
  if (seq > at.seq) return { state: 'ahead' };

  // Those who are nearly there are told the rest at once.
  const isNear = at.seq - seq <= CLOSED_EVERY;
  const end = isNear ? at.seq : (Math.floor(seq / CLOSED_EVERY) + 1) * CLOSED_EVERY;
  const range = { since: seq, until: end, limit: MAX_CHANGES };
  const { entries, until, position, floors } = await store.changesOf(keys, range);
  const floor = floorOf(floors, scope);
  if (position.epoch !== epoch || seq < floor) {
    // A snapshot that is taken now must not lie below the floor that is told.
    await model.catchUp();
    return position.epoch === epoch
      ? { state: 'truncated', floor: `${epoch}.${floor}` }
      : { state: 'foreign', floor: model.floor(scope) };
  }
  // This process went on meanwhile. That there is more may only be said by a page that leads on; the
  // next look finds what came.
  if (until === seq && until < model.position.seq) return changesAfter(question, context);
  const records = scope.startsWith('audience/') ? model.scopes : model.contents;
  const page: ChangePage = {
    changes: entries.map((entry) => changeOf(entry, records.get(entry.kind, entry.id)?.record)),
    checkpoint: `${epoch}.${until}`,
    // Also where this process went on meanwhile: then a record may have been overtaken just now, and
    // the reader has to hear of it before it compares.
    more: until < model.position.seq,
    floor: `${epoch}.${floor}`,
  };
  // Of the same moment as `more`.
  const state = page.more ? undefined : model.scopeState(scope);
  if (state) Object.assign(page, state, tell(scope, { epoch, seq: until }, state));
  const isFull = until < end || until % CLOSED_EVERY === 0;
  return { state: 'page', page, closed: page.more && isFull };
}

/** @param record The record as it stands now. */
function changeOf(
  { seq, op, kind, id, hash, prevHash, reason, scopes }: ScopedLogEntry,
  record: PublicRecord | undefined,
): Change {
  const sides = [...scopes.values()];
  const isIn = sides.some((side) => side !== 'before');
  const wasIn = sides.some((side) => side !== 'after');
  const before = wasIn ? prevHash : null;
  if (op === 'delete' || !isIn) {
    const why = op === 'delete' ? reason : 'left-scope';
    return {
      seq,
      op: 'delete',
      kind,
      id,
      hash: null,
      prevHash: before,
      ...(why && { reason: why }),
    };
  }
  const isCurrent = record?.hash === hash;
  return { seq, op: 'put', kind, id, hash, prevHash: before, ...(isCurrent && { record }) };
}
