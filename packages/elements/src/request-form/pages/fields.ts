/** Fields as all pages draw them: label, hint, error, control, in this order. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldError } from '../form-values.ts';
import type { FormMessages } from '../translations/form-messages.ts';
import { words, type PageContext } from './page-context.ts';

export interface Field {
  /** Id of the control, and name of the field in errors. */
  id: string;
  label: unknown;
  hint?: unknown;
}

/** Ids of what describes a control, for `aria-describedby`. */
export function describedBy(context: PageContext, { id, hint }: Field): string | typeof nothing {
  const names = [...(hint ? [`${id}-hint`] : []), ...(errorOf(context, id) ? [`${id}-error`] : [])];
  return names.join(' ') || nothing;
}

export function errorOf({ visit }: PageContext, id: string): FieldError | undefined {
  return visit.errors.find(({ field }) => field === id);
}

export function isInvalid(context: PageContext, id: string): 'true' | typeof nothing {
  return errorOf(context, id) ? 'true' : nothing;
}

/** A field with one control. */
export function field(context: PageContext, asked: Field, control: unknown): TemplateResult {
  const { id, label, hint } = asked;
  return html`<div class="field ${errorOf(context, id) ? 'wrong' : ''}" part="field">
    <label for=${id}>${label}</label>
    ${renderHint(id, hint)} ${renderError(context, id)} ${control}
  </div>`;
}

/** A question with several controls. The first of them has the id of the field. */
export function group(context: PageContext, asked: Field, controls: unknown): TemplateResult {
  const { id, label, hint } = asked;
  return html`<fieldset
    class="field ${errorOf(context, id) ? 'wrong' : ''}"
    part="field"
    aria-describedby=${describedBy(context, asked)}
  >
    <legend>${label}</legend>
    ${renderHint(id, hint)} ${renderError(context, id)}
    <div class="choices">${controls}</div>
  </fieldset>`;
}

export interface Choice {
  id: string;
  name: string;
  type: 'radio' | 'checkbox';
  label: unknown;
  hint?: unknown;
  checked: boolean;
  onChange(checked: boolean): void;
}

export function choice({ id, name, type, label, hint, checked, onChange }: Choice): TemplateResult {
  return html`<div class="choice">
    <input
      id=${id}
      type=${type}
      name=${name}
      aria-describedby=${hint ? `${id}-hint` : nothing}
      .checked=${checked}
      @change=${(event: Event) => onChange((event.target as HTMLInputElement).checked)}
    />
    <label for=${id}>${label}</label>
    ${renderHint(id, hint)}
  </div>`;
}

function renderHint(id: string, hint: unknown): unknown {
  return hint ? html`<p id="${id}-hint" class="hint">${hint}</p>` : nothing;
}

function renderError(context: PageContext, id: string): unknown {
  const error = errorOf(context, id);
  return error
    ? html`<p
        id="${id}-error"
        class="error"
        part="error"
        .textContent=${error.text(context.texts)}
      ></p>`
    : nothing;
}

/** What is wrong, at the top of the page, each with the way to its field. */
export function renderErrorSummary({ visit, texts }: PageContext): unknown {
  if (!visit.errors.length) return nothing;
  const goTo = (id: string) => (event: Event) => {
    // An address with a fragment would belong to the page, and does not reach in here.
    event.preventDefault();
    const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
    root.getElementById(id)?.focus();
  };
  return html`<div
    class="summary-of-errors"
    part="errors"
    role="group"
    tabindex="-1"
    aria-labelledby="errors-title"
  >
    <p id="errors-title" class="name" .textContent=${texts.errors.title}></p>
    <ul>
      ${visit.errors.map(
        (error) =>
          html`<li>
            <a
              href="#${error.field}"
              @click=${goTo(error.field)}
              .textContent=${inSummary(error, texts)}
            ></a>
          </li>`,
      )}
    </ul>
  </div>`;
}

/** Away from its field an error says what it is about. */
function inSummary({ text, label }: FieldError, texts: FormMessages): string {
  const name = words(label, texts.lang);
  return name ? `${name}${/[.?!]$/.test(name) ? '' : ':'} ${text(texts)}` : text(texts);
}

/** `Tālrunis (neobligāti)` */
export function optional(texts: FormMessages, label: string): TemplateResult {
  return html`<span .textContent=${texts.optional(label)}></span>`;
}
