/** `pvp start` (register and demo site) and `pvp serve` (register alone). */
import { randomBytes } from 'node:crypto';
import { startDemo, type Demo } from '@pvp/demo';
import { readConfig, startRegister, type Config, type RunningRegister } from '@pvp/register';
import type { Command } from 'commander';

const PORTS_TO_TRY = 20;
/** Longest time that an orderly end may take before the process goes anyway. */
const END_WITHIN_MS = 2000;

export function registerStart(program: Command): void {
  program
    .command('start')
    .description('starts the register, with sample data where it is empty, and the demo site')
    .action(start);
  program
    .command('serve')
    .description('starts the register alone and puts nothing into an empty one')
    .action(serve);
}

async function start(): Promise<void> {
  // A person reads the terminal: addresses first, and of the log only what is wrong.
  // The demo has a help desk: without a token of one's own there is one for this run.
  const token = randomBytes(18).toString('base64url');
  const config = readConfig(process.env, { logLevel: 'warn', helpDeskToken: token });
  const register = await startRegister(config, { seed: true });
  let demo: Demo;
  try {
    demo = await startDemoOnFreePort(config, register);
  } catch (error) {
    await register.close();
    throw error;
  }
  const { origin } = register;
  const demoOrigin = origin.replace(/:\d+$/, `:${demo.port}`);
  printAddresses([
    ['Demo', `${demoOrigin}/`],
    ['Desk', `${demoOrigin}/palidzibas-dienests.html`],
    // A configured one is not repeated on a terminal.
    ...(config.helpDeskToken === token ? [['Token', token] as const] : []),
    ['API', `${origin}/v1/services`],
    ['OpenAPI', `${origin}/v1/openapi.json`],
    ['Health', `${origin}/v1/health`],
  ]);
  endOnSignal(async () => {
    await Promise.all([demo.close(), register.close()]);
  });
}

async function serve(): Promise<void> {
  const register = await startRegister(readConfig(process.env));
  const { origin } = register;
  printAddresses([
    ['API', `${origin}/v1/services`],
    ['OpenAPI', `${origin}/v1/openapi.json`],
    ['Health', `${origin}/v1/health`],
  ]);
  endOnSignal(() => register.close());
}

async function startDemoOnFreePort(config: Config, register: RunningRegister): Promise<Demo> {
  const first = config.demoPort;
  const last = first === 0 ? 0 : Math.min(first + PORTS_TO_TRY - 1, 65535);
  for (let port = first; ; port++) {
    try {
      const demo = await startDemo({
        port,
        registerPort: register.port,
        ...(config.host !== undefined && { host: config.host }),
        ...(config.publicUrl !== undefined && { registerOrigin: config.publicUrl }),
      });
      // The register may stand on the demo's usual port because its own was taken; it said so.
      if (port !== first && first !== register.port) {
        process.stderr.write(`Port ${first} is in use; the demo site takes ${demo.port}.\n`);
      }
      return demo;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= last) throw error;
    }
  }
}

export function printAddresses(rows: readonly (readonly [label: string, address: string])[]): void {
  const width = Math.max(...rows.map(([label]) => label.length));
  for (const [label, address] of rows) {
    process.stdout.write(`${label.padEnd(width)}  ${address}\n`);
  }
}

/** Ends in order on the first signal, at once on the second. */
export function endOnSignal(close: () => Promise<void>): void {
  let ending = false;
  const end = () => {
    if (ending) process.exit(1);
    ending = true;
    setTimeout(() => process.exit(0), END_WITHIN_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`pvp: ${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}
