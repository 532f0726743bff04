#!/usr/bin/env node
// Plain JavaScript on purpose: it is committed and linked by `npm ci`, so the command works before
// anything has been built. In the repository it runs the TypeScript sources; in a published package
// (no src folder) it runs dist.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const source = at('../src/main.ts');

if (existsSync(source)) {
  // Resolved addresses, because the command may be called from any working directory: tsx would
  // otherwise look there for itself and for its tsconfig.
  const flags = ['--conditions=pvp-source', '--import', import.meta.resolve('tsx')];
  const child = spawn(process.execPath, [...flags, source, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, TSX_TSCONFIG_PATH: at('../../../tsconfig.json') },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group: the child has it already, and a second one
      // would read as impatience. Any other signal reached this process alone.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  child.on('error', (error) => {
    console.error(`pvp: Node could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
} else {
  await import('../dist/main.js');
}
