import { InvalidAnswerError } from '../errors/invalid-answer-error.ts';
import type { SynonymEntry } from '../search/searched-text.ts';
import { parseCompactVocabulary } from '../vocabulary/parse-compact-vocabulary.ts';
import { ANALYSIS, type WordCodes } from './analysed-words.ts';
import {
  FORMAT,
  TABLE_COLUMNS,
  VALUE_COLUMN,
  VERSION,
  type ObjectLine,
  type RowLine,
  type RowTier,
  type TableLine,
  type Tier,
  type TierHead,
} from './tier-format.ts';

/** Rows as a line of a tier has them. */
export interface Rows {
  /** Number of rows. */
  count: number;
  /** By row: what the column of values has. */
  values: readonly (string | 0)[];
  /** Of their texts: `text-codes.ts`. */
  codes: Int32Array;
  forms: string;
  others: readonly string[];
  words: WordCodes;
  /** By column: its values; the first one stands for none. */
  tables: Tables;
  /** By column, and by row: the place of its value. */
  places: Readonly<Record<string, Uint32Array>>;
}

export type Tables = Readonly<Record<string, readonly unknown[]>>;

/** Reads a tier line by line, and checks it meanwhile. */
export class TierReader {
  readonly head: TierHead;
  /** Whether its words were analysed and its rows ordered as is done here. */
  readonly isAnalysed: boolean;
  readonly tier: RowTier;
  readonly #text: string;
  /** Where the next line begins. */
  #at = 0;
  readonly #tables: Record<string, unknown[]> = {};
  #nth = 0;
  #first: RowLine | undefined;
  #count = 0;

  constructor(tier: RowTier, text: string) {
    this.tier = tier;
    this.#text = text;
    this.head = readHead(tier, this.#line());
    this.isAnalysed = this.head.analysis === ANALYSIS;
    for (const column of TABLE_COLUMNS[tier]) this.#tables[column] = [undefined];
  }

  /** What stands before the rows, line by line; the values of tables are kept. */
  *before(): Generator<ObjectLine | TableLine> {
    for (let line = this.#next(); line; line = this.#next()) {
      if ('texts' in line) {
        this.#first = line;
        return;
      }
      if ('table' in line) this.#addTo(line);
      yield line;
    }
  }

  /** The rows behind, line by line. */
  *rows(): Generator<Rows> {
    for (let line = this.#first; line; line = this.#next() as RowLine | undefined) {
      yield this.#rows(line);
    }
    if (this.#count === this.head.count) return;
    throw refusal(this.tier, `${this.#count} rows are there, not ${this.head.count}`);
  }

  refusal(reason: string): InvalidAnswerError {
    return refusal(this.tier, `line ${this.#nth + 1} ${reason}`);
  }

  #addTo({ table, values }: TableLine): void {
    const known = this.#tables[table];
    if (!known) throw this.refusal(`has an unknown table, “${table}”`);
    if (table === 'languages' && !values.every(Array.isArray)) {
      throw this.refusal('has languages that are no lists');
    }
    for (const value of values) known.push(value);
  }

  #rows({ texts, forms, others = [], words, ...line }: RowLine): Rows {
    const tier = this.tier;
    const column = VALUE_COLUMN[tier];
    const values = line[column];
    if (!Array.isArray(values)) throw this.refusal(`has no “${column}”`);
    const count = values.length;
    const columns = TABLE_COLUMNS[tier];
    const all = new Uint32Array(columns.length * count);
    const places: Record<string, Uint32Array> = {};
    for (let nth = 0; nth < columns.length; nth++) {
      const column = columns[nth]!;
      const from = nth * count;
      places[column] = all.subarray(from, from + count);
      const told = (line[column] ?? []) as readonly number[];
      // A column that is not there has no value in any row.
      if (told.length === 0) continue;
      if (told.length !== count) throw this.refusal(`has another number of rows in “${column}”`);
      // What is no number is neither above nor below another one.
      if (!(Math.min(...told) >= 0 && Math.max(...told) < this.#tables[column]!.length)) {
        throw this.refusal(`names no value in “${column}”`);
      }
      all.set(told, from);
    }
    this.#count += count;
    const codes = new Int32Array(texts);
    return { count, values, codes, forms, others, words, tables: this.#tables, places };
  }

  #next(): ObjectLine | TableLine | RowLine | undefined {
    const text = this.#line();
    this.#nth++;
    if (!text) return undefined;
    const line = parsed(this.tier, text, this.#nth);
    if (typeof line !== 'object' || line === null) throw this.refusal('is no object');
    return line as RowLine;
  }

  /** Found one by one: all at once takes longer than a slice. */
  #line(): string {
    const end = this.#text.indexOf('\n', this.#at);
    const line = this.#text.slice(this.#at, end < 0 ? undefined : end);
    this.#at += line.length + 1;
    return line;
  }
}

export function readSynonyms(text: string): SynonymEntry[] {
  const [first, second] = text.split('\n');
  const head = readHead('synonyms', first);
  const compact = parsed('synonyms', second, 1);
  const entries = typeof compact === 'string' ? parseCompactVocabulary(compact) : undefined;
  if (entries?.length !== head.count) {
    throw refusal('synonyms', 'another number of entries is there than the head says');
  }
  return entries!;
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
