/** The hand-written sample data, and the way into a store. */
import type { ImportReport } from '@pvp/contract';
import { importRecords } from '../ingest/import-records.ts';
import type { Store } from '../store/store.ts';
import { sampleRecords } from './sample-records.ts';

export { sampleRecords } from './sample-records.ts';
export type { SampleRecord } from './sample-records.ts';
export { generateObjects, generateServices } from './generate.ts';
export type { GeneratedObject, GeneratedService } from './generate.ts';

/** The sample data was not taken in whole; `report` tells what was refused and why. */
export class SeedError extends Error {
  override name = 'SeedError';
  constructor(readonly report: ImportReport) {
    const lines = report.rejected.map(
      ({ id, field, reason }) => `  ${id ?? '(no id)'} ${field}: ${reason}`,
    );
    super(`${report.rejected.length} sample records were rejected:\n${lines.join('\n')}`);
  }
}

/**
 * Imports the sample data.
 *
 * @param options.at Time of the import: UTC, RFC 3339.
 * @throws SeedError where a record is rejected; the others have been written.
 */
export async function seedStore(store: Store, options: { at: string }): Promise<ImportReport> {
  const records = await sampleRecords();
  const input = records.map((value) => ({ kind: 'record' as const, value }));
  const report = await importRecords(store, input, { actor: 'seed', at: options.at });
  if (report.rejected.length > 0) throw new SeedError(report);
  return report;
}
