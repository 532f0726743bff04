/** `pvp epoch new`: another life of the change log, after a restore or a redaction. */
import { openStoreOf, readConfig } from '@pvp/register';
import type { Command } from 'commander';

export function registerEpoch(program: Command): void {
  program
    .command('epoch')
    .description('begins another life of the change log')
    .command('new')
    .description('gives the change log a new name: every reader takes a new snapshot')
    .requiredOption('--reason <text>', 'why; kept in the database')
    .action(begin);
}

async function begin({ reason }: { reason: string }): Promise<void> {
  if (reason.trim() === '') throw new Error('The reason is empty.');
  const store = await openStoreOf(readConfig(process.env));
  try {
    const { epoch, seq } = await store.newEpoch(reason, new Date().toISOString());
    process.stdout.write(`${epoch}.${seq}\n`);
  } finally {
    await store.close();
  }
}
