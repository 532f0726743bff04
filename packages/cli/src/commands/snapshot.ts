/** `pvp snapshot --out DIR`: one scope as plain files, for servers that only serve files. */
import { changeConfig, publishSnapshot, readConfig, type PublishReport } from '@pvp/register';
import type { Command } from 'commander';
import { collectHeader, HEADER_OPTION, headersOf, partsBar } from './upstream.ts';

interface Options {
  out: string;
  from?: string;
  scope: string;
  header: string[];
  acceptHeld?: true;
}

export function registerSnapshot(program: Command): void {
  program
    .command('snapshot')
    .description('writes a snapshot as plain files, which any web server can serve to the elements')
    .requiredOption('--out <folder>', 'folder for the files; a later run brings it up to date')
    .option('--from <url>', 'origin of a register or mirror; without it the one in PVP_DATA_DIR')
    .option('--scope <scope>', 'all, institution/{id} or life-event/{id}', 'all')
    .option(...HEADER_OPTION, collectHeader, [])
    .option('--accept-held', 'publishes a snapshot that drops many records')
    .action(snapshot);
}

async function snapshot({ out, from, scope, header, acceptHeld }: Options): Promise<void> {
  if (from === undefined && header.length > 0) {
    throw new Error('--header is sent to the register of --from, and there is none.');
  }
  // A person or a cron job reads what is printed: of the log only what is wrong.
  const config = readConfig(process.env, { logLevel: 'warn' });
  const upstreamHeaders = { ...config.upstreamHeaders, ...headersOf(header) };
  const bar = process.stderr.isTTY ? partsBar() : undefined;
  let report: PublishReport;
  try {
    report = await publishSnapshot(changeConfig(config, { upstreamHeaders }), {
      out,
      scope,
      ...(from !== undefined && { from }),
      ...(acceptHeld && { acceptHeld }),
      ...(bar && { onProgress: bar.show }),
    });
  } finally {
    bar?.end();
  }
  const { folder, head, parts, newParts, removed } = report;
  process.stdout.write(
    `Published ${head.scope} at ${head.checkpoint} with ${head.count} records in ${folder}\n` +
      `${parts} parts, ${newParts} of them new; ${removed} old files removed\n`,
  );
}
