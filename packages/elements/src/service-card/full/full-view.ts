/**
 * The full description of a service. A chunk of its own: a page that shows compact cards never
 * loads it.
 */
import type { Service } from '@pvp/contract';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { formatDateTime } from '../../format/date-time.ts';
import { dayInLatvia } from '../../format/clock.ts';
import { formatDay } from '../../format/day.ts';
import { publicHolidayOn } from '../../format/public-holidays.ts';
import { hoursStyles } from '../../hours/hours.styles.ts';
import { addStyles } from '../../styles/add-styles.ts';
import { richTextStyles } from '../../styles/rich-text.styles.ts';
import { renderLocalAddition } from '../../templates/local-addition.ts';
import { renderNotice } from '../../templates/notice.ts';
import type { UiLanguage } from '../../translations/messages.ts';
import type { FullContext, Section } from '../full-context.ts';
import { applicable, differencesOf, isAnswered, type Answers } from './applicable.ts';
import { CardVisit } from './card-visit.ts';
import { renderCosts } from './costs.ts';
import { plain, rich, type Drawing } from './drawing.ts';
import { renderFacts, renderTerms } from './facts.ts';
import { fullPartsStyles } from './full-parts.styles.ts';
import { fullStyles } from './full-view.styles.ts';
import { renderFeedback } from './feedback.ts';
import { renderInstitutions } from './institutions.ts';
import { renderLanguageNote } from './language-note.ts';
import { fullTexts } from './messages.ts';
import { renderChannels, renderSupport } from './places.ts';
import { renderProvenance } from './provenance.ts';
import { renderQuestions } from './questions.ts';
import { renderLegal, renderNotes, renderRelated } from './references.ts';
import { renderRequest } from './request.ts';
import { renderDocuments, renderResult, renderSteps } from './steps.ts';

/** Fetches the labels of a language, and dresses the element. */
export async function prepareFull(host: LitElement, lang: UiLanguage): Promise<void> {
  await fullTexts.prepare(lang);
  addStyles(host, richTextStyles);
  addStyles(host, hoursStyles);
  addStyles(host, fullStyles);
  addStyles(host, fullPartsStyles);
}

/** Everything below the title and the notices, which the element itself draws. */
export function renderFull(registered: Service, context: FullContext): TemplateResult {
  const { host, sections } = context;
  const { lang } = context.messages;
  const visit = CardVisit.of(host);
  visit.show(registered, context);
  const answers = visit.answersFor(registered);
  const { service, hidden } = applicable(registered, answers);
  const text = fullTexts.of(lang);
  const drawing: Drawing = {
    ...context,
    headingLevel: Math.min(context.headingLevel, 5),
    service,
    lang,
    text,
    now: new Date(),
    holidayOn: (day) => {
      const holiday = publicHolidayOn(day);
      return holiday && text.holidays[holiday];
    },
    fallbacks: new Set(),
  };
  const handleAnswer = (next: Answers): void => {
    visit.answer(registered, next);
    const count = applicable(registered, next).hidden;
    context.say(isAnswered(next) ? drawing.text.questions.hidden(count) : '');
  };

  const handleConfirm = async (): Promise<void> => {
    await visit.confirm(context);
    const { verdict } = visit;
    // That of another description, which came meanwhile, nobody asked for.
    if (verdict && verdict !== 'unchanged') context.say(text.verdict[verdict]);
  };

  /** In the order in which people look for them; the page's own addition stands before the last. */
  const blocks: Record<Section, () => unknown> = {
    institutions: () => renderInstitutions(drawing, visit),
    summary: () => renderSummary(drawing),
    questions: () =>
      renderQuestions(drawing, {
        differences: differencesOf(registered),
        answers,
        hidden,
        onAnswer: handleAnswer,
      }),
    request: () => renderRequest(drawing),
    facts: () => renderFacts(drawing),
    cost: () => renderCosts(drawing),
    term: () => renderTerms(drawing),
    steps: () => renderSteps(drawing),
    channels: () => renderChannels(drawing),
    documents: () => renderDocuments(drawing),
    result: () => renderResult(drawing),
    notes: () => renderNotes(drawing),
    legal: () => renderLegal(drawing),
    related: () => renderRelated(drawing),
    support: () => renderSupport(drawing),
    provenance: () =>
      renderProvenance(drawing, {
        verdict: visit.verdict,
        onConfirm: handleConfirm,
      }),
  };
  const drawn = (Object.keys(blocks) as Section[]).map((name) =>
    !sections || sections.has(name) ? blocks[name]() : nothing,
  );
  return html`<div class="full" part="description">
    ${renderNotices(drawing, visit)} ${renderLanguageNote(drawing)} ${drawn.slice(0, -1)}
    ${renderLocalAddition(host, lang)} ${drawn.at(-1)} ${renderFeedback(drawing, registered.id)}
  </div>`;
}

function renderSummary(drawing: Drawing): unknown {
  const { service, text } = drawing;
  const lead = plain(drawing, service.summary);
  const others = (service.alternativeTitles ?? [])
    .map((title) => plain(drawing, title))
    .filter((title) => title !== nothing);
  return [
    lead === nothing ? nothing : html`<p class="lead" part="summary">${lead}</p>`,
    rich(drawing, service.description),
    others.length
      ? html`<p class="label others"><span .textContent=${text.alsoCalled}></span> ${others}</p>`
      : nothing,
  ];
}

/** Why the service is suspended or disturbed, in the register's own words; and since or until when. */
function renderNotices(drawing: Drawing, { verdict }: CardVisit): unknown {
  const { service, lang, text, now } = drawing;
  const { statusNote, validFrom, validUntil, derived } = service;
  const today = dayInLatvia(now);
  const validity =
    validFrom && validFrom > today
      ? text.notYetValid(formatDay(lang, validFrom))
      : validUntil && validUntil < today && text.noLongerValid(formatDay(lang, validUntil));
  const note = rich(drawing, statusNote);
  const outages = (derived?.outages ?? []).map(({ title, message, expectedUntil }) => {
    const name = plain(drawing, title);
    return html`<p>
      <strong>${name}.</strong> ${plain(drawing, message)}
      ${
        expectedUntil
          ? html`<span
              .textContent=${text.expectedUntil(formatDateTime(lang, expectedUntil))}
            ></span>`
          : nothing
      }
    </p>`;
  });
  return [
    renderNotice(verdict === 'altered' && text.verdict.altered),
    renderNotice(validity),
    note === nothing && !outages.length
      ? nothing
      : html`<div class="notes" part="notice-text">${note} ${outages}</div>`,
  ];
}
