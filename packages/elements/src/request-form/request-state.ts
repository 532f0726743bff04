import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { RequestStep, TrackedRequest } from '@pvp/contract';
import { ProblemError, type RegisterError } from '@pvp/sdk/client';
import { RequestClient } from '@pvp/sdk/requests';
import type { ServiceSource } from '@pvp/sdk/source';
import { headingLevelOf, sourceOf } from '../attributes/attribute-check.ts';
import { UiTexts } from '../controllers/ui-language.ts';
import { formatDateTime } from '../format/date-time.ts';
import { formatFileSize } from '../format/file-size.ts';
import { foundation } from '../styles/foundation.ts';
import { loadPictures } from '../styles/load-pictures.ts';
import { heading } from '../templates/heading.ts';
import { VERSION } from '../version.ts';
import { openOutbox } from './outbox.ts';
import { styles as formStyles } from './request-form.styles.ts';
import { styles } from './request-state.styles.ts';
import { stateMessages, type StateMessages } from './translations/state-messages.ts';

type Failure = 'unknown' | 'gone' | 'busy' | 'failed';
type Fault = { field: 'number' | 'secret'; text: keyof StateMessages };

/**
 * What has become of a request: its state in plain words, the answer, its course. Asks for number and
 * secret where the page does not give them and the device does not have them.
 *
 * ```html
 * <pvp-request-state register="https://register.example"></pvp-request-state>
 * ```
 *
 * @csspart heading - The heading.
 * @csspart state - The state and what it means.
 * @csspart answer - The latest answer.
 * @csspart history - What has happened.
 * @csspart field - A field with its label, hint and error.
 * @csspart errors - What is wrong with the answers.
 * @csspart button - A button.
 * @csspart notice - A notice.
 * @csspart status - The line that is read out.
 * @cssproperty --pvp-error - Colour of what is wrong, and of its edge.
 */
export class PvpRequestState extends LitElement {
  static readonly version = VERSION;

  static override styles = [foundation, formStyles, styles];

  static override properties = {
    register: {},
    request: {},
    secret: { attribute: false },
    headingLevel: { attribute: 'heading-level' },
    source: { attribute: false },
  };

  /** Origin of the register or of the mirror that took the request. */
  declare register: string | undefined;
  /** Number of the request. */
  declare request: string | undefined;
  /** What came with the number. No attribute, so that it stands in no page and no address. */
  declare secret: string | undefined;
  /** Level of the heading, 2–6. Default 2. */
  declare headingLevel: string | undefined;
  /** Where the register is named, instead of `register`. */
  declare source: ServiceSource | undefined;

