import { Numbers } from './numbers.ts';
import { Worths } from './worths.ts';

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

/** Works out what the words of documents say. */
export class Impacts {
  /** Both go together. */
  readonly terms: Numbers;
  readonly postings: Numbers;
  /** The words of documents in order, with their fields, one document after the other. */
  readonly cells: Numbers;
  readonly #worths = new Worths(MAX_IMPACT);
  /** By term: the best worth in a group of fields, and that of all groups together. */
  #best = new Int32Array(0);
  #sums = new Int32Array(0);
  /** Where the cells of the document begin. */
  #begin = 0;

  /**
   * @param says By term: not 0 where the word says something.
   * @param expected About so many words come.
   */
  constructor(
    private readonly says: readonly number[],
    expected?: number,
  ) {
    this.terms = new Numbers(expected);
    this.postings = new Numbers(expected);
    this.cells = new Numbers(expected);
  }

  /**
   * Adds texts of a document: terms from one place to another, `~` the field behind those of a text.
   * The texts of a field, and all names, come together.
   */
  add(terms: Int32Array, from: number, to: number): void {
    const { says } = this;
    const worths = this.#worths;
    this.#makeRoom(says.length);
    const best = this.#best;
    // A cell for each term, and for each end of a text.
    const cells = this.cells.room(to - from);
    let next = this.cells.length;
    let group = next;
    let ofGroup = -1;
    let start = from;
    let telling = 0;
    for (let at = from; at < to; at++) {
      const end = terms[at]!;
      if (end >= 0) {
        if (says[end] !== 0) telling++;
        continue;
      }
      const field = ~end;
      // One name of a service is as good as another, and two say no more than one.
      const itsGroup = field < ALTERNATIVE ? ALTERNATIVE : field;
      if (itsGroup !== ofGroup) {
        this.#sum(cells, group, next);
        group = next;
        ofGroup = itsGroup;
      }
      const worth = worths.of(field, telling || at - start);
      for (; start < at; start++) {
        const term = terms[start]!;
        // Words that say nothing count where there are no others.
        if (telling > 0 && says[term] === 0) continue;
        cells[next++] = (term << FIELD_BITS) | field;
        const other = best[term]!;
        if (other !== worth) best[term] = other === 0 ? worth : worths.better(other, worth);
      }
      start++;
      telling = 0;
      if (field <= ALTERNATIVE) cells[next++] = TEXT_END;
    }
    this.#sum(cells, group, next);
    this.cells.length = next;
  }

  /** Ends a document. */
  end(document: number): void {
    const impacts = this.#worths.impacts;
    const sums = this.#sums;
    const cells = this.cells.room(0);
    const until = this.cells.length;
    const terms = this.terms.room(until - this.#begin);
    const postings = this.postings.room(until - this.#begin);
    let next = this.terms.length;
    for (let at = this.#begin; at < until; at++) {
      const term = cells[at]! >> FIELD_BITS;
      // An end, or a word that is there several times.
      if (term < 0 || sums[term] === 0) continue;
      terms[next] = term;
      postings[next++] = (document << IMPACT_BITS) | impacts[sums[term]!]!;
      sums[term] = 0;
    }
    this.terms.length = this.postings.length = next;
    this.#begin = until;
  }

  /** Begins anew, when what was worked out is taken. */
  clear(): void {
    this.terms.length = this.postings.length = this.cells.length = this.#begin = 0;
  }

  /** Adds what the words of a group say to what they say in others. */
  #sum(cells: Int32Array, from: number, to: number): void {
    const best = this.#best;
    const sums = this.#sums;
    for (let at = from; at < to; at++) {
      const term = cells[at]! >> FIELD_BITS;
      if (term < 0 || best[term] === 0) continue;
      const sum = sums[term]!;
      sums[term] = sum === 0 ? best[term]! : this.#worths.sum(sum, best[term]!);
      best[term] = 0;
    }
  }

  #makeRoom(size: number): void {
    if (size <= this.#best.length) return;
    // Nothing stands in them between two documents, and a document may come in parts.
    this.#best = new Int32Array(size * 2);
    const sums = new Int32Array(size * 2);
    sums.set(this.#sums);
    this.#sums = sums;
  }
}
