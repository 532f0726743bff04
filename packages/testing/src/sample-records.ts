/** The register's sample data as it publishes them, for a page that has no register behind it. */
import {
  PROFILES,
  type Outage,
  type Profile,
  type RequestKindList,
  type SupportAnswer,
} from '@pvp/contract';
import { openStore, ReadModel, seedStore, type Store } from '@pvp/register';
import type { FixtureRecords } from './fixture-source/fixture-source.ts';
import { openRegister } from './register-fixture.ts';

export interface SampleFixture extends Required<FixtureRecords> {
  /** Who helps, where no institution is asked about. */
  support: SupportAnswer;
  /** What can be asked of an institution of the sample data. */
  requestKinds: Record<Profile, RequestKindList>;
}

const ASKED = 'ozolleja';

const KINDS = [
  'organization',
  'service-group',
  'service-template',
  'need',
  'life-event',
  'work-item',
  'support-place',
  'knowledge-entry',
  'service',
];

/** The public halves of the sample records, and what the register answers beside them. */
export async function sampleFixture(): Promise<SampleFixture> {
  const store = await openStore({ file: ':memory:' });
  try {
    // One moment for all, so that the same sources give the same text.
    await seedStore(store, { at: '2026-11-20T12:05:00Z' });
    return { ...(await readContents(store)), ...(await readAnswers(store)) };
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

async function readAnswers(store: Store): Promise<Pick<SampleFixture, 'support' | 'requestKinds'>> {
  const register = await openRegister({ store, seed: 'none' });
  const get = async (path: string) => (await fetch(`${register.origin}/v1/${path}`)).json();
  try {
    const kinds = PROFILES.map(
      async (profile) =>
        [profile, await get(`request-kinds?institution=${ASKED}&profile=${profile}`)] as const,
    );
    return {
      support: (await get('support')) as SupportAnswer,
      requestKinds: Object.fromEntries(await Promise.all(kinds)) as SampleFixture['requestKinds'],
    };
  } finally {
    await register.close();
  }
}
