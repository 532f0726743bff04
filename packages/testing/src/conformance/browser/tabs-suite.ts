/** Several tabs of one origin with one replica: real pages in frames, real Web Locks. */
import assert from 'node:assert/strict';
import { until } from '../../until.ts';
import { fill } from '../histories.ts';
import { assertSame, replicaWorld, type TestedReplica } from '../replica-world.ts';
import type { TestScope } from '../test-scope.ts';
import type { BrowserHost } from './browser-host.ts';
import type { BrowserSuite } from './conformance-plugin.ts';

export const tabsSuite: BrowserSuite = (host, test) => {
  test('tabs: one syncs, the other one gives up waiting and reads what was committed', async (t) => {
    const { model, proxy, openTab } = await tabs(t, host);
    const [first, second] = [await openTab(), await openTab()];
    let letOn = () => {};
    const gate = new Promise<void>((open) => (letOn = open));
    proxy.killAt(1, () => gate);
    const syncing = first.sync();
    await until('the request of the first tab', () => proxy.requests === 1);
    const report = await second.sync();
    assert.equal(report.elsewhere, true);
    assert.equal(proxy.requests, 1, 'the second tab has asked for nothing');
    letOn();
    await syncing;
    const { requests } = proxy;
    // Told by the first tab, it looks into the store they share.
    await until('the second tab reads', () => second.get('service', 'PV-1'));
    await assertSame(second, model);
    assert.equal(proxy.requests, requests, 'the second tab has asked for nothing');
  });

  test('tabs: both want news at once, and each change is asked for once', async (t) => {
    const { model, proxy, openTab } = await tabs(t, host);
    const [first, second] = [await openTab(), await openTab()];
    await first.sync();
    model.write({ put: { type: 'service', id: 'PV-1', holder: 'ozolleja', title: { lv: 'x' } } });
    proxy.forget();
    await Promise.all([first.sync(), second.sync()]);
    await assertSame(first, model);
    await assertSame(second, model);
    const asked = proxy.log.map(({ url }) => url);
    assert.equal(new Set(asked).size, asked.length, asked.join());
  });

  test('tabs: one that is closed in the middle leaves the work to the other one', async (t) => {
    const { model, proxy, openTab, openMortalTab } = await tabs(t, host);
    const second = await openTab();
    const { replica: first, death } = await openMortalTab();
    await assert.rejects(first.sync(), { message: 'The process is dead' });
    assert.ok(death.aborted);
    assert.ok(proxy.requests > 0);
    const report = await second.sync();
    assert.equal(report.elsewhere, false);
    await assertSame(second, model);
  });
};

async function tabs(t: TestScope, host: BrowserHost) {
  const world = await replicaWorld(t, () => host.openPlace('frame'));
  const { model, proxy, place, random } = world;
  fill(model, random, 40);
  const options = { register: proxy.origin, retry: 0, timeoutMs: 20_000, sharesTabs: true };
  const { open, openMortal } = place.processes!;
  return {
    model,
    proxy,
    openTab: (): Promise<TestedReplica> => open(options),
    /** It is closed while its second request is under way. */
    openMortalTab: () => openMortal(options, { at: 'request', nth: 2, moment: 'within' }),
  };
}
