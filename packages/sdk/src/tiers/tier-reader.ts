import { InvalidAnswerError } from '../errors/invalid-answer-error.ts';
import { TEXT_OVER, wordsOfEach } from '../search/fold.ts';
import type { Lexicon } from '../search/lexicon.ts';
import type { SynonymEntry } from '../search/searched-text.ts';
import { ANALYSIS, AnalysedWords, type WordCodes } from './analysed-words.ts';
import type { Columns } from './tier-entry.ts';
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

/** Reads a tier line by line, and checks it meanwhile. */
export class TierReader {
  readonly head: TierHead;
  /** Whether its words were analysed and its rows ordered as is done here. */
  readonly isAnalysed: boolean;
  readonly words: AnalysedWords;
  readonly #tier: RowTier;
  readonly #text: string;
  /** Where the next line begins. */
  #at = 0;
  readonly #tables: Record<string, unknown[]> = {};
  #codes: WordCodes | undefined;
  #nth = 0;
  #count = 0;

  /** @param before The words of a tier that are not told again. */
  constructor(tier: RowTier, text: string, before?: AnalysedWords) {
    this.#tier = tier;
    this.#text = text;
    this.head = readHead(tier, this.#line());
    this.isAnalysed = this.head.analysis === ANALYSIS;
    this.words = new AnalysedWords(before);
    this.#codes = this.head.words;
    for (const column of TABLE_COLUMNS[tier]) {
      const table = (this.#tables[column] = this.head.tables?.[column] ?? []);
      table[0] = undefined;
    }
  }

  /** The next rows; `undefined`: these were all. */
  next(): Columns | undefined {
    const tier = this.#tier;
    const line = this.#line();
    this.#nth++;
    if (!line) {
      if (this.#count === this.head.count) return undefined;
      throw refusal(tier, `${this.#count} rows are there, not ${this.head.count}`);
    }
    const rows = parsed(tier, line, this.#nth) as TierRows;
    this.#codes = rows.words;
    const length = rows[TEXT_COLUMNS[tier][0]]?.length ?? 0;
    const kept: TierRows = {};
    for (const column of [...TEXT_COLUMNS[tier], ...TABLE_COLUMNS[tier]]) {
      const values = rows[column];
      if (!Array.isArray(values) || values.length !== length) {
        throw this.refusal(`has another number of rows in “${column}”`);
      }
      const table = this.#tables[column];
      if (table && !values.every((place) => (place as number) in table)) {
        throw this.refusal(`names no value in “${column}”`);
      }
      kept[column] = values;
    }
    this.#count += length;
    return { rows: kept, tables: this.#tables };
  }

  /**
   * Takes in what is told of the words of the head, or of the rows that came last, and puts them into
   * a lexicon. Gives the words of all the texts.
   */
  learn(texts: readonly string[], lexicon: Lexicon): readonly string[] {
    const words = wordsOfEach(texts);
    const each = new Set(words);
    each.delete(TEXT_OVER);
    if (this.isAnalysed && !this.words.read(each, this.#codes ?? ['', '', ''])) {
      throw this.refusal('tells of another number of words than are new in it');
    }
    for (const word of each) {
      if (!lexicon.terms.has(word)) lexicon.put(word, this.words.get(word));
    }
    return words;
  }

  /** Found one by one: all at once takes longer than a slice. */
  #line(): string {
    const end = this.#text.indexOf('\n', this.#at);
    const line = this.#text.slice(this.#at, end < 0 ? undefined : end);
    this.#at += line.length + 1;
    return line;
  }

  refusal(reason: string): InvalidAnswerError {
    return refusal(this.#tier, `line ${this.#nth + 1} ${reason}`);
  }
}

export function readSynonyms(text: string): (readonly [string, SynonymEntry])[] {
  const [first, second] = text.split('\n');
  const head = readHead('synonyms', first);
  const rows = parsed('synonyms', second, 1);
  if (!Array.isArray(rows) || rows.length !== head.count) {
    throw refusal('synonyms', 'another number of entries is there than the head says');
  }
  return rows as (readonly [string, SynonymEntry])[];
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
