/**
 * What is data and not code: which place serves which level (the scan of the guideline lost marks,
 * so another reading may take its place), and the public holidays.
 */
import {
  SUPPORT_LEVELS,
  SUPPORT_PLACE_KINDS,
  SUPPORT_WAYS,
  type SupportAnswer,
} from '@pvp/contract';
import { SUPPORT_MATRIX, type SupportMatrix } from '@pvp/sdk/support';
import * as v from 'valibot';
import holidaysFile from './holidays.json' with { type: 'json' };

export type Holiday = SupportAnswer['holidays'][number];

export interface SupportData {
  matrix: SupportMatrix;
  /** In order. */
  holidays: readonly Holiday[];
}

const matrix = v.record(
  v.picklist(SUPPORT_PLACE_KINDS),
  v.strictObject({
    way: v.picklist(SUPPORT_WAYS),
    levels: v.record(v.picklist(SUPPORT_LEVELS.map(String)), v.picklist(['main', 'secondary'])),
  }),
);

const holidays = v.array(
  v.strictObject({
    date: v.pipe(v.string(), v.isoDate()),
    title: v.objectWithRest({ lv: v.string() }, v.string()),
  }),
);

/** What holds unless a configuration names other files. */
export const SUPPORT_DATA: SupportData = {
  matrix: SUPPORT_MATRIX,
  holidays: holidaysFile,
};

/** A matrix from the JSON of a file; `undefined`: it is none. */
export function readMatrix(value: unknown): SupportMatrix | undefined {
  const result = v.safeParse(matrix, value);
  return result.success ? result.output : undefined;
}

/** Holidays from the JSON of a file, in order; `undefined`: they are none. */
export function readHolidays(value: unknown): Holiday[] | undefined {
  const result = v.safeParse(holidays, value);
  return result.success ? [...result.output].sort((a, b) => (a.date < b.date ? -1 : 1)) : undefined;
}

/** Those of the year of an instant, and of the next. */
export function holidaysAround({ holidays }: SupportData, now: Date): Holiday[] {
  const year = now.getUTCFullYear();
  return holidays.filter(({ date }) => {
    const of = Number(date.slice(0, 4));
    return of === year || of === year + 1;
  });
}
