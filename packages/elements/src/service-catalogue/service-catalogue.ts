import { html, LitElement, nothing, type PropertyValues } from 'lit';

import type { ServiceList } from '@pvp/contract';
import type { ServiceSource } from '@pvp/sdk/source';

import { headingLevelOf, reportFailure } from '../attributes/attribute-check.ts';
import { initialAnswer, ServiceQuery } from '../controllers/service-query.ts';
import {
  cssStateOf,
  freshnessOf,
  hasFallback,
  setCssState,
  shownData,
} from '../controllers/shown-state.ts';
import { UiTexts } from '../controllers/ui-language.ts';
import { announceOpened, type ServiceOpenedDetail } from '../events.ts';
import { foundation } from '../styles/foundation.ts';
import { renderFailure } from '../templates/failure.ts';
import { icon } from '../templates/icon.ts';
import { renderNotice } from '../templates/service-summary.ts';
import {
  catalogueMessages,
  type CatalogueMessages,
  type Facet,
} from '../translations/catalogue-messages.ts';
import { messages, type Messages } from '../translations/messages.ts';
import { VERSION } from '../version.ts';
import { isFiltered, listQuery } from './catalogue-filters.ts';
import { readSettings, type Settings } from './catalogue-settings.ts';
import { CatalogueVisit } from './catalogue-visit.ts';
import { renderChips, renderFacet, type FacetsContext } from './facets.ts';
import { listQuestion } from './list-question.ts';
import { addressOf } from './page-address.ts';
import { renderResults } from './results.ts';
import { renderSearch } from './search-form.ts';
import { styles } from './service-catalogue.styles.ts';

