import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  InvalidTransition,
  SYNC_STATES,
  SyncMachine,
  TRANSITIONS,
  type SyncEvent,
  type SyncState,
} from '@pvp/sdk/sync';

const events = Object.keys(TRANSITIONS) as SyncEvent[];
const RESTING: readonly SyncState[] = ['closed', 'idle', 'held', 'waiting', 'failed'];

const leadsTo = (state: SyncState, event: SyncEvent) =>
  TRANSITIONS[event][SYNC_STATES.indexOf(state)];

test('every state can be reached, and all but the closed one can be left', () => {
  const reached = new Set<SyncState>(['idle']);
  for (const state of reached) {
    for (const event of events) {
      const next = leadsTo(state, event);
      if (next) reached.add(next);
    }
  }
  assert.deepEqual([...reached].sort(), [...SYNC_STATES].sort());
  for (const event of events) {
    assert.equal(leadsTo('closed', event), event === 'close' ? 'closed' : undefined);
  }
});

test('whoever works can be aborted, closed, and told that the store fails', () => {
  for (const state of SYNC_STATES.filter((one) => !RESTING.includes(one))) {
    assert.equal(leadsTo(state, 'abort'), 'idle');
    assert.equal(leadsTo(state, 'close'), 'closed');
    assert.equal(leadsTo(state, 'store'), 'failed');
    assert.equal(leadsTo(state, 'sync'), undefined);
  }
  for (const state of RESTING.filter((one) => one !== 'closed')) {
    assert.equal(leadsTo(state, 'sync'), 'asking-changes');
  }
});

test('an event that cannot be is a defect, and changes nothing', () => {
  const machine = new SyncMachine();
  assert.throws(
    () => machine.send('page'),
    (error) => error instanceof InvalidTransition,
  );
  assert.equal(machine.state, 'idle');
  assert.equal(machine.send('sync'), 'asking-changes');
});
