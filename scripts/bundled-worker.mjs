/**
 * A rollup plugin for a script that runs in a worker. It becomes a file of its own with everything in
 * it: what pages share, Lit above all, reaches for a document as soon as it is loaded, and a worker
 * has none. `new URL('./name.ts', import.meta.url)` in a source leads to that file.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { rollup } from 'rollup';

/**
 * @param {string} file Source of the worker.
 * @param {import('rollup').Plugin[]} plugins What compiles it.
 */
export function bundledWorker(file, plugins) {
  const source = basename(file);
  const address = `new URL('./${source}', import.meta.url)`;
  let reference;
  return {
    name: 'pvp-bundled-worker',
    async buildStart() {
      const bundle = await rollup({ input: file, plugins });
      const { output } = await bundle.generate({ format: 'es', inlineDynamicImports: true });
      await bundle.close();
      const [{ code }] = output;
      const hash = createHash('sha256').update(code).digest('base64url').slice(0, 8);
      const name = source.replace(/\.ts$/, '');
      const fileName = `chunks/${name}-${hash}.js`;
      reference = this.emitFile({ type: 'prebuilt-chunk', fileName, code, exports: [] });
    },
    // Before the TypeScript compiler, which could write the expression in another way.
    transform: {
      order: 'pre',
      handler(code) {
        if (!code.includes(address)) return null;
        const emitted = `new URL(import.meta.ROLLUP_FILE_URL_${reference})`;
        return { code: code.replace(address, emitted), map: null };
      },
    },
  };
}
