/** The `pvp` command. */
import { ConfigError, StoreError } from '@pvp/register';
import { Command } from 'commander';
import { registerEpoch } from './commands/epoch.ts';
import { registerGenerate } from './commands/generate.ts';
import { registerImport } from './commands/import.ts';
import { registerMirror } from './commands/mirror.ts';
import { registerSnapshot } from './commands/snapshot.ts';
import { registerStart } from './commands/start.ts';
import { registerToken } from './commands/token.ts';

const program = new Command('pvp').description('Register of public services.');
registerStart(program);
registerImport(program);
registerGenerate(program);
registerToken(program);
registerMirror(program);
registerSnapshot(program);
registerEpoch(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof ConfigError || error instanceof StoreError) {
    process.stderr.write(`${error.message}\n`);
  } else {
    process.stderr.write(`pvp: ${error instanceof Error ? error.message : String(error)}\n`);
  }
  process.exitCode = 1;
}
