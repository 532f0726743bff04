/**
 * A replica whose process is killed at every request, at every write of its store, and at every step
 * of such a write.
 */
import assert from 'node:assert/strict';
import { fill } from './histories.ts';
import type { ModelRegister } from './model-register.ts';
import type { Death, DeathMoment } from './mortal-process.ts';
import { assertSame, contentsOf, replicaWorld, type OpenPlace } from './replica-world.ts';
import { nodeTest, type RegisterTest, type TestScope } from './test-scope.ts';

/** More steps than any of the syncs below has. */
const MAX_STEPS = 60;

const service = (id: string, title: string) => ({
  put: { type: 'service', id, holder: 'ozolleja', title: { lv: title } },
});

/** What happens in the register before the sync that dies. */
const SITUATIONS: Record<string, (model: ModelRegister, random: () => number) => void> = {
  'first copy': () => undefined,
  'pages of changes': (model) => {
    for (let nth = 0; nth < 8; nth++) model.write(service(`PV-${nth}`, `t${nth}`));
    model.write({ delete: 'service/PV-2' });
  },
  'truncated log': (model) => {
    model.write(service('PV-1', 'a'), { delete: 'service/PV-3' });
    model.truncate();
  },
  'new epoch': (model) => {
    model.restart();
    model.write(service('PV-1', 'b'));
  },
  repair: (model) => {
    model.write(service('PV-1', 'c'));
    model.lost.add(model.seq);
  },
};

const STEP = 'step of a store write';
const KINDS: Record<string, (nth: number, hasProcesses: boolean) => Death[]> = {
  request: (nth, hasProcesses) =>
    (hasProcesses ? WITHIN : AROUND).map((moment) => ({ at: 'request', nth, moment })),
  'store write': (nth, hasProcesses) =>
    (hasProcesses ? WITHIN_AND_AFTER : AROUND).map((moment) => ({ at: 'write', nth, moment })),
  [STEP]: (nth) => [{ at: 'step', nth }],
};
// A process cannot end itself in the middle of a call; another one can be ended then, which says more.
const AROUND: readonly DeathMoment[] = ['before', 'after'];
const WITHIN: readonly DeathMoment[] = ['within'];
const WITHIN_AND_AFTER: readonly DeathMoment[] = ['within', 'after'];

export interface DeathSuiteOptions {
  /** The store cannot die in the middle of a write. Default: it can. */
  writesHaveSteps?: boolean;
  /** Replicas live in processes of their own. Default: in that of the test. */
  hasProcesses?: boolean;
}

export function testDeaths(
  name: string,
  openPlace: OpenPlace,
  { writesHaveSteps = true, hasProcesses = false }: DeathSuiteOptions = {},
  test: RegisterTest = nodeTest,
): void {
  for (const [what, deathsAt] of Object.entries(KINDS)) {
    if (what === STEP && !writesHaveSteps) continue;
    for (const [situation, happen] of Object.entries(SITUATIONS)) {
      // Every kind of write in one sync; that a write is whole is told by the suite of stores.
      if (what === STEP && situation !== 'truncated log') continue;
      test(`${name}: killed at every ${what}, ${situation}`, async (t) => {
        let isReached = true;
        for (let nth = 1; isReached; nth++) {
          assert.ok(nth < MAX_STEPS, 'the sync ends');
          for (const death of deathsAt(nth, hasProcesses)) {
            isReached = await dieAndReturn(t, openPlace, situation, happen, death);
          }
        }
      });
    }
  }
}

/** Gives `false` where the sync was through before its death. */
async function dieAndReturn(
  t: TestScope,
  openPlace: OpenPlace,
  situation: string,
  happen: (model: ModelRegister, random: () => number) => void,
  death: Death,
): Promise<boolean> {
  const { model, openTested, openMortal, random } = await replicaWorld(t, openPlace);
  fill(model, random, 40);
  const isFirst = situation === 'first copy';
  if (!isFirst) {
    const before = await openTested();
    await before.sync();
    await assertSame(before, model);
    await before.close();
  }
  const old = model.contents();
  const checkpoint = model.checkpoint;
  happen(model, random);

  const mortal = await openMortal(death);
  const { replica: dying } = mortal;
  const isThrough = await dying.sync().then(
    () => true,
    () => false,
  );
  if (isThrough) {
    await assertSame(dying, model);
    return false;
  }
  assert.ok(mortal.death.aborted, 'nothing else went wrong');
  await dying.close();

  const reborn = await openTested();
  const held = await contentsOf(reborn);
  const { checkpoint: now } = reborn.status;
  if (isFirst) {
    if (now === undefined) assert.equal(held.size, 0, 'nothing is half-applied');
  } else if (now === checkpoint) {
    assert.deepEqual(held, old, 'nothing is half-applied');
  }
  const report = await reborn.sync();
  await assertSame(reborn, model);
  assert.ok(report.requests < 20, 'requests are bounded');
  const again = await reborn.sync();
  assert.deepEqual([again.requests, again.changes.length], [1, 0]);
  await reborn.close();
  return true;
}
