import { plainWords } from '../search/fold.ts';
import { FIELDS } from '../search/impacts.ts';
import type { LineWords } from './line-words.ts';
import {
  FIRST_FORM,
  heldWords,
  NEW_OTHER,
  NEW_WORD,
  ROW_END,
  type FieldTexts,
} from './text-codes.ts';
import type { Rows, TierReader } from './tier-reader.ts';

/** The texts of rows in words of a lexicon. */
export interface RowTexts {
  /** Terms, with `~` the field behind those of a text. */
  terms: Int32Array;
  /** By row: where its terms end. */
  ends: Int32Array;
}

/** Reads the texts of a tier, line by line. */
export class TextReader {
  readonly #tier: TierReader;
  readonly #words: LineWords;
  readonly #firstField: number;
  /** By number of a form: the rows that have it first hold it until a text is asked for. */
  readonly #forms: (string | Rows)[] = [];
  /** By number of a form: its word; below 0: `~` the place of its words. */
  readonly #meant: number[] = [];
  readonly #several: Int32Array[] = [];
  /** Neighbours are asked for together: where the rows end that came last. */
  #codes: Int32Array | undefined;
  #ends: readonly number[] = [];

  /** @param words Numbers those of all tiers. */
  constructor(tier: TierReader, words: LineWords) {
    this.#tier = tier;
    this.#words = words;
    this.#firstField = tier.tier === 'titles' ? 0 : FIELDS.indexOf('summaries');
  }

  /** Numbers forms that are new, in `codes` of the rows too. */
  read(rows: Rows): RowTexts {
    const { count, codes, forms, others, words, tables, places } = rows;
    const tier = this.#tier;
    const plain = forms === '' ? [] : plainWords(forms);
    if (!plain) throw tier.refusal('has forms that are no words');
    const ofOthers = others.map(heldWords);
    const learnt = this.#words.numbers(
      ofOthers.length > 0 ? [...plain, ...ofOthers.flat()] : plain,
      tier.isAnalysed ? words : undefined,
    );
    if (!learnt) throw tier.refusal('tells of another number of words than are new in it');
    const languages = tables['languages']!.map(
      (each) => ((each ?? []) as readonly unknown[]).length,
    );
    const ofRows = places['languages']!;
    const isOther = () => tier.refusal('has other texts than its columns tell');
    const meant = this.#meant;
    const ends = new Int32Array(count);
    let terms = new Int32Array(codes.length);
    let length = 0;
    let row = 0;
    let ofFirst = 0;
    let nextWord = 0;
    let nextOther = 0;
    let nextOfOthers = plain.length;
    for (let at = 0; at < codes.length; at++) {
      let code = codes[at]!;
      if (code >= 0 && code < ROW_END) {
        if (code === 0) ofFirst++;
        terms[length++] = ~(this.#firstField + code);
        continue;
      }
      if (code === ROW_END) {
        if (row === count || ofFirst !== languages[ofRows[row]!]) throw isOther();
        ofFirst = 0;
        ends[row++] = length;
        continue;
      }
      if (code === NEW_WORD) {
        codes[at] = code = FIRST_FORM + this.#forms.push(rows) - 1;
        meant.push(learnt[nextWord++]!);
      } else if (code === NEW_OTHER) {
        codes[at] = code = FIRST_FORM + this.#forms.push(rows) - 1;
        const until = nextOfOthers + (ofOthers[nextOther++]?.length ?? 0);
        meant.push(~(this.#several.push(learnt.subarray(nextOfOthers, until)) - 1));
        nextOfOthers = until;
      }
      const term = meant[code - FIRST_FORM];
      if (term === undefined) throw tier.refusal('names no form in “texts”');
      if (term >= 0) {
        terms[length++] = term;
        continue;
      }
      const several = this.#several[~term]!;
      const room = length + several.length + codes.length - at;
      if (room > terms.length) {
        const longer = new Int32Array(room * 2);
        longer.set(terms);
        terms = longer;
      }
      terms.set(several, length);
      length += several.length;
    }
    if (row !== count || nextWord !== plain.length || nextOther !== others.length) {
      throw isOther();
    }
    return { terms, ends };
  }

  /** The texts of a row. */
  texts({ codes }: Rows, row: number): FieldTexts {
    if (codes !== this.#codes) {
      this.#codes = codes;
      const ends: number[] = [];
      codes.forEach((code, at) => code === ROW_END && ends.push(at));
      this.#ends = ends;
    }
    const fields: string[][] = [[], [], []];
    let forms: string[] = [];
    for (let at = row > 0 ? this.#ends[row - 1]! + 1 : 0; at < this.#ends[row]!; at++) {
      const code = codes[at]!;
      if (code >= FIRST_FORM) {
        forms.push(this.#form(code - FIRST_FORM));
        continue;
      }
      fields[code]!.push(forms.join(' '));
      forms = [];
    }
    return fields;
  }

  /** All forms of its rows are made with it. */
  #form(number: number): string {
    const forms = this.#forms;
    const held = forms[number]!;
    if (typeof held === 'string') return held;
    const written = held.forms.split(' ');
    let nextWord = 0;
    let nextOther = 0;
    for (let at = forms.indexOf(held); forms[at] === held; at++) {
      forms[at] = this.#meant[at]! < 0 ? held.others[nextOther++]! : written[nextWord++]!;
    }
    return forms[number] as string;
  }
}
