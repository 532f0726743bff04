/** Reads the hand-written sample data of `packages/register/seed`. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** A record in the authoring shorthand, as it stands in a file. */
export type SampleRecord = Record<string, unknown>;

/** `packages/register/seed`: two folders up from `src/seed`, and from `dist/seed` as well. */
const FOLDER = new URL('../../seed/', import.meta.url);

/** Objects first, so that services find what they refer to. */
const PARTS = ['objects', 'services'] as const;

/**
 * Every record of the sample data in the order of the files.
 *
 * @throws Error where a file is missing or is no list of records; the message names the file.
 */
export async function sampleRecords(): Promise<SampleRecord[]> {
  const records: SampleRecord[] = [];
  for (const part of PARTS) {
    const folder = new URL(`${part}/`, FOLDER);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
    for (const name of names) records.push(...(await readList(new URL(name, folder))));
  }
  return records;
}

async function readList(file: URL): Promise<SampleRecord[]> {
  const path = fileURLToPath(file);
  let list: unknown;
  try {
    list = parse(await readFile(file, 'utf8'), { maxAliasCount: -1 });
  } catch (cause) {
    throw new Error(`${path} cannot be read as YAML`, { cause });
  }
  if (!Array.isArray(list)) throw new Error(`${path} is not a list of records`);
  // Anchors of YAML give several records one and the same part; each gets its own.
  return list.map((record: SampleRecord) => structuredClone(record));
}
