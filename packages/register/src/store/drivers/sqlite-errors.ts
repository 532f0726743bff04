import { StoreError, type StoreErrorCode } from '../store-error.ts';

const SENTENCES: Record<string, [StoreErrorCode, (file: string) => string]> = {
  SQLITE_CORRUPT: [
    'damaged',
    (file) => `The database file ${file} is damaged. Put a copy from a backup in its place.`,
  ],
  SQLITE_NOTADB: [
    'not-a-database',
    (file) =>
      `${file} is not an SQLite database, or its beginning is damaged. Name another file, or put a copy from a backup in its place.`,
  ],
  SQLITE_CANTOPEN: [
    'not-writable',
    (file) => `The database file ${file} cannot be opened. Check the permissions of its folder.`,
  ],
  SQLITE_READONLY: [
    'not-writable',
    (file) => `The database file ${file} cannot be written. Check its permissions.`,
  ],
  SQLITE_PERM: [
    'not-writable',
    (file) => `The database file ${file} cannot be opened. Check its permissions.`,
  ],
  SQLITE_FULL: ['full', (file) => `There is no room left on the medium of ${file}.`],
  SQLITE_BUSY: [
    'busy',
    (file) => `The database file ${file} stayed locked by another process for too long.`,
  ],
};

/** The name of the primary result code: `SQLITE_BUSY_SNAPSHOT` is a `SQLITE_BUSY`. */
function primaryCode(error: unknown): string {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code.split('_').slice(0, 2).join('_') : '';
}

export function isBusy(error: unknown): boolean {
  const code = primaryCode(error instanceof StoreError ? error.cause : error);
  return code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED' || code === 'SQLITE_PROTOCOL';
}

/** The engine's error as a `StoreError`. Other errors (bugs) pass through. */
export function sqliteError(error: unknown, file: string): unknown {
  if (error instanceof StoreError) return error;
  if (!(error instanceof Error)) return error;
  const known = SENTENCES[primaryCode(error)];
  if (known) return new StoreError(known[0], known[1](file), { cause: error });
  if (error.message.includes('ConnectionFailed')) {
    const [code, sentence] = SENTENCES['SQLITE_CANTOPEN']!;
    return new StoreError(code, sentence(file), { cause: error });
  }
  if (error.message.includes('connection is not open')) {
    return new StoreError('closed', `The store ${file} was closed.`, { cause: error });
  }
  if (primaryCode(error).startsWith('SQLITE_')) {
    return new StoreError('failed', `SQLite failed on ${file}: ${error.message}.`, {
      cause: error,
    });
  }
  return error;
}
