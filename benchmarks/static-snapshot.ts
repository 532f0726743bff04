/**
 * What a page fetches from a static snapshot of 5,000 generated services, and how large the folder
 * is; as files lie there, and as servers send those that they find compressed.
 *
 *   node --conditions=pvp-source --import tsx benchmarks/static-snapshot.ts
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generateObjects, generateServices } from '@pvp/register';
import { openStaticSource } from '@pvp/sdk/static';
import { openRegister } from '@pvp/testing';
import { openPublishedFolder } from '@pvp/testing/published-folder';
import { machineLine, markdownTable, today } from './machine.ts';

const SERVICES = 5_000;

const records = [...generateObjects(SERVICES), ...generateServices(SERVICES)];
const register = await openRegister({ seed: records });
const started = performance.now();
const published = await openPublishedFolder(register.origin);
const seconds = (performance.now() - started) / 1000;
try {
  const source = await openStaticSource({ address: published.address });
  const steps: [string, () => Promise<unknown>][] = [
    ['first list', () => source.loadList({})],
    ['search in it', () => source.loadList({ q: 'bērna pabalsts' })],
    [
      'one description',
      async () => {
        const { items } = (await source.loadList({})).data;
        return source.loadService(items[0]!.id);
      },
    ],
    ['asked again, nothing new', () => source.loadList({}, { revalidate: true })],
  ];
  let seen = 0;
  const rows: string[][] = [];
  for (const [name, step] of steps) {
    await step();
    const asked = published.asked.slice(seen).map((path) => path.replace('/pakalpojumi/', ''));
    seen = published.asked.length;
    rows.push([name, String(asked.length), kilobytes(asked, ''), kilobytes(asked, '.br'), kilobytes(asked, '.gz')]); // prettier-ignore
  }
  const parts = readdirSync(join(published.folder, 'parts')).filter((name) => /ndjson$/.test(name));
  const paths = parts.map((name) => `parts/${name}`);
  rows.push([`all ${parts.length} parts`, '', ...['', '.br', '.gz'].map((form) => kilobytes(paths, form))]); // prettier-ignore
  console.log(`Static snapshot of ${SERVICES} services, ${today()}`);
  console.log(`${machineLine()}; published in ${seconds.toFixed(1)} s\n`);
  console.log(markdownTable(['', 'requests', 'as it lies', 'brotli', 'gzip'], rows));
} finally {
  await published.close();
  await register.close();
}

/** Sum of files, in the form that a server would send; those that have no such form as they are. */
function kilobytes(paths: readonly string[], form: string): string {
  const sizeOf = (path: string) =>
    statSync(join(published.folder, path + form), { throwIfNoEntry: false })?.size ??
    statSync(join(published.folder, path)).size;
  return `${(paths.reduce((sum, path) => sum + sizeOf(path), 0) / 1000).toFixed(1)} kB`;
}
