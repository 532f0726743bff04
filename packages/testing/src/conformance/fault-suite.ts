/**
 * A replica with every fault of the network, and with a register that lies: nothing is lost, nothing
 * half-applied, requests are bounded, and when the fault is over it holds what the register holds.
 */
import assert from 'node:assert/strict';
import {
  corruptPart,
  cursorLoop,
  lyingTotals,
  overlappingPages,
  reorderedPages,
  type Fault,
  type FaultProxy,
} from '../fault-proxy/index.ts';
import { fill } from './histories.ts';
import { NETWORK_FAULTS, openElsewhere } from './network-faults.ts';
import {
  assertSame,
  contentsOf,
  replicaWorld,
  type OpenPlace,
  type TestedReplica,
} from './replica-world.ts';
import { nodeTest, type RegisterTest } from './test-scope.ts';

/** Requests that one sync may cost, whatever happens: some parts, each of them twice, two restarts. */
const MAX_REQUESTS = 40;
/** A silent server is given up after this; anything else has the time it needs. */
const SHORT_MS = 400;

const FAULTS: Record<string, (elsewhere: string) => Fault> = {
  ...NETWORK_FAULTS,
  'parts with other bytes': () => corruptPart(),
  'parts that are no records': () => corruptPart({ parsable: false }),
  'totals that lie': () => lyingTotals(),
  'changes out of order': () => reorderedPages(),
  'pages that overlap': () => overlappingPages(),
  'pages without an end': () => cursorLoop(),
};

export function testFaults(
  name: string,
  openPlace: OpenPlace,
  test: RegisterTest = nodeTest,
): void {
  for (const [what, faultOf] of Object.entries(FAULTS)) {
    test(`${name}: syncs through ${what}`, async (t) => {
      const { model, proxy, random, openTested } = await replicaWorld(t, openPlace);
      const elsewhere = await openElsewhere();
      t.after(() => elsewhere.close());
      fill(model, random, 40);
      const fault = faultOf(elsewhere.origin);
      const replica = await openTested(fault.type === 'silence' ? SHORT_MS : undefined);
      const happenings = [
        () => undefined,
        () => model.write(titled('PV-1', 'a'), titled('PV-2', 'a'), { delete: 'service/PV-3' }),
        () => {
          model.write(titled('PV-1', 'b'), { delete: 'service/PV-4' });
          model.truncate();
        },
      ];
      for (const happen of happenings) {
        const before = await contentsOf(replica);
        happen();
        proxy.forget();
        proxy.on('/**', fault);
        await endsByItself(replica, proxy);
        const held = await contentsOf(replica);
        // One transaction, or a whole snapshot: there is nothing between.
        if (held.get('service/PV-1')?.['hash'] === before.get('service/PV-1')?.['hash']) {
          assert.deepEqual(held, before);
        } else assert.deepEqual(held, model.contents());
        for (const rule of proxy.rules) rule.off();
        await proxy.acceptConnections();
        await replica.sync();
        await assertSame(replica, model);
      }
    });
  }
}

/** It gets there, or says why not. */
async function endsByItself(replica: TestedReplica, proxy: FaultProxy): Promise<void> {
  await replica.sync().catch((error: { code?: string; message: string; stack?: string }) => {
    assert.ok(error.code, `an error of the SDK, not ${error.stack}`);
    assert.ok(!error.message.includes('?'), error.message);
  });
  assert.ok(proxy.requests <= MAX_REQUESTS, `${proxy.requests} requests`);
}

const titled = (id: string, lv: string) => ({
  put: { type: 'service', id, holder: 'ozolleja', title: { lv } },
});
