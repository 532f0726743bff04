/**
 * The full description of a service. A chunk of its own: a page that shows compact cards never
 * loads it.
 */
import type { Service } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../../format/date-time.ts';
import type { UiLanguage } from '../../translations/messages.ts';
import type { FullContext, Section } from '../full-context.ts';
import { plain, rich, type Drawing } from './drawing.ts';
import { renderCosts, renderFacts, renderTerms } from './facts.ts';
import { fullTexts } from './messages.ts';
import { renderChannels, renderSupport } from './places.ts';
import { renderLegal, renderNotes, renderProvenance, renderRelated } from './references.ts';
import { renderRequest } from './request.ts';
import { renderDocuments, renderResult, renderSteps } from './steps.ts';

export { fullStyles } from './full-view.styles.ts';

/** Fetches the labels of a language. */
export const prepareFull = (lang: UiLanguage): Promise<void> => fullTexts.prepare(lang);

/** In the order in which people look for them. */
const BLOCKS: Record<Section, (drawing: Drawing) => unknown> = {
  summary: renderSummary,
  request: renderRequest,
  facts: renderFacts,
  cost: renderCosts,
  // The facts tell the terms already.
  term: (drawing) => ((drawing.sections?.has('facts') ?? true) ? nothing : renderTerms(drawing)),
  steps: renderSteps,
  channels: renderChannels,
  documents: renderDocuments,
  result: renderResult,
  notes: renderNotes,
  legal: renderLegal,
  related: renderRelated,
  support: renderSupport,
  provenance: renderProvenance,
};

/** Everything below the title and the notices, which the element itself draws. */
export function renderFull(service: Service, context: FullContext): TemplateResult {
  const { lang } = context.messages;
  const drawing: Drawing = { ...context, service, lang, text: fullTexts.of(lang), now: new Date() };
  const wanted = context.sections;
  return html`<div class="full" part="description">
    ${(Object.keys(BLOCKS) as Section[]).map((name) =>
      !wanted || wanted.has(name) ? BLOCKS[name](drawing) : nothing,
    )}
  </div>`;
}

function renderSummary(drawing: Drawing): unknown {
  const { summary, description } = drawing.service;
  const lead = plain(drawing, summary);
  return [
    renderNotices(drawing),
    lead === nothing ? nothing : html`<p class="lead" part="summary">${lead}</p>`,
    rich(drawing, description),
  ];
}

/** Why the service is suspended or disturbed, in the register's own words. */
function renderNotices(drawing: Drawing): unknown {
  const { statusNote, derived } = drawing.service;
  const { lang, text } = drawing;
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
  if (note === nothing && !outages.length) return nothing;
  return html`<div class="notes" part="notice-text">${note} ${outages}</div>`;
}
