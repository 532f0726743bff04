import type { CatalogueEntry } from '../query/catalogue-entry.ts';
import type { LinkedObject } from '../query/linked-objects.ts';
import type { WordCodes } from './analysed-words.ts';
import type { TextLine } from './text-codes.ts';

/**
 * A serialised index is lines of JSON, each so short that it is read within a slice: a head, then the
 * objects that rows point to and the tables of values that repeat, then rows in columns, in the order
 * of lists. It depends on the records alone, never on when or by whom it was made, and is named by the
 * SHA-256 of its bytes.
 *
 * The texts of the rows of a line are numbers of forms in which words are written (`text-codes.ts`).
 * The words of new forms are analysed by the writer: what a line tells of those that were in none
 * before (`WordCodes`) stands in their order, forms that are one word first.
 *
 * There are three tiers. `titles` is all that lists, facets and search by name need; `summaries` adds
 * the rest of the searched and shown text, and names the `titles` that it belongs to; `synonyms`
 * holds the everyday words that lead to something in the scope, as one compact text.
 */
export type Tier = 'titles' | 'summaries' | 'synonyms';
/** Tiers with a row for each service. */
export type RowTier = Exclude<Tier, 'synonyms'>;

export const FORMAT = 'pvp-index';
/** Grows with every change that an older reader would misread. */
export const VERSION = 5;
export const ROWS_PER_LINE = 100;
/** About so many characters of objects, or of a table, stand in a line. */
export const LINE_LENGTH = 1 << 14;

/**
 * Columns whose values repeat: a row holds the place of its value in a table. The languages are those
 * of the title, or of the summary.
 */
export const TABLE_COLUMNS = {
  titles: [
    'kind',
    'status',
    'languages',
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
  summaries: ['languages', 'terms'],
} as const satisfies Record<RowTier, readonly (keyof CatalogueEntry | 'languages')[]>;

/** The column that holds its values, one for each row. */
export const VALUE_COLUMN = { titles: 'id', summaries: 'changedAt' } as const;

export interface TierHead {
  format: typeof FORMAT;
  version: number;
  tier: Tier;
  /** Number of rows. */
  count: number;
  /** Rules by which words were analysed and rows ordered. */
  analysis?: number;
  /** `summaries`: SHA-256 of the `titles` that rows belong to, in their order. */
  titles?: string;
}

/** `titles`: some of the objects that rows point to, and of the places of all local institutions. */
export interface ObjectLine {
  objects: readonly LinkedObject[];
  /** Of their titles and places. */
  words: WordCodes;
}

/** More values of a table; at place 0 stands none, which is not told. */
export interface TableLine {
  table: string;
  values: readonly unknown[];
}

/** Columns of rows; a table column that is not there has no value in any of them. */
export interface RowLine extends TextLine {
  id?: readonly string[];
  /** 0: not told. */
  changedAt?: readonly (string | 0)[];
  /** Of the words that are new in these rows. */
  words: WordCodes;
  [column: string]: unknown;
}
