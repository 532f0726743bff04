/** The `pvp` command as a process of its own, the way a person starts it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { until } from '@pvp/testing';

const PVP = fileURLToPath(new URL('../../bin/pvp.js', import.meta.url));
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface PvpProcess {
  stdout(): string;
  stderr(): string;
  ended: Promise<Ended>;
  signal(name: 'SIGINT'): void;
}

/** Nothing of the surrounding environment but the path reaches the command. */
export function runPvp(args: readonly string[], env: Readonly<Record<string, string>>): PvpProcess {
  const child = spawn(process.execPath, [PVP, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  return {
    stdout: () => stdout,
    stderr: () => stderr,
    ended: new Promise((resolve) => {
      child.on('close', (code) => resolve({ code, stdout, stderr }));
    }),
    signal: (name) => void child.kill(name),
  };
}

export interface StartedPvp extends PvpProcess {
  /** Addresses by their label. */
  addresses: Record<string, string>;
  /** Origin of the register. */
  origin: string;
}

/** `pvp start`, once it has printed the last of its addresses. */
export async function startPvp(env: Readonly<Record<string, string>>): Promise<StartedPvp> {
  const running = runPvp(['start'], env);
  let over: Ended | undefined;
  void running.ended.then((ended) => (over = ended));
  await until('the addresses', () => {
    assert.equal(over, undefined, `pvp start ended: ${JSON.stringify(over)}`);
    return /^Health .*\n/m.test(running.stdout());
  });
  const lines = running.stdout().trimEnd().split('\n');
  const addresses = Object.fromEntries(lines.map((line) => line.split(/\s+/)));
  return { ...running, addresses, origin: new URL(addresses['API'] ?? '').origin };
}

export interface TakenPort {
  port: number;
  free(): Promise<void>;
}

/** A port that somebody listens on. */
export async function takePort(): Promise<TakenPort> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    free: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
