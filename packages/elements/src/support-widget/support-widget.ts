import { html, LitElement, nothing, type PropertyValues } from 'lit';

import type { SupportSource } from '@pvp/sdk/source';

import { allowedWords, headingLevelOf } from '../attributes/allowed-words.ts';
import { LazyPart } from '../controllers/lazy-part.ts';
import { UiTexts } from '../controllers/ui-language.ts';
import type { SupportSubject, SupportWantedDetail } from '../events.ts';
import { tokens } from '../styles/tokens.ts';
import { tell } from '../tell.ts';
import { heading } from '../templates/heading.ts';
import { drawIcon } from '../templates/icon.ts';
import type { UiLanguage } from '../translations/messages.ts';
import { VERSION } from '../version.ts';
import type { SupportPanel } from './panel/support-panel.ts';
import { styles } from './support-widget.styles.ts';
import { widgetTexts, type WidgetTexts } from './widget-texts.ts';

/** How long nothing is said about waiting. */
const PATIENCE = 700;
/** Narrower pages give the panel the whole screen, and it is modal there. */
const WHOLE_SCREEN = '(max-width: 30em)';

const SPEECH = 'M4 4h16v12H10l-5 4v-4H4zM8 9h8M8 12h5';
const CROSS = 'M6 6l12 12M18 6L6 18';

/**
 * Help with a service or from an institution: searched answers first, then people remotely with
 * what is open now, then places to visit, then an expert by request.
 *
 * ```html
 * <pvp-support-widget register="https://register.example" institution="90000012345">
 *   <a href="https://www.example.lv/kontakti">Saziņa ar mums</a>
 * </pvp-support-widget>
 * ```
 *
 * Nothing is asked for before it is used.
 *
 * @slot - Fallback: shown without JavaScript, and in the panel when nothing else can be shown.
 * @slot label - Words on the button.
 * @csspart launch - The button.
 * @csspart panel - The panel.
 * @csspart heading - A heading.
 * @csspart close - The button that closes the panel.
 * @csspart status - The line that is read out.
 * @csspart notice - Age of the data, or what went wrong.
 * @csspart failure - What is said where nothing can be shown.
 * @csspart search - The form for a question.
 * @csspart field - A field.
 * @csspart button - A button.
 * @csspart answers - The answers.
 * @csspart answer - One answer.
 * @csspart section - One level of support.
 * @csspart place - One place or person to turn to.
 * @csspart hours - Opening hours.
 * @cssstate loading - Waiting for the register, nothing to show yet.
 * @cssstate stale - Shows older data, because the register does not answer.
 * @cssstate offline - Shows older data, because there is no network.
 * @cssstate error - Nothing can be shown.
 * @fires {CustomEvent<SupportSubject>} pvp-support-opened - The panel is on show.
 * @fires {CustomEvent<SupportSubject>} pvp-support-closed - The panel has been closed.
 * @fires {CustomEvent<AssistantDetail>} pvp-assistant-asked - A person goes to an institution's
 *   assistant. Cancelable: the page may open it in its own way.
 * @fires {CustomEvent<ServiceOpenedDetail>} pvp-service-opened - A person opens the description that
 *   an answer is from. Cancelable: the page may show it in its own way.
 * @fires {CustomEvent<SupportGapDetail>} pvp-support-gap-found - What is owed and nobody offers.
 * @fires {CustomEvent<ErrorDetail>} pvp-error - A bad attribute, or a register that cannot be read.
 */
export class PvpSupportWidget extends LitElement {
  static readonly version = VERSION;

  static override styles = [tokens, styles];

  static override properties = {
    register: {},
    institution: {},
    service: {},
    request: {},
    display: {},
    position: {},
    open: { type: Boolean, reflect: true },
    headingLevel: { attribute: 'heading-level' },
    contentLang: { attribute: 'content-lang' },
    serviceHref: { attribute: 'service-href' },
    live: { type: Boolean },
    offline: { type: Boolean },
    source: { attribute: false },
  };

