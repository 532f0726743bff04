import { FIELDS, Impacts } from '../search/impacts.ts';
import type { IndexedTexts } from '../search/indexed-texts.ts';
import type { TextsInTerms } from '../search/searched-text.ts';
import { ROW_END } from './marked-texts.ts';
import { Numbers } from './numbers.ts';
import { spread } from './spread.ts';
import type { RowTier } from './tier-format.ts';

/** Texts of rows in words. */
export interface RowTexts extends TextsInTerms {
  /** By row: the number of texts down to its last one. */
  until: readonly number[];
  /** By row: how many of its texts have the mark of the first field. */
  first: readonly number[];
}

/** Tells the texts of rows apart. */
export function textsIn(terms: Int32Array, tier: RowTier): RowTexts {
  const firstField = tier === 'titles' ? 0 : FIELDS.indexOf('summaries');
  const starts: number[] = [];
  const fields: number[] = [];
  const until: number[] = [];
  const first: number[] = [];
  let ofFirst = 0;
  let start = 0;
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!;
    if (term >= 0) continue;
    const end = ~term;
    if (end === ROW_END) {
      until.push(starts.length);
      first.push(ofFirst);
      ofFirst = 0;
    } else {
      starts.push(start);
      fields.push(firstField + end);
      if (end === 0) ofFirst++;
    }
    start = at + 1;
  }
  return { terms, starts, fields, until, first };
}

/** Puts the texts of rows into an empty index, whose lists are made when all are known. */
export class TextFilling {
  readonly #texts: IndexedTexts;
  readonly #impacts: Impacts;
  readonly #terms = new Numbers();
  readonly #postings = new Numbers();
  readonly #cells = new Numbers();
  /** By document: where its words start. */
  readonly #starts = new Numbers();

  constructor(texts: IndexedTexts) {
    this.#texts = texts;
    this.#impacts = new Impacts(texts.words);
  }

  /** Adds the texts of documents, which stand one behind the other from `first` on. */
  put(first: number, names: RowTexts, summaries?: RowTexts): void {
    const texts = summaries ? together(names, summaries) : names;
    const { until } = texts;
    const impacts = this.#impacts;
    const before = this.#cells.length;
    const starts: number[] = [];
    for (let row = 0; row < until.length; row++) {
      starts.push(before + impacts.cells.length);
      impacts.add(first + row, texts, until[row - 1] ?? 0, until[row]!);
    }
    this.#starts.append(starts);
    this.#terms.append(impacts.terms);
    this.#postings.append(impacts.postings);
    this.#cells.append(impacts.cells);
    impacts.terms.length = impacts.postings.length = impacts.cells.length = 0;
  }

  /** Makes the lists by word and by document, in steps. */
  *finish(): Generator<unknown> {
    const { words, postings, wordsOf } = this.#texts;
    yield* spread(postings, words.size, this.#terms.all(), this.#postings.all());
    yield wordsOf.adopt(this.#starts.taken(), this.#cells.taken());
    this.#texts.capacity = this.#starts.length;
  }
}

/** Texts of the same rows, those of a row behind one another. */
function together(names: RowTexts, summaries: RowTexts): RowTexts {
  const parts = [names, summaries];
  const from = names.terms.length;
  const terms = new Int32Array(from + summaries.terms.length);
  terms.set(names.terms);
  terms.set(summaries.terms, from);
  const starts: number[] = [];
  const fields: number[] = [];
  const until: number[] = [];
  for (let row = 0; row < names.until.length; row++) {
    for (let nth = 0; nth < parts.length; nth++) {
      const part = parts[nth]!;
      for (let text = part.until[row - 1] ?? 0; text < part.until[row]!; text++) {
        starts.push(part.starts[text]! + nth * from);
        fields.push(part.fields[text]!);
      }
    }
    until.push(starts.length);
  }
  return { terms, starts, fields, until, first: names.first };
}
