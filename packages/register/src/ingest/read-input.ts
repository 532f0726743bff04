/** Files and folders of descriptions → records as they were written, one by one. */
import { createReadStream, type Stats } from 'node:fs';
import { lstat, readFile, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { isLegacyPage } from './legacy-page.ts';
import { jsonErrorLine } from './json-error-line.ts';

/** One entry of an input. */
export type RawRecord =
  | { kind: 'record'; value: unknown; source?: string }
  /** Not readable as JSON: rejected with this reason. */
  | { kind: 'unreadable'; reason: string; source?: string }
  /** No input at all: named in a warning. */
  | { kind: 'ignored'; reason: string; source?: string };

/** The path of an import cannot be used. The message is one sentence for the person at the terminal. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/** A file of one JSON document is held in memory; NDJSON of any length is not. */
const MAX_JSON_BYTES = 256 * 1024 * 1024;
/** A record has at most one mebibyte; room for generous white space. */
const MAX_LINE_BYTES = 8 * 1024 * 1024;
const LINES = new Set(['.ndjson', '.jsonl']);
const LISTS = ['items', 'records', 'services'];

/**
 * Every record of a file (`.json`, `.ndjson`, `.jsonl`) or of all such files of a folder, in the
 * order of their paths. What cannot be read is an entry of its own, and the rest goes on.
 *
 * @throws InputError where the path does not exist or is neither a file nor a folder.
 */
export async function* readInput(path: string): AsyncGenerator<RawRecord, void, undefined> {
  let stats: Stats;
  try {
    stats = await stat(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new InputError(missing ? `${path} does not exist.` : `${path} cannot be read.`);
  }
  if (stats.isDirectory()) yield* readFolder(await realpath(path), await realpath(path));
  else if (stats.isFile()) yield* readFileRecords(path, path, stats.size);
  else throw new InputError(`${path} is neither a file nor a folder.`);
}

/** Bytes and files of the input as far as they can be told, to show progress against. */
export async function countInput(path: string): Promise<number | undefined> {
  const stats = await stat(path).catch(() => undefined);
  if (!stats?.isDirectory()) return undefined;
  const entries = await readdir(path, { recursive: true });
  const files = entries.filter((entry) => isInput(entry));
  return files.some((file) => LINES.has(extname(file).toLowerCase())) ? undefined : files.length;
}

/** The records of a parsed JSON document: a list, one record, or `{items|records|services: […]}`. */
export function* recordsIn(
  document: unknown,
  source?: string,
): Generator<RawRecord, void, undefined> {
  const list = listIn(document);
  if (list === undefined) {
    yield { kind: 'record', value: document, ...sourceOf(source) };
    return;
  }
  for (const [index, value] of list.entries()) {
    yield {
      kind: 'record',
      value,
      ...sourceOf(source === undefined ? `entry ${index + 1}` : `${source}, entry ${index + 1}`),
    };
  }
}

/** The records of NDJSON, one a line; empty lines count but hold none. Holds one line at a time. */
export async function* recordsInLines(
  chunks: AsyncIterable<Uint8Array>,
  source?: string,
): AsyncGenerator<RawRecord, void, undefined> {
  let number = 0;
  for await (const line of linesOf(chunks)) {
    number += 1;
    const where = sourceOf(source === undefined ? `line ${number}` : `${source}:${number}`);
    if (line === 'too-long') {
      const reason = `Line ${number} has more than ${MAX_LINE_BYTES} bytes.`;
      yield { kind: 'unreadable', reason, ...where };
      continue;
    }
    const text = decode(line);
    if (text === undefined) {
      yield { kind: 'unreadable', reason: `Line ${number} is not UTF-8.`, ...where };
    } else if (text.trim() !== '') {
      const parsed = parse(text);
      yield 'value' in parsed
        ? { kind: 'record', value: parsed.value, ...where }
        : { kind: 'unreadable', reason: `Line ${number} is not JSON.`, ...where };
    }
  }
}

async function* readFolder(
  folder: string,
  root: string,
): AsyncGenerator<RawRecord, void, undefined> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  for (const name of names.sort()) {
    const path = join(folder, name);
    const source = relative(root, path);
    const stats = await lstat(path);
    if (stats.isDirectory()) yield* readFolder(path, root);
    else if (stats.isSymbolicLink()) yield await refusedLink(path, root, source);
    else if (!stats.isFile() || !isInput(name))
      yield ignored(source, 'It is no JSON or NDJSON file.');
    else yield* readFileRecords(path, source, stats.size);
  }
}

async function refusedLink(path: string, root: string, source: string): Promise<RawRecord> {
  const target = await realpath(path).catch(() => undefined);
  if (target === undefined) return ignored(source, 'It is a link that leads nowhere.');
  return target.startsWith(root + sep)
    ? ignored(source, 'It is a link; what it leads to is read at its own place.')
    : ignored(source, 'It is a link that leads out of the folder.');
}

async function* readFileRecords(
  path: string,
  source: string,
  bytes: number,
): AsyncGenerator<RawRecord, void, undefined> {
  try {
    if (LINES.has(extname(path).toLowerCase())) {
      yield* recordsInLines(createReadStream(path) as AsyncIterable<Uint8Array>, source);
      return;
    }
    if (bytes > MAX_JSON_BYTES) {
      const reason = `The file has ${bytes} bytes; JSON is read up to ${MAX_JSON_BYTES}. Larger inputs are read as NDJSON.`;
      yield { kind: 'unreadable', reason, source };
      return;
    }
    yield* documentRecords(await readFile(path), source);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    yield { kind: 'unreadable', reason: `The file cannot be read (${code}).`, source };
  }
}

function* documentRecords(
  content: Uint8Array,
  source: string,
): Generator<RawRecord, void, undefined> {
  const text = decode(content);
  if (text === undefined) {
    yield { kind: 'unreadable', reason: 'The file is not UTF-8.', source };
    return;
  }
  const parsed = parse(text);
  if ('value' in parsed) {
    yield* recordsIn(parsed.value, source);
    return;
  }
  const line = jsonErrorLine(text);
  const reason = `The file is not JSON: it cannot be read from line ${line} on.`;
  yield { kind: 'unreadable', reason, source: `${source}:${line}` };
}

function listIn(document: unknown): unknown[] | undefined {
  if (Array.isArray(document)) return document;
  if (document === null || typeof document !== 'object' || isLegacyPage(document)) return undefined;
  if ('type' in document) return undefined;
  const fields = document as Record<string, unknown>;
  const name = LISTS.find((each) => Object.hasOwn(fields, each) && Array.isArray(fields[each]));
  return name === undefined ? undefined : (fields[name] as unknown[]);
}

async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array | 'too-long', void, undefined> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  const take = (): Uint8Array | 'too-long' => {
    const line = length > MAX_LINE_BYTES ? 'too-long' : Buffer.concat(pieces);
    pieces = [];
    length = 0;
    return line;
  };
  const keep = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > MAX_LINE_BYTES) pieces = [];
    else pieces.push(piece);
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      keep(chunk.subarray(from, end));
      yield take();
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

/** UTF-8 without its byte order mark; `undefined` where it is something else. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parse(text: string): { value: unknown } | { failed: true } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { failed: true };
  }
}

function isInput(name: string): boolean {
  const extension = extname(name).toLowerCase();
  return extension === '.json' || LINES.has(extension);
}

function ignored(source: string, reason: string): RawRecord {
  return { kind: 'ignored', reason, source };
}

function sourceOf(source: string | undefined): { source?: string } {
  return source === undefined ? {} : { source };
}
