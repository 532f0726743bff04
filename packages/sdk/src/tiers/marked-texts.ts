/**
 * The texts of rows as one text, row by row: behind each text of a title stands `|`, behind each
 * alternative title `^`, behind each keyword `~`, and behind the row `_`. So all words of many rows are
 * found at once, and a row is taken apart when somebody asks for it.
 */
import type { LinkedObject } from '../query/linked-objects.ts';
import { objectText } from '../query/search-texts.ts';
import { wordsAndMarks, wordsOf } from '../search/fold.ts';
import { MAX_LENGTH } from '../search/word.ts';

/** Behind each text of a field, in the order of fields; a summary stands alone in its tier. */
const FIELD_MARKS = '|^~';
const ROW_MARK = '_';
/** By place: what ends there. */
const MARKS = `${FIELD_MARKS}${ROW_MARK}`;
export const ROW_END = MARKS.indexOf(ROW_MARK);

/** Stands before what stands for a mark in a text. */
const ESCAPE = '\u001f';
const ESCAPED = /[|^~_\u001f]/g;
/** By place in `MARKS`, and for the sign itself: as little part of a word. */
const STAND_INS = '!#%&*';

/** Texts by field. */
export type RowTexts = readonly (readonly string[])[];

/** The texts of a row, marked. */
export function markedRow(fields: RowTexts): string {
  const marked = fields.map((texts, field) => markedTexts(texts, FIELD_MARKS[field]));
  return `${marked.join('')}${ROW_MARK}`;
}

/** Texts, each with a mark behind it. */
export function markedTexts(texts: readonly string[], mark = FIELD_MARKS[0]!): string {
  return texts.map((text) => `${text.replace(ESCAPED, standIn)}${mark}`).join('');
}

/** What is searched in objects. */
export function objectTexts(objects: readonly LinkedObject[]): string[] {
  return objects.flatMap((object) => {
    const { titles = [], places = [] } = objectText(object) ?? {};
    return [...titles, ...places];
  });
}

/** The marked texts of each row. */
export function rowsIn(marked: string): readonly string[] {
  return marked.split(ROW_MARK);
}

/** The texts of a row. */
export function rowTexts(row: string): RowTexts {
  const fields: string[][] = [[], [], []];
  // Texts, and between them their marks.
  const parts = row.split(/([|^~])/);
  for (let at = 1; at < parts.length; at += 2) {
    const text = parts[at - 1]!;
    fields[FIELD_MARKS.indexOf(parts[at]!)]!.push(
      text.includes(ESCAPE) ? text.replace(/\u001f(.)/g, (_, code: string) => meant(code)) : text,
    );
  }
  return fields;
}

/** The words of marked texts, none longer than it is held, and the marks between them. */
export function tokensOf(marked: string): readonly string[] {
  const tokens =
    wordsAndMarks(marked) ??
    marked.split(/([|^~_])/).flatMap((part, at) => (at % 2 === 0 ? wordsOf(part) : part));
  const isLong = (token: string) => token.length > MAX_LENGTH;
  return tokens.some(isLong) ? tokens.map((token) => token.slice(0, MAX_LENGTH)) : tokens;
}

/** What ends with a token: the place of its mark; below 0: nothing, it is a word. */
export function endOf(token: string): number {
  return token.length === 1 ? MARKS.indexOf(token) : -1;
}

function standIn(mark: string): string {
  return ESCAPE + STAND_INS[(MARKS + ESCAPE).indexOf(mark)]!;
}

function meant(code: string): string {
  return (MARKS + ESCAPE)[STAND_INS.indexOf(code)] ?? '';
}
