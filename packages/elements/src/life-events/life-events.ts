import { html, LitElement, nothing } from 'lit';

import type { LifeEventList, Profile, ServiceList } from '@pvp/contract';
import { LiveSource, type LifeEventSource } from '@pvp/sdk/source';

import { allowedWords, headingLevelOf, sourceOf, words } from '../attributes/attribute-check.ts';
import { LazyPart } from '../controllers/lazy-part.ts';
import { initialAnswer, ServiceQuery } from '../controllers/service-query.ts';
import { cssStateOf, setCssState, shownAnswer } from '../controllers/shown-state.ts';
import { UiTexts } from '../controllers/ui-language.ts';
import { openedBy } from '../events.ts';
import { exceptionalPart } from '../exceptional-states/exceptional-part.ts';
import { foundation } from '../styles/foundation.ts';
import { loadPictures } from '../styles/load-pictures.ts';
import { renderNotice } from '../templates/notice.ts';
import {
  lifeEventsMessages,
  type LifeEventsMessages,
} from '../translations/life-events-messages.ts';
import type { UiLanguage } from '../translations/messages.ts';
import { VERSION } from '../version.ts';
import {
  eventOf,
  eventsQuestion,
  leadsOn,
  servicesQuestion,
  type LifeEventsScope,
} from './life-events-questions.ts';
import { LifeEventsVisit } from './life-events-visit.ts';
import { styles } from './life-events.styles.ts';

/** Written here: the lists of the contract would come into the first load of every element. */
const PROFILES: readonly Profile[] = ['residents', 'businesses', 'institutions'];

interface Settings {
  source: LifeEventSource;
  scope: LifeEventsScope;
}

/**
 * Situations of life: what they are about, what people need in them, and the services for that. For
 * those who do not know the official word for what they look for.
 *
 * ```html
 * <pvp-life-events register="https://register.example" institution="90000012345">
 *   <a href="https://latvija.gov.lv/">Dzīves situācijas portālā Latvija.gov.lv</a>
 * </pvp-life-events>
 * ```
 *
 * @slot - Fallback: shown without JavaScript, before data and when nothing can be shown.
 * @csspart list - All life events.
 * @csspart life-event - One life event.
 * @csspart situation - A life event that is open: its text, its needs and their services.
 * @csspart need - One need with its services.
 * @csspart row - One service.
 * @csspart heading - A heading.
 * @csspart title - A title, mostly a link.
 * @csspart institution - Name of the institution of a service, or how many give it.
 * @csspart summary - One or two sentences.
 * @csspart facts - Recipient, price, term and channels of a service.
 * @csspart notice - Outage, age of the data.
 * @csspart failure - What is said where nothing can be shown.
 * @csspart status - The number of life events; the line that is read out.
 * @csspart button - A button.
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
 * @cssstate empty - No life event leads to a service.
 * @cssstate error - Nothing can be shown.
 * @fires {CustomEvent<LifeEventOpenedDetail>} pvp-life-event-opened - A person opens a life event.
 *   Cancelable: the page may show it in its own way.
 * @fires {CustomEvent<ServiceOpenedDetail>} pvp-service-opened - A person opens a service.
 *   Cancelable: the page may show it in its own way.
 * @fires {CustomEvent<ErrorDetail>} pvp-error - A bad attribute, or a register that cannot be read.
 */
export class PvpLifeEvents extends LitElement {
  static readonly version = VERSION;

  static override styles = [foundation, styles];

  static override properties = {
    register: {},
    institution: {},
    profile: {},
    lifeEvent: { attribute: 'life-event' },
    rows: { type: Number },
    contentLang: { attribute: 'content-lang' },
    serviceHref: { attribute: 'service-href' },
    deepLinks: { type: Boolean, attribute: 'deep-links' },
    headingLevel: { attribute: 'heading-level' },
    live: { type: Boolean },
    offline: { type: Boolean },
    source: { attribute: false },
  };

  /** Origin of the register. */
  declare register: string | undefined;
  /** Ids or registration numbers of institutions, with spaces between: only their services. */
  declare institution: string | undefined;
  /** `residents`, `businesses` or `institutions`. */
  declare profile: string | undefined;
  /** Id of the one life event that the page is about. All of them by default. */
  declare lifeEvent: string | undefined;
  /** Number of rows of life events to keep room for, so that the page does not jump. */
  declare rows: number | undefined;
  /** Preferred language of descriptions; that of the page by default. */
  declare contentLang: string | undefined;
  /** Address of a service on this site, with `{id}` in place of its id. */
  declare serviceHref: string | undefined;
  /** Keep the open life event in the address of the page. */
  declare deepLinks: boolean;
  /** Level of the headings, 2–5; those below a life event are one and two deeper. Default 3. */
  declare headingLevel: string | undefined;
  /** Follow changes of the register while the page is visible. */
  declare live: boolean;
  /** Keep a copy of the one institution on the device. */
  declare offline: boolean;
  /** Where life events come from, instead of `register`. */
  declare source: LifeEventSource | undefined;

