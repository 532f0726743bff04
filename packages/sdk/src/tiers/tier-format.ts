import type { CatalogueEntry } from '../query/catalogue-entry.ts';
import type { WordCodes } from './analysed-words.ts';

/**
 * A serialised index is lines of JSON: a head, then rows in columns, so many to a line that a line
 * is parsed within a slice; rows are in the order of lists. It depends on the records alone, never on
 * when or by whom it was made, and is named by the SHA-256 of its bytes.
 *
 * Words are analysed by the writer: a reader looks for the words of a line, and what the line tells of
 * those that were in none before (`WordCodes`) stands in their order.
 *
 * There are three tiers. `titles` is all that lists, facets and search by name need; `summaries` adds
 * the rest of the searched and shown text, and names the `titles` that it belongs to; `synonyms`
 * holds everyday words, the same for every scope.
 */
export type Tier = 'titles' | 'summaries' | 'synonyms';
/** Tiers with a row for each service. */
export type RowTier = Exclude<Tier, 'synonyms'>;

export const FORMAT = 'pvp-index';
/** Grows with every change that an older reader would misread. */
export const VERSION = 2;
export const ROWS_PER_LINE = 100;

/** Columns whose values repeat: a row holds the place of its value in the head's table. */
export const TABLE_COLUMNS = {
  titles: [
    'kind',
    'status',
    'institutions',
    'recipients',
    'channels',
    'needs',
    'lifeEvents',
    'groups',
    'template',
    'cost',
    'free',
    'machine',
  ],
  summaries: ['terms'],
} as const satisfies Record<RowTier, readonly (keyof CatalogueEntry)[]>;

/** Columns that hold their values. */
export const TEXT_COLUMNS = {
  titles: ['id', 'title', 'alternativeTitles', 'keywords'],
  summaries: ['summary', 'changedAt'],
} as const satisfies Record<RowTier, readonly (keyof CatalogueEntry)[]>;

export interface TierHead {
  format: typeof FORMAT;
  version: number;
  tier: Tier;
  /** Number of rows. */
  count: number;
  /** Rules by which words were analysed and rows ordered. */
  analysis?: number;
  /** Of the titles and places of `objects`. */
  words?: WordCodes;
  /** `titles`: the objects that rows point to, and the places of all local institutions. */
  objects?: readonly unknown[];
  /** `summaries`: SHA-256 of the `titles` that rows belong to, in their order. */
  titles?: string;
  /** By column: its different values; the first one stands for none. Absent in `synonyms`. */
  tables?: Record<string, unknown[]>;
}

/** By column; `words` are the codes of the words that are new in these rows. */
export type TierRows = Record<string, unknown[]> & { words?: WordCodes };
