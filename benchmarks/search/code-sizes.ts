/** What the code of a search weighs in a browser. */
import { constants, brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';

/**
 * What a page loads to answer a question, each with what the ones before need too. Explanations,
 * spelling and highlights are in none: they are loaded by those who ask for them. Nor are changes,
 * which a page that reads its index does not take in: those stand in a row of their own.
 */
const ENTRIES: Readonly<Record<string, string>> = {
  'engine with analyser': "export { SearchIndex } from '@pvp/sdk/search';",
  '… and abbreviations, compounds, everyday words':
    "export { SearchIndex, Vocabulary } from '@pvp/sdk/search';",
  '… and lists, facets, cards, tiers':
    "export { CatalogueIndex } from '@pvp/sdk/query'; export { readTiers } from '@pvp/sdk/tiers';",
  'engine with analyser that takes in texts and changes':
    "export { ChangingIndex } from '@pvp/sdk/search';",
};

/** Bytes in brotli 11 by name, compiled and made small as the bundles of the elements are. */
export async function codeSizes(): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  for (const [name, contents] of Object.entries(ENTRIES)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: import.meta.dirname },
      bundle: true,
      format: 'esm',
      target: 'es2022',
      conditions: ['pvp-source'],
      write: false,
    });
    const { code } = await minify(outputFiles[0]!.text, {
      module: true,
      ecma: 2020,
      compress: { passes: 3, keep_fargs: false, unsafe_methods: true },
      format: { comments: false },
    });
    sizes.set(name, compressed(code!));
  }
  return sizes;
}

/** Bytes in brotli 11. */
export function compressed(text: string): number {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
  };
  return brotliCompressSync(text, { params }).length;
}
