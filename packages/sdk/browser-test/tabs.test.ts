import { joinConformance } from '@pvp/testing/conformance-page';

const tests = await joinConformance('tabs');

describe('a replica in several tabs', () => {
  for (const { name, run } of tests) {
    it(name, async function () {
      this.timeout(60_000);
      await run();
    });
  }
});
