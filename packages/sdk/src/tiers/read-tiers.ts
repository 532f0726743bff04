import { InvalidAnswerError } from '../errors/invalid-answer-error.ts';
import type { CatalogueEntry } from '../query/catalogue-entry.ts';
import { CatalogueIndex } from '../query/catalogue-index.ts';
import type { LinkedObject } from '../query/linked-objects.ts';
import type { SynonymEntry } from '../search/searched-text.ts';
import { Slices, type SliceOptions } from '../query/slices.ts';
import {
  FORMAT,
  TABLE_COLUMNS,
  TEXT_COLUMNS,
  VERSION,
  type RowTier,
  type Tier,
  type TierHead,
  type TierRows,
} from './tier-format.ts';

export interface ReadTiersOptions extends SliceOptions {
  /** SHA-256 of `titles`, hexadecimal: must be the one that `summaries` names. */
  sha256?: string;
  /** An empty one to fill. */
  index?: CatalogueIndex;
}

/** Texts of the tiers. */
export interface TierTexts {
  titles: string;
  /** Absent: search by names alone. */
  summaries?: string;
  /** Absent: everyday words lead nowhere. */
  synonyms?: string;
}

/**
 * Builds an index from its tiers, in slices. Their text is checked as it is read: format, version,
 * the length of every column, and the place of every value.
 *
 * @throws {InvalidAnswerError} where a tier is not what this version reads. The index is of no use
 *   then.
 */
export async function readTiers(
  { titles, summaries, synonyms }: TierTexts,
  { sha256, index = new CatalogueIndex(), ...options }: ReadTiersOptions = {},
): Promise<CatalogueIndex> {
  const slices = new Slices(options);
  const pause = async () => {
    await slices.next();
    index.settle();
  };
  const titleRows = readTier('titles', titles);
  const summaryRows = summaries === undefined ? undefined : readTier('summaries', summaries);
  for (const object of titleRows.head.objects ?? []) {
    index.putObject(object as LinkedObject);
    if (slices.isOver) await pause();
  }
  if (summaryRows) {
    const { head } = summaryRows;
    if (head.count !== titleRows.head.count || (sha256 !== undefined && head.titles !== sha256)) {
      throw new InvalidAnswerError('The summaries of the index belong to other titles');
    }
  }
  const others = summaryRows?.rows();
  for (const row of titleRows.rows()) {
    const other = others?.next();
    const { institutions = [] } = row;
    index.putEntry({
      ...row,
      ...(institutions.length > 0 && { institution: institutions[0] }),
      ...(other && !other.done && other.value),
      institutions,
      alternativeTitles: row.alternativeTitles ?? [],
      keywords: row.keywords ?? [],
    } as CatalogueEntry);
    if (slices.isOver) await pause();
  }
  for (const [id, entry] of synonyms === undefined ? [] : readSynonyms(synonyms)) {
    index.putSynonym(id, entry);
    if (slices.isOver) await pause();
  }
  for (const _ of index.preparing()) if (slices.isOver) await slices.next();
  return index;
}

interface ReadTier {
  head: TierHead;
  rows(): Generator<Partial<CatalogueEntry>>;
}

function refusal(tier: Tier, reason: string): InvalidAnswerError {
  return new InvalidAnswerError(`The ${tier} of the index: ${reason}`);
}

function parsed(tier: Tier, line: string | undefined, nth: number): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    throw refusal(tier, `line ${nth + 1} is no JSON`);
  }
}

function readHead(tier: Tier, line: string | undefined): TierHead {
  const head = parsed(tier, line, 0) as Partial<TierHead> | null;
  if (head?.format !== FORMAT) throw refusal(tier, 'this is no serialised index');
  if (head.version !== VERSION) {
    throw refusal(tier, `version ${head.version} is not the one that is read here, ${VERSION}`);
  }
  if (head.tier !== tier || !Number.isInteger(head.count)) {
    throw refusal(tier, 'the head is of another tier or not whole');
  }
  return head as TierHead;
}

function readSynonyms(text: string): (readonly [string, SynonymEntry])[] {
  const [first, second] = text.split('\n');
  const head = readHead('synonyms', first);
  const rows = parsed('synonyms', second, 1);
  if (!Array.isArray(rows) || rows.length !== head.count) {
    throw refusal('synonyms', 'another number of entries is there than the head says');
  }
  return rows as (readonly [string, SynonymEntry])[];
}

function readTier(tier: RowTier, text: string): ReadTier {
  const lines = text.split('\n').filter(Boolean);
  const head = readHead(tier, lines[0]);
  const { tables = {} } = head;
  return { head, rows };

  function* rows(): Generator<Partial<CatalogueEntry>> {
    let count = 0;
    for (let nth = 1; nth < lines.length; nth++) {
      const columns = parsed(tier, lines[nth], nth) as TierRows;
      const length = columns[TEXT_COLUMNS[tier][0]]?.length ?? 0;
      for (const column of [...TEXT_COLUMNS[tier], ...TABLE_COLUMNS[tier]]) {
        if (columns[column]?.length === length) continue;
        throw refusal(tier, `line ${nth + 1} has another number of rows in “${column}”`);
      }
      for (let row = 0; row < length; row++) yield rowOf(columns, row, nth);
      count += length;
    }
    if (count !== head.count) throw refusal(tier, `${count} rows are there, not ${head.count}`);
  }

  function rowOf(columns: TierRows, row: number, nth: number): Partial<CatalogueEntry> {
    const entry: Record<string, unknown> = {};
    for (const column of TEXT_COLUMNS[tier]) {
      const value = columns[column]![row];
      if (value === 0) continue;
      const isText = column === 'title' || column === 'summary';
      entry[column] = isText && typeof value === 'string' ? { lv: value } : value;
    }
    for (const column of TABLE_COLUMNS[tier]) {
      const place = columns[column]![row] as number;
      if (place === 0) continue;
      const value = tables[column]?.[place];
      if (value === undefined) throw refusal(tier, `line ${nth + 1} names no value in “${column}”`);
      entry[column] = value;
    }
    return entry as Partial<CatalogueEntry>;
  }
}
