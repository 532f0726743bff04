/** Opening hours by the clock in Latvia, wherever the reader is. */
import type { HoursSpan, OpeningHours, TimeSpan, Weekday } from '@pvp/contract';

export const WEEK: readonly Weekday[] = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** The spans of one day of the week, in their order. */
export function spansOf(weekly: readonly HoursSpan[], day: Weekday): TimeSpan[] {
  return inOrder(
    weekly.filter(({ days }) => days.includes(day)).map(({ opens, closes }) => ({ opens, closes })),
  );
}

function inOrder(spans: readonly TimeSpan[]): TimeSpan[] {
  return [...spans].sort((a, b) => (a.opens < b.opens ? -1 : 1));
}

/** Whether a place is open at a moment, and until when; or when it opens next. */
export interface OpenState<H> {
  open: boolean;
  /** `HH:MM`: the end of the span that is on; absent where it never closes. */
  until?: string;
  /** The next beginning within a week. */
  opens?: { day: string; weekday: Weekday; time: string };
  /** What the calendar calls the holiday for which the place tells no hours of its own. */
  holiday?: H;
}

/** What a calendar calls the holiday of a day (`2026-11-18`), where it is one. */
export type HolidayOn<H> = (day: string) => H | undefined;

const DAYS_AHEAD = 7;

/**
 * An exception of the day decides first, then a public holiday, then the season, then the week.
 * `undefined` where the hours tell nothing about the day.
 */
export function openAt<H>(
  hours: OpeningHours,
  now: Date,
  holidayOn: HolidayOn<H>,
): OpenState<H> | undefined {
  const { day, time } = clockInLatvia(now);
  const today = hoursOn(hours, day, holidayOn);
  if (!today) return undefined;
  const current = today.spans.find(({ opens, closes }) => opens <= time && time < closes);
  if (current) return { open: true, ...(!today.always && { until: current.closes }) };
  const opens = nextOpening(hours, day, time, holidayOn);
  return {
    open: false,
    ...(opens && { opens }),
    ...(today.holiday !== undefined && { holiday: today.holiday }),
  };
}

/** The hours of one day; `undefined` where nothing tells them. */
function hoursOn<H>(
  hours: OpeningHours,
  day: string,
  holidayOn: HolidayOn<H>,
): { spans: readonly TimeSpan[]; always?: boolean; holiday?: H } | undefined {
  const exception = hours.exceptions?.find(({ date }) => date === day);
  if (exception) return { spans: inOrder(exception.spans ?? []) };
  const weekly = weeklyOn(hours, day.slice(5));
  if (!weekly?.length) return undefined;
  const holiday = hours.openOnHolidays ? undefined : holidayOn(day);
  // What never closes does not close on a holiday either.
  const always = isRoundTheClock(weekly);
  if (holiday !== undefined && !always) return { spans: [], holiday };
  return { spans: spansOf(weekly, weekdayOf(day)), always };
}

function nextOpening<H>(
  hours: OpeningHours,
  today: string,
  time: string,
  holidayOn: HolidayOn<H>,
): OpenState<H>['opens'] {
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const day = new Date(Date.parse(`${today}T00:00Z`) + ahead * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const next = hoursOn(hours, day, holidayOn)?.spans.find(
      ({ opens }) => ahead > 0 || opens > time,
    );
    if (next) return { day, weekday: weekdayOf(day), time: next.opens };
  }
  return undefined;
}

function isRoundTheClock(weekly: readonly HoursSpan[]): boolean {
  return WEEK.every((day) =>
    weekly.some(
      ({ days, opens, closes }) => days.includes(day) && opens === '00:00' && closes === '24:00',
    ),
  );
}

/** @param day `2026-11-21` */
export function weekdayOf(day: string): Weekday {
  return WEEK[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7]!;
}

/** The weekly hours on a day of the year (`MM-DD`); a season may run over New Year. */
export function weeklyOn(hours: OpeningHours, day: string): readonly HoursSpan[] | undefined {
  const season = hours.seasons?.find(({ from, until }) =>
    from <= until ? from <= day && day <= until : from <= day || day <= until,
  );
  return season?.weekly ?? hours.weekly;
}

function clockInLatvia(now: Date): { day: string; time: string } {
  const part: Record<string, string> = {};
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Riga',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  for (const { type, value } of format.formatToParts(now)) part[type] = value;
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}
