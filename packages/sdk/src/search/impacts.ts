import type { Lexicon } from './lexicon.ts';
import type { TextsInTerms } from './searched-text.ts';

/** Fields of a document; the number stands in its list of words. */
export const FIELDS = ['titles', 'alternativeTitles', 'keywords', 'summaries'] as const;
/** Titles and alternative titles: the names of a service. */
export const ALTERNATIVE = 1;
export const FIELD_BITS = 2;
/** Ends a text, and a name in the list of words. */
export const TEXT_END = -1;
/** A posting is a document and its impact in one number. */
export const IMPACT_BITS = 10;
export const MAX_IMPACT = (1 << IMPACT_BITS) - 1;

/**
 * What a word says by where it stands, the number of words from which a text counts as long, and how
 * much longer texts lose. Lengths are fixed and not averages: a document's numbers depend on its own
 * text alone, so indexes of different scopes agree.
 */
const WEIGHTS: readonly (readonly [weight: number, length: number, slope: number])[] = [
  [10, 5, 0.4],
  [8, 4, 0.4],
  [5, 3, 0.2],
  [2, 14, 0.3],
];
/** The k of BM25: how soon further places of a word stop to matter. */
const SATURATION = 4;

/** Works out what the words of documents say. */
export class Impacts {
  /** Both go together. */
  readonly terms: number[] = [];
  readonly postings: number[] = [];
  /** The words of documents in order, with their fields, one document after the other. */
  readonly cells: number[] = [];
  /** By term: the best of a group of fields, and the sum of these; else 0. */
  readonly #best: number[] = [];
  readonly #sums: number[] = [];

  constructor(private readonly lexicon: Lexicon) {}

  /** Adds the texts of a document from one number to another. */
  add(document: number, { terms, starts, fields }: TextsInTerms, from: number, to: number): void {
    const { words } = this.lexicon;
    const { cells } = this;
    const best = this.#best;
    const sums = this.#sums;
    while (best.length < words.length) sums[best.push(0) - 1] = 0;
    const begin = cells.length;
    let group = begin;
    for (let text = from; text < to; text++) {
      const start = starts[text]!;
      const field = fields[text]!;
      let end = start;
      let length = 0;
      for (let term = terms[end]!; term >= 0; term = terms[++end]!) {
        if (words[term]!.weight > 0) length++;
      }
      // Words that say nothing count where there are no others.
      const least = Math.min(length, 1);
      const [weight, long, slope] = WEIGHTS[field]!;
      const worth = weight / (1 - slope + (slope * (length || end - start)) / long);
      for (let at = start; at < end; at++) {
        const term = terms[at]!;
        if (words[term]!.weight < least) continue;
        cells.push((term << FIELD_BITS) | field);
        if (worth > best[term]!) best[term] = worth;
      }
      if (field <= ALTERNATIVE) cells.push(TEXT_END);
      // One name of a service is as good as another, and two say no more than one.
      if (
        text + 1 < to &&
        Math.max(fields[text + 1]!, ALTERNATIVE) === Math.max(field, ALTERNATIVE)
      )
        continue;
      for (; group < cells.length; group++) {
        const term = cells[group]! >> FIELD_BITS;
        if (term < 0) continue;
        sums[term]! += best[term]!;
        best[term] = 0;
      }
    }
    for (let at = begin; at < cells.length; at++) {
      const term = cells[at]! >> FIELD_BITS;
      const sum = sums[term];
      // A word is there several times, or it is no word.
      if (!sum) continue;
      sums[term] = 0;
      const impact = Math.max(1, Math.round((MAX_IMPACT * sum) / (sum + SATURATION)));
      this.terms.push(term);
      this.postings.push((document << IMPACT_BITS) | impact);
    }
  }
}
