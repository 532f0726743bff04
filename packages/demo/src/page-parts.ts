/**
 * What the municipality's pages have in common, written once: `<!-- part: header -->` in a page
 * stands for `parts/header.html`. What a webmaster copies stays in the page itself.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const PART = /<!-- part: ([a-z-]+) -->/g;

/**
 * The page with its parts. Of the links in a part the one to the page itself is marked.
 *
 * @param path Path of the page, as the links write it.
 * @throws Error where a page names a part that there is not.
 */
export async function withParts(page: string, path: string): Promise<string> {
  const names = [...new Set(Array.from(page.matchAll(PART), ([, name]) => name!))];
  const parts = await Promise.all(names.map((name) => readPart(name, path)));
  return page.replace(PART, (_, name: string) => parts[names.indexOf(name)]!);
}

async function readPart(name: string, path: string): Promise<string> {
  const file = fileURLToPath(new URL(`../parts/${name}.html`, import.meta.url));
  const part = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`A page of the demo names the part "${name}", which is not in ${file}.`, {
      cause,
    });
  });
  return part.trimEnd().replace(`<li><a href="${path}"`, '$& aria-current="page"');
}
