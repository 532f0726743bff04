/**
 * `npm test`: every check, two at a time, each named with its result; the last line sums up the
 * tests. `--all` (`npm run test:all`) adds Firefox and WebKitGTK.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'pvp-test-'));
const script = (name, ...args) => [process.execPath, join(root, 'scripts', name), ...args];
const tool = (path, ...args) => [process.execPath, join(root, 'node_modules', path), ...args];

/**
 * In order of start. `counts`: the step reports passed and failed tests. `alone`: it has the
 * machine to itself, because it uses every core, and a browser that waits for one fails by time.
 */
const steps = [
  // Before the build, which would bring stale generated types silently up to date.
  { name: 'generated files', run: script('generate-contract.mjs', '--check') },
  { name: 'element reference', run: script('generate-elements.mjs', '--check') },
  { name: 'lock file', run: script('complete-lock.mjs', '--check') },
  { name: 'build', run: script('build.mjs'), after: 'generated files' },
  { name: 'types', run: tool('typescript/bin/tsc', '--noEmit') },
  { name: 'lint', run: tool('eslint/bin/eslint.js', '.') },
  {
    name: 'Storybook build',
    run: tool(
      'storybook/dist/bin/dispatcher.js',
      ...['build', '--quiet', '--output-dir', 'storybook-static'],
    ),
    after: 'element reference',
  },
  { name: 'sizes', run: script('check-sizes.mjs'), after: 'build' },
  { name: 'node tests', run: script('test-node.mjs'), counts: true, alone: true },
  {
    name: 'Storybook',
    run: script('check-storybook.mjs'),
    counts: true,
    alone: true,
    after: 'Storybook build',
  },
  { name: 'Chromium tests', run: script('test-browser.mjs'), counts: true, alone: true },
];
if (process.argv.includes('--all')) {
  for (const [name, option] of [
    ['Firefox tests', '--firefox'],
    ['WebKit tests', '--webkit'],
  ]) {
    steps.push({ name, run: script('test-browser.mjs', option), counts: true, alone: true });
  }
}

const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM');
    rmSync(temporary, { recursive: true, force: true });
    process.exit(1);
  });
}

function start(step) {
  const began = performance.now();
  const countFile = join(temporary, `${step.name}.json`);
  const [command, ...args] = step.run;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...(step.counts && { PVP_TEST_COUNTS: countFile }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  // Held back until the end, so that two steps do not mix their lines.
  const output = [];
  child.stdout.on('data', (data) => output.push(data));
  child.stderr.on('data', (data) => output.push(data));
  return new Promise((resolve) => {
    child.on('error', (error) => output.push(Buffer.from(`${error.message}\n`)));
    child.on('close', (code) => {
      children.delete(child);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      step.ok = code === 0;
      process.stdout.write(Buffer.concat(output));
      if (step.counts) {
        try {
          step.count = JSON.parse(readFileSync(countFile, 'utf8'));
        } catch {
          step.count = { passed: 0, failed: 0 };
        }
        // A step that broke before it could count has failed all the same.
        if (!step.ok && step.count.failed === 0) step.count.failed = 1;
      }
      const notRun = step.count?.notRun ? `, ${step.count.notRun} not run here` : '';
      console.log(`${step.ok ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s${notRun})\n`);
      step.done = true;
      resolve();
    });
  });
}

const lanes = Math.max(1, Math.min(2, availableParallelism()));
const waiting = [...steps];
const running = new Set();
while (waiting.length || running.size) {
  const ready = waiting.find(({ after, alone }) => {
    if (alone && running.size) return false;
    return !after || steps.find(({ name }) => name === after).done;
  });
  // A step that wants the machine for itself also keeps its place in the order.
  const next = ready?.alone && ready !== waiting[0] ? undefined : ready;
  if (next && running.size < lanes && ![...running].some(({ step }) => step.alone)) {
    waiting.splice(waiting.indexOf(next), 1);
    const entry = { step: next };
    running.add(entry);
    entry.end = start(next).then(() => running.delete(entry));
  } else {
    await Promise.race([...running].map(({ end }) => end));
  }
}
rmSync(temporary, { recursive: true, force: true });

const failed = steps.filter(({ ok }) => !ok);
const sum = (key) => steps.reduce((total, { count }) => total + (count?.[key] ?? 0), 0);
if (failed.length) console.log(`Failed steps: ${failed.map(({ name }) => name).join(', ')}`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = failed.length ? 1 : 0;
