/** Texts of tiers in the order in which their words are met, by writer and reader alike. */
import type { LinkedObject } from '../query/linked-objects.ts';
import { objectText } from '../query/search-texts.ts';
import { FIELDS } from '../search/impacts.ts';
import type { TierRows } from './tier-format.ts';

/** What is searched in rows. */
export interface RowTexts {
  texts: string[];
  /** By text: its field. */
  fields: number[];
  /** By row: the number of texts down to its last one. */
  until: number[];
}

export function objectTexts(objects: readonly LinkedObject[]): string[] {
  return objects.flatMap((object) => {
    const { titles = [], places = [] } = objectText(object) ?? {};
    return [...titles, ...places];
  });
}

/** @param rows As a tier has them. */
export function titleTexts({ title, alternativeTitles, keywords }: TierRows): RowTexts {
  return textsOf(title!.length, [title!, alternativeTitles!, keywords!], 0);
}

/** @param rows As a tier has them. */
export function summaryTexts({ summary }: TierRows): RowTexts {
  return textsOf(summary!.length, [summary!], FIELDS.indexOf('summaries'));
}

/** @param first The field of the first column; those of the others follow. */
function textsOf(rows: number, columns: readonly (readonly unknown[])[], first: number): RowTexts {
  const texts: string[] = [];
  const fields: number[] = [];
  const until: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let nth = 0; nth < columns.length; nth++) {
      const value = columns[nth]![row];
      if (typeof value === 'string') texts.push(value);
      else if (value) for (const one of Object.values(value)) texts.push(one as string);
      while (fields.length < texts.length) fields.push(first + nth);
    }
    until.push(texts.length);
  }
  return { texts, fields, until };
}
