/** A replica whose process is killed at every request and at every write of its store. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { fill } from './histories.ts';
import type { ModelRegister } from './model-register.ts';
import { mortalProcess, type Death } from './mortal-process.ts';
import { assertSame, contentsOf, replicaWorld, type OpenPlace } from './replica-world.ts';

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

export function testDeaths(name: string, openPlace: OpenPlace): void {
  for (const at of ['request', 'write'] as const) {
    for (const [situation, happen] of Object.entries(SITUATIONS)) {
      void test(`${name}: killed at every ${at === 'write' ? 'store write' : at}, ${situation}`, async (t) => {
        let isReached = true;
        for (let nth = 1; isReached; nth++) {
          assert.ok(nth < MAX_STEPS, 'the sync ends');
          for (const moment of ['before', 'after'] as const) {
            isReached = await dieAndReturn(t, openPlace, situation, happen, { at, nth, moment });
          }
        }
      });
    }
  }
}

/** Gives `false` where the sync was through before its death. */
async function dieAndReturn(
  t: TestContext,
  openPlace: OpenPlace,
  situation: string,
  happen: (model: ModelRegister, random: () => number) => void,
  death: Death,
): Promise<boolean> {
  const { model, place, open, random } = await replicaWorld(t, openPlace);
  fill(model, random, 40);
  const isFirst = situation === 'first copy';
  if (!isFirst) {
    const before = await open();
    await before.sync();
    await assertSame(before, model);
    await before.close();
  }
  const old = model.contents();
  const checkpoint = model.checkpoint;
  happen(model, random);

  const mortal = mortalProcess(place.store(), death);
  const dying = await open({ store: mortal.store, fetch: mortal.fetch });
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

  const reborn = await open();
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
