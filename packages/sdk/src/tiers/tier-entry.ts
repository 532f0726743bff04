import type { CatalogueEntry } from '../query/catalogue-entry.ts';
import type { TextReader } from './text-reader.ts';
import type { Rows } from './tier-reader.ts';

/** Makes what is held of services of what a tier has of them, when somebody asks for it. */
export class TierEntries {
  constructor(
    private readonly titles: TextReader,
    private readonly summaries: TextReader | undefined,
  ) {}

  /** @param more Of its summary. */
  entry(names: Rows, more: Rows | undefined, row: number): CatalogueEntry {
    const told = (column: string, { tables, places } = names) =>
      tables[column]![places[column]![row]!];
    const [titles, alternativeTitles, keywords] = this.titles.texts(names, row);
    const institutions = (told('institutions') ?? []) as readonly string[];
    const entry: Record<keyof CatalogueEntry, unknown> = {
      id: names.values[row],
      kind: told('kind'),
      status: told('status'),
      title: localized(told('languages'), titles!) ?? {},
      summary: more && localized(told('languages', more), this.summaries!.texts(more, row)[0]!),
      machine: told('machine'),
      recipients: told('recipients'),
      channels: told('channels'),
      cost: told('cost'),
      terms: more && told('terms', more),
      institution: institutions[0],
      institutions,
      lifeEvents: told('lifeEvents'),
      needs: told('needs'),
      groups: told('groups'),
      template: told('template'),
      changedAt: more?.values[row] || undefined,
      hash: undefined,
      free: told('free'),
      alternativeTitles,
      keywords,
    };
    return entry as unknown as CatalogueEntry;
  }
}

/** Texts by language; `undefined`: there are none. */
function localized(languages: unknown, texts: readonly string[]): unknown {
  return (
    languages &&
    Object.fromEntries((languages as string[]).map((lang, nth) => [lang, texts[nth] ?? '']))
  );
}
