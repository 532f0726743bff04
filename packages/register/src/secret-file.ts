import { randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What a file of a data folder holds; where there is none it is made, for its owner alone. Processes
 * that start at the same time end with the same content.
 */
export function readOrMakeSecretFile(folder: string, name: string, make: () => string): string {
  const file = join(folder, name);
  const known = readIfThere(file);
  if (known !== undefined) return known;
  mkdirSync(folder, { recursive: true });
  // Written aside and linked: whoever else looks sees a whole file or none.
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, make(), { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
