/**
 * At most two questions, where the description differs by who one is or what the situation is. They
 * need no answer: without one everything is shown, each part with the word whom it is for.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { isAnswered, type Answers, type Differences } from './applicable.ts';
import { words, type Drawing } from './drawing.ts';

export interface QuestionsContext {
  differences: Differences;
  answers: Answers;
  /** Number of parts that the answers hide. */
  hidden: number;
  onAnswer(answers: Answers): void;
}

export function renderQuestions(drawing: Drawing, context: QuestionsContext): unknown {
  const { differences, answers, hidden, onAnswer } = context;
  const { recipients, situations } = differences;
  if (!recipients.length && !situations.length) return nothing;
  const { text } = drawing;
  return html`<section class="questions" part="section questions">
    <p class="name" .textContent=${text.questions.title}></p>
    <p class="label" .textContent=${text.questions.privacy}></p>
    <div class="asked">
      ${recipients.length ? renderRecipients(drawing, context) : nothing}
      ${situations.length ? renderSituations(drawing, context) : nothing}
    </div>
    ${
      isAnswered(answers)
        ? html`<p class="outcome" .textContent=${text.questions.hidden(hidden)}></p>
            <button
              type="button"
              class="link"
              @click=${(event: Event) => {
                const section = (event.currentTarget as Element).closest('section')!;
                onAnswer({});
                // The button goes away with the answers.
                section.querySelector('input')?.focus();
              }}
              .textContent=${text.questions.showAll}
            ></button>`
        : nothing
    }
  </section>`;
}

function renderRecipients(drawing: Drawing, context: QuestionsContext): TemplateResult {
  const { text, messages } = drawing;
  const { differences, answers, onAnswer } = context;
  return html`<fieldset>
    <legend .textContent=${text.questions.recipient}></legend>
    ${differences.recipients.map(
      (recipient) =>
        html`<label>
          <input
            type="radio"
            name="recipient"
            .checked=${answers.recipient === recipient}
            @change=${() => onAnswer({ ...answers, recipient })}
          />
          <span .textContent=${messages.recipients[recipient] ?? recipient}></span>
        </label>`,
    )}
  </fieldset>`;
}

function renderSituations(drawing: Drawing, context: QuestionsContext): TemplateResult {
  const { text } = drawing;
  const { differences, answers, onAnswer } = context;
  const chosen = answers.situations ?? [];
  const option = (title: string, checked: boolean, situations: readonly string[] | undefined) =>
    html`<label>
      <input
        type="checkbox"
        .checked=${checked}
        @change=${() => onAnswer({ ...answers, situations })}
      />
      <span .textContent=${title}></span>
    </label>`;
  const isNone = answers.situations?.length === 0;
  return html`<fieldset>
    <legend .textContent=${text.questions.situation}></legend>
    ${differences.situations.map(({ id, title }) => {
      const checked = chosen.includes(id);
      const others = chosen.filter((one) => one !== id);
      const next = checked ? others : [...others, id];
      // The last one taken back is no answer any more; "none" is said by its own box.
      return option(words(drawing, title) || id, checked, next.length ? next : undefined);
    })}
    ${option(text.questions.none, isNone, isNone ? undefined : [])}
  </fieldset>`;
}
