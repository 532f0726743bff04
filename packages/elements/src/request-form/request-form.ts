import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Profile, RequestKind, RequestReceipt } from '@pvp/contract';
import type { ServiceSource } from '@pvp/sdk/source';
import { headingLevelOf, sourceOf } from '../attributes/attribute-check.ts';
import { UiTexts } from '../controllers/ui-language.ts';
import { tell } from '../events.ts';
import { foundation } from '../styles/foundation.ts';
import { loadPictures } from '../styles/load-pictures.ts';
import { VERSION } from '../version.ts';
import { formOf } from './form-values.ts';
import { FormVisit, type Settings } from './form-visit.ts';
import { renderSendingPage, renderSentPage, renderWaitingPage } from './pages/after-pages.ts';
import { renderCheckPage } from './pages/check-page.ts';
import { renderContactPage } from './pages/contact-page.ts';
import { renderDetailsPage, textLabel } from './pages/details-page.ts';
import { renderErrorSummary } from './pages/fields.ts';
import { renderKept } from './pages/kept-requests.ts';
import { renderKindPage } from './pages/kind-page.ts';
import { button, registered, submit, title, type PageContext } from './pages/page-context.ts';
import { styles } from './request-form.styles.ts';
import { formMessages, type FormMessages } from './translations/form-messages.ts';

/** What `pvp-request-sent` tells. The secret shows the request to whoever holds it. */
export type RequestSentDetail = RequestReceipt;

/**
 * Asks an institution: what for, the words, how to answer, a last look, the number. A draft stays on
 * the device; without a network the request waits there and is sent once.
 *
 * ```html
 * <pvp-request-form register="https://register.example" service="PV-1001"></pvp-request-form>
 * ```
 *
 * @slot - Another way to ask: shown without JavaScript, before the form and where it cannot be had.
 * @csspart form - The form.
 * @csspart heading - Heading of a page.
 * @csspart field - A field with its label, hint and error.
 * @csspart error - What is wrong with a field.
 * @csspart errors - What is wrong with the page.
 * @csspart files - The files that were attached.
 * @csspart answers - The answers, to be checked.
 * @csspart privacy - What happens to the data.
 * @csspart receipt - Number and secret.
 * @csspart button - A button.
 * @csspart submit - The button that goes on.
 * @csspart notice - A notice.
 * @csspart status - The line that is read out.
 * @cssproperty --pvp-error - Colour of what is wrong, and of its edge.
 * @fires {CustomEvent<RequestSentDetail>} pvp-request-sent - The register has the request.
 * @fires pvp-request-closed - A person leaves the form.
 * @fires {CustomEvent<ErrorDetail>} pvp-error - A bad attribute.
 */
export class PvpRequestForm extends LitElement {
  static readonly version = VERSION;

  static override styles = [foundation, styles];

  static override properties = {
    register: {},
    service: {},
    institution: {},
    profile: {},
    kind: {},
    question: {},
    headingLevel: { attribute: 'heading-level' },
    closable: { type: Boolean },
    source: { attribute: false },
  };

  /** Origin of the register or of a mirror. */
  declare register: string | undefined;
  /** Id of the service that the request is about. */
  declare service: string | undefined;
  /** Id or registration number of the institution; that of the service by default. */
  declare institution: string | undefined;
  /** Which kinds are offered: five to residents and businesses, eight to institutions. */
  declare profile: Profile | undefined;
  /** The kind of request; absent: the person chooses. */
  declare kind: RequestKind | undefined;
  /** What the text begins with. */
  declare question: string | undefined;
  /** Level of the headings, 2–6. Default 2. */
  declare headingLevel: string | undefined;
  /** There is something to go back to: the first and the last page offer it. */
  declare closable: boolean;
  /** Where descriptions come from, instead of `register`. */
  declare source: ServiceSource | undefined;

