import type { CatalogueEntry } from '../query/catalogue-entry.ts';
import type { TierRows } from './tier-format.ts';

/** Columns as a tier has them, and the tables that some hold places of. */
export interface Columns {
  rows: TierRows;
  tables: Readonly<Record<string, readonly unknown[]>>;
}

/** What is held of a service; `others`: of its summary. */
export function entryOf(names: Columns, others: Columns | undefined, row: number): CatalogueEntry {
  const told = (column: string, { rows, tables } = names) =>
    tables[column]![rows[column]![row] as number];
  const institutions = (told('institutions') ?? []) as readonly string[];
  const { id, title, alternativeTitles, keywords } = names.rows;
  const entry: Record<keyof CatalogueEntry, unknown> = {
    id: id![row],
    kind: told('kind'),
    status: told('status'),
    title: localized(title![row]),
    summary: localized(others?.rows['summary']![row]),
    machine: told('machine'),
    recipients: told('recipients'),
    channels: told('channels'),
    cost: told('cost'),
    terms: others && told('terms', others),
    institution: institutions[0],
    institutions,
    lifeEvents: told('lifeEvents'),
    needs: told('needs'),
    groups: told('groups'),
    template: told('template'),
    changedAt: others?.rows['changedAt']![row] || undefined,
    hash: undefined,
    free: told('free'),
    alternativeTitles: alternativeTitles![row] || [],
    keywords: keywords![row] || [],
  };
  return entry as unknown as CatalogueEntry;
}

/** Text in Latvian alone stands as such. */
function localized(value: unknown): unknown {
  return typeof value === 'string' ? { lv: value } : value || undefined;
}
