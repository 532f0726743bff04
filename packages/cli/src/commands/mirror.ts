/** `pvp mirror --from URL`: a register whose data are copied from another one and follow it. */
import { changeConfig, readConfig, startMirror } from '@pvp/register';
import type { Command } from 'commander';
import { endOnSignal, printAddresses } from './start.ts';
import { collectHeader, HEADER_OPTION, headersOf, partsBar } from './upstream.ts';

interface Options {
  from: string;
  scope: string;
  header: string[];
  acceptHeld?: true;
}

export function registerMirror(program: Command): void {
  program
    .command('mirror')
    .description('serves a copy of another register, which follows it')
    .requiredOption('--from <url>', 'origin of the register')
    .option('--scope <scope>', 'all, institution/{id} or life-event/{id}', 'all')
    .option(...HEADER_OPTION, collectHeader, [])
    .option('--accept-held', 'takes a snapshot that drops many records')
    .action(mirror);
}

async function mirror({ from, scope, header, acceptHeld }: Options): Promise<void> {
  const config = readConfig(process.env);
  const upstreamHeaders = { ...config.upstreamHeaders, ...headersOf(header) };
  const bar = process.stderr.isTTY ? partsBar() : undefined;
  let running: Awaited<ReturnType<typeof startMirror>>;
  try {
    running = await startMirror(changeConfig(config, { upstreamHeaders }), {
      from,
      scope,
      ...(acceptHeld && { acceptHeld }),
      ...(bar && { onProgress: bar.show }),
    });
  } finally {
    bar?.end();
  }
  const { origin } = running;
  printAddresses([
    ['API', `${origin}/v1/services`],
    ['OpenAPI', `${origin}/v1/openapi.json`],
    ['Health', `${origin}/v1/health`],
  ]);
  endOnSignal(() => running.close());
}
