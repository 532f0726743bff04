import type { ServiceList } from '@pvp/contract';
import { latvianSortKey } from '@pvp/sdk/query';
import { html, nothing } from 'lit';
import type { Facet } from '../../translations/catalogue-messages.ts';
import type { Messages, UiLanguage } from '../../translations/messages.ts';
import type { Filters } from '../catalogue-filters.ts';
import type { ToolsMessages } from './messages.ts';

/** As many values of a facet are shown at once; the others on request. */
const SHOWN = 6;

export interface Option {
  value: string;
  title: string;
  count: number;
  selected: boolean;
}

export interface FacetsContext {
  messages: Messages;
  texts: ToolsMessages;
  filters: Filters;
  /** Titles of values seen so far: one that no longer matches anything keeps its name. */
  titles: Map<string, string>;
  /** Facets that show all their values. */
  expanded: ReadonlySet<Facet>;
  onToggle(facet: Facet, value: string): void;
  /** @param shown Number of values that stand there already. */
  onExpand(facet: Facet, shown: number): void;
}

/**
 * The values of one facet in an order that stays while counts change: that of the list where it is
 * closed, else that of the alphabet. What is selected is always among them.
 */
export function facetOptions(list: ServiceList, facet: Facet, context: FacetsContext): Option[] {
  const { messages, texts, filters, titles } = context;
  const labels: Partial<Record<Facet, Readonly<Record<string, string>>>> = {
    recipient: messages.recipients,
    channel: messages.channels,
    free: { true: texts.free, false: texts.paid },
  };
  const closed = labels[facet];
  const chosen = filters.selected[facet] ?? [];
  const counts = new Map<string, number>();
  for (const value of chosen) counts.set(value, 0);
  for (const { value, title, count } of list.facets[facet] ?? []) {
    counts.set(value, count);
    if (title) titles.set(value, title);
  }
  const order = closed && Object.keys(closed);
  const compare = titleOrder(messages.lang);
  return [...counts]
    .map(([value, count]) => ({
      value,
      title: closed?.[value] ?? titles.get(value) ?? value,
      count,
      selected: chosen.includes(value),
    }))
    .filter(({ value }) => !closed || value in closed)
    .sort((a, b) =>
      order ? order.indexOf(a.value) - order.indexOf(b.value) : compare(a.title, b.title),
    );
}

/** Made once: the filters of every list have the same titles. */
const sortKeys = new Map<string, string>();

/** Without the browser's collation for Latvian: its first comparison holds a slow phone for 100 ms. */
function titleOrder(lang: UiLanguage): (a: string, b: string) => number {
  if (lang !== 'lv') return (a, b) => a.localeCompare(b, lang);
  const keyOf = (title: string): string => {
    let key = sortKeys.get(title);
    if (key === undefined) sortKeys.set(title, (key = latvianSortKey(title)));
    return key;
  };
  return (a, b) => (keyOf(a) < keyOf(b) ? -1 : Number(keyOf(a) > keyOf(b)));
}

export function renderFacet(list: ServiceList, facet: Facet, context: FacetsContext): unknown {
  const options = facetOptions(list, facet, context);
  // One value for everything narrows nothing.
  if (options.length < 2 && !options[0]?.selected) return nothing;
  const whole = context.expanded.has(facet) || options.length <= SHOWN + 1;
  const shown = whole ? options : options.filter(({ selected }, at) => at < SHOWN || selected);
  return html`<fieldset class="facet" part="facet" data-facet=${facet}>
    <legend .textContent=${context.texts.facets[facet]}></legend>
    ${shown.map(
      ({ value, title, count, selected }) =>
        html`<label class="option">
          <input
            type="checkbox"
            .checked=${selected}
            @change=${() => context.onToggle(facet, value)}
          />
          <span .textContent=${title}></span>
          <span class="count" .textContent=${String(count)}></span>
        </label>`,
    )}
    ${
      whole
        ? nothing
        : html`<button
            type="button"
            class="quiet"
            @click=${() => context.onExpand(facet, shown.length)}
            .textContent=${context.texts.showAll(options.length)}
          ></button>`
    }
  </fieldset>`;
}