  #ui = new UiTexts(this, stateMessages);
  #tracked?: TrackedRequest | undefined;
  #failure?: Failure | undefined;
  #faults: readonly Fault[] = [];
  #asked = '';
  #said = '';
  #focusNext?: string | undefined;
  /** A person has asked, and hears the heading of what comes. */
  #isAsked = false;
  #end = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#handleLook);
    addEventListener('online', this.#handleLook);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#handleLook);
    removeEventListener('online', this.#handleLook);
    this.#end.abort();
    this.#asked = '';
  }

  protected override willUpdate(): void {
    const { request, secret } = this;
    const question = JSON.stringify([this.#registerOf(), request, secret]);
    if (question === this.#asked) return;
    this.#asked = question;
    this.#tracked = this.#failure = undefined;
    if (request && secret) void this.#load();
    else if (request) void this.#findSecret(request);
  }

  protected override firstUpdated(): void {
    loadPictures(this);
  }

  protected override updated(): void {
    const wanted = this.#focusNext;
    const target = wanted && this.renderRoot.querySelector<HTMLElement>(wanted);
    if (!target) return;
    this.#focusNext = undefined;
    if (target.part.contains('heading')) target.tabIndex = -1;
    target.focus();
  }

  /** Asks the register again. */
  async refresh(): Promise<void> {
    const isFresh = await this.#load();
    const { texts } = this.#ui;
    if (isFresh && texts && this.#tracked)
      this.#say(texts.refreshed(texts.states[this.#tracked.state]));
  }

  override render(): unknown {
    const { texts } = this.#ui;
    if (!texts) return nothing;
    return html`<p class="unseen" part="status" role="status" .textContent=${this.#said}></p>
      ${this.#renderBody(texts)}`;
  }

  #renderBody(texts: StateMessages): unknown {
    const level = headingLevelOf(this, this.headingLevel, 2);
    if (this.#tracked) return this.#renderRequest(texts, this.#tracked, level);
    const title = heading(
      level,
      html`<span class="page-title" .textContent=${texts.title}></span>`,
    );
    if (this.#failure && this.#failure !== 'unknown') {
      return [title, this.#renderFailure(texts, this.#failure)];
    }
    if (this.request && this.secret && !this.#failure) {
      return [title, html`<p class="lead" .textContent=${texts.loading}></p>`];
    }
    return this.#renderQuestion(texts, title);
  }

  #renderFailure(texts: StateMessages, failure: Exclude<Failure, 'unknown'>): TemplateResult {
    return html`<p class="notice i i-warning" part="notice" .textContent=${texts[failure]}></p>
      <p class="actions">
        ${
          failure === 'gone'
            ? this.#renderAnother(texts)
            : html`<button
                type="button"
                class="button"
                part="button"
                @click=${() => void this.#load()}
                .textContent=${texts.retry}
              ></button>`
        }
      </p>`;
  }

  #renderQuestion(texts: StateMessages, title: TemplateResult): TemplateResult {
    return html`<form novalidate @submit=${(event: Event) => this.#handleAsk(event)}>
      ${this.#renderErrors(texts)} ${title}
      <p class="lead" .textContent=${texts.ask}></p>
      ${this.#renderField(texts, 'number', texts.numberHint, this.request ?? '')}
      ${this.#renderField(texts, 'secret', texts.secretHint, this.secret ?? '')}
      <p class="actions">
        <button
          type="submit"
          class="button primary"
          part="button"
          .textContent=${texts.show}
        ></button>
      </p>
    </form>`;
  }

  #renderField(
    texts: StateMessages,
    id: 'number' | 'secret',
    hint: string,
    value: string,
  ): TemplateResult {
    const error = this.#faults.find(({ field }) => field === id);
    return html`<div class="field ${error ? 'wrong' : ''}" part="field">
      <label for=${id} .textContent=${texts[id]}></label>
      <p id="${id}-hint" class="hint" .textContent=${hint}></p>
      ${
        error
          ? html`<p id="${id}-error" class="error" .textContent=${String(texts[error.text])}></p>`
          : nothing
      }
      <input
        id=${id}
        class=${id === 'secret' ? 'wide' : ''}
        name=${id}
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-describedby=${error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid=${error ? 'true' : nothing}
        .value=${value}
      />
    </div>`;
  }

  #renderErrors(texts: StateMessages): unknown {
    if (!this.#faults.length) return nothing;
    return html`<div
      class="summary-of-errors"
      part="errors"
      role="group"
      tabindex="-1"
      aria-labelledby="errors-title"
    >
      <p id="errors-title" class="name" .textContent=${texts.errorTitle}></p>
      <ul>
        ${this.#faults.map(
          ({ field, text }) =>
            html`<li>
              <a
                href="#${field}"
                @click=${(event: Event) => {
                  event.preventDefault();
                  this.renderRoot.querySelector<HTMLElement>(`#${field}`)?.focus();
                }}
                .textContent=${String(texts[text])}
              ></a>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #renderRequest(texts: StateMessages, request: TrackedRequest, level: number): TemplateResult {
    const { number, state, receivedAt, text, attachments, history } = request;
    const { lang } = texts;
    const inner = Math.min(level + 1, 6);
    const answers = history.filter(({ message }) => message !== undefined);
    const latest = answers.at(-1);
    return html`${heading(
        level,
        html`<span class="page-title"
          ><span .textContent=${`${texts.numbered} `}></span
          ><span class="number" .textContent=${number}></span
        ></span>`,
      )}
      <p class="hint" .textContent=${texts.received(formatDateTime(lang, receivedAt))}></p>
      <div class="state ${state}" part="state">
        <p class="state-name" .textContent=${texts.states[state]}></p>
        <p .textContent=${texts.meaning[state]}></p>
      </div>
      ${
        latest
          ? html`<section class="answer-text" part="answer">
              ${heading(inner, html`<span class="part-title" .textContent=${texts.answer}></span>`)}
              <p class="hint" .textContent=${formatDateTime(lang, latest.at)}></p>
              <p class="written" .textContent=${latest.message}></p>
            </section>`
          : nothing
      }
      <section>
        ${heading(inner, html`<span class="part-title" .textContent=${texts.history}></span>`)}
        <ol class="history" part="history" role="list">
          ${[...history].reverse().map((step) => this.#renderStep(texts, step, step === latest))}
        </ol>
      </section>
      <section>
        ${heading(inner, html`<span class="part-title" .textContent=${texts.text}></span>`)}
        <p class="written" .textContent=${text ?? texts.textElsewhere}></p>
        ${
          attachments.length
            ? html`<p class="hint files-sent">
                <span
                  .textContent=${`${texts.files}: ${attachments
                    .map(({ name, bytes }) => `${name} (${formatFileSize(lang, bytes)})`)
                    .join(', ')}`}
                ></span>
              </p>`
            : nothing
        }
      </section>
      <p class="actions">
        <button
          type="button"
          class="button"
          part="button"
          @click=${() => void this.refresh()}
          .textContent=${texts.refresh}
        ></button>
      </p>`;
  }

  #renderStep(texts: StateMessages, step: RequestStep, isShownAbove: boolean): TemplateResult {
    const { at, state, level, message } = step;
    return html`<li>
      <span class="name" .textContent=${texts.states[state]}></span>
      <small .textContent=${`${formatDateTime(texts.lang, at)} · ${texts.level[level]}`}></small>
      ${
        message !== undefined && !isShownAbove
          ? html`<p class="written" .textContent=${message}></p>`
          : nothing
      }
    </li>`;
  }

  #renderAnother(texts: StateMessages): TemplateResult {
    return html`<button
      type="button"
      class="button"
      part="button"
      @click=${() => {
        this.request = this.secret = undefined;
        this.#focusNext = '#number';
      }}
      .textContent=${texts.another}
    ></button>`;
  }

  #handleAsk(event: Event): void {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const number = String(data.get('number')).trim().toUpperCase();
    const secret = String(data.get('secret')).trim();
    this.#faults = [
      ...(/^\d{2}-?[0-9A-Z]{4}-?[0-9A-Z]{4}$/.test(number)
        ? []
        : [{ field: 'number', text: 'numberFault' } as const]),
      ...(secret ? [] : [{ field: 'secret', text: 'secretFault' } as const]),
    ];
    this.request = number;
    this.secret = secret;
    if (!this.#faults.length) {
      this.#isAsked = true;
      // Also where nothing changed: the person asks once more.
      this.#asked = '';
    } else {
      // What is not complete is not asked for.
      this.#asked = JSON.stringify([this.#registerOf(), number, secret]);
      this.#focusNext = '[part~=errors]';
    }
    this.requestUpdate();
  }

