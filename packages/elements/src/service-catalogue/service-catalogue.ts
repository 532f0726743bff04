import { html, LitElement, nothing, type PropertyValues } from 'lit';

import type { ServiceList } from '@pvp/contract';
import type { ServiceSource } from '@pvp/sdk/source';

import { headingLevelOf } from '../attributes/attribute-check.ts';
import { LazyPart } from '../controllers/lazy-part.ts';
import { initialAnswer, ServiceQuery } from '../controllers/service-query.ts';
import { cssStateOf, isPartial, setCssState, shownAnswer } from '../controllers/shown-state.ts';
import { UiTexts } from '../controllers/ui-language.ts';
import { exceptionalPart } from '../exceptional-states/exceptional-part.ts';
import type { FailureContext } from '../exceptional-states/exceptional-states.ts';
import { openedBy } from '../events.ts';
import { foundation } from '../styles/foundation.ts';
import { loadPictures } from '../styles/load-pictures.ts';
import { renderNotice } from '../templates/notice.ts';
import { catalogueMessages, type CatalogueMessages } from '../translations/catalogue-messages.ts';
import type { UiLanguage } from '../translations/messages.ts';
import { VERSION } from '../version.ts';
import { isFiltered, listQuery } from './catalogue-filters.ts';
import { CatalogueFocus } from './catalogue-focus.ts';
import type { CatalogueParts } from './catalogue-parts.ts';
import { readSettings, type Settings } from './catalogue-settings.ts';
import { CatalogueVisit } from './catalogue-visit.ts';
import { firstPage } from './first-page.ts';
import { addressOf } from './page-address.ts';
import { renderResults, ROWS_AT_ONCE } from './results.ts';
import { renderSearch } from './search-form.ts';
import { styles } from './service-catalogue.styles.ts';
import type { ListTools } from './tools/tools.ts';

/** Rows are seldom lower, in pixels. */
const LOW_ROW = 130;
/** No page of a list has more. */
const MOST_ROWS = 200;

/**
 * The catalogue of registered services: search, filters, list, and a service opened in its place.
 *
 * ```html
 * <pvp-service-catalogue register="https://register.example" institution="90000012345">
 *   <a href="https://latvija.gov.lv/">Mūsu pakalpojumi portālā Latvija.gov.lv</a>
 * </pvp-service-catalogue>
 * ```
 *
 * @attr {boolean} counters - Send counts of views and searches to the register, of nobody in particular.
 * @slot - Fallback: shown without JavaScript, before data and when nothing can be shown.
 * @csspart search - The search form.
 * @csspart field - The search field, and the order.
 * @csspart button - A button.
 * @csspart facet - One group of filters.
 * @csspart chips - The filters in use.
 * @csspart chip - One filter in use.
 * @csspart status - The number of services; the line that is read out.
 * @csspart list - The list.
 * @csspart row - One service.
 * @csspart heading - Heading of a row.
 * @csspart title - Title of a row, its link.
 * @csspart institution - Name of the institution.
 * @csspart summary - One or two lines.
 * @csspart facts - Recipient, price, term and channels.
 * @csspart notice - Outage, suspension, age of the data.
 * @csspart failure - What is said where nothing can be shown.
 * @csspart empty - What is said where nothing was found.
 * @cssstate loading - Waiting for an answer.
 * @cssstate stale - Shows older data, because the register does not answer.
 * @cssstate offline - Shows older data, because there is no network.
 * @cssstate empty - Nothing was found.
 * @cssstate error - Nothing can be shown.
 * @fires {CustomEvent<ServiceOpenedDetail>} pvp-service-opened - A person opens a service.
 *   Cancelable: the page may show it in its own way.
 * @fires {CustomEvent<ErrorDetail>} pvp-error - A bad attribute, or a register that cannot be read.
 */
export class PvpServiceCatalogue extends LitElement {
  static readonly version = VERSION;

  static override styles = [foundation, styles];

