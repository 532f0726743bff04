/** The register's sample data as it publishes them, for a page that has no register behind it. */
import type { Outage, SupportAnswer } from '@pvp/contract';
import { openStore, ReadModel, seedStore, type Store } from '@pvp/register';
import type { FixtureRecords } from './fixture-source/fixture-source.ts';
import { openRegister } from './register-fixture.ts';

export interface SampleFixture extends Required<FixtureRecords> {
  /** Who helps, where no institution is asked about. */
  support: SupportAnswer;
}

const KINDS = [
  'organization',
  'service-group',
  'service-template',
  'need',
  'life-event',
  'work-item',
  'service',
];

/** The public halves of the sample records, and what the register answers beside them. */
export async function sampleFixture(): Promise<SampleFixture> {
  const store = await openStore({ file: ':memory:' });
  try {
    // One moment for all, so that the same sources give the same text.
    await seedStore(store, { at: '2026-11-20T12:05:00Z' });
    return { ...(await readContents(store)), support: await readSupport(store) };
  } finally {
    await store.close();
  }
}

async function readContents(store: Store): Promise<Required<FixtureRecords>> {
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
}

async function readSupport(store: Store): Promise<SupportAnswer> {
  const register = await openRegister({ store, seed: 'none' });
  try {
    const response = await fetch(`${register.origin}/v1/support`);
    return (await response.json()) as SupportAnswer;
  } finally {
    await register.close();
  }
}