  #ui = new UiTexts(this, formMessages);
  #visit = new FormVisit(this, {
    language: () => this.#ui.lang,
    onPage: (field) => {
      this.#said = undefined;
      this.#goTo(field === undefined ? '[part~=heading]' : `#${CSS.escape(field)}`);
    },
    onErrors: () => this.#goTo('[part~=errors]'),
    onSent: (receipt) => tell<RequestSentDetail>(this, 'pvp-request-sent', receipt),
    say: (text) => this.#say(text),
  });
  #said?: ((texts: FormMessages) => string) | undefined;
  #focusNext?: string | undefined;

  protected override willUpdate(): void {
    this.#visit.show(this.#readSettings());
  }

  protected override firstUpdated(): void {
    loadPictures(this);
  }

  protected override updated(): void {
    const wanted = this.#focusNext;
    if (!wanted || !this.#ui.texts) return;
    this.#focusNext = undefined;
    const target = this.renderRoot.querySelector<HTMLElement>(wanted);
    if (target?.part.contains('heading')) target.tabIndex = -1;
    target?.focus();
  }

  /** Gives the focus to the heading of the page on show. */
  override focus(): void {
    this.#goTo('[part~=heading]');
  }

  override render(): unknown {
    const { texts } = this.#ui;
    if (!texts) return nothing;
    return html`<div class="frame">
      <p class="unseen" part="status" role="status" .textContent=${this.#said?.(texts) ?? ''}></p>
      ${this.#renderPage(texts)}
    </div>`;
  }

  #renderPage(texts: FormMessages): unknown {
    const visit = this.#visit;
    const context: PageContext = {
      visit,
      texts,
      headingLevel: headingLevelOf(this, this.headingLevel, 2),
      closable: this.closable,
      onClose: () => this.#close(),
      onCopy: () => void this.#copy(texts),
    };
    const { headingLevel } = context;
    switch (visit.page) {
      case 'loading':
        return html`<p class="lead" .textContent=${texts.loading}></p>
          <slot></slot>`;
      case 'failed':
        return html`<p class="notice i i-warning" part="notice" .textContent=${texts.failed}></p>
          <slot></slot>
          <p class="actions">${button(texts.retry, () => visit.retry())}</p>`;
      case 'sending':
        return [title(headingLevel, texts.sending.title), renderSendingPage(context)];
      case 'waiting':
        return [title(headingLevel, texts.waiting.title), renderWaitingPage(context)];
      case 'sent':
        return [title(headingLevel, texts.sent.title), renderSentPage(context)];
      case 'state':
        void import('./define-state.ts').catch(() => undefined);
        return html`<pvp-request-state
            .register=${this.#readSettings()?.register}
            .request=${visit.receipt!.number}
            .secret=${visit.receipt!.secret}
            .headingLevel=${String(headingLevel)}
          ></pvp-request-state>
          <p class="actions">${button(texts.back, () => visit.go('sent'), 'link')}</p>`;
      default:
        return this.#renderForm(context);
    }
  }

  #renderForm(context: PageContext): unknown {
    const { visit, texts, headingLevel } = context;
    const { form, institution } = visit.loaded!;
    if (!form.kinds.length || institution === undefined) {
      return html`<p
        class="notice i i-warning"
        part="notice"
        .textContent=${texts.notOffered}
      ></p>`;
    }
    const page = visit.page as keyof typeof RENDER;
    const { pages } = visit;
    const at = pages.indexOf(page) + 1;
    const isFirst = at === 1;
    return html`<form
      part="form"
      novalidate
      autocomplete="on"
      @submit=${(event: Event) => this.#handleSubmit(event)}
    >
      ${isFirst ? renderKept(context) : nothing} ${renderErrorSummary(context)}
      <p class="step" .textContent=${texts.step(at, pages.length)}></p>
      ${title(headingLevel, this.#titleOf(page, texts))}
      ${isFirst ? this.#renderSubject(texts) : nothing}
      ${visit.isRestored && page !== 'check' ? this.#renderRestored(texts) : nothing}
      ${RENDER[page](context)} ${this.#renderTrap()}
      <p class="actions">
        ${submit(page === 'check' ? texts.check.send : texts.next)}
        ${
          !isFirst || this.closable
            ? button(texts.back, () => (visit.back() ? undefined : this.#close()), 'link')
            : nothing
        }
      </p>
    </form>`;
  }

  #titleOf(page: keyof typeof RENDER, texts: FormMessages): string {
    if (page !== 'details') return texts[page].title;
    const kind = formOf(this.#visit.loaded!.form, this.#visit.draft.kind);
    const { lang } = texts;
    return kind?.title[lang] ?? kind?.title['lv'] ?? textLabel(kind?.kind, texts);
  }

  /** Whom the person writes to, and about what. */
  #renderSubject(texts: FormMessages): TemplateResult {
    const { institutionTitle, serviceTitle } = this.#visit.loaded!;
    const line = (name: string, text: typeof serviceTitle) =>
      text
        ? html`<p>
            <span class="label" .textContent=${`${name}: `}></span>${registered(text, texts)}
          </p>`
        : nothing;
    return html`<div class="subject">
      ${line(texts.to, institutionTitle)} ${line(texts.about, serviceTitle)}
    </div>`;
  }

  #renderRestored({ draft }: FormMessages): TemplateResult {
    return html`<p class="kept-note">
      <span .textContent=${draft.restored}></span>
      ${button(draft.discard, () => void this.#discard(), 'link')}
    </p>`;
  }

  /** A field that people neither see nor reach. What fills in every field gives itself away. */
  #renderTrap(): TemplateResult {
    return html`<div class="unseen" aria-hidden="true">
      <input
        name="website"
        type="text"
        tabindex="-1"
        autocomplete="off"
        .value=${this.#visit.website}
        @input=${(event: Event) => (this.#visit.website = (event.target as HTMLInputElement).value)}
      />
    </div>`;
  }

  async #discard(): Promise<void> {
    await this.#visit.discardDraft();
    this.focus();
  }

  #handleSubmit(event: Event): void {
    event.preventDefault();
    if (this.#visit.page === 'check') void this.#visit.send();
    else this.#visit.next();
  }

  /** What takes the focus once it is drawn. */
  #goTo(selector: string): void {
    this.#focusNext = selector;
    this.requestUpdate();
  }

  #say(text: (texts: FormMessages) => string): void {
    this.#said = text;
    this.requestUpdate();
  }

  #close(): void {
    tell(this, 'pvp-request-closed', undefined);
  }

  async #copy({ sent }: FormMessages): Promise<void> {
    const { number, secret } = this.#visit.receipt!;
    try {
      await navigator.clipboard.writeText(sent.clipboard(number, secret));
      this.#say((texts) => texts.sent.copied);
    } catch {
      // No clipboard for this page: the person copies by hand.
      getSelection()?.selectAllChildren(this.renderRoot.querySelector('.receipt dl')!);
      this.#say((texts) => texts.sent.copyFailed);
    }
  }

  #readSettings(): Settings | undefined {
    const source = sourceOf(this);
    if (!source) return undefined;
    const { service, institution, profile, kind, question = '' } = this;
    return { source, register: source.register, service, institution, profile, kind, question };
  }
}

const RENDER = {
  kind: renderKindPage,
  details: renderDetailsPage,
  contact: renderContactPage,
  check: renderCheckPage,
} as const;

declare global {
  interface HTMLElementTagNameMap {
    'pvp-request-form': PvpRequestForm;
  }
}
