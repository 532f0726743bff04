/** Where a figure was measured. A figure without its machine says nothing. */
import { cpus, totalmem } from 'node:os';

export function machineLine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown processor'}, ${memory} GiB, Node ${process.version}`;
}

/** `2026-11-21` */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** A table as documentation shows it. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
