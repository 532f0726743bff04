/** Runs a register as its environment says, and prints its origin. */
import { readConfig } from '../../../src/config.ts';
import { startRegister } from '../../../src/serve.ts';

const register = await startRegister(readConfig(process.env));
process.stdout.write(`${register.origin}\n`);
