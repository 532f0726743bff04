/** The filters in use. */
import type { ServiceList } from '@pvp/contract';
import { html, nothing } from 'lit';
import { drawIcon } from '../../templates/icon.ts';
import { FACETS } from '../../translations/catalogue-messages.ts';
import { CLOSE } from '../icons.ts';
import { facetOptions, type FacetsContext } from './facets.ts';

/** One button per selected value, and one that takes all of them back. */
export function renderChips(
  list: ServiceList,
  context: FacetsContext,
  onClear: () => void,
): unknown {
  const { filters, texts } = context;
  const chips = Object.values(FACETS).flatMap((facet) =>
    filters.selected[facet]?.length
      ? facetOptions(list, facet, context)
          .filter(({ selected }) => selected)
          .map((option) => ({ facet, ...option }))
      : [],
  );
  if (!chips.length) return nothing;
  return html`<ul class="chips" part="chips" role="list" aria-label=${texts.activeFilters}>
    ${chips.map(
      ({ facet, value, title }) =>
        html`<li>
          <button
            type="button"
            class="chip"
            part="chip"
            aria-label=${texts.remove(title)}
            @click=${() => context.onToggle(facet, value)}
          >
            <span .textContent=${title}></span>${drawIcon(CLOSE)}
          </button>
        </li>`,
    )}
    <li>
      <button type="button" class="quiet" @click=${onClear} .textContent=${texts.clearAll}></button>
    </li>
  </ul>`;
}
