import type { ServiceCard, ServiceList } from '@pvp/contract';
import { html, nothing } from 'lit';
import * as summary from '../templates/service-summary.ts';
import type { CatalogueMessages } from '../translations/catalogue-messages.ts';
import type { Messages } from '../translations/messages.ts';

export interface ResultsContext {
  messages: Messages;
  texts: CatalogueMessages;
  headingLevel: number;
  /** The institution is obvious: the page asked for one alone. */
  hideInstitution: boolean;
  /** Something narrows the list and can be taken back. */
  filtered: boolean;
  register: string;
  /** Address of a service, with `{id}` in place of its id. */
  hrefTemplate: string;
  onOpen(id: string, event: MouseEvent): void;
  onMore(shown: number): void;
  onClear(): void;
}

export function renderResults(list: ServiceList, context: ResultsContext): unknown {
  const { texts, onMore } = context;
  const { items, total, next } = list;
  if (!total) return renderEmpty(context);
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
  const { messages, headingLevel, hideInstitution, hrefTemplate } = context;
  const title: summary.SummaryContext = {
    messages,
    headingLevel,
    hideInstitution,
    href: hrefTemplate.replaceAll('{id}', encodeURIComponent(card.id)),
    onOpen: (event) => context.onOpen(card.id, event),
  };
  return html`<li class="row" part="row" data-id=${card.id}>
    ${summary.renderTitle(card, title)} ${summary.renderByline(card, title)}
    ${summary.renderSummary(card, messages)} ${summary.renderFacts(card, messages)}
    ${summary.renderStatusNotice(card, messages)}
  </li>`;
}

function renderEmpty({ messages, texts, filtered, register, onClear }: ResultsContext): unknown {
  return html`<div class="empty" part="empty">
    <p class="title" .textContent=${texts.emptyTitle}></p>
    <p class="summary" .textContent=${texts.emptyAdvice}></p>
    <p class="actions">
      ${
        filtered
          ? html`<button
              type="button"
              class="button"
              part="button"
              @click=${onClear}
              .textContent=${texts.clearAll}
            ></button>`
          : nothing
      }
      <a href=${register} .textContent=${messages.toRegister}></a>
    </p>
  </div>`;
}
