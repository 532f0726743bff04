/** The register's sample data as it publishes them, for a page that has no register behind it. */
import type { Outage } from '@pvp/contract';
import { openStore, ReadModel, seedStore } from '@pvp/register';
import type { FixtureRecords } from './fixture-source/fixture-source.ts';

const KINDS = [
  'organization',
  'service-group',
  'service-template',
  'need',
  'life-event',
  'work-item',
  'service',
];

/** The public halves of the sample records, and the outages that follow from their resources. */
export async function sampleFixture(): Promise<FixtureRecords> {
  const store = await openStore({ file: ':memory:' });
  try {
    // One moment for all, so that the same sources give the same text.
    await seedStore(store, { at: '2026-11-20T12:05:00Z' });
    const model = await ReadModel.open(store);
    try {
      const { contents } = model;
      const outages: Record<string, Outage[]> = {};
      for (const { id } of contents.sorted('service')) {
        const found = contents.outagesOf(id);
        if (found.length) outages[id] = found;
      }
      const records = KINDS.flatMap((kind) => contents.sorted(kind).map(({ record }) => record));
      return { records, outages };
    } finally {
      model.close();
    }
  } finally {
    await store.close();
  }
}