/**
 * The catalogue of registered services: search, filters, list, and a service opened in its place.
 *
 * ```html
 * <pvp-service-catalogue register="https://register.example" institution="90000012345">
 *   <a href="https://latvija.gov.lv/">Mūsu pakalpojumi portālā Latvija.gov.lv</a>
 * </pvp-service-catalogue>
 * ```
 *
 * @slot - Fallback: shown without JavaScript, before data and when nothing can be shown.
 * @csspart search - The search form.
 * @csspart field - The search field.
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
 * @csspart empty - What is said where nothing was found.
 * @cssproperty --pvp-accent - Colour of links and buttons.
 * @cssproperty --pvp-text - Colour of text.
 * @cssproperty --pvp-muted - Colour of text of second rank.
 * @cssproperty --pvp-surface - Background.
 * @cssproperty --pvp-border - Colour of lines.
 * @cssproperty --pvp-font - Font family; the page's own by default.
 * @cssproperty --pvp-radius - Radius of corners.
 * @cssproperty --pvp-space - Unit of distance.
 * @cssproperty --pvp-padding - Room around the element; none by default.
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
    limit: { type: Number },
    rows: { type: Number },
    facets: {},
    contentLang: { attribute: 'content-lang' },
    serviceHref: { attribute: 'service-href' },
    deepLinks: { type: Boolean, attribute: 'deep-links' },
    headingLevel: { attribute: 'heading-level' },
    live: { type: Boolean },
    source: { attribute: false },
  };

  /** Origin of the register. */
  declare register: string | undefined;
  /** Ids or registration numbers of institutions, with spaces between. */
  declare institution: string | undefined;
  /** `residents`, `businesses` or `institutions`. */
  declare profile: string | undefined;
  /** Only services for these recipients. */
  declare recipient: string | undefined;
  /** Only services of these life events (ids). */
  declare lifeEvent: string | undefined;
  /** Only services of these groups (ids). */
  declare group: string | undefined;
  /** Adds services of general benefit. */
  declare general: boolean;
  /** Services per page, 1–200; as many as `rows`, else 20. */
  declare limit: number | undefined;
  /** Number of rows to keep room for before data arrive, so that the page does not jump. */
  declare rows: number | undefined;
  /** Which filters to offer: recipient, life-event, channel, free, institution, group. */
  declare facets: string | undefined;
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
  /** Where descriptions come from, instead of `register`. */
  declare source: ServiceSource | undefined;

  #internals = this.attachInternals();
  #ui = new UiTexts(this, messages);
  #catalogueUi = new UiTexts(this, catalogueMessages);
  #visit = new CatalogueVisit(this, () => this.deepLinks);
  #query = new ServiceQuery<ServiceList>(this, {
    live: () => this.live,
    onFailure: (error) => reportFailure(this, error),
  });
  #settings?: Settings | undefined;
  #status = '';
  #titles = new Map<string, string>();
  #expanded = new Set<Facet>();
  #filtersOpen = false;
  #wasOpened: string | undefined;
  #openedView?: typeof import('./opened-service.ts');
  /** Finds what takes the focus once it is there. */
  #focusOn?: (() => HTMLElement | null | undefined) | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    // A change of the interface's language alone arrives without a changed property.
    if (!this.hasUpdated || changed.size || this.#settings?.scope.lang !== this.#contentLang()) {
      this.#settings = readSettings(this, this.#contentLang());
    }
    const { filters, opened, pages, typing } = this.#visit;
    const { source, scope } = this.#settings ?? {};
    const question = source && scope && listQuestion(source, listQuery(scope, filters), pages);
    const initial =
      this.hasUpdated || isFiltered(filters) ? undefined : initialAnswer<ServiceList>(this);
    this.#query.ask(question, initial);

    const { state, slow } = this.#query;
    const list = shownData(state);
    setCssState(this.#internals, cssStateOf(state, list?.total === 0));
    const texts = this.#catalogueUi.texts;
    if (slow) this.#status = this.#ui.texts?.loading ?? '';
    else if (texts && list && !typing && state.status !== 'loading') {
      this.#status = texts.count(list.total);
    }
    if (opened !== this.#wasOpened) this.#followOpened(opened);
  }

  /** Rows are drawn by place: the focus stays with the service that it was on. */
  protected override update(changed: PropertyValues): void {
    const idOf = () => this.shadowRoot?.activeElement?.closest<HTMLElement>('.row')?.dataset['id'];
    const before = idOf();
    super.update(changed);
    if (before && idOf() !== before) this.#titleOf(before)?.focus();
  }

  protected override updated(): void {
    const target = this.#focusOn?.();
    if (!target) return;
    this.#focusOn = undefined;
    target.focus();
  }

  /** Asks the register again. */
  refresh(): void {
    this.#query.refresh();
  }

  override render(): unknown {
    const texts = this.#ui.texts;
    const own = this.#catalogueUi.texts;
    const { state } = this.#query;
    const list = shownData(state) ?? (state.status === 'failed' ? state.previous?.data : undefined);
    const ready = texts && own && list;
    const opened = ready && this.#openedView && this.#visit.opened;
    const facets = ready ? this.#facetsContext(texts, own) : undefined;
    return html`<div class=${this.rows ? 'reserved' : ''} .style=${`--_rows:${this.rows ?? 0}`}>
      <slot ?hidden=${!!ready}></slot>
      ${texts && !list ? this.#renderProblem(texts) : nothing}
      <div ?hidden=${!!opened}>
        ${
          ready &&
          renderSearch({
            texts: own,
            typed: this.#visit.typed,
            onType: (text) => this.#visit.type(text),
            onSubmit: (text) => this.#visit.submit(text),
          })
        }
        <div class="columns ${this.#settings?.facets.length ? 'faceted' : ''}">
          ${facets && list && this.#renderFacets(list, facets)}
          <section class="results" aria-label=${own?.results ?? ''}>
            <p class="status" part="status" role="status" .textContent=${this.#status}></p>
            ${texts && this.#renderAge(texts)} ${facets && list && renderChips(list, facets)}
            ${ready && this.#renderResults(texts, own, list)}
          </section>
        </div>
      </div>
      ${opened && own && this.#renderOpened(own, opened)}
    </div>`;
  }

  #renderFacets(list: ServiceList, context: FacetsContext): unknown {
    const facets = this.#settings?.facets ?? [];
    if (!facets.length) return nothing;
    const { texts, filters } = context;
    const active = Object.values(filters.selected).flat().length;
    return html`<div>
      <button
        type="button"
        class="button filters-button"
        part="button"
        aria-expanded=${this.#filtersOpen}
        aria-controls="facets"
        @click=${this.#handleFilters}
      >
        ${icon('filter')}<span
          .textContent=${active ? `${texts.filters} (${active})` : texts.filters}
        ></span>
      </button>
      <div
        id="facets"
        class="facets ${this.#filtersOpen ? 'open' : ''}"
        role="group"
        aria-label=${texts.filters}
      >
        ${facets.map((facet) => renderFacet(list, facet, context))}
      </div>
    </div>`;
  }

  #renderResults(messages: Messages, texts: CatalogueMessages, list: ServiceList): unknown {
    const { state } = this.#query;
    const { source, scope } = this.#settings!;
    const { register } = source;
    if (state.status === 'failed' && !state.lastGood) {
      const onRetry = this.#query.refresh;
      return renderFailure({ messages, text: messages.failed, register, onRetry });
    }
    // Whether the present question finds nothing is not known yet.
    if (!list.total && state.status === 'loading') return nothing;
    return renderResults(list, {
      messages,
      texts,
      headingLevel: headingLevelOf(this, this.headingLevel, 3),
      hideInstitution: scope.institution.length === 1,
      filtered: isFiltered(this.#visit.filters),
      register,
      hrefTemplate: this.#hrefTemplate(),
      onOpen: this.#handleOpen,
      onMore: this.#handleMore,
      onClear: this.#handleClear,
    });
  }

  #renderOpened(texts: CatalogueMessages, id: string): unknown {
    return this.#openedView?.renderOpened(id, {
      texts,
      source: this.#settings!.source,
      headingLevel: this.headingLevel,
      contentLang: this.contentLang,
      serviceHref: this.#hrefTemplate(),
      live: this.live,
      onBack: () => this.#visit.open(undefined),
      onRelated: this.#handleRelated,
    });
  }

  #renderAge(texts: Messages): unknown {
    const freshness = freshnessOf(this.#query.state);
    if (!freshness || freshness.state === 'fresh') return nothing;
    return renderNotice(texts[freshness.state](texts.dateTime(freshness.fetchedAt)));
  }

  #renderProblem(texts: Messages): unknown {
    const { status } = this.#query.state;
    if (status === 'loading' || hasFallback(this)) return nothing;
    return renderFailure({
      messages: texts,
      text: texts.failed,
      register: this.#settings?.source.register,
      onRetry: status === 'failed' ? this.#query.refresh : undefined,
    });
  }

  #contentLang(): string {
    return this.contentLang ?? this.#ui.lang;
  }

  #facetsContext(messages: Messages, texts: CatalogueMessages): FacetsContext {
    return {
      messages,
      texts,
      filters: this.#visit.filters,
      titles: this.#titles,
      expanded: this.#expanded,
      onToggle: this.#handleToggle,
      onExpand: this.#handleExpand,
      onClear: this.#handleClear,
    };
  }

  /** Address of a service, with `{id}` in place of its id. */
  #hrefTemplate(): string {
    if (this.serviceHref) return this.serviceHref;
    const address = addressOf(this, { filters: this.#visit.filters, opened: '{id}' });
    return address.replace(encodeURIComponent('{id}'), '{id}');
  }

  /** Takes the focus along, into the opened service and back to its row. */
  #followOpened(opened: string | undefined): void {
    const before = this.#wasOpened;
    this.#wasOpened = opened;
    if (opened) void this.#loadOpenedView();
    // A page that opens with a service in its address leaves the focus where it is.
    if (!this.hasUpdated) return;
    this.#focusOn = () =>
      opened ? this.renderRoot.querySelector<HTMLElement>('.back') : this.#titleOf(before ?? '');
    if (opened && this.getBoundingClientRect().top < 0) this.scrollIntoView();
  }

  async #loadOpenedView(): Promise<void> {
    try {
      this.#openedView = await import('./opened-service.ts');
      this.requestUpdate();
    } catch (error) {
      // The list stays in place.
      reportFailure(this, error);
    }
  }

  #handleFilters(): void {
    this.#filtersOpen = !this.#filtersOpen;
    this.requestUpdate();
  }

  #handleToggle = (facet: Facet, value: string): void => {
    const chips = [...this.renderRoot.querySelectorAll<HTMLElement>('.chip')];
    const at = chips.findIndex((chip) => chip === this.shadowRoot?.activeElement);
    this.#visit.toggle(facet, value);
    // A chip that was pressed is gone: the focus goes to its neighbour.
    if (at >= 0) this.#focusOn = () => this.#chipOrField(at);
  };

  #handleClear = (): void => {
    this.#visit.clear();
    this.#focusOn = () => this.#chipOrField(0);
  };

  #handleExpand = (facet: Facet): void => {
    this.#expanded.add(facet);
    this.#focusOn = () =>
      this.renderRoot.querySelector<HTMLElement>(
        `[data-facet="${facet}"] label:nth-of-type(7) input`,
      );
    this.requestUpdate();
  };

  #handleMore = (shown: number): void => {
    this.#visit.showMore();
    this.#focusOn = () => this.renderRoot.querySelectorAll<HTMLElement>('.row .title')[shown];
  };

  #handleOpen = (id: string, event: MouseEvent): void => {
    if (!announceOpened(this, id, event) || this.serviceHref) return;
    event.preventDefault();
    this.#visit.open(id);
  };

  /** A service that leads to another one, which opens in its place. */
  #handleRelated = (event: CustomEvent<ServiceOpenedDetail>): void => {
    if (this.serviceHref) return;
    event.preventDefault();
    this.#visit.open(event.detail.id);
  };

  #titleOf(id: string): HTMLElement | null {
    return this.renderRoot.querySelector(`[data-id="${CSS.escape(id)}"] .title`);
  }

  #chipOrField(at: number): HTMLElement | null {
    const chips = this.renderRoot.querySelectorAll<HTMLElement>('.chip');
    return chips[at] ?? chips[chips.length - 1] ?? this.renderRoot.querySelector('input');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pvp-service-catalogue': PvpServiceCatalogue;
  }
}