  static override properties = {
    register: {},
    institution: {},
    profile: {},
    recipient: {},
    lifeEvent: { attribute: 'life-event' },
    group: {},
    general: { type: Boolean },
    byLifeEvent: { type: Boolean, attribute: 'by-life-event' },
    limit: { type: Number },
    rows: { type: Number },
    facets: {},
    view: {},
    contentLang: { attribute: 'content-lang' },
    serviceHref: { attribute: 'service-href' },
    deepLinks: { type: Boolean, attribute: 'deep-links' },
    headingLevel: { attribute: 'heading-level' },
    live: { type: Boolean },
    offline: { type: Boolean },
    worker: { type: Boolean },
    source: { attribute: false },
  };

  /** Origin of the register or of a mirror, or address of a static snapshot. */
  declare register: string | undefined;
  /** Ids or registration numbers of institutions, with spaces between. */
  declare institution: string | undefined;
  /** Which catalogue this is. */
  declare profile: 'residents' | 'businesses' | 'institutions' | undefined;
  /** Only services for these recipients. */
  declare recipient: string | undefined;
  /** Only services of these life events (ids). */
  declare lifeEvent: string | undefined;
  /** Only services of these groups (ids). */
  declare group: string | undefined;
  /** Adds services of general benefit. */
  declare general: boolean;
  /** Offers the life events as a way in. */
  declare byLifeEvent: boolean;
  /** Services per page, 1–200; as many as `rows`, else 20. */
  declare limit: number | undefined;
  /** Number of rows to keep room for before data arrive, so that the page does not jump. */
  declare rows: number | undefined;
  /** Which filters to offer: recipient, life-event, channel, free, institution, group. */
  declare facets: string | undefined;
  /** How rows stand until the visitor chooses; a list by default. */
  declare view: 'list' | 'grid' | undefined;
  /** Preferred language of descriptions; that of the page by default. */
  declare contentLang: string | undefined;
  /** Address of a service on this site, with `{id}` in place of its id. */
  declare serviceHref: string | undefined;
  /** Keep search and filters in the address of the page. */
  declare deepLinks: boolean;
  /** Level of the headings of rows, 2–6. Default 3. */
  declare headingLevel: string | undefined;
  /** Follow changes of the register while the page is visible. */
  declare live: boolean;
  /** Keep a copy on the device of the one institution, or the one life event, that is shown. */
  declare offline: boolean;
  /** Search in a worker, where the page allows one, and not on the thread that draws the page. */
  declare worker: boolean;
  /** Where descriptions come from, instead of `register`. */
  declare source: ServiceSource | undefined;

