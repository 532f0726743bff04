/** `pvp mirror --from URL`: a register whose data are copied from another one and follow it. */
import {
  changeConfig,
  HEADER_NAME,
  HEADER_VALUE,
  readConfig,
  startMirror,
  type MirrorOptions,
} from '@pvp/register';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { endOnSignal, printAddresses } from './start.ts';

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
    .option(
      '--header <header>',
      '"Name: value", sent to the register with every request; may stand several times. Other users of this machine may see it: PVP_UPSTREAM_HEADERS and PVP_UPSTREAM_TOKEN are safer',
      (text: string, before: string[]) => [...before, text],
      [],
    )
    .option('--accept-held', 'takes a snapshot that drops many records')
    .action(mirror);
}

async function mirror({ from, scope, header, acceptHeld }: Options): Promise<void> {
  const config = readConfig(process.env);
  const upstreamHeaders = { ...config.upstreamHeaders, ...headersOf(header) };
  const bar = process.stderr.isTTY ? progressBar() : undefined;
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

/** What is wrong with a header is said without repeating it: it may be a secret. */
function headersOf(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const [, name = '', value = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
      const header = [name.trim(), value.trim()] as const;
      if (HEADER_NAME.test(header[0]) && HEADER_VALUE.test(header[1])) return header;
      throw new Error('--header must be "Name: value", in printable ASCII.');
    }),
  );
}

function progressBar(): { show: NonNullable<MirrorOptions['onProgress']>; end: () => void } {
  const format = '[{bar}] {value} of {total} parts, {megabytes} MB';
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true });
  let isShown = false;
  return {
    show: ({ parts, partsTotal, bytes }) => {
      const megabytes = (bytes / 1e6).toFixed(1);
      if (!isShown) bar.start(partsTotal, parts, { megabytes });
      isShown = true;
      bar.setTotal(partsTotal);
      bar.update(parts, { megabytes });
    },
    end: () => {
      if (isShown) bar.stop();
    },
  };
}
