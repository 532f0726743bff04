/**
 * Browser tests, started by scripts/test-browser.mjs (under tsx, because the register that answers
 * the tests is imported here from its TypeScript sources).
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { conformancePlugin } from './packages/testing/src/conformance/browser/conformance-plugin.ts';
import { indexedDbSuite } from './packages/testing/src/conformance/browser/indexeddb-suite.ts';
import { tabsSuite } from './packages/testing/src/conformance/browser/tabs-suite.ts';
import { registerPlugin } from './packages/testing/src/register-plugin.ts';
import { browserAbilities } from './scripts/browser-abilities.mjs';
import { BROWSER_FLAGS, findBrowser } from './scripts/find-browser.mjs';
import { webkitLauncher } from './scripts/webkit-launcher.mjs';

const rootDir = fileURLToPath(new URL('.', import.meta.url));

/** A host name that is not this machine's own, and so no secure context over http. */
const INSECURE_HOST = 'insecure.test';

const launchers = {
  chromium: () =>
    chromeLauncher({
      puppeteer,
      launchOptions: {
        executablePath: findBrowser('chromium'),
        args: [...BROWSER_FLAGS, `--host-resolver-rules=MAP ${INSECURE_HOST} localhost`],
      },
    }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: findBrowser('firefox'),
        extraPrefsFirefox: { 'network.dns.localDomains': INSECURE_HOST },
      },
      concurrency: 1,
    }),
  webkit: () =>
    webkitLauncher({
      browser: findBrowser('webkit'),
      driver: findBrowser('webkit-driver'),
      display: findBrowser('x-server'),
    }),
};

/** Writes the counts that scripts/test.mjs sums up. */
function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const count = { passed: 0, failed: 0, notRun: 0 };
      const add = (suite) => {
        for (const { skipped, passed } of suite.tests)
          count[skipped ? 'notRun' : passed ? 'passed' : 'failed']++;
        suite.suites.forEach(add);
      };
      for (const { testResults, errors } of sessions) {
        if (testResults) add(testResults);
        // A file that could not be loaded has no test results, yet it failed.
        count.failed += errors?.length ?? 0;
      }
      writeFileSync(process.env.PVP_TEST_COUNTS, JSON.stringify(count));
    },
  };
}

/** axe-core is a plain script; this lets tests write `import axe from 'axe-core'`. */
const axeAsModule = {
  name: 'axe-as-module',
  transform({ path, body }) {
    if (path.endsWith('/axe-core/axe.js')) return `${body}\nexport default globalThis.axe;`;
  },
};

export default {
  rootDir,
  files: ['packages/elements/test/**/*.test.ts', 'packages/sdk/browser-test/**/*.test.ts'],
  // 'production' rather than 'development' keeps Lit's development build and its warnings out.
  nodeResolve: { exportConditions: ['pvp-source', 'production'] },
  plugins: [
    registerPlugin(),
    conformancePlugin({ indexeddb: indexedDbSuite, tabs: tabsSuite }),
    browserAbilities(),
    axeAsModule,
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: `${rootDir}tsconfig.json` }),
  ],
  browsers: [launchers[process.env.PVP_TEST_BROWSER ?? 'chromium']()],
  testFramework: { config: { ui: 'bdd', timeout: 10_000, forbidOnly: !!process.env.CI } },
  // Of a whole file; the suites of a replica are the longest, in Firefox on a busy machine above all.
  testsFinishTimeout: 300_000,
  // Lines that overwrite each other help at a terminal and clutter a log.
  staticLogging: !process.stdout.isTTY,
  reporters: [defaultReporter(), ...(process.env.PVP_TEST_COUNTS ? [countReporter()] : [])],
};
