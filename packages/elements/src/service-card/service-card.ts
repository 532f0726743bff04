import { adoptStyles, html, LitElement, nothing, type PropertyValues } from 'lit';

import type { GoneSubject, Service } from '@pvp/contract';
import { liveSource, type ServiceSource } from '@pvp/sdk/source';
import { pickLanguage, primaryLanguage } from '@pvp/sdk/model';

import {
  allowedWords,
  headingLevelOf,
  registerOrigin,
  reportFailure,
} from '../attributes/attribute-check.ts';
import { initialAnswer, ServiceQuery } from '../controllers/service-query.ts';
import {
  cssStateOf,
  freshnessOf,
  hasFallback,
  setCssState,
  shownData,
} from '../controllers/shown-state.ts';
import { UiTexts } from '../controllers/ui-language.ts';
import { announceOpened } from '../events.ts';
import { renderFailure } from '../templates/failure.ts';
import { plainText } from '../templates/plain-text.ts';
import * as summary from '../templates/service-summary.ts';
import { messages, type Messages, type UiLanguage } from '../translations/messages.ts';
import { VERSION } from '../version.ts';
import { foundation } from '../styles/foundation.ts';
import { cardQuestion } from './card-question.ts';
import { compactCard } from './compact-card.ts';
import { SECTIONS, type Section } from './full-context.ts';
import { styles } from './service-card.styles.ts';

type FullView = typeof import('./full/full-view.ts');

