/** Level 0: a question in people's own words. What answers it is fetched when somebody asks. */
import { html, nothing, type TemplateResult } from 'lit';
import { LazyPart } from '../../controllers/lazy-part.ts';
import type { UiLanguage } from '../../translations/messages.ts';
import type { Answers } from './answers/answers.ts';
import type { Drawing, PanelHost } from './drawing.ts';

const MAX_LENGTH = 200;

export class Ask {
  readonly #host: PanelHost;
  readonly #answers: LazyPart<Answers>;
  /** The question that was asked last. */
  question = '';
  #isOftenOpen = false;
  #hasFailed = false;
  /** The question that came along with the wish for help. */
  #brought = '';

  constructor(host: PanelHost) {
    this.#host = host;
    this.#answers = new LazyPart(host, async (lang) => {
      try {
        const { prepareAnswers } = await import('./answers/answers.ts');
        return await prepareAnswers(host, lang as UiLanguage);
      } catch (error) {
        this.#hasFailed = true;
        host.requestUpdate();
        throw error;
      }
    });
  }

  /** Another service or institution: what was asked before is over. */
  reset(): void {
    this.question = this.#brought = '';
  }

  /** @param inWriting Asks people in writing what was not answered; absent where nobody takes it. */
  render(drawing: Drawing, inWriting: ((question: string) => void) | undefined): TemplateResult {
    const { text, subject } = drawing;
    if (subject.question && subject.question !== this.#brought) {
      this.question = this.#brought = subject.question;
    }
    const handleSubmit = (event: Event): void => {
      event.preventDefault();
      this.question = (event.target as HTMLFormElement).querySelector('input')!.value.trim();
      this.#hasFailed = false;
      if (this.question) drawing.say(text.searching);
      this.#host.requestUpdate();
    };
    const handleToggle = (event: Event): void => {
      this.#isOftenOpen = (event.currentTarget as HTMLDetailsElement).open;
      this.#host.requestUpdate();
    };
    const isWanted = (this.question || this.#isOftenOpen) && !this.#hasFailed;
    const answers = isWanted ? this.#answers.get(drawing.lang) : undefined;
    answers?.find(drawing, this.question);
    return html`<form class="ask" role="search" part="search" @submit=${handleSubmit}>
        <label for="question" .textContent=${text.question}></label>
        <div class="line">
          <input
            id="question"
            type="search"
            part="field"
            autocomplete="off"
            enterkeyhint="search"
            maxlength=${MAX_LENGTH}
            .value=${this.question}
          />
          <button class="button" part="button" .textContent=${text.search}></button>
        </div>
      </form>
      <div class="answers" part="answers">
        ${
          this.#hasFailed
            ? html`<p class="nothing" .textContent=${text.answersFailed}></p>`
            : this.question
              ? answers?.renderFound(drawing, inWriting)
              : nothing
        }
        <details ?open=${this.#isOftenOpen} @toggle=${handleToggle}>
          <summary><span .textContent=${text.often}></span></summary>
          ${this.#isOftenOpen ? (answers?.renderOften(drawing) ?? waiting(text.loading)) : nothing}
        </details>
      </div>`;
  }
}

const waiting = (text: string): TemplateResult => html`<p class="label" .textContent=${text}></p>`;
