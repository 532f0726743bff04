import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreError } from '../store-error.ts';

/**
 * Makes sure that a database can live at this path: creates the folder and an empty file that only
 * this user can read (it will hold management halves). Returns the absolute path.
 */
export function prepareSqliteFile(file: string): string {
  const path = resolve(file);
  const folder = dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw new StoreError(
      'not-writable',
      `The database file ${path} cannot be kept: the folder ${folder} cannot be written (${reason(error)}).`,
      { cause: error },
    );
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    throw new StoreError('not-a-database', `${path} is a folder, not a database file.`);
  }
  try {
    // Only a new file is opened here, and only SQLite ever opens an existing one: closing any
    // descriptor of a file gives up all locks that this process holds on it, and another process
    // would then delete the write-ahead log from under a connection at work.
    if (!existsSync(path)) createEmpty(path);
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new StoreError(
      'not-writable',
      `The database file ${path} cannot be written (${reason(error)}).`,
      { cause: error },
    );
  }
  return path;
}

function createEmpty(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    // Another process was quicker.
    if (reason(error) !== 'EEXIST') throw error;
  }
}

function reason(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown reason';
}
