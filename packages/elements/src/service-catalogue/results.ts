import type { ServiceCard, ServiceList } from '@pvp/contract';
import { html, nothing } from 'lit';
import * as summary from '../templates/service-summary.ts';
import type { CatalogueMessages } from '../translations/catalogue-messages.ts';

export interface ResultsContext {
  texts: CatalogueMessages;
  headingLevel: number;
  /** The institution is obvious: the page asked for one alone. */
  hideInstitution: boolean;
  /** Address of a service, with `{id}` in place of its id. */
  hrefTemplate: string;
  exceptional: summary.SummaryContext['exceptional'];
  onMore(shown: number): void;
}

export function renderResults(list: ServiceList, context: ResultsContext): unknown {
  const { texts, onMore } = context;
  const { items, total, next } = list;
  return html`<ul class="rows" part="list" role="list">
      ${items.map((card) => renderRow(card, context))}
    </ul>
    ${
      next
        ? html`<div class="more">
            <button
              type="button"
              class="button"
              part="button"
              @click=${() => onMore(items.length)}
              .textContent=${texts.more}
            ></button>
            <span .textContent=${texts.shown(items.length, total)}></span>
          </div>`
        : nothing
    }`;
}

function renderRow(card: ServiceCard, context: ResultsContext): unknown {
  const { texts, headingLevel, hideInstitution, hrefTemplate } = context;
  const title: summary.SummaryContext = {
    messages: texts,
    headingLevel,
    hideInstitution,
    exceptional: context.exceptional,
    href: hrefTemplate.replaceAll('{id}', encodeURIComponent(card.id)),
  };
  return html`<li class="row" part="row" data-id=${card.id}>
    ${summary.renderTitle(card, title)} ${summary.renderByline(card, title)}
    ${summary.renderSummary(card, texts)} ${summary.renderFacts(card, texts)}
    ${summary.renderStatusNotice(card, title)}
  </li>`;
}
