/** A register in a process of its own, filled with generated services, for as long as a benchmark runs. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const pvp = fileURLToPath(new URL('../packages/cli/bin/pvp.js', import.meta.url));

export interface RegisterProcess {
  origin: string;
  readonly process: ChildProcess;
  /** Seconds that the import of the generated records took. */
  importSeconds: number;
  /** Kills it as a power cut would, and starts it again on the same data and port. */
  killAndStart(): Promise<void>;
  close(): Promise<void>;
}

export async function startRegisterProcess(
  services: number,
  variables: Readonly<Record<string, string>> = {},
): Promise<RegisterProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'pvp-benchmark-'));
  const records = join(folder, 'records.ndjson');
  const generator = spawn(process.execPath, [pvp, 'generate', String(services)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await pipeline(generator.stdout, createWriteStream(records));

  const env = { ...process.env, PVP_DATA_DIR: join(folder, 'data') };
  const began = performance.now();
  await run(['import', records, '--json'], env);
  const importSeconds = (performance.now() - began) / 1000;

  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const serve = async (): Promise<ChildProcess> => {
    const child = spawn(process.execPath, [pvp, 'serve'], {
      env: { ...env, ...variables, PORT: String(port), PVP_LOG_LEVEL: 'error' },
      stdio: ['ignore', 'ignore', 'inherit'],
      // A group of its own: the command runs the register in a second process.
      detached: true,
    });
    await untilHealthy(origin, child);
    return child;
  };
  let child = await serve();
  return {
    origin,
    get process() {
      return child;
    },
    importSeconds,
    async killAndStart() {
      await end(child, 'SIGKILL');
      child = await serve();
    },
    async close() {
      await end(child, 'SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-(child.pid ?? 0), signal);
  return ended;
}

function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [pvp, ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`pvp ${args[0]} ended with code ${code}.`)),
    );
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port was given.'));
      });
    });
  });
}

async function untilHealthy(origin: string, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The register ended with code ${child.exitCode}.`);
    const answer = await fetch(`${origin}/v1/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
