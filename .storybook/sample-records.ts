/**
 * `virtual:sample-records`: the register's sample data as a module, so that the built Storybook
 * needs no register. They are made in a process of their own, because the register runs from its
 * sources and Storybook's own process does not.
 */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const NAME = 'virtual:sample-records';

export function sampleRecords() {
  let module: Promise<string> | undefined;
  return {
    name: 'pvp-sample-records',
    resolveId: (id: string) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id: string) => (id === `\0${NAME}` ? (module ??= readModule()) : undefined),
  };
}

async function readModule(): Promise<string> {
  const script = fileURLToPath(new URL('./print-sample-records.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=pvp-source', '--import', import.meta.resolve('tsx'), script],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  // Parsed by JSON.parse: much quicker for a browser than an object of half a megabyte in source.
  return `export default JSON.parse(${JSON.stringify(stdout)});`;
}
