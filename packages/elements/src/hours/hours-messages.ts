/** What is said of opening hours. */
import type { Weekday } from '@pvp/contract';

/** Whether a place is open, and when it will be. */
export interface NowMessages {
  openUntil(time: string): string;
  openAlways: string;
  closedNow: string;
  /** @param name Empty where it is not known. */
  holiday(name: string): string;
  opensToday(time: string): string;
  opensTomorrow(time: string): string;
  opensOn(day: Weekday, time: string): string;
  byAppointment: string;
}

/** Day by day. */
export interface WeekMessages {
  days: Record<Weekday, string>;
  closed: string;
  exceptions: string;
  season(from: string, until: string): string;
}

export interface HoursMessages extends NowMessages, WeekMessages {}
