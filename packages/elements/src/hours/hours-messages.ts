/** What is said of opening hours. */
import type { Weekday } from '@pvp/contract';
import type { PublicHoliday } from '../format/public-holidays.ts';

export interface HoursMessages {
  days: Record<Weekday, string>;
  closed: string;
  openUntil(time: string): string;
  closedNow: string;
  holiday(name: string): string;
  holidays: Record<PublicHoliday, string>;
  opensToday(time: string): string;
  opensTomorrow(time: string): string;
  opensOn(day: Weekday, time: string): string;
  byAppointment: string;
  exceptions: string;
  season(from: string, until: string): string;
}
