/** Random histories, faults and restarts: in the end the replica is what the register is. */
import assert from 'node:assert/strict';
import {
  corruptPart,
  htmlPage,
  loseAnswer,
  lyingTotals,
  reorderedPages,
  resetAfter,
  seededRandom,
  slice,
  staleAnswer,
  truncate,
  unavailable,
  type Fault,
} from '../fault-proxy/index.ts';
import { fill, writeHistory } from './histories.ts';
import { assertSame, contentsOf, replicaWorld, type OpenPlace } from './replica-world.ts';
import { nodeTest, type RegisterTest } from './test-scope.ts';

const FAULTS: readonly (() => Fault)[] = [
  () => corruptPart(),
  () => corruptPart({ parsable: false }),
  () => htmlPage(),
  () => loseAnswer(),
  () => resetAfter(40),
  () => truncate(30),
  () => slice('inside-character'),
  () => unavailable('absent'),
  () => staleAnswer(),
  () => reorderedPages(),
  () => lyingTotals(),
];
const PATHS = ['/v1/parts/*', '/v1/sync/all/*', '/v1/sync/all/changes', '/v1/sync/all/snapshot'];

export function testProperties(
  name: string,
  openPlace: OpenPlace,
  seeds: readonly number[],
  test: RegisterTest = nodeTest,
): void {
  for (const seed of seeds) {
    test(`${name}: random history ${seed} ends where the register is`, async (t) => {
      const { model, proxy, openTested, openMortal } = await replicaWorld(t, openPlace, seed);
      const random = seededRandom(seed * 7919);
      const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!;
      fill(model, random, 30);
      let replica = await openTested();
      for (let step = 0; step < 25; step++) {
        const dice = random();
        if (dice < 0.5) writeHistory(model, random, Math.ceil(random() * 6));
        else if (dice < 0.6) model.truncate();
        else if (dice < 0.65) model.restart();
        else if (dice < 0.75) model.lost.add(model.seq + 1);
        else if (dice < 0.8) model.freezeSnapshot();
        else model.thawSnapshot();
        model.omitsOvertaken = random() < 0.8;
        model.pageLength = 1 + Math.floor(random() * 4);
        if (random() < 0.6)
          proxy.on(pick(PATHS), pick(FAULTS)(), { times: Math.ceil(random() * 3) });
        if (random() < 0.2) {
          await replica.close();
          const at = pick(['request', 'write'] as const);
          const moment = pick(['before', 'after'] as const);
          const nth = Math.ceil(random() * 6);
          const { replica: dying } = await openMortal({ at, nth, moment });
          await dying.sync().catch(() => undefined);
          await dying.close();
          replica = await openTested();
        } else {
          // Whatever goes wrong goes wrong with an error of its own, and harms nothing.
          await replica.sync().catch((error: unknown) => {
            assert.ok((error as { code?: string }).code, String((error as Error).stack));
          });
        }
        await contentsOf(replica);
        assert.ok(!['asking-changes', 'applying'].includes(replica.status.state));
      }
      proxy.forget();
      model.thawSnapshot();
      model.lost.clear();
      const { held } = await replica.sync();
      if (held) await replica.acceptHeld();
      await assertSame(replica, model);
      assert.equal(replica.status.lastError, undefined);
    });
  }
}
