/** The hours of a week as a table. */
import type { HoursSpan, TimeSpan, Weekday } from '@pvp/contract';
import { spansOf, WEEK } from './opening-hours.ts';

/** One row of a table of hours: days that follow each other with equal spans. */
export interface HoursRow {
  from: Weekday;
  until: Weekday;
  /** Empty: closed. */
  spans: readonly TimeSpan[];
}

/** The week as rows, Monday first; neighbours with equal hours share one. */
export function weekRows(weekly: readonly HoursSpan[]): HoursRow[] {
  const rows: HoursRow[] = [];
  for (const day of WEEK) {
    const spans = spansOf(weekly, day);
    const last = rows.at(-1);
    if (last && spanKey(last.spans) === spanKey(spans)) last.until = day;
    else rows.push({ from: day, until: day, spans });
  }
  return rows;
}

const spanKey = (spans: readonly TimeSpan[]): string =>
  spans.map(({ opens, closes }) => opens + closes).join();
