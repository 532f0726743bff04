/**
 * The texts of rows as numbers. A text is parted at its spaces; each different part is a form, and has
 * a number from where it stands first. So the words of a form are looked for once, however many texts
 * have it, and a text is put together when somebody asks for it.
 */
import { plainWords, wordsOf } from '../search/fold.ts';
import { MAX_LENGTH } from '../search/word.ts';

/** Below it: a text of the field with this number ends; a summary stands alone in its tier. */
export const ROW_END = 3;
/** A form that was in none before: one word as it is, or something else. */
export const NEW_WORD = 4;
export const NEW_OTHER = 5;
/** Forms that are known, in their order. */
export const FIRST_FORM = 6;

/** Texts by field. */
export type FieldTexts = readonly (readonly string[])[];

/** What a line of a tier has of the texts of its rows. */
export interface TextLine {
  texts: readonly number[];
  /** Forms that are new and one word each, with spaces between them. */
  forms: string;
  /** Other new ones; absent: there are none. */
  others?: readonly string[];
}

/** The words of a text, none longer than it is held. */
export function heldWords(text: string): string[] {
  return wordsOf(text).map((word) => word.slice(0, MAX_LENGTH));
}

/** Writes the texts of rows, line by line. */
export class TextCoder {
  readonly #forms = new Map<string, { code: number; words: readonly string[] }>();
  #count = 0;

  /** Gives the words of new forms, too. */
  line(rows: readonly FieldTexts[]): TextLine & { words: readonly string[] } {
    const texts: number[] = [];
    const plain: string[] = [];
    const others: string[] = [];
    for (const fields of rows) {
      fields.forEach((ofField, field) => {
        for (const text of ofField) {
          for (const form of this.#formsOf(text)) {
            const known = this.#form(form);
            if (known.code > 0) {
              texts.push(known.code);
              continue;
            }
            known.code = FIRST_FORM + this.#count++;
            const isPlain = isWord(form, known.words);
            (isPlain ? plain : others).push(form);
            texts.push(isPlain ? NEW_WORD : NEW_OTHER);
          }
          texts.push(field);
        }
      });
      texts.push(ROW_END);
    }
    const words = [...plain, ...others].flatMap((form) => this.#form(form).words);
    return { texts, forms: plain.join(' '), ...(others.length > 0 && { others }), words };
  }

  /** Parts of a text; the text itself where they have other words than it has. */
  #formsOf(text: string): readonly string[] {
    if (text === '') return [];
    const forms = text.split(' ');
    const words = forms.flatMap((form) => this.#form(form).words);
    return words.join(' ') === heldWords(text).join(' ') ? forms : [text];
  }

  #form(form: string): { code: number; words: readonly string[] } {
    let known = this.#forms.get(form);
    if (!known) this.#forms.set(form, (known = { code: 0, words: heldWords(form) }));
    return known;
  }
}

function isWord(form: string, words: readonly string[]): boolean {
  const plain = plainWords(form);
  return plain?.length === 1 && words.length === 1 && plain[0] === words[0];
}
