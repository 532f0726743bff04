/** What is registered, as answers: to a question, and to what people ask most. */
import type { FoundAnswer } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { reportFailure } from '../../../attributes/report-failure.ts';
import { addStyles } from '../../../styles/add-styles.ts';
import { richTextStyles } from '../../../styles/rich-text.styles.ts';
import {
  messages as elementMessages,
  type Messages,
  type UiLanguage,
} from '../../../translations/messages.ts';
import { button, type Drawing, type PanelHost } from '../drawing.ts';
import { renderAnswer, type AnswerDrawing } from './answer.ts';
import { answersStyles } from './answers.styles.ts';
import { answersTexts } from './messages.ts';

/** More than three would hide the people who help. */
const SHOWN = 3;
const OFTEN = 6;

interface Found {
  key: string;
  state: 'asking' | 'answered' | 'failed';
  answers: readonly FoundAnswer[];
}

const NOTHING: Found = { key: '', state: 'asking', answers: [] };

const instances = new WeakMap<PanelHost, Answers>();

/** Fetches the words of a language; one instance for all languages. */
export async function prepareAnswers(host: PanelHost, lang: UiLanguage): Promise<Answers> {
  const [messages] = await Promise.all([
    lang === 'lv' ? elementMessages.lv : elementMessages[lang]().catch(() => elementMessages.lv),
    answersTexts.prepare(lang),
  ]);
  const answers = instances.get(host) ?? new Answers(host);
  instances.set(host, answers);
  answers.messages = messages;
  return answers;
}

export class Answers {
  /** Prices and terms. */
  messages: Messages = elementMessages.lv;

  readonly #host: PanelHost;
  #found: Found = NOTHING;
  #often: Found = NOTHING;
  #end = new AbortController();

  constructor(host: PanelHost) {
    this.#host = host;
    addStyles(host, richTextStyles);
    addStyles(host, answersStyles);
  }

  /** Asks for what is not known yet; called before each drawing. */
  find(drawing: Drawing, q: string): void {
    const { source, subject, contentLang } = drawing;
    const { service, institution } = subject;
    const about = JSON.stringify([source.register, contentLang, service, institution]);
    if (this.#often.key !== about) {
      this.#often = { ...NOTHING, key: about };
      void this.#load(drawing, '', this.#often, OFTEN);
    }
    const key = `${about} ${q}`;
    if (!q || this.#found.key === key) return;
    this.#end.abort();
    this.#end = new AbortController();
    // What was found before stays until there is something else.
    this.#found = { ...this.#found, key, state: 'asking' };
    void this.#load(drawing, q, this.#found, SHOWN, this.#end.signal);
  }

  renderFound(drawing: Drawing, inWriting: ((question: string) => void) | undefined): unknown {
    const { state, answers } = this.#found;
    const { text } = drawing;
    const handleWrite = (): void => inWriting?.(questionOf(this.#host));
    return [
      state === 'failed'
        ? html`<p class="nothing" .textContent=${text.answersFailed}></p>`
        : nothing,
      state === 'answered' && !answers.length
        ? html`<p class="nothing" .textContent=${answersTexts.of(drawing.lang).none}></p>`
        : nothing,
      answers.length
        ? html`<p
              class="label"
              .textContent=${answersTexts.of(drawing.lang).found(answers.length)}
            ></p>
            ${this.#renderList(drawing, answers, true)}`
        : nothing,
      inWriting && state !== 'asking'
        ? html`<p class="actions">
            ${button(answersTexts.of(drawing.lang).askInWriting, handleWrite, 'link')}
          </p>`
        : nothing,
    ];
  }

  renderOften(drawing: Drawing): unknown {
    const { state, answers } = this.#often;
    if (answers.length) return this.#renderList(drawing, answers, false);
    const text =
      state === 'answered' ? answersTexts.of(drawing.lang).nobodyAsked : drawing.text.loading;
    return html`<p
      class="label"
      .textContent=${state === 'failed' ? drawing.text.answersFailed : text}
    ></p>`;
  }

  #renderList(drawing: Drawing, answers: readonly FoundAnswer[], isAsked: boolean): TemplateResult {
    const own: AnswerDrawing = {
      ...drawing,
      messages: this.messages,
      words: answersTexts.of(drawing.lang),
    };
    return html`<ul role="list">
      ${answers.map((answer) => renderAnswer(own, answer, isAsked))}
    </ul>`;
  }

  async #load(
    { source, subject, contentLang, lang, say, text }: Drawing,
    q: string,
    found: Found,
    limit: number,
    signal?: AbortSignal,
  ): Promise<void> {
    const { service, institution } = subject;
    const query = {
      q,
      service,
      institution,
      limit,
      ...(contentLang !== 'lv' && { lang: contentLang }),
    };
    try {
      const { data } = await source.loadAnswers(query, signal && { signal });
      Object.assign(found, { state: 'answered', answers: data.items });
      const { length } = data.items;
      const words = answersTexts.of(lang);
      if (q && !signal?.aborted) say(length ? words.found(length) : words.none);
    } catch (error) {
      if (signal?.aborted) return;
      Object.assign(found, { state: 'failed', answers: [] });
      if (q) say(text.answersFailed);
      reportFailure(this.#host, error);
    }
    this.#host.requestUpdate();
  }
}

const questionOf = ({ renderRoot }: PanelHost): string =>
  renderRoot.querySelector<HTMLInputElement>('#question')?.value.trim() ?? '';
