/**
 * `npm run test:browser`: the element tests in Chromium, with `--firefox` in Firefox. Further
 * arguments go to the test runner (`--files …`, `--watch`).
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const args = process.argv.slice(2);
const firefox = args.includes('--firefox');

// A Node of its own, because the runner's configuration imports TypeScript sources.
const child = spawn(
  process.execPath,
  [
    '--conditions=pvp-source',
    '--import',
    import.meta.resolve('tsx'),
    at('../node_modules/@web/test-runner/dist/bin.js'),
    '--config',
    at('../web-test-runner.config.mjs'),
    ...args.filter((arg) => arg !== '--firefox'),
  ],
  {
    stdio: 'inherit',
    cwd: at('..'),
    env: { ...process.env, PVP_TEST_BROWSER: firefox ? 'firefox' : 'chromium' },
  },
);
child.on('exit', (code) => process.exit(code ?? 1));
