/**
 * Memory of a Node process that makes a first copy of 50,000 services in a SQLite file: the most that
 * it had at once, as the system counts it. The code is bundled first, as it would be run.
 *
 *   node --conditions=pvp-source --import tsx benchmarks/sync-memory.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { machineLine, markdownTable, today } from './machine.ts';
import { startRegisterProcess } from './register-process.ts';
import type { MemoryTaken } from './sync/memory-client.ts';

const SERVICES = 50_000;
const RUNS = 3;
const folder = mkdtempSync(join(tmpdir(), 'pvp-benchmark-'));
const client = join(folder, 'client.mjs');
await build({
  entryPoints: [fileURLToPath(new URL('sync/memory-client.ts', import.meta.url))],
  outfile: client,
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['pvp-source'],
  logLevel: 'error',
});
const register = await startRegisterProcess(SERVICES);
try {
  const rows: string[][] = [];
  for (let run = 1; run <= RUNS; run++) {
    const file = join(folder, `copy-${run}.db`);
    const args = [client, register.origin, file, import.meta.resolve('libsql')];
    const text = execFileSync(process.execPath, args, { encoding: 'utf8' });
    const { count, seconds, atStart, peak } = JSON.parse(text) as MemoryTaken;
    rows.push([String(count), `${seconds.toFixed(1)} s`, megabytes(atStart), megabytes(peak)]);
  }
  console.log(`Memory of a first copy in an SQLite file, ${SERVICES} services, ${today()}`);
  console.log(`${machineLine()}\n`);
  console.log(markdownTable(['records', 'time', 'before it', 'at most'], rows));
} finally {
  await register.close();
  rmSync(folder, { recursive: true, force: true });
}

/** From KiB. */
function megabytes(size: number): string {
  return `${((size * 1024) / 1e6).toFixed(0)} MB`;
}
