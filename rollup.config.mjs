/**
 * The files institutions put on their pages: one entry per element and one for all, with everything
 * inside. All entries share one Lit chunk, so that two of them on one page load (and register)
 * Lit once; what is imported dynamically stays out of the first load.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { literalsHtmlCssMinifier } from '@literals/rollup-plugin-html-css-minifier';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { withoutUnreachedKy } from './scripts/bundled-ky.mjs';
import { bundledWorker } from './scripts/bundled-worker.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const define = join(root, 'packages/elements/src/define');

export const entries = {
  'pvp-service-card': join(define, 'pvp-service-card.ts'),
  'pvp-service-catalogue': join(root, 'packages/elements/src/first-load/pvp-service-catalogue.ts'),
  'pvp-life-events': join(define, 'pvp-life-events.ts'),
  'pvp-support-widget': join(define, 'pvp-support-widget.ts'),
  'pvp-request-form': join(define, 'pvp-request-form.ts'),
  pvp: join(define, 'all.ts'),
};

/** Entries that do not decide what stands in the first load: everything, and what stands alone. */
const followers = [entries.pvp, entries['pvp-request-form']];

const failureParts =
  /[\\/]sdk[\\/]src[\\/](errors[\\/].*|client[\\/]request-failure|source[\\/]instead)\.ts$/;

/**
 * What one entry reaches, and lazy chunks of another one too: it would become a file of its own in
 * the first load.
 */
const ALSO_LAZY = /[\\/](pick-language|told)\.ts$/;

/** Of the first load of a card, and of lazy chunks too: together they are one request. */
const CARD_FACTS = /[\\/]model[\\/](card-cost|card-term)\.ts$/;

/** What tells of a service in a few lines: the panel of support is fetched without it. */
const DESCRIBING = /[\\/](service-summary|translations[\\/](lv|formats|messages))\.ts$/;

/** What nearly every lazy part needs: apart, each would be a file, and most of it its head. */
const LATER = /[\\/](add-styles|lazy-texts|kept-mark|format[\\/]clock)\.ts$/;

/** Search in what a page has at hand: one file with the index, which all that use these need. */
const IN_THE_INDEX =
  /[\\/]sdk[\\/]src[\\/].*[\\/](catalogue-index|highlights|request-bytes|slices)\.ts$/;

/** The order of titles: of the filters, which do without an index, and of lists in one. */
const ORDER = /[\\/]latvian-sort-key\.ts$/;

/** Scripts that are there before the code of their element, and fetch it. */
const FIRST_LOAD = /[\\/]first-load[\\/]/;

/** Fetched with all that it imports; what has been fetched by then is not named again. */
const SEARCH = /[\\/]catalogue-search\.ts$/;
const THERE_BEFORE_SEARCH = [
  'frame',
  'base',
  'describing',
  'begin-catalogues',
  'later',
  'failures',
];

/**
 * One chunk for the first load of every entry: Lit, ky, and what both elements need of the
 * SDK and of `elements`. Compressed together they are smaller than apart. What one entry alone
 * reaches stands in that entry. Only modules that an entry reaches by static imports are placed by
 * hand, so that lazily imported parts of the same packages stay lazy.
 *
 * What a support widget needs before it is used is a chunk of its own: nothing is fetched for it but
 * its button.
 *
 * What tells failures apart, and who answers then, are one lazy chunk: every page fetches it once
 * the register has answered, so it has to be one request.
 */
function chunkOf() {
  let reachedBy;
  return (id, { getModuleIds, getModuleInfo }) => {
    if (!reachedBy) {
      reachedBy = new Map();
      // These reach so much that they would make every module a shared one.
      const isElementEntry = (key) => getModuleInfo(key).isEntry && !followers.includes(key);
      for (const entry of [...getModuleIds()].filter(isElementEntry)) {
        const queue = [entry];
        for (const module of queue) {
          const seen = reachedBy.get(module) ?? reachedBy.set(module, new Set()).get(module);
          if (seen.has(entry)) continue;
          seen.add(entry);
          const { importedIds = [], dynamicallyImportedIds = [] } = getModuleInfo(module) ?? {};
          // What a first script fetches at once is of the first load, too.
          const isFirst = module === entry && FIRST_LOAD.test(module);
          queue.push(...importedIds, ...(isFirst ? dynamicallyImportedIds : []));
        }
      }
    }
    if (CARD_FACTS.test(id)) return 'card-facts';
    if (DESCRIBING.test(id)) return 'describing';
    if (LATER.test(id)) return 'later';
    if (IN_THE_INDEX.test(id)) return 'catalogue-index';
    if (ORDER.test(id)) return 'order';
    const users = reachedBy.get(id);
    if (!users) return failureParts.test(id) ? 'failures' : undefined;
    if (users.size < 2) return ALSO_LAZY.test(id) ? 'base' : undefined;
    return users.has(entries['pvp-support-widget']) ? 'frame' : 'base';
  };
}