  #internals = this.attachInternals();
  #ui = new UiTexts(this, lifeEventsMessages);
  #visit = new LifeEventsVisit(this, () => this.deepLinks);
  #events = new ServiceQuery<LifeEventList>(this);
  #services = new ServiceQuery<ServiceList>(this);
  #settings?: Settings | undefined;
  #status = '';
  /** Ids of the life event and the service that were open when the focus was last looked after. */
  #shown: readonly string[] | undefined;
  #exceptional = exceptionalPart(this);
  #view = new LazyPart(this, async (lang) => {
    const view = await import('./view.ts');
    await view.prepareView(this, lang as UiLanguage);
    return view;
  });

  protected override willUpdate(): void {
    this.#settings = this.#readSettings();
    const { source, scope } = this.#settings ?? {};
    this.#events.ask(
      source && scope && eventsQuestion(source, scope),
      this.hasUpdated ? undefined : initialAnswer<LifeEventList>(this),
    );
    const opened = this.#opened;
    this.#services.ask(
      opened && source && scope ? servicesQuestion(source, scope, opened) : undefined,
    );
    const { texts, lang } = this.#ui;
    // The templates travel at the same time as the data.
    if (source) this.#view.get(lang);
    const { state, slow } = this.#events;
    const events = shownAnswer(state)?.data.items.filter(leadsOn);
    setCssState(this.#internals, cssStateOf(state, events?.length === 0));
    if (slow) this.#status = texts?.loading ?? '';
    else if (texts && state.status !== 'loading') {
      this.#status = events ? texts.count(events.length) : '';
    }
  }

  protected override firstUpdated(): void {
    loadPictures(this);
    this.renderRoot.addEventListener('click', (event) => this.#handleClick(event as MouseEvent));
  }

  protected override updated(): void {
    if (this.#events.state.status === 'ready') this.#exceptional.warm(this.#ui.lang);
    this.#moveFocus();
  }

  /** Asks the register again. */
  refresh(): void {
    this.#events.refresh();
    this.#services.refresh();
  }

  override render(): unknown {
    const { texts } = this.#ui;
    const { state } = this.#events;
    const shown = shownAnswer(state);
    const body = texts && shown && this.#renderBody(texts, shown.data);
    const age =
      texts &&
      shown &&
      shown.freshness.state !== 'fresh' &&
      this.#exceptional.get(texts.lang)?.ageOf(shown.freshness, texts);
    return html`<div class=${this.rows ? 'reserved' : ''} .style=${`--_rows:${this.rows ?? 0}`}>
      <slot ?hidden=${body && this.#isAnswer(shown.data)}></slot>
      ${
        texts && !shown && state.status !== 'loading'
          ? this.#exceptional.get(texts.lang)?.renderUnanswered(this, {
              messages: texts,
              register: this.#settings?.source.register,
              error: state.status === 'failed' && state.error,
              onRetry: this.#events.refresh,
            })
          : nothing
      }
      <section aria-label=${texts?.results ?? ''}>
        <p
          class="status"
          part="status"
          role="status"
          ?hidden=${!!this.#opened}
          .textContent=${this.#status}
        ></p>
        ${renderNotice(age)} ${body}
      </section>
    </div>`;
  }

  /** Whether there is what was asked for; else the page's own content is worth more. */
  #isAnswer(list: LifeEventList): boolean {
    const opened = this.#opened;
    return opened === undefined ? list.items.some(leadsOn) : !!eventOf(list, opened);
  }

  #renderBody(messages: LifeEventsMessages, list: LifeEventList): unknown {
    const services = this.#services;
    return this.#view.get(messages.lang)?.renderView({
      ...this.#settings!,
      host: this,
      visit: this.#visit,
      messages,
      headingLevel: Math.min(headingLevelOf(this, this.headingLevel, 3), 4),
      exceptional: this.#exceptional,
      list,
      opened: this.#opened,
      services: shownAnswer(services.state)?.data,
      failure:
        services.state.status === 'failed' && !services.state.lastGood
          ? this.#exceptional.get(messages.lang)?.renderFailure({
              messages,
              register: this.#settings!.source.register,
              error: services.state.error,
              onRetry: services.refresh,
            })
          : undefined,
    });
  }

  get #opened(): string | undefined {
    return this.#visit.opened ?? this.lifeEvent;
  }

  #readSettings(): Settings | undefined {
    const profile = allowedWords(this, 'profile', this.profile, PROFILES);
    const source = sourceOf(this) as LifeEventSource | undefined;
    if (!profile || !source) return undefined;
    const institution = words(this.institution);
    if (this.offline && source instanceof LiveSource) {
      source.stored = import('../offline/offline-copy.ts').then(
        ({ offlineCopy }) => offlineCopy(this, source, { institution }),
        // As a page without the attribute.
        () => undefined,
      );
    }
    return {
      source,
      scope: { institution, profile: profile[0], lang: this.contentLang ?? this.#ui.lang },
    };
  }

  /** To the way back of what was opened, and back to the title that one came from. */
  #moveFocus(): void {
    const { opened, service } = this.#visit;
    const now = [opened, service].filter((id) => id !== undefined);
    const before = this.#shown;
    if (before?.join() === now.join()) return;
    // A page that opens with a life event in its address leaves the focus where it is.
    if (before === undefined) {
      this.#shown = now;
      return;
    }
    const left = before.at(-1);
    const target =
      now.length >= before.length
        ? this.renderRoot.querySelector<HTMLElement>('.back')
        : [...this.renderRoot.querySelectorAll<HTMLElement>('a.title')].find(
            ({ dataset }) =>
              left !== undefined && [dataset['lifeEvent'], dataset['service']].includes(left),
          );
    // What is drawn by a part that is still on its way takes the focus with a later drawing.
    if (!target) return;
    this.#shown = now;
    target.focus();
  }

  #handleClick(event: MouseEvent): void {
    const lifeEvent = openedBy(this, event, 'life-event');
    if (lifeEvent) {
      event.preventDefault();
      this.#visit.open(lifeEvent);
      return;
    }
    const service = openedBy(this, event);
    if (!service || this.serviceHref) return;
    event.preventDefault();
    this.#visit.open(this.#visit.opened, service);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pvp-life-events': PvpLifeEvents;
  }
}
