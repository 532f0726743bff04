/**
 * What narrows and orders a list: filters, the chips that take them back, the bar above it; and where
 * long and empty lists get theirs from. A chunk of its own, fetched when the first list is painted; until
 * it is there, its room is kept.
 */
import type { ServiceCard, ServiceList } from '@pvp/contract';
import { html, noChange, nothing, type LitElement, type TemplateResult } from 'lit';
import { LazyPart } from '../../controllers/lazy-part.ts';
import { addStyles } from '../../styles/add-styles.ts';
import type { Facet } from '../../translations/catalogue-messages.ts';
import type { UiLanguage } from '../../translations/messages.ts';
import type { CatalogueFocus } from '../catalogue-focus.ts';
import type { CatalogueParts } from '../catalogue-parts.ts';
import type { NoMatches } from '../no-matches/no-matches.ts';
import type { DrawRow } from '../results.ts';
import type { RowWindow } from '../row-window.ts';
import { goToChip } from './chip-focus.ts';
import { renderChips } from './chips.ts';
import { clear, toggle } from './choices.ts';
import type { FacetsContext } from './facets.ts';
import { renderFilters } from './filters-panel.ts';
import { InSteps, MANY_ROWS } from './in-steps.ts';
import { judgeAttributes } from './judge-attributes.ts';
import { renderBar } from './list-bar.ts';
import { firstPages } from './many-pages.ts';
import { toolsTexts } from './messages.ts';
import { toolsStyles } from './tools.styles.ts';

/** Texts and styles, and a frame for these alone: with what they are for it would be a long one. */
export async function prepareTools(lang: UiLanguage, host: LitElement): Promise<void> {
  await toolsTexts.prepare(lang);
  addStyles(host, toolsStyles);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

export class ListTools {
  /** The question for a list that was unfolded. */
  readonly firstPages = firstPages;
  readonly #host: LitElement;
  /** Titles of values seen so far: one that no longer matches anything keeps its name. */
  readonly #titles = new Map<string, string>();
  /** Facets that show all their values. */
  readonly #expanded = new Set<Facet>();
  /** On narrow screens the filters stand behind a button. */
  #open = false;
  /** Rows of the list on show. */
  #shown = 0;
  /** Rows that stood there when more were asked for. */
  #before = 0;

  #focus?: CatalogueFocus;
  readonly #steps: InSteps;
  readonly #noMatches: LazyPart<NoMatches>;
  readonly #window: LazyPart<Pick<RowWindow, 'draw'>>;

  /** @param rows As many are drawn already. */
  constructor(host: LitElement, rows: number) {
    this.#host = host;
    this.#steps = new InSteps(host, rows);
    judgeAttributes(host);
    this.#noMatches = new LazyPart(host, async (lang) => {
      const { NoMatches, prepareNoMatches } = await import('../no-matches/no-matches.ts');
      await prepareNoMatches(lang as UiLanguage);
      return new NoMatches(host);
    });
    this.#window = new LazyPart(host, () =>
      import('../row-window.ts').then(
        ({ RowWindow }) => new RowWindow(host, () => this.#focus?.rows ?? []),
        // All of them are better than none.
        () => ({ draw: (items, draw) => items.map((card, at) => draw(card, at)) }),
      ),
    );
  }

  /** The rows of a list as far as they are drawn by now; `undefined`: an answer to a key draws its own. */
  drawNear(
    items: readonly ServiceCard[],
    draw: DrawRow,
    { visit, focus }: CatalogueParts,
  ): unknown {
    this.#focus = focus;
    const some = this.#steps.rows(items, draw);
    if (some) return some;
    if (items.length > MANY_ROWS) {
      const near = this.#window.get()?.draw(items, draw);
      return near ?? items.slice(0, MANY_ROWS).map((card) => draw(card));
    }
    return visit.hurried ? undefined : items.map((card) => draw(card));
  }

  /** What is said where nothing was found, and the ways on. */
  renderNoMatches(parts: CatalogueParts): unknown {
    return this.#noMatches.get(parts.messages.lang)?.render(parts);
  }

  renderFilters(list: ServiceList, parts: CatalogueParts): unknown {
    if (parts.visit.hurried) return noChange;
    const { facets } = parts.settings;
    const drawn = this.#steps.filters(facets);
    return renderFilters(list, this.#facetsContext(parts), {
      facets: drawn,
      isWhole: drawn.length === facets.length,
      open: this.#open,
      onOpen: () => {
        this.#open = !this.#open;
        this.#host.requestUpdate();
      },
    });
  }

  /** Empties the search field. */
  renderClear({ visit, focus, messages }: CatalogueParts): unknown {
    if (visit.hurried) return noChange;
    if (!visit.typed) return nothing;
    return html`<button
      type="button"
      class="clear"
      aria-label=${toolsTexts.of(messages.lang).clearSearch}
      @click=${() => {
        visit.submit('');
        focus.all('#q')[0]?.focus();
      }}
    >
      ×
    </button>`;
  }

  /** For those who do not know the official word: the way in by life events. */
  renderEntry({ visit, messages }: CatalogueParts): TemplateResult {
    return html`<button
      type="button"
      class="quiet"
      @click=${() => visit.open(undefined, true)}
      .textContent=${toolsTexts.of(messages.lang).byLifeEvent}
    ></button>`;
  }

  renderBar(list: ServiceList, { visit, settings, messages }: CatalogueParts): unknown {
    if (visit.hurried) return noChange;
    return renderBar(list, {
      texts: toolsTexts.of(messages.lang),
      isSearched: visit.filters.q.trim() !== '',
      sort: visit.filters.sort,
      grid: visit.grid ?? settings.grid,
      contentLang: settings.scope.lang,
      onSort: (sort) => visit.filter({ ...visit.filters, sort }),
      onLayout: (grid) => {
        visit.grid = grid;
        this.#host.requestUpdate();
      },
    });
  }

  renderChips(list: ServiceList, parts: CatalogueParts): unknown {
    const { visit, focus } = parts;
    if (visit.hurried) return noChange;
    return renderChips(list, this.#facetsContext(parts), () => {
      clear(visit);
      goToChip(focus, 0);
    });
  }

  /** Called before the rows are drawn: the first of those that were asked for gets the focus. */
  renderMore(list: ServiceList, { visit, focus, messages }: CatalogueParts): unknown {
    const { items, total } = list;
    this.#shown = items.length;
    const first = this.#before && items[this.#before];
    if (first) {
      this.#before = 0;
      focus.goToRow(first.id);
    }
    if (visit.hurried) return noChange;
    // Made when it is read: not at a key.
    if (!list.next) return nothing;
    const texts = toolsTexts.of(messages.lang);
    return html`<div class="more">
      <button
        type="button"
        class="button"
        part="button"
        @click=${() => {
          this.#before = this.#shown;
          visit.showMore();
        }}
        .textContent=${texts.more}
      ></button>
      <span .textContent=${texts.shown(items.length, total)}></span>
    </div>`;
  }

  #facetsContext({ messages, visit, focus }: CatalogueParts): FacetsContext {
    return {
      messages,
      texts: toolsTexts.of(messages.lang),
      filters: visit.filters,
      titles: this.#titles,
      expanded: this.#expanded,
      onToggle: (facet, value) => {
        const at = focus.all('.chip').findIndex((chip) => chip === focus.focused);
        toggle(visit, facet, value);
        // A chip that was pressed is gone: the focus goes to its neighbour.
        if (at >= 0) goToChip(focus, at);
      },
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
