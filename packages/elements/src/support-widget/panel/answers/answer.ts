/** One answer: the registered sentence, and where it stands. */
import type { FoundAnswer } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { plainText } from '../../../rich-text/plain-text.ts';
import { rich } from '../../../rich-text/registered-rich-text.ts';
import { foreign, words as wordsOf } from '../../../rich-text/registered-text.ts';
import type { Messages } from '../../../translations/messages.ts';
import { subheading, type Drawing } from '../drawing.ts';
import type { AnswersMessages } from './messages.ts';

export interface AnswerDrawing extends Drawing {
  messages: Messages;
  words: AnswersMessages;
}

/** @param isAsked A question was asked; else the answers are to what people ask most. */
export function renderAnswer(
  drawing: AnswerDrawing,
  answer: FoundAnswer,
  isAsked: boolean,
): TemplateResult {
  const { words } = drawing;
  const lang = foreign(drawing, answer.lang);
  const title = answer.section ? `${answer.title}: ${words.section[answer.section]}` : answer.title;
  const whole = wholeOf(drawing, answer);
  // What nobody asked for yet is folded: the question is what is read.
  return html`<li class="answer" part="answer" lang=${lang}>
    ${
      isAsked
        ? html`${subheading(drawing, html`<span class="place-title" .textContent=${title}></span>`)}
            <p class="sentence" .textContent=${sentenceOf(drawing, answer)}></p>
            ${
              whole === nothing || isSentenceAll(answer)
                ? nothing
                : html`<details>
                    <summary>
                      <span lang=${drawing.lang} .textContent=${words.whole}></span>
                    </summary>
                    ${whole}
                  </details>`
            }
            ${renderSource(drawing, answer)}`
        : html`<details>
            <summary><span .textContent=${title}></span></summary>
            ${whole} ${renderSource(drawing, answer)}
          </details>`
    }
  </li>`;
}

/** A price and a term are no sentences: they are told as on a card. */
function sentenceOf({ messages }: AnswerDrawing, { cost, term, sentence }: FoundAnswer): string {
  return cost ? messages.cost(cost) : term ? messages.term(term) : sentence;
}

function isSentenceAll({ answer, sentence }: FoundAnswer): boolean {
  return answer !== undefined && plainText(answer) === sentence;
}

function wholeOf(drawing: AnswerDrawing, { answer, lang }: FoundAnswer): unknown {
  return answer
    ? rich({ ...drawing, lang, contentLang: lang, fallbacks: new Set() }, { [lang]: answer })
    : nothing;
}

function renderSource(drawing: AnswerDrawing, answer: FoundAnswer): TemplateResult {
  const { words, lang } = drawing;
  const { kind, id, source, service } = answer;
  const about = kind === 'service' ? { id, title: answer.title } : undefined;
  const other = service && { id: service.id, title: wordsOf(drawing, service.title) };
  const where = about ?? other;
  return html`<p class="source" lang=${lang}>
    <span .textContent=${`${words.source}: `}></span>
    ${
      kind === 'service'
        ? nothing
        : source
          ? html`<a href=${source} .textContent=${`${words.knowledgeBase}, ${id}`}></a>`
          : html`<span .textContent=${`${words.knowledgeBase}, ${id}`}></span>`
    }
    ${where ? renderService(drawing, where) : nothing}
  </p>`;
}

/** A link where the page has an address for services, else a button that opens it in the panel. */
function renderService(
  { host, words }: AnswerDrawing,
  { id, title }: { id: string; title: string },
): TemplateResult {
  const label = `${words.description}: ${title}`;
  const href = host.serviceHref?.replaceAll('{id}', encodeURIComponent(id));
  return href
    ? html`<a href=${href} data-service=${id} .textContent=${label}></a>`
    : html`<button type="button" class="link" data-service=${id} .textContent=${label}></button>`;
}