interface Settings {
  source: ServiceSource;
  full: boolean;
  sections?: ReadonlySet<Section>;
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
 * @cssproperty --pvp-accent - Colour of links and buttons.
 * @cssproperty --pvp-text - Colour of text.
 * @cssproperty --pvp-muted - Colour of text of second rank.
 * @cssproperty --pvp-surface - Background.
 * @cssproperty --pvp-border - Colour of lines.
 * @cssproperty --pvp-font - Font family; the page's own by default.
 * @cssproperty --pvp-radius - Radius of corners.
 * @cssproperty --pvp-space - Unit of distance.
 * @cssstate loading - Waiting for the register, nothing to show yet.
 * @cssstate stale - Shows older data, because the register does not answer.
 * @cssstate offline - Shows older data, because there is no network.
 * @cssstate error - Nothing can be shown.
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
    source: { attribute: false },
  };

  /** Origin of the register. */
  declare register: string | undefined;
  /** Id of the service, or a former one. */
  declare service: string | undefined;
  /** `compact` (default) or `full`. */
  declare view: string | undefined;
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
  /** Where descriptions come from, instead of `register`. */
  declare source: ServiceSource | undefined;

  #internals = this.attachInternals();
  #ui = new UiTexts(this, messages);
  #query = new ServiceQuery<Service>(this, {
    live: () => this.live,
    onFailure: (error) => reportFailure(this, error),
  });
  #settings?: Settings | undefined;
  #fullView?: FullView;
  #fullViewLang?: UiLanguage;
  #opened = new Map<string, string>();

  protected override willUpdate(changed: PropertyValues): void {
    if (
      !this.hasUpdated ||
      ['register', 'source', 'view', 'sections'].some((p) => changed.has(p))
    ) {
      this.#settings = this.#readSettings();
    }
    const { source, full } = this.#settings ?? {};
    const question = source && this.service ? cardQuestion(source, this.service) : undefined;
    this.#query.ask(question, this.hasUpdated ? undefined : initialAnswer<Service>(this));
    // The templates travel at the same time as the data.
    if (full && this.#fullViewLang !== this.#ui.lang) void this.#loadFullView(this.#ui.lang);
    setCssState(this.#internals, cssStateOf(this.#query.state));
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('click', (event) => this.#handleClick(event as MouseEvent));
  }

  /** Asks the register again. */
  refresh(): void {
    this.#query.refresh();
  }

  override render(): unknown {
    const texts = this.#ui.texts;
    const { state, slow } = this.#query;
    const body = texts && this.#renderBody(texts);
    const freshness = freshnessOf(state);
    let status = slow && texts ? texts.loading : '';
    if (texts && freshness && freshness.state !== 'fresh') {
      status = texts[freshness.state](texts.dateTime(freshness.fetchedAt));
    }
    return html`<slot ?hidden=${!!body}></slot>
      <p
        class=${freshness && status ? 'notice' : 'status'}
        part="status"
        role="status"
        ?hidden=${!texts}
        .textContent=${status}
      ></p>
      ${body || nothing} ${body ? html`<slot name="local"></slot>` : nothing}`;
  }

  #renderBody(texts: Messages): unknown {
    const { state } = this.#query;
    const shown = shownData(state);
    switch (state.status) {
      case 'idle':
        return this.#renderProblem(texts, texts.failed);
      case 'loading':
        return shown && this.#renderService(texts, shown);
      case 'ready':
        return this.#renderService(texts, state.data);
      case 'failed': {
        const { code, subject } = state.error as { code?: string; subject?: GoneSubject };
        if (code === 'gone') return this.#renderGone(texts, subject);
        if (shown && code !== 'not-found') return this.#renderService(texts, shown);
        return code === 'not-found'
          ? this.#renderProblem(texts, texts.notFound)
          : this.#renderProblem(texts, texts.failed, this.#query.refresh);
      }
    }
  }

  #renderService(texts: Messages, service: Service): unknown {
    const contentLang = primaryLanguage(this.contentLang ?? this.#ui.lang);
    const { resolvedFrom } = service.derived ?? {};
    const card = compactCard(service, contentLang);
    const context = {
      messages: texts,
      headingLevel: headingLevelOf(this, this.headingLevel, 2),
      href: this.#settings?.full ? undefined : this.#hrefOf(service.id),
      onOpen: (event: MouseEvent) => this.#open(service.id, event),
    };
    const full = this.#settings?.full && this.#fullView;
    const merged =
      resolvedFrom?.reason === 'merged' &&
      texts.merged(pickLanguage(resolvedFrom.title, contentLang)?.text ?? '');
    return html`<article class="card ${this.#settings?.full ? 'whole' : ''}" part="card">
      ${summary.renderTitle(card, context)} ${summary.renderByline(card, context)}
      ${summary.renderNotice(merged || undefined)} ${summary.renderStatusNotice(card, texts)}
      ${
        full
          ? this.#renderFull(full, texts, service, contentLang)
          : [summary.renderSummary(card, texts), summary.renderFacts(card, texts)]
      }
      ${
        this.#settings?.full || context.href
          ? nothing
          : this.#renderOpenButton(texts.openFull, service.id)
      }
    </article>`;
  }

  #renderFull(view: FullView, texts: Messages, service: Service, contentLang: string): unknown {
    const { source, sections } = this.#settings!;
    return view.renderFull(service, {
      lang: texts.lang,
      contentLang,
      headingLevel: Math.min(headingLevelOf(this, this.headingLevel, 2), 5),
      ...(sections && { sections }),
      hrefOf: (id) => this.#hrefOf(id),
      register: source.register,
      freshness: freshnessOf(this.#query.state)!,
      messages: texts,
      now: new Date(),
    });
  }

  #renderOpenButton(text: string, id: string): unknown {
    return html`<p class="actions">
      <button
        type="button"
        class="button"
        part="button"
        @click=${(event: MouseEvent) => this.#open(id, event)}
        .textContent=${text}
      ></button>
    </p>`;
  }

  #renderGone(texts: Messages, subject: GoneSubject | undefined): unknown {
    const lang = primaryLanguage(this.contentLang ?? this.#ui.lang);
    const title = pickLanguage(subject?.title, lang)?.text;
    const note = plainText(pickLanguage(subject?.statusNote, lang)?.text);
    const { id, title: next } = subject?.successor ?? {};
    const nextTitle = pickLanguage(next, lang)?.text ?? '';
    const href = id && this.#hrefOf(id);
    return html`<div class="card" part="card">
      ${title && html`<p class="title" part="title" .textContent=${title}></p>`}
      ${summary.renderNotice(`${texts.gone} ${note}`)}
      ${id && html`<p class="summary" .textContent=${texts.successor}></p>`}
      ${href ? html`<a href=${href} @click=${(event: MouseEvent) => this.#open(id, event)} .textContent=${nextTitle}></a>` : id && this.#renderOpenButton(nextTitle, id)}
    </div>`;
  }

  #renderProblem(texts: Messages, text: string, onRetry?: () => void): unknown {
    if (hasFallback(this)) return undefined;
    const register = this.#settings?.source.register;
    return html`<div class="card" part="card">
      ${renderFailure({ messages: texts, text, register, onRetry })}
    </div>`;
  }

  #readSettings(): Settings | undefined {
    const view = allowedWords(this, 'view', this.view, ['compact', 'full']);
    const sections = allowedWords(this, 'sections', this.sections, SECTIONS);
    const register = this.source ? undefined : registerOrigin(this, this.register);
    const source = this.source ?? (register ? liveSource(register) : undefined);
    if (!view || !sections || !source) return undefined;
    return {
      source,
      full: view[0] === 'full',
      ...(sections.length && { sections: new Set(sections) }),
    };
  }

  async #loadFullView(lang: UiLanguage): Promise<void> {
    this.#fullViewLang = lang;
    try {
      const view = await import('./full/full-view.ts');
      await view.prepareFull(lang);
      this.#fullView = view;
      adoptStyles(this.renderRoot as ShadowRoot, [
        ...PvpServiceCard.elementStyles,
        view.fullStyles,
      ]);
      this.requestUpdate();
    } catch (error) {
      // What the compact view shows stays in place.
      reportFailure(this, error);
    }
  }

  #hrefOf(id: string): string | undefined {
    const href = this.serviceHref?.replaceAll('{id}', encodeURIComponent(id));
    if (href) this.#opened.set(href, id);
    return href;
  }

  /** Tells the page; without an address of its own the service opens in place of this one. */
  #open(id: string, event: MouseEvent): void {
    if (!announceOpened(this, id, event) || this.serviceHref) return;
    this.service = id;
    this.view = 'full';
  }

  /** Links of the full view that lead to another service of this page. */
  #handleClick(event: MouseEvent): void {
    const href = (event.target as Element).closest('a')?.getAttribute('href');
    const id = href && this.#opened.get(href);
    if (id) this.#open(id, event);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pvp-service-card': PvpServiceCard;
  }
}
