/** The vocabulary that ships with the register: `packages/register/src/vocabulary/*.yaml`. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SynonymEntry } from '@pvp/sdk/search';
import { compactEntry } from '@pvp/sdk/vocabulary';
import { readEntries, type VocabularyEntry } from './read-entries.ts';

export interface ShippedVocabulary {
  /** Of `version.yaml`. */
  version: number;
  /** In the order of files and lines. */
  entries: readonly VocabularyEntry[];
  /** The same entries by id, in their compact form. */
  compact: ReadonlyMap<string, SynonymEntry>;
}

/** Two folders up from `src/vocabulary`, and from `dist/vocabulary` as well. */
const FOLDER = new URL('../../src/vocabulary/', import.meta.url);
const VERSION = 'version.yaml';

let shipped: ShippedVocabulary | undefined;

/**
 * Read once.
 *
 * @throws Error where a file cannot be read; the message names it.
 */
export function shippedVocabulary(): ShippedVocabulary {
  return (shipped ??= readVocabulary(FOLDER));
}

function readVocabulary(folder: URL): ShippedVocabulary {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== VERSION)
    .sort();
  const entries = names.flatMap((name) => inFile(new URL(name, folder), readEntries));
  return {
    version: inFile(new URL(VERSION, folder), readVersion),
    entries,
    compact: new Map(entries.map((entry) => [entry.id, compactEntry(entry)])),
  };
}

function readVersion(text: string): number {
  const version = /^version: ([0-9]+)$/m.exec(text)?.[1];
  if (version === undefined) throw new Error('There is no line "version: <number>"');
  return Number(version);
}

function inFile<T>(file: URL, read: (text: string) => T): T {
  try {
    return read(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${fileURLToPath(file)} cannot be read as a part of the vocabulary`, { cause });
  }
}
