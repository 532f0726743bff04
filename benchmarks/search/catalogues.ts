/** The catalogues that questions are put to. */
import type { Service } from '@pvp/contract';
import {
  generateObjects,
  generateServices,
  importRecords,
  openStore,
  ReadModel,
  seedStore,
} from '@pvp/register';
import { ChangingCatalogue, type CatalogueEntry } from '@pvp/sdk/query';
import type { SynonymEntry } from '@pvp/sdk/search';
import { unmarked } from './word-forms.ts';

const AT = '2026-11-26T00:00:00Z';

/** What a peer indexes: the same texts that our index is given, institutions and needs included. */
export interface Document {
  id: string;
  titles: string;
  alternativeTitles: string;
  keywords: string;
  summaries: string;
  objects: string;
}

export interface Catalogue {
  index: ChangingCatalogue;
  documents: readonly Document[];
  /** Whether a list can show the service. */
  has(id: string): boolean;
  /** Ids of the services of a title, whatever its case. */
  idsOf(title: string): readonly string[];
  close(): Promise<void>;
}

/**
 * The sample data, taken in as a register takes it in, with the everyday words that ship.
 *
 * @param titles Services that are there beside the sample data, by their titles alone or with the
 * summary that `summaries` has for one.
 * @param generated As many generated services stand in between.
 */
export async function sampleCatalogue(
  titles: readonly string[],
  summaries: ReadonlyMap<string, string> = new Map(),
  generated = 0,
): Promise<Catalogue> {
  const store = await openStore({ file: ':memory:' });
  await seedStore(store, { at: AT });
  const { objects, services: between } = generatedRecords(generated);
  const services = titles.map((title, nth) => ({
    type: 'service',
    id: `T-${nth + 1}`,
    kind: 'public-individual',
    status: 'active',
    title: { lv: title },
    ...(summaries.has(title) && { summary: { lv: summaries.get(title) } }),
    recipients: ['resident'],
  }));
  const input = [...objects, ...between, ...services].map((value) => ({
    kind: 'record' as const,
    value,
  }));
  const report = await importRecords(store, input, { actor: 'benchmark', at: AT });
  if (report.rejected.length > 0) throw new Error(JSON.stringify(report.rejected));
  const model = await ReadModel.open(store);
  const { index } = model.contents;
  return {
    ...catalogueOf(index),
    async close() {
      model.close();
      await store.close();
    },
  };
}

/** The everyday words that ship, as searches have them. */
export async function shippedWords(): Promise<readonly (readonly [string, SynonymEntry])[]> {
  const store = await openStore({ file: ':memory:' });
  const model = await ReadModel.open(store);
  const words = model.contents.vocabulary.searched();
  model.close();
  await store.close();
  return words;
}

/** Titles of the sample data. */
export async function sampleTitles(): Promise<ReadonlySet<string>> {
  const { index, close } = await sampleCatalogue([]);
  const titles = new Set(Array.from(index.entries(), ({ title }) => title['lv']!));
  await close();
  return titles;
}

export interface GeneratedRecords {
  objects: readonly Parameters<ChangingCatalogue['putObject']>[0][];
  services: readonly Service[];
}

export function generatedRecords(count: number): GeneratedRecords {
  return { objects: [...generateObjects(count)], services: [...generateServices(count)] };
}

export function generatedCatalogue({ objects, services }: GeneratedRecords): Catalogue {
  const index = new ChangingCatalogue();
  for (const object of objects) index.putObject(object);
  for (const service of services) index.putService(service);
  return { ...catalogueOf(index), close: async () => undefined };
}

function catalogueOf(index: ChangingCatalogue): Omit<Catalogue, 'close'> {
  const ids = new Map<string, string[]>();
  const documents = Array.from(index.entries(), (entry) => {
    const title = unmarked(entry.title['lv'] ?? '');
    ids.set(title, [...(ids.get(title) ?? []), entry.id]);
    return documentOf(entry, index);
  });
  const held = new Set(documents.map(({ id }) => id));
  return {
    index,
    documents,
    has: (id) => held.has(id),
    idsOf: (title) => ids.get(unmarked(title)) ?? [],
  };
}

function documentOf(entry: CatalogueEntry, index: ChangingCatalogue): Document {
  const objects = [
    ...entry.institutions.map((id) => index.titleOf('organization', id)),
    ...(entry.needs ?? []).map((id) => index.titleOf('need', id)),
  ];
  return {
    id: entry.id,
    titles: Object.values(entry.title).join('. '),
    alternativeTitles: entry.alternativeTitles.join('. '),
    keywords: entry.keywords.join('. '),
    summaries: Object.values(entry.summary ?? {}).join(' '),
    objects: objects.flatMap((title) => Object.values(title ?? {})).join('. '),
  };
}
