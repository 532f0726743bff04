/**
 * Public holidays of Latvia by the law on holidays (Par svētku, atceres un atzīmējamām dienām):
 * fixed days, those that follow Easter, and the working day after 4 May or 18 November where one of
 * these falls on a weekend. The closing day of a song festival has no rule; registers tell it as an
 * exception of the hours.
 */
export type PublicHoliday =
  | 'new-year'
  | 'good-friday'
  | 'easter'
  | 'labour-day'
  | 'independence'
  | 'mothers-day'
  | 'pentecost'
  | 'ligo'
  | 'jani'
  | 'proclamation'
  | 'christmas'
  | 'new-years-eve'
  | 'moved';

const FIXED: Readonly<Record<string, PublicHoliday>> = {
  '01-01': 'new-year',
  '05-01': 'labour-day',
  '05-04': 'independence',
  '06-23': 'ligo',
  '06-24': 'jani',
  '11-18': 'proclamation',
  '12-24': 'christmas',
  '12-25': 'christmas',
  '12-26': 'christmas',
  '12-31': 'new-years-eve',
};

/** Days from Easter Sunday. */
const AROUND_EASTER: Readonly<Record<number, PublicHoliday>> = {
  [-2]: 'good-friday',
  0: 'easter',
  1: 'easter',
  49: 'pentecost',
};

const DAY = 86_400_000;

/** @param day A day of the calendar: `2026-11-18`. */
export function publicHolidayOn(day: string): PublicHoliday | undefined {
  const at = Date.parse(`${day}T00:00Z`);
  const date = new Date(at);
  const fixed = FIXED[day.slice(5)];
  if (fixed) return fixed;
  const fromEaster = (at - easterSunday(date.getUTCFullYear())) / DAY;
  if (AROUND_EASTER[fromEaster]) return AROUND_EASTER[fromEaster];
  const isSecondWeek = date.getUTCDate() > 7 && date.getUTCDate() <= 14;
  if (date.getUTCMonth() === 4 && date.getUTCDay() === 0 && isSecondWeek) return 'mothers-day';
  // The Monday after a Saturday or a Sunday.
  if (date.getUTCDay() === 1 && [at - DAY, at - 2 * DAY].some(isMoved)) return 'moved';
  return undefined;
}

function isMoved(at: number): boolean {
  const name = FIXED[new Date(at).toISOString().slice(5, 10)];
  return name === 'independence' || name === 'proclamation';
}

/** The anonymous Gregorian computus. */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return Date.UTC(year, Math.floor(f / 31) - 1, (f % 31) + 1);
}
