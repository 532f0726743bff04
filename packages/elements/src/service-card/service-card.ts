import { html, LitElement, nothing } from 'lit';

import type { Service } from '@pvp/contract';
import type { ServiceSource } from '@pvp/sdk/source';
import { pickLanguage, primaryLanguage } from '@pvp/sdk/model';

import { allowedWords, headingLevelOf, sourceOf } from '../attributes/attribute-check.ts';
import { LazyPart } from '../controllers/lazy-part.ts';
import { initialAnswer, ServiceQuery } from '../controllers/service-query.ts';
import { cssStateOf, setCssState, shownAnswer, type Shown } from '../controllers/shown-state.ts';
import { UiTexts } from '../controllers/ui-language.ts';
import { exceptionalPart } from '../exceptional-states/exceptional-part.ts';
import { openedBy } from '../events.ts';
import * as summary from '../templates/service-summary.ts';
import { messages, type Messages, type UiLanguage } from '../translations/messages.ts';
import { VERSION } from '../version.ts';
import { foundation } from '../styles/foundation.ts';
import { cardQuestion } from './card-question.ts';
import { compactCard } from './compact-card.ts';
import { SECTIONS, type Section } from './full-context.ts';
import { loadPictures } from '../styles/load-pictures.ts';
import { styles } from './service-card.styles.ts';

interface Settings {
  source: ServiceSource;
  full: boolean;
  sections: ReadonlySet<Section> | undefined;
}

/**
 * One registered service: a compact card or its full description.
 *
 * ```html
 * <pvp-service-card register="https://register.example" service="PV-1001">
 *   <a href="https://latvija.gov.lv/">Dzīvesvietas deklarēšana portālā Latvija.gov.lv</a>
 * </pvp-service-card>
 * ```
 *
 * @attr {boolean} feedback - Full view: ask whether the description was useful.
 * @attr {boolean} counters - Send counts of views and opened requests to the register, of nobody in particular.
 * @slot - Fallback: shown without JavaScript, before data and when nothing can be shown.
 * @slot local - An addition of the page's own, below the registered description.
 * @csspart card - The description, or what is said in its place.
 * @csspart heading - Heading of the card.
 * @csspart title - Title, a link where the page has an address for it.
 * @csspart institution - Name of the institution.
 * @csspart summary - One or two sentences.
 * @csspart facts - Recipient, price, term and channels.
 * @csspart notice - Outage, suspension, merger, age of the data.
 * @csspart status - The line that is read out.
 * @csspart button - A button.
 * @csspart failure - What is said where nothing can be shown.
 * @csspart description - Full view: everything below the title and the notices.
 * @csspart notice-text - Full view: why the service is suspended or disturbed.
 * @csspart section - Full view: any block with a heading.
 * @csspart request - Full view: the block with the request button.
 * @csspart request-button - Full view: the request button.
 * @csspart cost - Full view: the table of payments.
 * @csspart term - Full view: the terms, where they stand in a block of their own.
 * @csspart steps - Full view: the steps.
 * @csspart step - Full view: one step.
 * @csspart channels - Full view: the ways of receiving.
 * @csspart channel - Full view: one way of receiving.
 * @csspart contact - Full view: one place or person to turn to.
 * @csspart hours - Full view: opening hours.
 * @csspart documents - Full view: the documents.
 * @csspart forms - Full view: the forms.
 * @csspart document - Full view: one document or form.
 * @csspart result - Full view: the result.
 * @csspart appeal - Full view: how to appeal.
 * @csspart reminder - Full view: a reminder.
 * @csspart warning - Full view: a warning.
 * @csspart other - Full view: a text without a field of its own.
 * @csspart legal - Full view: the legal acts.
 * @csspart legal-resource - Full view: one legal act.
 * @csspart related - Full view: related services.
 * @csspart institutions - Full view: the choice of an institution for a unified service.
 * @csspart field - Full view: the field of that choice.
 * @csspart questions - Full view: questions where the description differs by who one is.
 * @csspart language - Full view: what is to be known about the language of the text.
 * @csspart topics - Full view: life events, needs and groups.
 * @csspart support - Full view: who helps with this service.
 * @csspart provenance - Full view: where the description comes from, and its dates.
 * @csspart verification - Full view: whether the content is what the register signed.
 * @csspart local - The frame around the page's own addition.
 * @cssstate loading - Waiting for the register, nothing to show yet.
 * @cssstate stale - Shows older data, because the register does not answer.
 * @cssstate offline - Shows older data, because there is no network.
 * @cssstate error - Nothing can be shown.
 * @cssstate verified - The content and the register's signature over it have been checked.
 * @fires {CustomEvent<ServiceOpenedDetail>} pvp-service-opened - A person opens a service.
 *   Cancelable: the page may show it in its own way.
 * @fires {CustomEvent<ErrorDetail>} pvp-error - A bad attribute, or a register that cannot be read.
 */
