/**
 * Completes package-lock.json, or with `--check` proves that it is complete.
 *
 * Why: packages with native parts (rollup, esbuild, libsql …) name one optional package per
 * platform. A registry may lack some of them; npm then writes a lock without those entries and
 * afterwards `npm ci` refuses that very lock ("Missing: … from lock file"). Adding the missing
 * entries (name, version, os, cpu; no hash) cures it on every platform. Run `npm run lock:complete`
 * after each change of dependencies.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = `${root}package-lock.json`;
const check = process.argv.includes('--check');
const lock = JSON.parse(readFileSync(file, 'utf8'));

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

/** Where Node would find `name` from the lock entry `from`, or undefined. */
function find(from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const key = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (lock.packages[key]) return key;
    if (!folder) return undefined;
  }
}

/** Reads system, processor and C library from a name such as `@rollup/rollup-linux-x64-musl`. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = words.find((word) => systems.includes(word));
  const cpu = words.find((word) => processors.includes(word));
  if (!os || !cpu) return undefined;
  const libc =
    os !== 'linux'
      ? undefined
      : name.includes('musl')
        ? 'musl'
        : name.includes('gnu')
          ? 'glibc'
          : undefined;
  return { os: [os], cpu: [cpu], ...(libc && { libc: [libc] }) };
}

const added = [];
for (const [key, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const found = find(key, name);
    const exact = /^\d+\.\d+\.\d+\S*$/.test(range);
    if (found && (!exact || lock.packages[found].version === range)) continue;
    const platform = platformOf(name);
    if (!platform || !exact) {
      console.error(
        `package-lock.json: cannot complete ${name}@${range}, wanted by ${key}; add it by hand.`,
      );
      process.exitCode = 1;
      continue;
    }
    const { os, cpu, libc } = platform;
    const dev = entry.dev ? { dev: true } : {};
    const place = lock.packages[`node_modules/${name}`] ? `${key}/` : '';
    lock.packages[`${place}node_modules/${name}`] = {
      version: range,
      cpu,
      ...dev,
      ...(libc && { libc }),
      license: entry.license,
      optional: true,
      os,
    };
    added.push(`${name}@${range}`);
  }
}

// Addresses of one registry would tie every reader of the lock to it.
const hosts = Object.entries(lock.packages).filter(([, entry]) =>
  /^https?:/.test(entry.resolved ?? ''),
);

if (check) {
  const complain = (text) => {
    console.error(`package-lock.json: ${text}`);
    process.exitCode = 1;
  };
  if (added.length)
    complain(
      `${added.length} platform entries are missing (${added[0]} …); run "npm run lock:complete".`,
    );
  if (hosts.length)
    complain(`${hosts.length} entries name a registry; run "npm run lock:complete".`);
  if (!process.exitCode) {
    try {
      // npm_execpath: the npm that runs us, also on Windows, where `npm` is a .cmd file.
      const [command, ...first] = process.env.npm_execpath
        ? [process.execPath, process.env.npm_execpath]
        : ['npm'];
      execFileSync(
        command,
        [...first, 'ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'],
        {
          cwd: root,
          stdio: 'pipe',
          encoding: 'utf8',
        },
      );
      console.log('package-lock.json: complete, npm ci accepts it');
    } catch (error) {
      complain(`npm ci refuses it:\n${error.stderr ?? error.message}`);
    }
  }
} else {
  for (const [, entry] of hosts) delete entry.resolved;
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    `package-lock.json: ${added.length} platform entries added, ${hosts.length} addresses removed`,
  );
}
