/**
 * The folder of a static snapshot. `pvp-snapshot.json` is written last and is the one file that
 * changes; every other file is named by its content, so a reader never sees half of a snapshot.
 */
import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { StaticFile, StaticHead } from '@pvp/contract';
import { compressedForms } from './compressed-forms.ts';

const HEAD_FILE = 'pvp-snapshot.json';
const LOCK_FILE = '.pvp-snapshot.lock';
const VERSION = 1;

/** Folders of files that are named by their content, and how their names end. */
const CONTENT = {
  parts: 'ndjson',
  manifests: 'json',
  'search-index': 'json',
  vocabulary: 'json',
} as const;
export type ContentFolder = keyof typeof CONTENT;

const HEAD_DRAFT = /^\.pvp-snapshot\.json\.\d+\.draft$/;
/** What is written here: a file, its compressed forms, and drafts that a killed run has left. */
const OWN_NAME = /^\.?[0-9a-f]{64}\.(ndjson|json)(\.br|\.gz)?(\.\d+\.draft)?$/;

export class SnapshotFolder {
  /** Absolute. */
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /**
   * Makes the folder where there is none, and keeps other runs out of it until `close`.
   *
   * @throws {Error} where it cannot be written to, or another run is at it.
   */
  static async open(path: string): Promise<SnapshotFolder> {
    const folder = new SnapshotFolder(resolve(path));
    try {
      for (const name of Object.keys(CONTENT)) {
        await mkdir(join(folder.path, name), { recursive: true });
      }
    } catch (error) {
      throw new Error(`${folder.path} cannot be used as a folder: ${reasonOf(error)}`, {
        cause: error,
      });
    }
    await folder.#lock();
    return folder;
  }

  /**
   * What was published here before; `undefined`: nothing.
   *
   * @throws {Error} where `pvp-snapshot.json` is something else.
   */
  async readHead(): Promise<StaticHead | undefined> {
    const text = await readIfThere(join(this.path, HEAD_FILE));
    if (text === undefined) return undefined;
    let head: Partial<StaticHead> | undefined;
    try {
      head = JSON.parse(text.toString('utf8')) as Partial<StaticHead>;
    } catch {
      // Told below.
    }
    if (head?.format === 'pvp-static-snapshot' && head.version === VERSION) {
      return head as StaticHead;
    }
    throw new Error(
      `${join(this.path, HEAD_FILE)} is not that of a snapshot that this version writes. ` +
        'Choose another folder, or delete the file.',
    );
  }

  /** A file of this content, with its compressed forms; one that is there already stays. */
  async put(folder: ContentFolder, content: Buffer | string): Promise<StaticFile> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const href = `${folder}/${sha256}.${CONTENT[folder]}`;
    const file = join(this.path, href);
    const there = await readIfThere(file);
    if (there === undefined || !there.equals(bytes)) await this.#write(file, bytes);
    const names = new Set(await readdir(join(this.path, folder)));
    for (const form of compressedForms(bytes.byteLength)) {
      const isThere =
        there !== undefined && names.has(`${sha256}.${CONTENT[folder]}${form.ending}`);
      if (!isThere) await this.#write(file + form.ending, await form.of(bytes));
    }
    return { href, sha256, bytes: bytes.byteLength };
  }

  /** SHA-256 in the names of the parts that are here. */
  async partNames(): Promise<string[]> {
    const names = await readdir(join(this.path, 'parts'));
    return names
      .filter((name) => /^[0-9a-f]{64}\.ndjson$/.test(name))
      .map((name) => name.slice(0, 64));
  }

  /** Publishes: from here on readers see this snapshot. All files that it names must be here. */
  async putHead(told: Omit<StaticHead, 'format' | 'version'>): Promise<StaticHead> {
    const head: StaticHead = { format: 'pvp-static-snapshot', version: VERSION, ...told };
    const text = `${JSON.stringify(head, null, 2)}\n`;
    await this.#write(join(this.path, HEAD_FILE), Buffer.from(text, 'utf8'));
    return head;
  }

  /**
   * Removes what was written here and is not named any more. Other files stay.
   *
   * @param named SHA-256 of what is named, by folder.
   * @returns how many files of content were removed, their compressed forms not counted.
   */
  async removeUnnamed(
    named: Readonly<Record<ContentFolder, ReadonlySet<string>>>,
  ): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.path)) {
      if (HEAD_DRAFT.test(name)) await rm(join(this.path, name), { force: true });
    }
    for (const folder of Object.keys(CONTENT) as ContentFolder[]) {
      for (const name of await readdir(join(this.path, folder))) {
        if (!OWN_NAME.test(name) || named[folder].has(name.slice(0, 64))) continue;
        await rm(join(this.path, folder, name), { force: true });
        if (/^[0-9a-f]{64}\.(ndjson|json)$/.test(name)) removed++;
      }
    }
    return removed;
  }

  /** Lets other runs in. */
  async close(): Promise<void> {
    await rm(join(this.path, LOCK_FILE), { force: true });
  }

  /** Aside, to the disk, and then under its name: nobody sees half a file, nor after a power cut. */
  async #write(file: string, bytes: Uint8Array): Promise<void> {
    const draft = file.replace(/[^/\\]+$/, (name) => `.${name}.${process.pid}.draft`);
    try {
      const handle = await open(draft, 'w');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw new Error(`${file} cannot be written: ${reasonOf(error)}`, { cause: error });
    }
  }

  async #lock(): Promise<void> {
    const file = join(this.path, LOCK_FILE);
    const own = String(process.pid);
    try {
      await writeFile(file, own, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const holder = Number(await readIfThere(file));
      if (isRunning(holder)) {
        throw new Error(
          `${this.path} is being written by process ${holder}. ` +
            `Should that be no such run, delete ${file}.`,
          { cause: error },
        );
      }
      await writeFile(file, own);
    }
  }
}

/** A number that this process has itself is left over: of a container that ended, for example. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function reasonOf(error: unknown): string {
  return (error as Error).message;
}
