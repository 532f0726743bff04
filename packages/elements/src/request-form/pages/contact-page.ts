import type { RequestContact } from '@pvp/contract';
import { html, type TemplateResult } from 'lit';
import { describedBy, field, isInvalid, optional, type Field } from './fields.ts';
import type { PageContext } from './page-context.ts';

/** Where else an answer may go. Nothing of it has to be told. */
export function renderContactPage(context: PageContext): TemplateResult {
  const { contact, draft } = context.texts;
  return html`<p class="lead" .textContent=${contact.lead}></p>
    ${renderInput(context, 'name', { autocomplete: 'name', type: 'text' })}
    ${renderInput(context, 'email', { autocomplete: 'email', type: 'email' })}
    ${renderInput(context, 'phone', { autocomplete: 'tel', type: 'tel', hint: contact.hint })}
    <p
      class="kept-note"
      .textContent=${context.visit.isKept ? contact.notKept : draft.unkept}
    ></p>`;
}

function renderInput(
  context: PageContext,
  name: keyof RequestContact,
  { autocomplete, type, hint }: { autocomplete: string; type: string; hint?: string },
): TemplateResult {
  const { visit, texts } = context;
  const asked: Field = {
    id: name,
    label: optional(texts, texts.contact[name]),
    ...(hint && { hint: html`<span .textContent=${hint}></span>` }),
  };
  return field(
    context,
    asked,
    html`<input
      id=${name}
      class="wide"
      type=${type}
      autocomplete=${autocomplete}
      spellcheck="false"
      aria-describedby=${describedBy(context, asked)}
      aria-invalid=${isInvalid(context, name)}
      .value=${visit.contact[name] ?? ''}
      @input=${(event: Event) => visit.setContact(name, (event.target as HTMLInputElement).value)}
    />`,
  );
}
