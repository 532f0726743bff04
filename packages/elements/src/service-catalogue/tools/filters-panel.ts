import type { ServiceList } from '@pvp/contract';
import { html, nothing } from 'lit';
import { drawIcon } from '../../templates/icon.ts';
import type { Facet } from '../../translations/catalogue-messages.ts';
import { FILTER } from '../icons.ts';
import { renderFacet, type FacetsContext } from './facets.ts';

export interface PanelState {
  facets: readonly Facet[];
  /** No others follow. */
  isWhole: boolean;
  open: boolean;
  onOpen(): void;
}

export function renderFilters(
  list: ServiceList,
  context: FacetsContext,
  { facets, isWhole, open, onOpen }: PanelState,
): unknown {
  const { texts, filters } = context;
  const shown = facets.map((facet) => renderFacet(list, facet, context));
  // A button that opens nothing is none. Its room stays, so that no list moves below somebody who types.
  if (shown.every((facet) => facet === nothing)) {
    return isWhole ? html`<p class="no-filters" .textContent=${texts.noFilters}></p>` : nothing;
  }
  const active = Object.values(filters.selected).flat().length;
  return html`<div>
    <button
      type="button"
      class="button filters-button"
      part="button"
      aria-expanded=${open}
      aria-controls="facets"
      @click=${onOpen}
    >
      ${drawIcon(FILTER)}<span
        .textContent=${active ? `${texts.filters} (${active})` : texts.filters}
      ></span>
    </button>
    <div
      id="facets"
      class="facets ${open ? 'open' : ''}"
      role="group"
      aria-label=${texts.filters}
      aria-busy=${isWhole ? nothing : 'true'}
    >
      ${shown}
    </div>
  </div>`;
}