/**
 * A first script fetches its code and all that this imports in one go, and so is the search fetched: a
 * browser learns of an import only when the file that has it has arrived.
 */
function atOnce() {
  return {
    name: 'pvp-at-once',
    renderDynamicImport({ moduleId, targetModuleId, getTargetChunkImports }) {
      const isSearch = SEARCH.test(targetModuleId);
      if (!isSearch && !FIRST_LOAD.test(moduleId)) return null;
      const others = getTargetChunkImports()
        .filter(({ chunk }) => !isSearch || !THERE_BEFORE_SEARCH.includes(chunk.name))
        .map((file) => `import(${file.resolvedImportPath})`);
      return { left: `(${[...others, 'import('].join()}`, right: '))' };
    },
  };
}

/** The example themes, beside the elements: a page links one of them as it is. */
function themes() {
  const folder = join(root, 'packages/elements/themes');
  return {
    name: 'pvp-themes',
    generateBundle() {
      for (const name of readdirSync(folder).sort()) {
        const source = readFileSync(join(folder, name), 'utf8');
        this.emitFile({ type: 'asset', fileName: `theme-${name}`, source });
      }
    },
  };
}

/** Lists every file with what a page needs to embed it safely, and keeps the licences beside it. */
function manifest() {
  return {
    name: 'pvp-manifest',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = {};
        const licences = new Map();
        for (const [name, chunk] of Object.entries(bundle)) {
          if (chunk.type !== 'chunk') continue;
          const isFirst = FIRST_LOAD.test(chunk.facadeModuleId);
          files[name] = {
            integrity: `sha384-${createHash('sha384').update(chunk.code).digest('base64')}`,
            bytes: Buffer.byteLength(chunk.code),
            brotliBytes: brotliCompressSync(chunk.code).length,
            entry: chunk.isEntry,
            // What it fetches at once, and what it does later.
            imports: isFirst ? [...chunk.imports, ...chunk.dynamicImports] : chunk.imports,
            dynamicImports: isFirst ? [] : chunk.dynamicImports,
          };
          for (const id of chunk.moduleIds) {
            const [folder, name] =
              /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(id) ?? [];
            const file = ['LICENSE', 'license', 'LICENSE.md']
              .map((f) => join(folder ?? '', f))
              .find(existsSync);
            if (folder && file) licences.set(name, readFileSync(file, 'utf8').trim());
          }
        }
        const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
        emit('manifest.json', `${JSON.stringify({ files }, null, 2)}\n`);
        emit(
          'THIRD-PARTY-LICENSES.txt',
          [...licences]
            .sort()
            .map(([name, text]) => `${name}\n\n${text}\n`)
            .join('\n---\n\n'),
        );
      },
    },
  };
}

const searchWorker = 'packages/elements/src/service-catalogue/search/search-worker.ts';

/** What turns sources into code for browsers. */
function compiling() {
  return [
    withoutUnreachedKy(),
    resolve({
      browser: true,
      extensions: ['.ts', '.js'],
      exportConditions: ['pvp-source', 'production'],
    }),
    esbuild({ target: 'es2022', tsconfig: join(root, 'tsconfig.json'), sourceMap: false }),
    literalsHtmlCssMinifier({ failOnError: true }),
    terser({
      module: true,
      ecma: 2022,
      compress: { passes: 3, ecma: 2022, module: true, keep_fargs: false, unsafe_methods: true },
      format: { comments: false, ecma: 2022 },
    }),
  ];
}

export default {
  // A missing entry is left out here and reported by the size gate, which names them all.
  input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    bundledWorker(join(root, searchWorker), compiling()),
    ...compiling(),
    atOnce(),
    themes(),
    manifest(),
  ],
  output: {
    dir: join(root, 'packages/elements/bundles/v1'),
    format: 'es',
    // What is seen of a module is its exports: it need not call itself one, or be frozen.
    generatedCode: { preset: 'es2015', symbols: false },
    freeze: false,
    entryFileNames: '[name].js',
    // Names of chunks stand in every module that fetches some; of all that is sent, what is random
    // compresses worst.
    chunkFileNames: 'chunks/[name]-[hash:7].js',
    hashCharacters: 'hex',
    manualChunks: chunkOf(),
  },
};
