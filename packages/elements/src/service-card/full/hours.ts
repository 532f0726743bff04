/** Opening hours as a list of days, with what holds now. */
import type { HoursSpan, OpeningHours, TimeSpan, Weekday } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { dayInLatvia, formatDay, timeOfDay } from '../../format/day.ts';
import { openAt, WEEK, weekdayOf, weekRows, type OpenState } from '../../format/opening-hours.ts';
import { plain, type Drawing } from './drawing.ts';

/** Exceptions further away than this are not told yet. */
const EXCEPTIONS_AHEAD_DAYS = 60;

export function renderHours(drawing: Drawing, hours: OpeningHours | undefined): unknown {
  if (!hours) return nothing;
  const { text } = drawing;
  const description = plain(drawing, hours.description);
  return html`<div class="hours" part="hours">
    ${renderNow(drawing, hours)}
    ${hours.weekly?.length ? renderWeek(drawing, hours.weekly) : nothing}
    ${(hours.seasons ?? []).map(
      ({ from, until, weekly }) =>
        html`<p class="label" .textContent=${text.season(yearDay(from), yearDay(until))}></p>
          ${renderWeek(drawing, weekly)}`,
    )}
    ${renderExceptions(drawing, hours)}
    ${hours.byAppointment ? html`<p .textContent=${text.byAppointment}></p>` : nothing}
    ${description === nothing ? nothing : html`<p>${description}</p>`}
  </div>`;
}

function renderNow(drawing: Drawing, hours: OpeningHours): unknown {
  const { text, now } = drawing;
  const state = openAt(hours, now);
  if (!state) return nothing;
  const line = state.open
    ? text.openUntil(timeOfDay(drawing.lang, state.until!))
    : [
        state.holiday ? text.holiday(text.holidays[state.holiday]) : text.closedNow,
        opensNext(drawing, state),
      ]
        .filter(Boolean)
        .join(' ');
  return html`<p class=${state.open ? 'now open' : 'now'} .textContent=${line}></p>`;
}

/** `Atvērs pirmdien plkst. 8.30.` */
function opensNext({ text, lang, now }: Drawing, { opens }: OpenState): string {
  if (!opens) return '';
  const time = timeOfDay(lang, opens.time);
  const tomorrow = dayInLatvia(new Date(now.getTime() + 86_400_000));
  if (opens.day === dayInLatvia(now)) return text.opensToday(time);
  return opens.day === tomorrow ? text.opensTomorrow(time) : text.opensOn(opens.weekday, time);
}

function renderWeek(drawing: Drawing, weekly: readonly HoursSpan[]): TemplateResult {
  const { text, now } = drawing;
  const today = WEEK.indexOf(weekdayOf(dayInLatvia(now)));
  const isToday = (from: Weekday, until: Weekday) =>
    WEEK.indexOf(from) <= today && today <= WEEK.indexOf(until);
  return html`<dl class="week">
    ${weekRows(weekly).map(
      ({ from, until, spans }) =>
        html`<div class=${isToday(from, until) ? 'today' : ''}>
          <dt
            .textContent=${from === until ? text.days[from] : `${text.days[from]}–${text.days[until]}`}
          ></dt>
          <dd .textContent=${spansOf(drawing, spans) || text.closed}></dd>
        </div>`,
    )}
  </dl>`;
}

function renderExceptions(drawing: Drawing, hours: OpeningHours): unknown {
  const { text, lang, now } = drawing;
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
              <span .textContent=${spansOf(drawing, spans ?? []) || text.closed}></span>
              <small>${plain(drawing, description)}</small>
            </dd>
          </div>`,
      )}
    </dl>`;
}

/** `8.30–12.00, 13.00–17.00`; with colons where labels are not Latvian. */
function spansOf({ lang }: Drawing, spans: readonly TimeSpan[]): string {
  return spans
    .map(({ opens, closes }) => `${timeOfDay(lang, opens)}–${timeOfDay(lang, closes)}`)
    .join(', ');
}

/** `01.06.` of `06-01`. */
function yearDay(day: string): string {
  const [month, date] = day.split('-');
  return `${date}.${month}.`;
}