  #internals = this.attachInternals();
  #ui = new UiTexts(this, catalogueMessages);
  #visit = new CatalogueVisit(this, () => this.deepLinks);
  #query = new ServiceQuery<ServiceList>(this);
  #focus = new CatalogueFocus(this);
  #settings?: Settings | undefined;
  #status = '';
  /** There is something that filters could narrow. */
  #isNarrowed = true;
  #parts?: CatalogueParts;
  /** Id of the service that was open in place of the list; true: the life events were. */
  #wasOpened: string | boolean = false;
  #listTools?: ListTools;
  #tools = new LazyPart(this, async (lang) => {
    const { ListTools, prepareTools } = await import('./tools/tools.ts');
    await prepareTools(lang as UiLanguage, this);
    return (this.#listTools ??= new ListTools(this, this.#drawn));
  });
  /** The page stands: what could not be seen, or pressed yet, follows. */
  #isPainted = false;
  /** Rows that may be drawn: a window full at first, then more in steps, of which the tools take care. */
  #drawn = innerHeight / LOW_ROW;
  /** Somebody has gone into the search field. */
  #begun = false;
  #search = new LazyPart(this, async () =>
    (await import('./search/catalogue-search.ts')).searchOf(
      this,
      this.#visit,
      () => this.#settings,
    ),
  );
  #openedView = new LazyPart(this, () => import('./opened-service.ts'));
  #exceptional = exceptionalPart(this);

  protected override willUpdate(changed: PropertyValues): void {
    const lang = this.contentLang ?? this.#ui.lang;
    // Nothing else than properties and the language decides them: no key waits for it.
    if (changed.size || this.#settings?.scope.lang !== lang) {
      this.#settings = readSettings(this, lang);
    }
    const { filters, pages, typing, situations, opened = situations } = this.#visit;
    const { source, scope } = this.#settings ?? {};
    const query = scope && listQuery(scope, filters);
    const search = this.#begun || filters.q ? this.#search.get() : undefined;
    if (this.#begun) search?.begin();
    const question =
      source &&
      query &&
      ((pages > 1 && this.#tools.get(this.#ui.lang)?.firstPages(source, query, pages)) ||
        search?.question(source, query) ||
        firstPage(source, query));
    const initial =
      this.hasUpdated || isFiltered(filters) ? undefined : initialAnswer<ServiceList>(this);
    this.#query.ask(question, initial);

    const { state, slow } = this.#query;
    const list = shownAnswer(state)?.data;
    setCssState(this.#internals, cssStateOf(state, list?.total === 0));
    // Decided by the whole list: no column comes or goes while somebody types.
    if (list && !isFiltered(filters)) this.#isNarrowed = list.total > 1;
    search?.mark(state);
    const { texts } = this.#ui;
    if (slow) this.#status = texts?.loading ?? '';
    else if (texts && !typing && state.status !== 'loading' && !isPartial(state)) {
      this.#status = list ? texts.count(list.total) : '';
    }
    if (opened !== this.#wasOpened) {
      const before = this.#wasOpened;
      // A page that opens with a service in its address leaves the focus where it is.
      const view = this.hasUpdated && this.#openedView.get();
      if (view) {
        view.follow({ host: this, focus: this.#focus, visit: this.#visit }, opened, before);
      }
      if (view !== undefined) this.#wasOpened = opened;
    }
    // The tools travel at the same time as data that were not there at once.
    if (question && this.#isPainted) this.#tools.get(this.#ui.lang);
  }

  protected override firstUpdated(): void {
    const drawMore = () =>
      requestAnimationFrame(() =>
        // The frame is painted when its callbacks have run.
        setTimeout(() => {
          // What begins to be fetched is work enough for one task.
          if (this.#isPainted) this.#drawn += ROWS_AT_ONCE;
          else loadPictures(this);
          this.#isPainted = true;
          this.requestUpdate();
          if (!this.#listTools && this.#drawn < MOST_ROWS) drawMore();
        }),
      );
    drawMore();
    this.renderRoot.addEventListener('click', (event) => this.#handleClick(event as MouseEvent));
  }

  protected override updated(): void {
    if (this.#query.state.status !== 'ready') return;
    this.#exceptional.warm(this.#ui.lang);
    this.#search.warm();
  }

  /** Asks the register again. */
  refresh(): void {
    this.#query.refresh();
  }

  override render(): unknown {
    const { texts } = this.#ui;
    const { state } = this.#query;
    const list =
      shownAnswer(state)?.data ?? (state.status === 'failed' ? state.previous?.data : undefined);
    const parts = texts && list && this.#partsOf(texts);
    const shown = parts && this.#renderList(parts, list);
    const { opened, situations } = this.#visit;
    const isFaceted = this.#isNarrowed && this.#settings?.facets.length;
    const openedView = parts && (opened || situations) && this.#openedView.get();
    return html`<div class=${this.rows ? 'reserved' : ''} .style=${`--_rows:${this.rows ?? 0}`}>
      <div ?hidden=${!!openedView}>
        <slot ?hidden=${!!shown}></slot>
        ${
          texts && !list && state.status !== 'loading'
            ? this.#exceptional
                .get(this.#ui.lang)
                ?.renderUnanswered(this, this.#failureContext(texts))
            : nothing
        }
        ${shown?.search}
        ${this.byLifeEvent ? html`<div class="entry">${shown?.entry}</div>` : nothing}
        <div class="columns ${isFaceted ? 'faceted' : ''}">
          ${isFaceted ? html`<div class="side">${shown?.filters}</div>` : nothing}
          <section class="results" aria-label=${texts?.results ?? ''}>
            <div class="bar">
              <p class="status" part="status" role="status" .textContent=${this.#status}></p>
              ${shown?.bar}
            </div>
            ${texts && this.#renderAge(texts)} ${shown?.results}
          </section>
        </div>
      </div>
      ${openedView ? openedView.renderOpened(parts) : nothing}
    </div>`;
  }

  #partsOf(messages: CatalogueMessages): CatalogueParts {
    const visit = this.#visit;
    // Not at a key: until the rest is drawn, titles lead to their service from the question before.
    if (visit.hurried) return this.#parts!;
    const { filters } = visit;
    return (this.#parts = {
      host: this,
      visit,
      focus: this.#focus,
      settings: this.#settings!,
      messages,
      hrefTemplate:
        this.serviceHref ||
        addressOf(this, { filters, opened: '{id}' }).replace('%7Bid%7D', '{id}'),
    });
  }

  #renderList(parts: CatalogueParts, list: ServiceList) {
    const { visit, messages, settings } = parts;
    const tools = this.#listTools;
    return {
      search: renderSearch({
        texts: messages,
        typed: visit.typed,
        clear: tools?.renderClear(parts),
        onBegin: () => {
          // Neither in the task that draws the focus, nor in the way of whoever types at once.
          setTimeout(() => {
            this.#begun = true;
            this.#search.get()?.begin();
          }, 100);
        },
        onType: (text) => visit.type(text, settings.source.isLocal || this.#search.get()?.isAtHand),
        onSubmit: (text) => visit.submit(text),
      }),
      entry: tools?.renderEntry(parts),
      filters: tools?.renderFilters(list, parts),
      bar: tools?.renderBar(list, parts),
      results: [tools?.renderChips(list, parts), this.#renderResults(parts, list)],
    };
  }

  #renderResults(parts: CatalogueParts, list: ServiceList): unknown {
    const { state } = this.#query;
    const { settings, messages: texts, visit } = parts;
    if (state.status === 'failed' && !state.lastGood) {
      return this.#exceptional.get(texts.lang)?.renderFailure(this.#failureContext(texts));
    }
    if (list.total) {
      const more = this.#listTools?.renderMore(list, parts);
      const rows = renderResults(list, {
        texts,
        headingLevel: headingLevelOf(this, this.headingLevel, 3),
        hideInstitution: settings.scope.institution.length === 1,
        hrefTemplate: parts.hrefTemplate,
        grid: visit.grid ?? settings.grid,
        exceptional: this.#exceptional,
        drawNear: (items, draw) =>
          this.#listTools
            ? this.#listTools.drawNear(items, draw, parts) ||
              this.#search.get()?.rows.draw(items, draw)
            : items.slice(0, this.#drawn).map((card) => draw(card)),
      });
      return [rows, more];
    }
    // Whether the present question finds nothing is not known yet.
    return state.status === 'loading' ? nothing : this.#listTools?.renderNoMatches(parts);
  }

  #renderAge(texts: CatalogueMessages): unknown {
    const freshness = shownAnswer(this.#query.state)?.freshness;
    if (!freshness || freshness.state === 'fresh') return nothing;
    return renderNotice(this.#exceptional.get(this.#ui.lang)?.ageOf(freshness, texts));
  }

  #failureContext(messages: CatalogueMessages): FailureContext {
    const { state } = this.#query;
    return {
      messages,
      register: this.#settings?.source.register,
      error: state.status === 'failed' && state.error,
      onRetry: this.#query.refresh,
    };
  }

  /** Without an address of the page's own a service opens in place of the list. */
  #handleClick(event: MouseEvent): void {
    const id = openedBy(this, event);
    if (!id || this.serviceHref) return;
    event.preventDefault();
    this.#visit.open(id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pvp-service-catalogue': PvpServiceCatalogue;
  }
}
