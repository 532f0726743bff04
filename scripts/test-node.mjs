/**
 * `npm run test:node`: all tests that need no browser. Arguments narrow it down: a part of a path
 * (`npm run test:node -- sdk/test/client`) or options of `node --test`. The files are found here
 * because Node 20 expands no patterns.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const options = process.argv.slice(2).filter((arg) => arg.startsWith('-'));
const parts = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));

const folders = [
  'examples/test',
  ...readdirSync(`${root}packages`)
    .filter((name) => name !== 'elements')
    .map((name) => `packages/${name}/test`),
];
const files = folders
  .filter((folder) => existsSync(root + folder))
  .flatMap((folder) =>
    readdirSync(root + folder, { recursive: true }).map(
      (file) => `${folder}/${file.replaceAll('\\', '/')}`,
    ),
  )
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
  .sort();

if (files.length === 0) {
  console.error(`No test file${parts.length ? ` matches ${parts.join(', ')}` : ' was found'}.`);
  process.exit(1);
}

const counts = process.env.PVP_TEST_COUNTS;
const reporters = [
  ['--test-reporter=spec', '--test-reporter-destination=stdout'],
  counts
    ? [
        `--test-reporter=${new URL('count-reporter.mjs', import.meta.url).href}`,
        `--test-reporter-destination=${counts}`,
      ]
    : [],
].flat();

const child = spawn(
  process.execPath,
  [
    '--conditions=pvp-source',
    '--import',
    import.meta.resolve('tsx'),
    '--test',
    // Node leaves one core idle by default; of two that is half.
    `--test-concurrency=${availableParallelism()}`,
    ...reporters,
    ...options,
    ...files,
  ],
  { stdio: 'inherit', cwd: root },
);
child.on('exit', (code) => process.exit(code ?? 1));
