import { TEXT_OVER } from '../search/fold.ts';
import { Impacts, TEXT_END } from '../search/impacts.ts';
import type { IndexedTexts } from '../search/indexed-texts.ts';
import { spread } from './spread.ts';
import type { RowTexts } from './tier-texts.ts';

/** Texts of rows in words. */
export interface RowWords extends Omit<RowTexts, 'texts'> {
  /** Behind those of each text stands `TEXT_OVER`; the lexicon has them. */
  words: readonly string[];
}

/** Puts the texts of rows into an empty index, whose lists are made when all are known. */
export class TextFilling {
  readonly #texts: IndexedTexts;
  readonly #impacts: Impacts;
  /** By document: where its words start. */
  readonly #starts: number[] = [];

  constructor(texts: IndexedTexts) {
    this.#texts = texts;
    this.#impacts = new Impacts(texts.words);
  }

  /**
   * Adds the texts of documents, which stand one behind the other from `first` on.
   *
   * @param parts Each with all the documents, whose texts stand in its order.
   */
  put(first: number, parts: readonly RowWords[]): void {
    const terms: number[] = [];
    const startsOf = parts.map(({ words }) => this.#terms(words, terms));
    const rows = parts[0]!.until.length;
    let texts = { terms, starts: startsOf[0]!, fields: parts[0]!.fields };
    let { until } = parts[0]!;
    if (parts.length > 1) {
      texts = { terms, starts: [], fields: [] };
      until = [];
      for (let row = 0; row < rows; row++) {
        for (let nth = 0; nth < parts.length; nth++) {
          const part = parts[nth]!;
          for (let text = part.until[row - 1] ?? 0; text < part.until[row]!; text++) {
            texts.starts.push(startsOf[nth]![text]!);
            texts.fields.push(part.fields[text]!);
          }
        }
        until.push(texts.starts.length);
      }
    }
    for (let row = 0; row < rows; row++) {
      this.#starts.push(this.#impacts.cells.length);
      this.#impacts.add(first + row, texts, until[row - 1] ?? 0, until[row]!);
    }
  }

  /** Makes the lists by word and by document, in steps. */
  *finish(): Generator<unknown> {
    const { terms, postings, cells } = this.#impacts;
    const { words, postings: byWord, wordsOf } = this.#texts;
    yield* spread(byWord, words.words.length, terms, postings);
    yield wordsOf.adopt(Int32Array.from(this.#starts), Int32Array.from(cells));
    this.#texts.capacity = this.#starts.length;
  }

  /** Adds numbers of words, and tells where each text starts. */
  #terms(words: readonly string[], into: number[]): number[] {
    const lexicon = this.#texts.words;
    const known = lexicon.terms;
    const starts = [into.length];
    for (let nth = 0; nth < words.length; nth++) {
      const word = words[nth]!;
      if (word === TEXT_OVER) starts.push(into.push(TEXT_END));
      else into.push(known.get(word) ?? lexicon.put(word));
    }
    return starts;
  }
}
