/** How the list stands: its order, rows or a grid, and in which language. */
import type { ServiceList, ServiceSort } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { ToolsMessages } from './messages.ts';

export interface BarContext {
  texts: ToolsMessages;
  /** Something is searched for. */
  isSearched: boolean;
  sort: ServiceSort | undefined;
  grid: boolean;
  /** Preferred language of descriptions. */
  contentLang: string;
  onSort(sort: ServiceSort): void;
  onLayout(grid: boolean): void;
}

export function renderBar(list: ServiceList, context: BarContext): unknown {
  const { texts, contentLang } = context;
  // One service has no order, and none has neither.
  if (list.total < 2) return nothing;
  const isForeign = list.items.some(({ lang }) => lang !== contentLang);
  return html`<div class="bar-tools">${renderSort(context)} ${renderLayout(context)}</div>
    ${isForeign ? html`<p class="foreign" .textContent=${texts.foreign}></p>` : nothing}`;
}

function renderSort({ texts, isSearched, sort, onSort }: BarContext): TemplateResult {
  const names = Object.keys(texts.sorts) as ServiceSort[];
  const offered = names.filter((name) => isSearched || name !== 'relevance');
  const chosen = offered.find((name) => name === sort) ?? offered[0];
  return html`<label class="sort">
    <span .textContent=${texts.sort}></span>
    <select
      part="field"
      @change=${(event: Event) => onSort((event.target as HTMLSelectElement).value as ServiceSort)}
    >
      ${offered.map(
        (name) =>
          html`<option
            value=${name}
            .selected=${name === chosen}
            .textContent=${texts.sorts[name]}
          ></option>`,
      )}
    </select>
  </label>`;
}

function renderLayout({ texts, grid, onLayout }: BarContext): TemplateResult {
  const button = (isGrid: boolean, text: string) =>
    html`<button
      type="button"
      aria-pressed=${grid === isGrid}
      @click=${() => onLayout(isGrid)}
      .textContent=${text}
    ></button>`;
  return html`<div class="layouts" role="group" aria-label=${texts.layout}>
    ${button(false, texts.list)} ${button(true, texts.grid)}
  </div>`;
}
