/** Whether a place is open, in a sentence. */
import type { OpeningHours } from '@pvp/contract';
import { dayInLatvia, timeOfDay } from '../format/clock.ts';
import { openAt, type HolidayOn, type OpenState } from '../format/opening-hours.ts';
import type { TextContext } from '../rich-text/registered-text.ts';
import type { NowMessages } from './hours-messages.ts';

export interface NowContext extends TextContext {
  text: NowMessages;
  /** The moment that is told of. */
  now: Date;
  /** The title of the public holiday on a day; empty where it has none that is known here. */
  holidayOn: HolidayOn<string>;
}

/** Nothing where the hours do not tell. */
export function openNow(
  context: NowContext,
  hours: OpeningHours,
): { open: boolean; line: string } | undefined {
  const { text, lang, now, holidayOn } = context;
  const state = openAt(hours, now, holidayOn);
  if (!state) return undefined;
  const { open, until, holiday } = state;
  if (open) return { open, line: until ? text.openUntil(timeOfDay(lang, until)) : text.openAlways };
  const why = holiday === undefined ? text.closedNow : text.holiday(holiday);
  return { open, line: [why, opensNext(context, state.opens)].filter(Boolean).join(' ') };
}

/** `Atvērs pirmdien plkst. 8.30.` */
function opensNext({ text, lang, now }: NowContext, opens: OpenState<string>['opens']): string {
  if (!opens) return '';
  const time = timeOfDay(lang, opens.time);
  const tomorrow = dayInLatvia(new Date(now.getTime() + 86_400_000));
  if (opens.day === dayInLatvia(now)) return text.opensToday(time);
  return opens.day === tomorrow ? text.opensTomorrow(time) : text.opensOn(opens.weekday, time);
}
