/** `pvp import <path> [--json]`: descriptions from files into the store of the configuration. */
import {
  countInput,
  ImportInterrupted,
  importRecords,
  InputError,
  openStoreOf,
  readConfig,
  readInput,
  type ImportProgress,
  type ImportReport,
} from '@pvp/register';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';

type Finding = ImportReport['rejected'][number];

const ACTOR = 'pvp import';
/** Findings of one sort that the summary for people repeats. */
const MAX_SHOWN = 10;
const REJECTED = 1;
const MISUSE = 2;

/**
 * Exit codes: 0 everything went in, 1 a record was rejected or the import ended early, 2 the path
 * or the arguments cannot be used.
 */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('Take descriptions from a file or a folder (JSON, NDJSON) into the register')
    .argument('<path>', 'file or folder')
    .option('--json', 'write one JSON report to standard output and nothing else')
    // Commander itself ends with 1, which here says that a record was rejected.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : MISUSE))
    .action(async (path: string, options: { json?: boolean }) => {
      process.exitCode = await runImport(path, options.json ?? false);
    });
}

async function runImport(path: string, json: boolean): Promise<number> {
  const input = readInput(path);
  let first: Awaited<ReturnType<typeof input.next>>;
  try {
    // The path is judged before a store is opened, or made, for it.
    first = await input.next();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`pvp import: ${error.message}\n`);
    return MISUSE;
  }
  const entries = async function* () {
    if (!first.done) yield first.value;
    yield* input;
  };

  const stop = new AbortController();
  const onInterrupt = () => stop.abort(new Error('interrupted'));
  process.once('SIGINT', onInterrupt);
  const bar = json ? undefined : await startBar(path);
  const store = await openStoreOf(readConfig(process.env));
  let report: ImportReport;
  let interrupted: ImportInterrupted | undefined;
  try {
    report = await importRecords(store, entries(), {
      actor: ACTOR,
      at: () => new Date().toISOString(),
      signal: stop.signal,
      onProgress: (progress) => bar?.(progress),
    });
  } catch (error) {
    if (!(error instanceof ImportInterrupted)) throw error;
    interrupted = error;
    report = error.report;
  } finally {
    bar?.('end');
    process.removeListener('SIGINT', onInterrupt);
    await store.close();
  }

  process.stdout.write(json ? `${JSON.stringify(report)}\n` : summaryOf(report));
  if (interrupted) process.stderr.write(`pvp import: ${interrupted.message}\n`);
  return interrupted || report.rejected.length > 0 ? REJECTED : 0;
}

/** A progress bar on a terminal; nothing where the output goes elsewhere. */
async function startBar(
  path: string,
): Promise<((progress: ImportProgress | 'end') => void) | undefined> {
  if (!process.stderr.isTTY) return undefined;
  const total = await countInput(path);
  const format = total === undefined ? '{value} records' : '[{bar}] {value} of {total} records';
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true });
  bar.start(total ?? 0, 0);
  return (progress) => {
    if (progress === 'end') {
      bar.stop();
      return;
    }
    // A file may hold many records; the total then grows with what was found.
    bar.setTotal(Math.max(total ?? 0, progress.judged));
    bar.update(progress.judged);
  };
}

function summaryOf({ accepted, unchanged, rejected, warnings }: ImportReport): string {
  const lines = [
    `Accepted ${accepted}, unchanged ${unchanged}, rejected ${rejected.length}, warnings ${warnings.length}.`,
  ];
  if (rejected.length > 0) lines.push('', 'Rejected:', ...shown(rejected));
  const byCode = new Map<string, Finding[]>();
  for (const warning of warnings) {
    const code = warning.code ?? 'other';
    const found = byCode.get(code);
    if (found) found.push(warning);
    else byCode.set(code, [warning]);
  }
  for (const [code, found] of [...byCode].sort(([one], [other]) => one.localeCompare(other))) {
    lines.push('', `Warning ${code} (${found.length}):`, ...shown(found));
  }
  return `${lines.join('\n')}\n`;
}

function shown(findings: readonly Finding[]): string[] {
  const lines = findings.slice(0, MAX_SHOWN).map(({ id, field, reason, source }) => {
    const where = [id, field, source && `(${source})`].filter(Boolean).join(' ');
    return `  ${printable(where === '' ? reason : `${where}: ${reason}`)}`;
  });
  const more = findings.length - lines.length;
  return more > 0 ? [...lines, `  … and ${more} more`] : lines;
}

/** What files hold must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
