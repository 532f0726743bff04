import type { ServiceCard, ServiceList } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import * as summary from '../templates/service-summary.ts';
import type { CatalogueMessages } from '../translations/catalogue-messages.ts';

/** So many rows more are drawn in one task, and laid out and painted in one frame. */
export const ROWS_AT_ONCE = 2;

export interface ResultsContext {
  texts: CatalogueMessages;
  headingLevel: number;
  /** The institution is obvious: the page asked for one alone. */
  hideInstitution: boolean;
  /** Address of a service, with `{id}` in place of its id. */
  hrefTemplate: string;
  grid: boolean;
  exceptional: summary.SummaryContext['exceptional'];
  /** Draws the rows of a long list that are near; nothing where all are to be drawn. */
  drawNear(items: readonly ServiceCard[], draw: DrawRow): unknown;
}

/** @param at Place in the list, where not all rows are drawn. */
export type DrawRow = (card: ServiceCard, at?: number) => unknown;

export function renderResults(
  { items, total }: Pick<ServiceList, 'items' | 'total'>,
  context: ResultsContext,
): TemplateResult {
  const { grid, drawNear } = context;
  const drawRow: DrawRow = (card, at) => renderRow(card, context, at, total);
  return html`<ul class="rows ${grid ? 'grid' : ''}" part="list" role="list">
    ${drawNear(items, drawRow) ?? items.map((card) => drawRow(card))}
  </ul>`;
}

function renderRow(
  card: ServiceCard,
  context: ResultsContext,
  at: number | undefined,
  total: number,
): unknown {
  const { texts, headingLevel, hideInstitution, hrefTemplate } = context;
  const title: summary.SummaryContext = {
    messages: texts,
    headingLevel,
    hideInstitution,
    exceptional: context.exceptional,
    href: hrefTemplate.replaceAll('{id}', encodeURIComponent(card.id)),
  };
  const named = card.instances
    ? { ...card, institution: { id: '', title: texts.institutions(card.instances) } }
    : card;
  // Without white space between: a list has as many nodes as it needs and no more.
  // prettier-ignore
  return html`<li class="row" part="row" data-id=${card.id} data-at=${at ?? nothing} aria-posinset=${at === undefined ? nothing : at + 1} aria-setsize=${at === undefined ? nothing : total}>${summary.renderTitle(card, title)}${summary.renderByline(named, title)}${summary.renderSummary(card, texts)}${summary.renderFacts(card, texts)}${summary.renderStatusNotice(card, title)}</li>`;
}
