/** What is said of opening hours. */
import type { Weekday } from '@pvp/contract';

export interface HoursMessages {
  days: Record<Weekday, string>;
  closed: string;
  openUntil(time: string): string;
  closedNow: string;
  /** @param name Empty where it is not known. */
  holiday(name: string): string;
  opensToday(time: string): string;
  opensTomorrow(time: string): string;
  opensOn(day: Weekday, time: string): string;
  byAppointment: string;
  exceptions: string;
  season(from: string, until: string): string;
}
