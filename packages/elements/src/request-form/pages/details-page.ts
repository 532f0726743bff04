import type { RequestKind } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { formOf } from '../form-values.ts';
import type { FormMessages } from '../translations/form-messages.ts';
import { renderAttribute } from './attribute-fields.ts';
import { describedBy, field, isInvalid, type Field } from './fields.ts';
import { renderFiles } from './file-field.ts';
import type { PageContext } from './page-context.ts';

/** From this share of the longest text on, what is left is told. */
const NEAR = 0.75;

const QUESTIONS: Partial<Record<RequestKind, keyof FormMessages['details']['text']>> = {
  'information-request': 'question',
  'service-request': 'service',
  incident: 'incident',
  complaint: 'complaint',
  suggestion: 'suggestion',
};

/** What the text of a kind is called. */
export function textLabel(kind: RequestKind | undefined, { details }: FormMessages): string {
  return details.text[(kind && QUESTIONS[kind]) ?? 'other'];
}

/** The text, what the kind asks for besides, and files. */
export function renderDetailsPage(context: PageContext): TemplateResult {
  const { visit, texts } = context;
  const { form } = visit.loaded!;
  const { kind } = visit.draft;
  return html`${renderText(context)}
    ${(formOf(form, kind)?.attributes ?? []).map((attribute) => renderAttribute(context, attribute))}
    ${renderFiles(context)}
    <p class="kept-note" .textContent=${visit.isKept ? texts.draft.kept : texts.draft.unkept}></p>`;
}

function renderText(context: PageContext): TemplateResult {
  const { visit, texts } = context;
  const { text, kind } = visit.draft;
  const most = visit.loaded!.form.limits.textLength;
  const count = text.trim().length;
  const asked: Field = {
    id: 'text',
    label: html`<span .textContent=${textLabel(kind, texts)}></span>`,
    hint: html`<span .textContent=${texts.details.hint}></span>`,
  };
  const left = count > most ? texts.details.over(count - most) : texts.details.left(most - count);
  return html`${field(
    context,
    asked,
    html`<textarea
      id="text"
      rows="7"
      aria-describedby=${describedBy(context, asked)}
      aria-invalid=${isInvalid(context, 'text')}
      .value=${text}
      @input=${(event: Event) => visit.setText((event.target as HTMLTextAreaElement).value)}
    ></textarea>`,
  )}
  ${
    count > most * NEAR
      ? html`<p class="count ${count > most ? 'error' : 'hint'}" .textContent=${left}></p>`
      : nothing
  }`;
}
