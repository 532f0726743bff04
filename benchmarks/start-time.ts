/**
 * From `npm start` until the first demo page answers, in a clean clone of the last commit after
 * `npm ci` from npm's cache: the first start, which also builds the elements and writes the sample
 * data, and the second.
 *
 *   node --conditions=pvp-source --import tsx benchmarks/start-time.ts
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scheduler } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { machineLine, markdownTable, today } from './machine.ts';

const ASK_EVERY_MS = 20;

const folder = await mkdtemp(join(tmpdir(), 'pvp-start-time-'));
const clone = join(folder, 'clone');
try {
  run('git', [
    'clone',
    '--quiet',
    '--no-local',
    fileURLToPath(new URL('..', import.meta.url)),
    clone,
  ]);
  const ci = () => run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], clone);
  // The first installation fills npm's cache; the second one starts from it, in an empty folder.
  ci();
  await rm(join(clone, 'node_modules'), { recursive: true });
  const installed = secondsOf(ci);
  const first = await secondsToFirstPage();
  const second = await secondsToFirstPage();
  console.log(`Start, ${today()}`);
  console.log(`${machineLine()}; npm ci with a warm cache took ${installed.toFixed(1)} s\n`);
  console.log(
    markdownTable(
      ['start', 'until the first demo page answers'],
      [
        ['first, builds the elements and writes the sample data', `${first.toFixed(1)} s`],
        ['second', `${second.toFixed(1)} s`],
      ],
    ),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

function run(command: string, args: readonly string[], cwd?: string): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status === 0) return;
  throw new Error(`${command} ${args[0]} failed: ${error?.message ?? stderr.trim()}`);
}

function secondsOf(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) / 1000;
}

async function secondsToFirstPage(): Promise<number> {
  const [port, demoPort] = [await freePort(), await freePort()];
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...process.env, PORT: String(port), PVP_DEMO_PORT: String(demoPort) },
    stdio: ['ignore', 'ignore', 'inherit'],
    // A group of its own, so that the signal reaches npm, its shell and the register.
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`npm start ended with code ${child.exitCode}.`);
    const page = await fetch(`http://localhost:${demoPort}/`).catch(() => undefined);
    const html = await page?.text();
    if (page?.ok && html?.includes('<pvp-service-catalogue')) break;
    await scheduler.wait(ASK_EVERY_MS);
  }
  const seconds = (performance.now() - began) / 1000;
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  await ended;
  return seconds;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
