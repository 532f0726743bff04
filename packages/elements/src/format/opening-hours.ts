/** Opening hours by the clock in Latvia, wherever the reader is. */
import type { HoursSpan, OpeningHours, TimeSpan, Weekday } from '@pvp/contract';

const WEEK: readonly Weekday[] = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

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

function spansOf(weekly: readonly HoursSpan[], day: Weekday): TimeSpan[] {
  return weekly
    .filter(({ days }) => days.includes(day))
    .map(({ opens, closes }) => ({ opens, closes }))
    .sort((a, b) => a.opens.localeCompare(b.opens));
}

const spanKey = (spans: readonly TimeSpan[]): string =>
  spans.map(({ opens, closes }) => opens + closes).join();

/** Whether a place is open at a moment, and until when; or when it opens on that same day. */
export interface OpenState {
  open: boolean;
  /** `HH:MM`: the end of the span that is on. */
  until?: string;
  /** `HH:MM`: the next beginning on that day. */
  opensAt?: string;
}

/**
 * An exception of the day decides first, then the season, then the week. `undefined` where the
 * hours tell nothing about the day.
 */
export function openAt(hours: OpeningHours, now: Date): OpenState | undefined {
  const { day, weekday, time } = clockInLatvia(now);
  const exception = hours.exceptions?.find(({ date }) => date === day);
  const weekly = weeklyOn(hours, day.slice(5));
  if (!exception && !weekly?.length) return undefined;
  const spans = exception ? (exception.spans ?? []) : spansOf(weekly ?? [], weekday);
  const current = spans.find(({ opens, closes }) => opens <= time && time < closes);
  if (current) return { open: true, until: current.closes };
  const next = spans.find(({ opens }) => opens > time);
  return next ? { open: false, opensAt: next.opens } : { open: false };
}

/** The weekly hours on a day of the year (`MM-DD`); a season may run over New Year. */
function weeklyOn(hours: OpeningHours, day: string): readonly HoursSpan[] | undefined {
  const season = hours.seasons?.find(({ from, until }) =>
    from <= until ? from <= day && day <= until : from <= day || day <= until,
  );
  return season?.weekly ?? hours.weekly;
}

function clockInLatvia(now: Date): { day: string; weekday: Weekday; time: string } {
  const part: Record<string, string> = {};
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Riga',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  for (const { type, value } of format.formatToParts(now)) part[type] = value;
  return {
    day: `${part.year}-${part.month}-${part.day}`,
    weekday: part.weekday!.slice(0, 2).toLowerCase() as Weekday,
    time: `${part.hour}:${part.minute}`,
  };
}