  #handleLook = (): void => {
    if (!document.hidden && this.#tracked) void this.#load();
  };

  /** @returns whether what is on show came just now. */
  async #load(): Promise<boolean> {
    const { request, secret } = this;
    const register = this.#registerOf();
    if (!request || !secret || !register) return false;
    this.#end.abort();
    const { signal } = (this.#end = new AbortController());
    if (this.#failure) this.#failure = undefined;
    this.requestUpdate();
    try {
      const client = new RequestClient({ register });
      this.#tracked = await client.getRequest(request, secret, signal);
      if (this.#isAsked) this.#focusNext = '[part~=heading]';
      return true;
    } catch (error) {
      if (!signal.aborted) this.#fail(error as RegisterError);
      return false;
    } finally {
      this.#isAsked = false;
      this.requestUpdate();
    }
  }

  #fail(error: RegisterError): void {
    const status = error instanceof ProblemError ? error.status : undefined;
    const failure: Failure =
      status === 401
        ? 'unknown'
        : error.code === 'gone'
          ? 'gone'
          : status === 429
            ? 'busy'
            : 'failed';
    // What is on show stays where the register cannot be reached.
    if (this.#tracked && (failure === 'failed' || failure === 'busy')) {
      this.#say(this.#ui.texts?.[failure] ?? '');
      return;
    }
    this.#tracked = undefined;
    this.#failure = failure;
    if (failure !== 'unknown') return;
    this.#faults = [{ field: 'secret', text: 'unknown' }];
    this.#focusNext = '[part~=errors]';
  }

  /** This device may have the receipt. */
  async #findSecret(number: string): Promise<void> {
    const register = this.#registerOf();
    if (!register) return;
    const kept = await (await openOutbox()).box.list(register);
    const receipt = kept.find((entry) => entry.receipt?.number === number)?.receipt;
    if (receipt && this.request === number) this.secret ??= receipt.secret;
  }

  #say(text: string): void {
    this.#said = text;
    this.requestUpdate();
  }

  #registerOf(): string | undefined {
    return sourceOf(this)?.register;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pvp-request-state': PvpRequestState;
  }
}
