import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openSqlite } from '../../src/store/drivers/sqlite.ts';
import { logSuite } from './log-suite.ts';
import { recordSuite } from './record-suite.ts';
import { sharingSuite } from './sharing-suite.ts';
import { filePlace, memoryPlace } from './test-place.ts';

const WRITER = fileURLToPath(new URL('writer-process.ts', import.meta.url));

function writerProcess(file: string, writers: readonly number[]): Promise<unknown> {
  const flags = ['--conditions=pvp-source', '--import', import.meta.resolve('tsx')];
  const run = promisify(execFile);
  return run(process.execPath, [...flags, WRITER, file, ...writers.map(String)]);
}

for (const [name, makePlace] of [
  ['SQLite in memory', memoryPlace],
  ['an SQLite file', filePlace],
] as const) {
  recordSuite(name, makePlace);
  logSuite(name, makePlace);
}

sharingSuite('an SQLite file', {
  makePlace: filePlace,
  openDriver: ({ file }) => openSqlite(file ?? ''),
  startElsewhere: ({ file = '' }) => ({
    writers: [0, 1, 2, 3],
    end: Promise.all([writerProcess(file, [0, 1]), writerProcess(file, [2, 3])]),
  }),
});
