import type { CatalogueEntry } from '../query/catalogue-entry.ts';
import { inListOrder } from '../query/catalogue-rows.ts';
import type { LinkedObject } from '../query/linked-objects.ts';
import { TEXT_OVER, wordsOfEach } from '../search/fold.ts';
import type { SynonymEntry } from '../search/searched-text.ts';
import { objectText } from '../query/search-texts.ts';
import { ANALYSIS, AnalysedWords } from './analysed-words.ts';
import { objectTexts, summaryTexts, titleTexts } from './tier-texts.ts';
import {
  FORMAT,
  ROWS_PER_LINE,
  TABLE_COLUMNS,
  TEXT_COLUMNS,
  VERSION,
  type RowTier,
  type TierHead,
  type TierRows,
} from './tier-format.ts';

/** What an index is made of. */
export interface TierContents {
  entries: readonly CatalogueEntry[];
  /** All objects that the register holds, whether some entry points to them or not. */
  objects: readonly LinkedObject[];
}

/** The lines of the tier of titles. The same contents give the same lines, in whatever order. */
export function titleTier(contents: TierContents): Generator<string> {
  return tierLines('titles', contents, objectsFor(contents));
}

/**
 * The lines of the tier of summaries.
 *
 * @param titles SHA-256 of the tier of titles, hexadecimal.
 */
export function summaryTier(contents: TierContents, titles: string): Generator<string> {
  return tierLines('summaries', contents, objectsFor(contents), titles);
}

/** The lines of the tier of everyday words. */
export function* synonymTier(
  synonyms: Iterable<readonly [id: string, entry: SynonymEntry]>,
): Generator<string> {
  const sorted = [...synonyms].sort(([a], [b]) => (a < b ? -1 : 1));
  const head: TierHead = {
    format: FORMAT,
    version: VERSION,
    tier: 'synonyms',
    count: sorted.length,
  };
  yield `${JSON.stringify(head)}\n`;
  const rows = sorted.map(([id, { terms, means }]) => [id, { terms, means }]);
  yield `${JSON.stringify(rows)}\n`;
}

function* tierLines(
  tier: RowTier,
  { entries }: TierContents,
  objects: readonly LinkedObject[],
  titles?: string,
): Generator<string> {
  const sorted = inListOrder(entries);
  yield '';
  const ofTitles = new AnalysedWords();
  const ofSummaries = new AnalysedWords(ofTitles);
  const tables: Record<string, unknown[]> = {};
  const placesOf = new Map<string, Map<string, number>>();
  for (const column of TABLE_COLUMNS[tier]) {
    const values = new Set(sorted.map((entry) => JSON.stringify(entry[column])));
    values.delete(undefined as unknown as string);
    const ordered = [...values].sort();
    tables[column] = [null, ...ordered.map((value): unknown => JSON.parse(value))];
    placesOf.set(column, new Map(ordered.map((value, nth) => [value, nth + 1])));
    // Nothing to write yet: whoever writes may let others work meanwhile.
    yield '';
  }
  const words = ofTitles.write(wordsIn(objectTexts(objects)));
  const head: TierHead = {
    format: FORMAT,
    version: VERSION,
    tier,
    count: sorted.length,
    analysis: ANALYSIS,
    ...(tier === 'titles' ? { objects, words } : { titles: titles! }),
    tables,
  };
  yield `${JSON.stringify(head)}\n`;
  for (let from = 0; from < sorted.length; from += ROWS_PER_LINE) {
    const rows = sorted.slice(from, from + ROWS_PER_LINE);
    const columns: TierRows = {};
    const told = columnsOf('titles', rows);
    let words = ofTitles.write(wordsIn(titleTexts(told).texts));
    if (tier === 'summaries') {
      Object.assign(columns, columnsOf('summaries', rows));
      // What names tell already is not told again.
      words = ofSummaries.write(wordsIn(summaryTexts(columns).texts));
    } else Object.assign(columns, told);
    columns.words = words;
    for (const [column, places] of placesOf) {
      columns[column] = rows.map((entry) => {
        return places.get(JSON.stringify(entry[column as keyof CatalogueEntry])) ?? 0;
      });
    }
    yield `${JSON.stringify(columns)}\n`;
  }
}

/** The columns that hold their values. */
function columnsOf(tier: RowTier, rows: readonly CatalogueEntry[]): TierRows {
  const columns: TierRows = {};
  for (const column of TEXT_COLUMNS[tier]) {
    columns[column] = rows.map((entry) => shortened(entry[column as keyof CatalogueEntry]));
  }
  return columns;
}

/** The words of texts, each once. */
function wordsIn(texts: readonly string[]): ReadonlySet<string> {
  const words = new Set(wordsOfEach(texts));
  words.delete(TEXT_OVER);
  return words;
}

/** Text that is there in Latvian alone stands as such; nothing stands as 0. */
function shortened(value: unknown): unknown {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 0;
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const { lv, ...others } = value as Record<string, unknown>;
  return lv !== undefined && Object.keys(others).length === 0 ? lv : value;
}

/**
 * Objects that entries point to. Of other institutions only their places: a question may name a place
 * from which nothing is in the index, and is ranked as where everything is.
 */
function objectsFor({ entries, objects }: TierContents): LinkedObject[] {
  const named = new Set<string>();
  for (const { institutions, needs = [], lifeEvents = [], groups = [], template } of entries) {
    for (const id of institutions) named.add(`organization/${id}`);
    for (const id of needs) named.add(`need/${id}`);
    for (const id of lifeEvents) named.add(`life-event/${id}`);
    for (const id of groups) named.add(`service-group/${id}`);
    if (template !== undefined) named.add(`service-template/${template}`);
  }
  const isNamed = ({ type, id, aliases = [], needs = [] }: LinkedObject) =>
    [id, ...aliases].some((name) => named.has(`${type}/${name}`)) ||
    needs.some((need) => named.has(`need/${need}`));
  return objects
    .map((object) => (isNamed(object) ? reduced(object) : onlyPlace(object)))
    .filter((object) => object !== undefined)
    .sort((a, b) => (`${a.type}/${a.id}` < `${b.type}/${b.id}` ? -1 : 1));
}

function reduced(object: LinkedObject): LinkedObject {
  const { type, id, aliases, title, summary, registrationNumber, territory, needs } = object;
  return {
    type,
    id,
    ...(aliases?.length && { aliases }),
    ...(title && { title }),
    ...(type === 'service-template' && summary && { summary }),
    ...(registrationNumber && { registrationNumber }),
    ...(territory && { territory }),
    ...(type === 'life-event' && needs?.length && { needs }),
  };
}

function onlyPlace(object: LinkedObject): LinkedObject | undefined {
  const territory = objectText(object)?.places?.[0];
  return territory === undefined ? undefined : { type: object.type, id: object.id, territory };
}
