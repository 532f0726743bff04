import type { TermUnit } from '@pvp/contract';

const LETTERS: Readonly<Record<TermUnit, readonly [string, string]>> = {
  hour: ['PT', 'H'],
  'working-day': ['P', 'D'],
  'calendar-day': ['P', 'D'],
  week: ['P', 'W'],
  month: ['P', 'M'],
  year: ['P', 'Y'],
};

/** ISO 8601 duration. Only whole numbers have one; working days count as days. */
export function isoDuration(amount: number, unit: TermUnit): string | undefined {
  const letters = LETTERS[unit];
  if (letters === undefined || !Number.isInteger(amount)) return undefined;
  return `${letters[0]}${amount}${letters[1]}`;
}
