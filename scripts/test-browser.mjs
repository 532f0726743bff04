/**
 * `npm run test:browser`: the element tests in Chromium, with `--firefox` in Firefox, with
 * `--webkit` in WebKitGTK. Further arguments go to the test runner (`--files …`, `--watch`).
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const args = process.argv.slice(2);
const others = ['firefox', 'webkit'];
const browser = others.find((name) => args.includes(`--${name}`)) ?? 'chromium';

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
    ...args.filter((arg) => arg !== `--${browser}`),
  ],
  {
    stdio: 'inherit',
    cwd: at('..'),
    env: { ...process.env, PVP_TEST_BROWSER: browser },
  },
);
// Stays until the runner has ended its browser. A terminal sends Ctrl-C to both by itself; it is
// also the one signal at which every launcher leaves in order.
process.on('SIGINT', () => {});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGINT'));
child.on('exit', (code) => process.exit(code ?? 1));
