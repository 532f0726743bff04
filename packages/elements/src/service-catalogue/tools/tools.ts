/**
 * What narrows a list: filters and the chips that take them back. A chunk of its own that travels
 * at the same time as the data; until it is there, its room is kept.
 */
import type { ServiceList } from '@pvp/contract';
import type { LitElement } from 'lit';
import { addStyles } from '../../styles/add-styles.ts';
import type { Facet } from '../../translations/catalogue-messages.ts';
import type { Messages, UiLanguage } from '../../translations/messages.ts';
import type { Filters } from '../catalogue-filters.ts';
import { renderChips } from './chips.ts';
import type { FacetsContext } from './facets.ts';
import { renderFilters } from './filters-panel.ts';
import { toolsTexts } from './messages.ts';
import { toolsStyles } from './tools.styles.ts';

export const prepareTools = (lang: UiLanguage): Promise<void> => toolsTexts.prepare(lang);

export interface ToolsContext {
  messages: Messages;
  filters: Filters;
  /** Facets that are offered. */
  facets: readonly Facet[];
  onToggle(facet: Facet, value: string): void;
  onClear(): void;
}

export class ListTools {
  readonly #host: LitElement;
  /** Titles of values seen so far: one that no longer matches anything keeps its name. */
  readonly #titles = new Map<string, string>();
  /** Facets that show all their values. */
  readonly #expanded = new Set<Facet>();
  /** On narrow screens the filters stand behind a button. */
  #open = false;

  constructor(host: LitElement) {
    this.#host = host;
    addStyles(host, toolsStyles);
  }

  renderFilters(list: ServiceList, context: ToolsContext): unknown {
    return renderFilters(list, this.#facetsContext(context), {
      facets: context.facets,
      open: this.#open,
      onOpen: () => {
        this.#open = !this.#open;
        this.#host.requestUpdate();
      },
    });
  }

  renderChips(list: ServiceList, context: ToolsContext): unknown {
    return renderChips(list, this.#facetsContext(context), () => context.onClear());
  }

  #facetsContext({ messages, filters, onToggle }: ToolsContext): FacetsContext {
    return {
      messages,
      texts: toolsTexts.of(messages.lang),
      filters,
      titles: this.#titles,
      expanded: this.#expanded,
      onToggle,
      onExpand: this.#handleExpand,
    };
  }

  #handleExpand = async (facet: Facet, shown: number): Promise<void> => {
    this.#expanded.add(facet);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // The button is gone: the focus goes to the first box that it brought.
    const box = `[data-facet="${facet}"] label:nth-of-type(${shown + 1}) input`;
    this.#host.renderRoot.querySelector<HTMLElement>(box)?.focus();
  };
}
