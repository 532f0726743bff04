/** Opening hours as a list of days, with what holds now. */
import type { HoursSpan, OpeningHours, TimeSpan, Weekday } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { dayInLatvia, timeOfDay } from '../format/clock.ts';
import { formatDay } from '../format/day.ts';
import { WEEK, weekdayOf, weeklyOn } from '../format/opening-hours.ts';
import { weekRows } from '../format/week-rows.ts';
import { plain } from '../rich-text/registered-text.ts';
import type { WeekMessages } from './hours-messages.ts';
import { openNow, type NowContext } from './open-now.ts';

export interface HoursContext extends NowContext {
  text: NowContext['text'] & WeekMessages;
}

/** Exceptions further away than this are not told yet. */
const EXCEPTIONS_AHEAD_DAYS = 60;

export function renderHours(context: HoursContext, hours: OpeningHours | undefined): unknown {
  if (!hours) return nothing;
  const { text, now } = context;
  const description = plain(context, hours.description);
  const valid = weeklyOn(hours, dayInLatvia(now).slice(5));
  const week = (weekly: readonly HoursSpan[]) => renderWeek(context, weekly, weekly === valid);
  return html`<div class="hours" part="hours">
    ${renderNow(context, hours)} ${hours.weekly?.length ? week(hours.weekly) : nothing}
    ${(hours.seasons ?? []).map(
      ({ from, until, weekly }) =>
        html`<p class="label" .textContent=${text.season(yearDay(from), yearDay(until))}></p>
          ${week(weekly)}`,
    )}
    ${renderExceptions(context, hours)}
    ${hours.byAppointment ? html`<p .textContent=${text.byAppointment}></p>` : nothing}
    ${description === nothing ? nothing : html`<p>${description}</p>`}
  </div>`;
}

function renderNow(context: HoursContext, hours: OpeningHours): unknown {
  const now = openNow(context, hours);
  return now
    ? html`<p class=${now.open ? 'now open' : 'now'} .textContent=${now.line}></p>`
    : nothing;
}

/** @param isValid These hours hold today; those of another season have no today. */
function renderWeek(
  context: HoursContext,
  weekly: readonly HoursSpan[],
  isValid: boolean,
): TemplateResult {
  const { text, now } = context;
  const today = WEEK.indexOf(weekdayOf(dayInLatvia(now)));
  const isToday = (from: Weekday, until: Weekday) =>
    isValid && WEEK.indexOf(from) <= today && today <= WEEK.indexOf(until);
  return html`<dl class="week">
    ${weekRows(weekly).map(
      ({ from, until, spans }) =>
        html`<div class=${isToday(from, until) ? 'today' : ''}>
          <dt
            .textContent=${from === until ? text.days[from] : `${text.days[from]}–${text.days[until]}`}
          ></dt>
          <dd .textContent=${spansOf(context, spans) || text.closed}></dd>
        </div>`,
    )}
  </dl>`;
}

function renderExceptions(context: HoursContext, hours: OpeningHours): unknown {
  const { text, lang, now } = context;
  const today = dayInLatvia(now);
  const last = dayInLatvia(new Date(now.getTime() + EXCEPTIONS_AHEAD_DAYS * 86_400_000));
  const coming = (hours.exceptions ?? [])
    .filter(({ date }) => today <= date && date <= last)
    .sort((a, b) => a.date.localeCompare(b.date));
  if (!coming.length) return nothing;
  return html`<p class="label" .textContent=${text.exceptions}></p>
    <dl class="week">
      ${coming.map(
        ({ date, spans, description }) =>
          html`<div>
            <dt .textContent=${formatDay(lang, date)}></dt>
            <dd>
              <span .textContent=${spansOf(context, spans ?? []) || text.closed}></span>
              <small>${plain(context, description)}</small>
            </dd>
          </div>`,
      )}
    </dl>`;
}

/** `8.30–12.00, 13.00–17.00`; with colons where labels are not Latvian. */
function spansOf({ lang }: HoursContext, spans: readonly TimeSpan[]): string {
  return spans
    .map(({ opens, closes }) => `${timeOfDay(lang, opens)}–${timeOfDay(lang, closes)}`)
    .join(', ');
}

/** `01.06.` of `06-01`. */
function yearDay(day: string): string {
  const [month, date] = day.split('-');
  return `${date}.${month}.`;
}
