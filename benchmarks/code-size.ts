/**
 * What the code of a replica weighs in a browser, gzip 9, without ky and without what every page
 * with an element has anyway (requests and errors).
 *
 *   node --conditions=pvp-source --import tsx benchmarks/code-size.ts
 */
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';
import { minify } from 'terser';
import { machineLine, markdownTable, today } from './machine.ts';

const { metafile, outputFiles } = await build({
  stdin: {
    contents: `
      export { openReplica } from './sync/replica.ts';
      export { indexedDbStore } from './stores/indexeddb-store.ts';
    `,
    resolveDir: new URL('../packages/sdk/src', import.meta.url).pathname,
    loader: 'ts',
  },
  bundle: true,
  format: 'esm',
  splitting: true,
  outdir: 'replica',
  write: false,
  metafile: true,
  conditions: ['pvp-source'],
  target: 'es2022',
  external: ['ky'],
  plugins: [
    {
      name: 'on-the-page-already',
      setup({ onResolve }) {
        onResolve({ filter: /\/(client|errors)\// }, ({ path }) => ({ path, external: true }));
      },
    },
  ],
});

const nameOf = (path: string) => path.split('/').at(-1)!;
const texts = new Map(outputFiles.map(({ path, text }) => [nameOf(path), text]));
const always = staticGraph('stdin.js');
const rows: [string, string][] = [
  ['always', kB(await sizeOf(always))],
  ['more for a first copy, or below the floor', kB(await sizeOf(onlyIn('snapshot-steps')))],
  ['more to take in changes', kB(await sizeOf(onlyIn('apply-changes')))],
  ['more to check signatures', kB(await sizeOf(onlyIn('signed-position')))],
  ['more to follow', kB(await sizeOf(onlyIn('follow')))],
];
console.log(`Code of a replica in a browser, ${today()}\n${machineLine()}\n`);
console.log(markdownTable(['', 'gzip'], rows));

function onlyIn(beginning: string): string[] {
  const entry = [...texts.keys()].find((name) => name.startsWith(beginning))!;
  return staticGraph(entry).filter((name) => !always.includes(name));
}

function staticGraph(entry: string): string[] {
  const { outputs } = metafile satisfies Metafile;
  const paths = Object.keys(outputs);
  const graph = [entry];
  for (const name of graph) {
    const output = outputs[paths.find((path) => nameOf(path) === name)!]!;
    for (const { path, kind, external } of output.imports) {
      if (kind === 'import-statement' && !external && !graph.includes(nameOf(path))) {
        graph.push(nameOf(path));
      }
    }
  }
  return graph;
}

async function sizeOf(names: readonly string[]): Promise<number> {
  let code = '';
  for (const name of names) {
    const { code: small } = await minify(texts.get(name)!, {
      module: true,
      ecma: 2020,
      compress: { passes: 3, unsafe_methods: true },
    });
    code += small;
  }
  return gzipSync(code, { level: 9 }).byteLength;
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(2)} kB`;
}