export class PvpServiceCard extends LitElement {
  static readonly version = VERSION;

  static override styles = [foundation, styles];

  static override properties = {
    register: {},
    service: {},
    view: {},
    sections: {},
    headingLevel: { attribute: 'heading-level' },
    contentLang: { attribute: 'content-lang' },
    serviceHref: { attribute: 'service-href' },
    live: { type: Boolean },
    verify: {},
    source: { attribute: false },
  };

  /** Origin of the register or of a mirror, or address of a static snapshot. */
  declare register: string | undefined;
  /** Id of the service, or a former one. */
  declare service: string | undefined;
  /** How much is shown; the compact card by default. */
  declare view: 'compact' | 'full' | undefined;
  /** Names of the blocks of the full view to show; all by default. */
  declare sections: string | undefined;
  /** Level of the title's heading, 2–6. Default 2. */
  declare headingLevel: string | undefined;
  /** Preferred language of the description; that of the page by default. */
  declare contentLang: string | undefined;
  /** Address of a service on this site, with `{id}` in place of its id. */
  declare serviceHref: string | undefined;
  /** Follow changes of the register while the page is visible. */
  declare live: boolean;
  /**
   * Ask for the register's signature when a full description is shown. Its value, where it has one,
   * is the thumbprint (RFC 7638) of the only key to trust.
   */
  declare verify: string | null | undefined;
  /** Where descriptions come from, instead of `register`. */
  declare source: ServiceSource | undefined;

