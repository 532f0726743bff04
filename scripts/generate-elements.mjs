/**
 * Writes what is generated from the class comments of the elements, or with `--check` fails where
 * the committed files differ: the manifest for editors and Storybook, and the reference in docs.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const manifestFile = 'packages/elements/custom-elements.json';
const referenceFile = 'docs/elements-reference.md';

/** Brings the generated files up to date; returns the names of those that differed. */
export async function generateElements({ check = false } = {}) {
  // Imported late: the analyzer loads a TypeScript compiler of its own.
  const [{ cli }, { elementsReference }, prettier] = await Promise.all([
    import('@custom-elements-manifest/analyzer/cli.js'),
    import('./elements-reference.mjs'),
    import('prettier'),
  ]);
  const manifest = await cli({ argv: ['analyze'], cwd: root, noWrite: true });
  manifest.modules.sort((a, b) => a.path.localeCompare(b.path, 'en'));
  const texts = {
    [manifestFile]: `${JSON.stringify(withinPackage(manifest), null, 2)}\n`,
    [referenceFile]: await prettier.format(elementsReference(manifest), {
      ...(await prettier.resolveConfig(root + referenceFile)),
      parser: 'markdown',
    }),
  };
  const differing = [];
  for (const [file, text] of Object.entries(texts)) {
    if ((await readFile(root + file, 'utf8').catch(() => '')) === text) continue;
    differing.push(file);
    if (!check) await writeFile(root + file, text);
  }
  return differing;
}

/** Paths as a reader of the package finds them. */
function withinPackage(manifest) {
  return JSON.parse(JSON.stringify(manifest).replaceAll('"packages/elements/', '"'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const check = process.argv.includes('--check');
  const differing = await generateElements({ check });
  const files = differing.join(', ');
  if (check && differing.length) {
    console.error(`Out of date: ${files}; run "npm run generate".`);
    process.exitCode = 1;
  } else {
    console.log(`generated element manifest and reference: ${files ? 'written' : 'up to date'}`);
  }
}
