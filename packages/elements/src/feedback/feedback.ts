import { css, html, LitElement, nothing } from 'lit';
import { RequestClient } from '@pvp/sdk/requests';
import type { ServiceSource } from '@pvp/sdk/source';
import { UiTexts } from '../controllers/ui-language.ts';
import { foundation } from '../styles/foundation.ts';
import { styles as formStyles } from '../request-form/request-form.styles.ts';
import { VERSION } from '../version.ts';
import { feedbackMessages, type FeedbackMessages } from './messages.ts';

/** Characters of a suggestion, as the contract says. */
const MOST = 1000;

const styles = css`
  .asked {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding-block: var(--_space);
    border-block: 1px solid var(--_line);
  }
  .asked > [role='status']:not(:empty) {
    flex-basis: 100%;
  }
  .asked > .actions,
  .asked .field {
    margin: 0;
  }
`;

type Fault = 'tooLong' | 'empty' | 'failed';

/**
 * Asks whether a description was useful, and what could be better. Nothing is kept of who answers.
 * An inner part of `<pvp-service-card feedback>`.
 *
 * @csspart button - A button.
 * @cssproperty --pvp-error - Colour of what is wrong, and of its edge.
 */
export class PvpFeedback extends LitElement {
  static readonly version = VERSION;

  static override styles = [foundation, formStyles, styles];

  static override properties = {
    source: { attribute: false },
    type: {},
    subject: {},
  };

  /** Where the register is named. */
  declare source: ServiceSource | undefined;
  /** Kind of the record; `service` by default. */
  declare type: string | undefined;
  /** Id of the record. */
  declare subject: string | undefined;

  #ui = new UiTexts(this, feedbackMessages);
  #stage: 'question' | 'suggestion' | 'done' = 'question';
  #fault?: Fault | undefined;
  #isBusy = false;
  #shown?: string | undefined;

  protected override willUpdate(): void {
    // Another description, another question.
    if (this.subject === this.#shown) return;
    this.#shown = this.subject;
    this.#stage = 'question';
    this.#fault = undefined;
  }

  override render(): unknown {
    const { texts } = this.#ui;
    if (!texts || !this.subject) return nothing;
    const said = {
      question: '',
      suggestion: texts.thanks,
      done: texts.sent,
    }[this.#stage];
    return html`<div class="asked" role="group" aria-label=${texts.question}>
      ${
        this.#stage === 'question'
          ? html`<p class="name" .textContent=${texts.question}></p>
              <p class="actions">
                ${this.#renderVote(texts.yes, true)} ${this.#renderVote(texts.no, false)}
              </p>`
          : nothing
      }
      <p role="status" .textContent=${this.#fault === 'failed' ? texts.failed : said}></p>
      ${this.#stage === 'suggestion' ? this.#renderSuggestion(texts) : nothing}
    </div>`;
  }

  #renderVote(text: string, useful: boolean): unknown {
    return html`<button
      type="button"
      class="button"
      part="button"
      @click=${() => void this.#send({ useful }, 'suggestion')}
      .textContent=${text}
    ></button>`;
  }

  #renderSuggestion(texts: FeedbackMessages): unknown {
    const fault =
      this.#fault === 'tooLong'
        ? texts.tooLong(MOST)
        : this.#fault === 'empty'
          ? texts.empty
          : undefined;
    return html`<form novalidate @submit=${(event: Event) => this.#handleSubmit(event)}>
      <div class="field ${fault ? 'wrong' : ''}">
        <label for="suggestion" .textContent=${texts.suggestion}></label>
        <p id="suggestion-hint" class="hint" .textContent=${texts.hint}></p>
        ${fault ? html`<p id="suggestion-error" class="error" .textContent=${fault}></p>` : nothing}
        <textarea
          id="suggestion"
          rows="3"
          aria-describedby=${fault ? 'suggestion-hint suggestion-error' : 'suggestion-hint'}
          aria-invalid=${fault ? 'true' : nothing}
        ></textarea>
      </div>
      <p class="actions">
        <button type="submit" class="button" part="button" .textContent=${texts.send}></button>
      </p>
    </form>`;
  }

  #handleSubmit(event: Event): void {
    event.preventDefault();
    const field = this.renderRoot.querySelector('textarea')!;
    const suggestion = field.value.trim();
    this.#fault = suggestion === '' ? 'empty' : suggestion.length > MOST ? 'tooLong' : undefined;
    this.requestUpdate();
    if (this.#fault) field.focus();
    else void this.#send({ suggestion }, 'done');
  }

  async #send(
    answer: { useful?: boolean; suggestion?: string },
    next: 'suggestion' | 'done',
  ): Promise<void> {
    const { source, type = 'service', subject } = this;
    if (!source || !subject || this.#isBusy) return;
    this.#isBusy = true;
    this.#fault = undefined;
    try {
      const client = new RequestClient({ register: source.register });
      await client.giveFeedback({ subject: { type, id: subject }, ...answer });
      this.#stage = next;
    } catch {
      this.#fault = 'failed';
    }
    this.#isBusy = false;
    this.requestUpdate();
    await this.updateComplete;
    // The button that had the focus is gone.
    if (!this.#fault) this.renderRoot.querySelector<HTMLElement>('textarea')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pvp-feedback': PvpFeedback;
  }
}
