/**
 * Writes the TypeScript types of the contract from its OpenAPI document, or with `--check` fails
 * where the committed file differs. The result is committed so that editors, reviewers and the type
 * check need no build.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const source = new URL('../packages/contract/openapi.yaml', import.meta.url);
const target = fileURLToPath(
  new URL('../packages/contract/src/generated/openapi.ts', import.meta.url),
);
const header = '// Generated from ../../openapi.yaml by `npm run generate`. Do not edit.\n\n';

/** Brings the generated file up to date; returns whether it differed. */
export async function generateContract({ check = false } = {}) {
  // Imported late: it loads the whole TypeScript compiler.
  const { default: openapiTS, astToString } = await import('openapi-typescript');
  // A default is what the reader assumes, not what the writer must send.
  const options = { silent: true, defaultNonNullable: false };
  const text = header + astToString(await openapiTS(source, options));
  const current = await readFile(target, 'utf8').catch(() => '');
  if (current === text) return false;
  if (!check) {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const check = process.argv.includes('--check');
  const differed = await generateContract({ check });
  if (check && differed) {
    console.error('packages/contract/src/generated is out of date; run "npm run generate".');
    process.exitCode = 1;
  } else {
    console.log(`generated contract types: ${differed ? 'written' : 'up to date'}`);
  }
}
