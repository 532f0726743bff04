/**
 * What a replica can be doing and what can happen to it: the table of `docs/sync-spec.md`, total.
 * A new state or event does not compile until every pair of the two has been thought about.
 */

export const SYNC_STATES = [
  'closed',
  'idle',
  'asking-changes',
  'asking-snapshot',
  'asking-parts',
  'applying',
  'comparing',
  'repairing',
  'held',
  'waiting',
  'failed',
] as const;

export type SyncState = (typeof SYNC_STATES)[number];

export type SyncEvent =
  | 'sync'
  | 'nothing-held'
  | 'page'
  | 'unchanged'
  | 'gone'
  | 'ahead'
  | 'manifest'
  | 'manifest-older'
  | 'brake'
  | 'parts'
  | 'part-missing'
  | 'applied-more'
  | 'applied-last'
  | 'overtaken'
  | 'state-equal'
  | 'state-differs'
  | 'unrepairable'
  | 'exhausted'
  | 'network'
  | 'invalid'
  | 'store'
  | 'abort'
  | 'close';

/** Where an event leads from each state, in the order of `SYNC_STATES`; `undefined`: cannot be. */
type PerState<States> = { readonly [Nth in keyof States]: SyncState | undefined };
type Targets = PerState<typeof SYNC_STATES>;

const _ = undefined;
const CHANGES = 'asking-changes';
const SNAPSHOT = 'asking-snapshot';
const PARTS = 'asking-parts';
const APPLY = 'applying';
const COMPARE = 'comparing';
const REPAIR = 'repairing';
const WAIT = 'waiting';
const FAIL = 'failed';

// prettier-ignore
export const TRANSITIONS: Readonly<Record<SyncEvent, Targets>> = {
  //                 closed  idle     changes   snapshot  parts     applying comparing repairing held     waiting  failed
  'sync':           [_,      CHANGES, _,        _,        _,        _,       _,        _,        CHANGES, CHANGES, CHANGES],
  'nothing-held':   [_,      _,       SNAPSHOT, _,        _,        _,       _,        _,        _,       _,       _],
  'page':           [_,      _,       APPLY,    _,        _,        _,       _,        _,        _,       _,       _],
  'unchanged':      [_,      _,       COMPARE,  _,        _,        _,       _,        _,        _,       _,       _],
  'gone':           [_,      _,       SNAPSHOT, _,        _,        _,       _,        _,        _,       _,       _],
  'ahead':          [_,      _,       WAIT,     _,        _,        _,       _,        _,        _,       _,       _],
  'manifest':       [_,      _,       _,        PARTS,    _,        _,       _,        _,        _,       _,       _],
  'manifest-older': [_,      _,       _,        WAIT,     _,        _,       _,        WAIT,     _,       _,       _],
  'brake':          [_,      _,       _,        'held',   'held',   _,       _,        'held',   _,       _,       _],
  'parts':          [_,      _,       _,        _,        APPLY,    _,       _,        APPLY,    _,       _,       _],
  'part-missing':   [_,      _,       _,        _,        SNAPSHOT, _,       _,        SNAPSHOT, _,       _,       _],
  'applied-more':   [_,      _,       _,        _,        _,        CHANGES, _,        _,        _,       _,       _],
  'applied-last':   [_,      _,       _,        _,        _,        COMPARE, _,        _,        _,       _,       _],
  'overtaken':      [_,      _,       'idle',   'idle',   'idle',   'idle',  'idle',   'idle',   _,       _,       _],
  'state-equal':    [_,      _,       _,        _,        _,        _,       'idle',   _,        _,       _,       _],
  'state-differs':  [_,      _,       _,        _,        _,        _,       REPAIR,   _,        _,       _,       _],
  'unrepairable':   [_,      _,       _,        _,        _,        _,       FAIL,     _,        _,       _,       _],
  'exhausted':      [_,      _,       WAIT,     _,        WAIT,     _,       _,        WAIT,     _,       _,       _],
  'network':        [_,      _,       WAIT,     WAIT,     WAIT,     _,       _,        WAIT,     _,       _,       _],
  'invalid':        [_,      _,       FAIL,     FAIL,     FAIL,     _,       _,        FAIL,     _,       _,       _],
  'store':          [_,      _,       FAIL,     FAIL,     FAIL,     FAIL,    FAIL,     FAIL,     _,       _,       _],
  'abort':          [_,      _,       'idle',   'idle',   'idle',   'idle',  'idle',   'idle',   _,       _,       _],
  'close':          ['closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'closed'],
};

/** An event in a state in which it cannot happen: a defect here, never a fault of the network. */
export class InvalidTransition extends Error {
  override readonly name = 'InvalidTransition';

  constructor(
    readonly state: SyncState,
    readonly event: SyncEvent,
  ) {
    super(`"${event}" cannot happen while ${state}`);
  }
}

/** Holds the state and lets it change as the table says, and in no other way. */
export class SyncMachine {
  #state: SyncState = 'idle';

  get state(): SyncState {
    return this.#state;
  }

  /** @throws {InvalidTransition} where the table has no way; the state stays. */
  send(event: SyncEvent): SyncState {
    const next = TRANSITIONS[event][SYNC_STATES.indexOf(this.#state)];
    if (!next) throw new InvalidTransition(this.#state, event);
    return (this.#state = next);
  }
}
