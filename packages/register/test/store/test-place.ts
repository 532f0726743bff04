/** Empty places for stores, and records to put there. */
import type { TestContext } from 'node:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type StoreOptions } from '../../src/store/open-store.ts';
import type { RecordWrite, Store, WriteContext } from '../../src/store/store.ts';

/** Gives the options of a place that nothing stands in, and removes it after the test. */
export type MakePlace = (t: TestContext) => Promise<StoreOptions>;

export type AnyRecord = RecordWrite['record'];

export const AT = '2026-11-21T08:00:00Z';
export const LATER = '2026-11-22T08:00:00Z';
export const CONTEXT: WriteContext = { actor: 'a test', at: AT };

export const memoryPlace: MakePlace = async () => ({ file: ':memory:' });

export const filePlace: MakePlace = async (t) => ({ file: join(temporaryFolder(t), 'pvp.db') });

export function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'pvp-store-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens a store and closes it after the test. */
export async function openFor(t: TestContext, options: StoreOptions): Promise<Store> {
  const store = await openStore(options);
  t.after(() => store.close());
  return store;
}

export function service(id: string, more: Record<string, unknown> = {}): AnyRecord {
  return {
    type: 'service',
    id,
    kind: 'public-individual',
    status: 'active',
    title: { lv: `Pakalpojums ${id}` },
    ...more,
  };
}

/** Writes one record whatever stands there, and returns the outcome. */
export async function put(store: Store, record: AnyRecord, context = CONTEXT) {
  const [outcome] = await store.write([{ record, expect: 'any' }], context);
  if (!outcome) throw new Error('The store gave no outcome.');
  return outcome;
}

export async function allChanges(store: Store) {
  return store.changesSince(0, 10_000);
}
