import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { generateObjects, generateServices } from '@pvp/register';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';

/** `pvp generate <count> [--seed n]`: sample records as NDJSON, what services refer to first. */
export function registerGenerate(program: Command): void {
  program
    .command('generate')
    .description('Write generated sample records to standard output, one JSON object per line')
    .argument('<count>', 'how many services', wholeNumber)
    .option('--seed <n>', 'another seed gives other records', wholeNumber, 1)
    .action(async (count: number, { seed }: { seed: number }) => {
      await writeLines(process.stdout, records(count, seed));
    });
}

function* records(count: number, seed: number): Generator<object, void, undefined> {
  yield* generateObjects(count, { seed });
  yield* generateServices(count, { seed });
}

/** Lines are written in pieces of about this many characters. */
const PIECE = 65_536;

/**
 * Writes no faster than the reader reads. A reader that has had enough (`| head`) ends the writing
 * without an error.
 */
async function writeLines(output: Writable, lines: Iterable<object>): Promise<void> {
  let failure: NodeJS.ErrnoException | undefined;
  const ended = new Promise<void>((resolve) => {
    output.once('error', (error: NodeJS.ErrnoException) => {
      failure = error;
      resolve();
    });
  });
  const write = async (piece: string) => {
    // A closed pipe never drains, so the error ends the wait as well.
    if (!output.write(piece)) await Promise.race([once(output, 'drain').catch(() => {}), ended]);
  };
  let piece = '';
  for (const line of lines) {
    piece += `${JSON.stringify(line)}\n`;
    if (piece.length < PIECE) continue;
    await write(piece);
    piece = '';
    if (failure) break;
  }
  if (!failure && piece !== '') await write(piece);
  if (failure && failure.code !== 'EPIPE') throw failure;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new InvalidArgumentError('A whole number is needed.');
  }
  return value;
}
