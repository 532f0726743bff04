import { joinConformance } from '@pvp/testing/conformance-page';

const tests = await joinConformance('indexeddb');

describe('a replica in IndexedDB', () => {
  for (const { name, run } of tests) {
    it(name, async function () {
      // Some of them start dozens of workers, which takes a slow browser its time.
      this.timeout(60_000);
      await run();
    });
  }
});
