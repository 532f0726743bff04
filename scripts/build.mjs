/**
 * `npm run build`: the generated contract types, then the bundles. Keyed by a hash of everything
 * that goes in, so that `npm start` and `npm test` may call it each time at almost no cost.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = `${root}packages/elements/bundles`;
const stamp = `${output}/.stamp`;
const inputs = [
  'package-lock.json',
  'tsconfig.json',
  'rollup.config.mjs',
  'scripts/build.mjs',
  'scripts/bundled-ky.mjs',
  'scripts/bundled-worker.mjs',
  'scripts/generate-contract.mjs',
  'packages/contract/openapi.yaml',
  'packages/elements/themes',
  ...['contract', 'sdk', 'elements'].flatMap((name) => [
    `packages/${name}/package.json`,
    `packages/${name}/src`,
  ]),
];

function hashOfInputs() {
  const hash = createHash('sha256');
  const add = (path) => {
    hash
      .update(`${path}\n`)
      .update(readFileSync(root + path))
      .update('\n');
  };
  for (const input of inputs) {
    if (/\.\w+$/.test(input)) {
      if (existsSync(root + input)) add(input);
      continue;
    }
    if (!existsSync(root + input)) continue;
    const found = readdirSync(root + input, { recursive: true, withFileTypes: true });
    found
      .filter((item) => item.isFile())
      .map((item) => `${item.parentPath ?? item.path}/${item.name}`.slice(root.length))
      .sort()
      .forEach(add);
  }
  return hash.digest('hex');
}

/** Builds what is out of date. Returns whether anything had to be built. */
export async function ensureBuilt({ quiet = false } = {}) {
  const wanted = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfInputs();
  if (wanted() && existsSync(`${output}/v1/manifest.json`)) return false;
  const started = performance.now();

  const { generateContract } = await import('./generate-contract.mjs');
  await generateContract();
  // Hashed before bundling: a source that changes meanwhile makes the next call build again.
  const hash = hashOfInputs();

  const [{ rollup }, { default: config }] = await Promise.all([
    import('rollup'),
    import('../rollup.config.mjs'),
  ]);
  // Written aside and then renamed, so that a running server never sees half a build and two
  // builds at once do not mix.
  const fresh = `${output}/.new-${process.pid}`;
  const old = `${output}/.old-${process.pid}`;
  await mkdir(output, { recursive: true });
  try {
    const bundle = await rollup(config);
    await bundle.write({ ...config.output, dir: fresh });
    await bundle.close();
    await rename(`${output}/v1`, old).catch(() => {});
    await rename(fresh, `${output}/v1`);
    await writeFile(stamp, hash);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
  if (!quiet) console.log(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!(await ensureBuilt())) console.log('bundles are up to date');
}
