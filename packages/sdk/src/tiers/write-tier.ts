import type { CatalogueEntry } from '../query/catalogue-entry.ts';
import { inListOrder } from '../query/catalogue-rows.ts';
import type { LinkedObject } from '../query/linked-objects.ts';
import { objectText } from '../query/search-texts.ts';
import type { SynonymEntry } from '../search/searched-text.ts';
import { compactText } from '../vocabulary/compact-vocabulary.ts';
import { ANALYSIS, codesOf } from './analysed-words.ts';
import { wordsOfObjects } from './object-filling.ts';
import { TextCoder, type FieldTexts } from './text-codes.ts';
import {
  FORMAT,
  LINE_LENGTH,
  ROWS_PER_LINE,
  TABLE_COLUMNS,
  VALUE_COLUMN,
  VERSION,
  type ObjectLine,
  type RowLine,
  type RowTier,
  type TableLine,
  type TierHead,
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

/**
 * The lines of the tier of everyday words: a head and the compact text of the entries (`compactText`),
 * by their ids, which are not told.
 *
 * @param synonyms In the words of their compact form (`compactEntry`).
 */
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
  yield `${JSON.stringify(compactText(sorted.map(([, entry]) => entry)))}\n`;
}

function* tierLines(
  tier: RowTier,
  { entries }: TierContents,
  objects: readonly LinkedObject[],
  titles?: string,
): Generator<string> {
  const sorted = inListOrder(entries);
  yield '';
  const head: TierHead = {
    format: FORMAT,
    version: VERSION,
    tier,
    count: sorted.length,
    analysis: ANALYSIS,
    ...(titles !== undefined && { titles }),
  };
  yield lineOf(head);
  const met = new Set<string>();
  for (const some of pieces(objects)) {
    const words = codesOf(newIn(wordsOfObjects(some), met));
    // What names tell already is not told again.
    yield tier === 'titles' ? lineOf({ objects: some, words } satisfies ObjectLine) : '';
  }
  const tables = new Map<string, ReadonlyMap<string | undefined, number>>();
  for (const column of TABLE_COLUMNS[tier]) {
    const values = new Set(sorted.map((entry) => valueOf(tier, entry, column)));
    values.delete(undefined);
    const ordered = [...(values as Set<string>)].sort();
    for (const some of pieces(ordered.map((value): unknown => JSON.parse(value)))) {
      yield lineOf({ table: column, values: some } satisfies TableLine);
    }
    tables.set(column, new Map(ordered.map((value, nth) => [value, nth + 1])));
    // Nothing to write yet: whoever writes may let others work meanwhile.
    yield '';
  }
  const lines: CatalogueEntry[][] = [];
  for (let from = 0; from < sorted.length; from += ROWS_PER_LINE) {
    lines.push(sorted.slice(from, from + ROWS_PER_LINE));
  }
  if (tier === 'summaries') {
    const names = new TextCoder();
    for (const rows of lines) yield (newIn(names.line(textsOf('titles', rows)).words, met), '');
  }
  const coder = new TextCoder();
  for (const rows of lines) {
    const { words, ...texts } = coder.line(textsOf(tier, rows));
    const line: RowLine = {
      [VALUE_COLUMN[tier]]: rows.map((entry) => entry[VALUE_COLUMN[tier]] ?? 0),
      ...texts,
      words: codesOf(newIn(words, met)),
    };
    for (const [column, places] of tables) {
      const ofRows = rows.map((entry) => places.get(valueOf(tier, entry, column)) ?? 0);
      if (ofRows.some((place) => place > 0)) line[column] = ofRows;
    }
    yield lineOf(line);
  }
}

function lineOf(value: TierHead | ObjectLine | TableLine | RowLine): string {
  return `${JSON.stringify(value)}\n`;
}

/** As many values together as make a line. */
function* pieces<T>(values: readonly T[]): Generator<T[]> {
  let piece: T[] = [];
  let length = 0;
  for (const value of values) {
    piece.push(value);
    length += JSON.stringify(value).length;
    if (length < LINE_LENGTH) continue;
    yield piece;
    piece = [];
    length = 0;
  }
  if (piece.length > 0) yield piece;
}

/** The value that a table has, as JSON; `undefined`: none. */
function valueOf(tier: RowTier, entry: CatalogueEntry, column: string): string | undefined {
  if (column !== 'languages') return JSON.stringify(entry[column as keyof CatalogueEntry]);
  const text = tier === 'titles' ? entry.title : entry.summary;
  return text && JSON.stringify(Object.keys(text));
}

function textsOf(tier: RowTier, rows: readonly CatalogueEntry[]): FieldTexts[] {
  return rows.map(({ title, alternativeTitles, keywords, summary = {} }) =>
    tier === 'titles'
      ? [Object.values(title), alternativeTitles, keywords]
      : [Object.values(summary)],
  );
}

/** Words that were in none before, in their order; they are met then. */
function newIn(words: readonly string[], met: Set<string>): string[] {
  return words.filter((word) => !met.has(word) && met.add(word));
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
