/** A register as a process of its own, on the database of its environment, on any free port. */
import { readConfig, startRegister } from '@pvp/register';

const register = await startRegister(readConfig(process.env));
process.once('SIGTERM', () => void register.close());
console.log(register.origin);