  /** Origin of the register or of a mirror, or address of a static snapshot. */
  declare register: string | undefined;
  /** Id or registration number of the institution that helps. */
  declare institution: string | undefined;
  /** Id of the service that help is for, or a former one. */
  declare service: string | undefined;
  /** Number of a request whose state is shown. */
  declare request: string | undefined;
  /** A button that opens the panel, or the panel in its place; a button by default. */
  declare display: 'button' | 'inline' | undefined;
  /** Where the button stands: in the page, or fixed to a lower corner. In the page by default. */
  declare position: 'page' | 'bottom-end' | 'bottom-start' | undefined;
  /** The panel is on show. */
  declare open: boolean;
  /** Level of the panel's heading, 2–6. Default 2. */
  declare headingLevel: string | undefined;
  /** Preferred language of texts from the register; that of the page by default. */
  declare contentLang: string | undefined;
  /** Address of a service on this site, with `{id}` in place of its id. */
  declare serviceHref: string | undefined;
  /** Follow changes of the register while the page is visible. */
  declare live: boolean;
  /** Keep a copy of what the institution offers on the device, for when the register is silent. */
  declare offline: boolean;
  /** Where support comes from, instead of `register`. */
  declare source: SupportSource | undefined;

  /** What a person asked for help with, where it differs from the attributes. */
  #asked: SupportSubject | undefined;
  #internals = this.attachInternals();
  #ui = new UiTexts(this, widgetTexts);
  #panel = new LazyPart(this, async (lang) => {
    try {
      const { preparePanel } = await import('./panel/support-panel.ts');
      return await preparePanel(this, this.#internals, lang as UiLanguage);
    } catch (error) {
      this.#failed = true;
      this.requestUpdate();
      throw error;
    }
  });
  #failed = false;
  #slow = false;
  /** Something stands in the panel. */
  #isDrawn = false;
  #patience?: ReturnType<typeof setTimeout> | undefined;
  #shown = false;
  /** The focus was in the panel when it was closed. */
  #hadFocus = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pvp-support-wanted', this.#handleWanted);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pvp-support-wanted', this.#handleWanted);
    clearTimeout(this.#patience);
    // A dialog that left the page with its element is closed when it comes back.
    this.open = this.#shown = false;
  }

  /** Opens the panel, for another service or institution than that of the attributes too. */
  show(subject?: SupportSubject): void {
    this.#asked = subject;
    // Whoever opens it again asks for it again.
    this.#failed = false;
    this.open = true;
    this.requestUpdate();
    if (this.#isInline) this.#goToTitle();
  }

  /** Closes the panel; the focus goes back to the button. */
  close(): void {
    this.open = false;
  }

  /** Asks the register again. */
  refresh(): void {
    this.#part?.refresh();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Before what had it is gone.
    if (changed.has('open')) {
      const root = this.renderRoot as ShadowRoot | undefined;
      this.#hadFocus = !!root?.activeElement?.closest('dialog');
    }
    this.#part?.ask(this.#subject);
  }

  override render(): unknown {
    const { texts } = this.#ui;
    if (!texts) return html`<slot></slot>`;
    if (this.#isInline) {
      return html`<section class="panel" part="panel" aria-labelledby="title">
        ${this.#renderInside(texts)}
      </section>`;
    }
    const [corner] = allowedWords(this, 'position', this.position, POSITIONS) ?? [];
    return html`<button
        type="button"
        class="launch ${corner ?? ''}"
        part="launch"
        aria-haspopup="dialog"
        aria-expanded=${this.open ? 'true' : 'false'}
        @click=${() => (this.open ? this.close() : this.show())}
      >
        ${drawIcon(SPEECH)}<slot name="label"><span .textContent=${texts.button}></span></slot>
      </button>
      <dialog
        class="panel ${corner ?? ''}"
        part="panel"
        popover="manual"
        aria-labelledby="title"
        @keydown=${this.#handleKey}
        @cancel=${this.#handleCancel}
      >
        ${this.#renderInside(texts)}
      </dialog>`;
  }

  #renderInside(texts: WidgetTexts): unknown {
    const panel = this.#part;
    const level = headingLevelOf(this, this.headingLevel, 2);
    const body = panel?.render(level);
    this.#isDrawn = !!body;
    const said = panel ? panel.said : this.#failed ? undefined : '';
    return html`<div class="head">
        ${heading(level, html`<span id="title" tabindex="-1" .textContent=${texts.button}></span>`)}
        ${
          this.#isInline
            ? nothing
            : html`<button
                type="button"
                class="close"
                part="close"
                aria-label=${texts.close}
                @click=${() => this.close()}
              >
                ${drawIcon(CROSS)}
              </button>`
        }
      </div>
      <div class="inside">
        <p
          class=${panel?.isAged ? 'notice' : body ? 'heard' : 'status'}
          part="status"
          role="status"
          .textContent=${said === undefined ? texts.failed : said || (this.#slow && !body ? texts.loading : '')}
        ></p>
        <slot ?hidden=${!!body}></slot>
        ${body}
      </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') && !this.#isInline) this.#settle();
    this.#wait();
  }

  /** Once it is wanted and there; until then it is fetched. */
  get #part(): SupportPanel | undefined {
    const isWanted = this.#ui.texts && !this.#failed && (this.open || this.#isInline);
    return isWanted ? this.#panel.get(this.#ui.lang) : undefined;
  }

  get #isInline(): boolean {
    return allowedWords(this, 'display', this.display, DISPLAYS)?.[0] === 'inline';
  }

  /** Brings the dialog to what `open` says, and the focus along. */
  #settle(): void {
    const dialog = this.renderRoot.querySelector('dialog');
    if (!dialog || this.open === this.#shown) return;
    this.#shown = this.open;
    if (this.open) {
      if (matchMedia(WHOLE_SCREEN).matches || !dialog.showPopover) dialog.showModal();
      else dialog.showPopover();
      this.#goToTitle();
      tell(this, 'pvp-support-opened', this.#subject);
      return;
    }
    if (dialog.open) dialog.close();
    else dialog.hidePopover();
    if (this.#hadFocus) this.renderRoot.querySelector<HTMLElement>('.launch')?.focus();
    tell(this, 'pvp-support-closed', this.#subject);
    this.#asked = undefined;
  }

  get #subject(): SupportSubject {
    const { institution, service } = this;
    const asked = this.#asked;
    // Another service has another institution.
    return asked?.service || asked?.institution ? asked : { institution, service, ...asked };
  }

  #goToTitle(): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
    });
  }

  /** The wait for what stands in the panel is said when it has lasted: once for all that is fetched. */
  #wait(): void {
    const isWaiting = this.open && !this.#failed && !this.#isDrawn;
    if (!isWaiting) {
      clearTimeout(this.#patience);
      this.#patience = undefined;
      this.#slow = false;
    } else {
      this.#patience ??= setTimeout(() => {
        this.#slow = true;
        this.requestUpdate();
      }, PATIENCE);
    }
  }

  /** A card or a catalogue of the page, or the page itself, asks for help; the first widget gives it. */
  #handleWanted = (event: Event): void => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    this.show((event as CustomEvent<SupportWantedDetail>).detail);
  };

  #handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.close();
  }

  /** The browser closes a modal dialog in ways of its own. */
  #handleCancel(event: Event): void {
    event.preventDefault();
    this.close();
  }
}

const DISPLAYS = ['button', 'inline'] as const;
const POSITIONS = ['page', 'bottom-end', 'bottom-start'] as const;

declare global {
  interface HTMLElementTagNameMap {
    'pvp-support-widget': PvpSupportWidget;
  }
}