  #internals = this.attachInternals();
  #ui = new UiTexts(this, messages);
  #query = new ServiceQuery<Service>(this);
  #settings?: Settings | undefined;
  #said = '';
  #exceptional = exceptionalPart(this);
  #fullView = new LazyPart(this, async (lang) => {
    const view = await import('./full/full-view.ts');
    await view.prepareFull(this, lang as UiLanguage);
    return view;
  });

  protected override willUpdate(): void {
    this.#settings = this.#readSettings();
    const { source, full } = this.#settings ?? {};
    const question = source && this.service ? cardQuestion(source, this.service) : undefined;
    this.#query.ask(question, this.hasUpdated ? undefined : initialAnswer<Service>(this));
    // The templates travel at the same time as the data.
    if (full) this.#fullView.get(this.#ui.lang);
    setCssState(this.#internals, cssStateOf(this.#query.state));
  }

  protected override firstUpdated(): void {
    loadPictures(this);
    this.renderRoot.addEventListener('click', (event) => this.#handleClick(event as MouseEvent));
  }

  protected override updated(): void {
    if (this.#query.state.status === 'ready') this.#exceptional.warm(this.#ui.lang);
  }

  /** Asks the register again. */
  refresh(): void {
    this.#query.refresh();
  }

  override render(): unknown {
    const { texts } = this.#ui;
    const { state, slow } = this.#query;
    const body = texts && this.#renderBody(texts);
    const freshness = shownAnswer(state)?.freshness;
    const age =
      texts &&
      freshness &&
      freshness.state !== 'fresh' &&
      this.#exceptional.get(texts.lang)?.ageOf(freshness, texts);
    return html`<slot ?hidden=${!!body}></slot>
      <p
        class=${age ? 'notice i i-warning' : this.#said ? 'said' : 'status'}
        part="status"
        role="status"
        ?hidden=${!texts}
        .textContent=${age || (slow && texts?.loading) || this.#said}
      ></p>
      ${body}`;
  }

  #renderBody(texts: Messages): unknown {
    const { state } = this.#query;
    const shown = shownAnswer(state);
    if (shown) return this.#renderService(texts, shown);
    if (state.status === 'loading') return undefined;
    const said = this.#exceptional.get(texts.lang)?.renderInstead(this, {
      messages: texts,
      register: this.#settings?.source.register,
      error: state.status === 'failed' && state.error,
      onRetry: this.#query.refresh,
      pick: this.#pick,
      hrefOf: this.#hrefOf,
    });
    return said && html`<div class="card" part="card">${said}</div>`;
  }

  #renderService(texts: Messages, { data, freshness }: Shown<Service>): unknown {
    const { full, sections, source } = this.#settings!;
    const contentLang = this.#contentLang();
    const card = compactCard(data, contentLang, full ? undefined : sections);
    const { resolvedFrom } = data.derived ?? {};
    const exceptional = this.#exceptional;
    const context = {
      messages: texts,
      headingLevel: headingLevelOf(this, this.headingLevel, 2),
      href: full ? undefined : this.#hrefOf(card.id),
      exceptional,
    };
    const view = full && this.#fullView.get(texts.lang);
    return html`<article class="card ${full ? 'whole' : ''}" part="card">
      ${summary.renderTitle(card, context)} ${summary.renderByline(card, context)}
      ${
        resolvedFrom?.reason === 'merged'
          ? exceptional.get(texts.lang)?.renderMerged(this.#pick(resolvedFrom.title), texts)
          : nothing
      }
      ${summary.renderStatusNotice(card, context)}
      ${
        view
          ? view.renderFull(data, {
              ...context,
              host: this,
              contentLang,
              sections,
              hrefOf: this.#hrefOf,
              source,
              freshness,
              internals: this.#internals,
              say: this.#say,
            })
          : [summary.renderSummary(card, texts), summary.renderFacts(card, texts)]
      }
      ${
        full || context.href
          ? nothing
          : html`<p class="actions">
              <button
                type="button"
                class="button"
                part="button"
                data-service=${card.id}
                .textContent=${texts.openFull}
              ></button>
            </p>`
      }
      ${
        !full && (card.lang !== contentLang || this.querySelector('[slot=local]'))
          ? exceptional.get(texts.lang)?.renderBelow(this, card, contentLang, texts)
          : nothing
      }
    </article>`;
  }

  #readSettings(): Settings | undefined {
    const view = allowedWords(this, 'view', this.view, ['compact', 'full']);
    const sections = allowedWords(this, 'sections', this.sections, SECTIONS);
    const source = sourceOf(this);
    if (!view || !sections || !source) return undefined;
    return {
      source,
      full: view[0] === 'full',
      sections: sections.length ? new Set(sections) : undefined,
    };
  }

  #contentLang(): string {
    return primaryLanguage(this.contentLang ?? this.#ui.lang);
  }

  #pick = <T>(localized: Readonly<Record<string, T>> | undefined): T | undefined =>
    pickLanguage(localized, this.#contentLang())?.text;

  #say = (text: string): void => {
    this.#said = text;
    this.requestUpdate();
  };

  #hrefOf = (id: string): string | undefined =>
    this.serviceHref?.replaceAll('{id}', encodeURIComponent(id));

  /** Without an address of the page's own the service opens in place of this one. */
  #handleClick(event: MouseEvent): void {
    const id = openedBy(this, event);
    if (!id || this.serviceHref) return;
    this.service = id;
    this.view = 'full';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pvp-service-card': PvpServiceCard;
  }
}
