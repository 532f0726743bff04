/** What the pages of the form draw from. */
import type { LocalizedString } from '@pvp/contract';
import { pickLanguage } from '@pvp/sdk/model';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../../templates/heading.ts';
import type { FormVisit } from '../form-visit.ts';
import type { FormMessages } from '../translations/form-messages.ts';

export interface PageContext {
  visit: FormVisit;
  texts: FormMessages;
  /** Level of the heading of a page, 2–6. */
  headingLevel: number;
  /** Whether there is something to go back to from the first page. */
  closable: boolean;
  onClose(): void;
  onCopy(): void;
}

/** The title of a page: what takes the focus when the page is shown. */
export function title(headingLevel: number, text: string): TemplateResult {
  return heading(headingLevel, html`<span class="page-title" .textContent=${text}></span>`);
}

/** A text of the register in the language of the page, marked where it is in another one. */
export function registered(text: LocalizedString | undefined, { lang }: FormMessages): unknown {
  const picked = pickLanguage(text, lang);
  if (!picked) return nothing;
  const mark = picked.lang === lang ? nothing : picked.lang;
  return html`<span lang=${mark} .textContent=${picked.text}></span>`;
}

/** The same as plain words, for names of controls. */
export function words(text: LocalizedString | undefined, lang: string): string {
  return pickLanguage(text, lang)?.text ?? '';
}

export function button(
  text: string,
  onClick: () => void,
  kind: 'primary' | 'button' | 'link' = 'button',
): TemplateResult {
  const names = kind === 'primary' ? 'button primary' : kind;
  return html`<button
    type="button"
    class=${names}
    part="button"
    @click=${onClick}
    .textContent=${text}
  ></button>`;
}

/** Goes on to the next page; Enter in a field does the same. */
export function submit(text: string): TemplateResult {
  return html`<button
    type="submit"
    class="button primary"
    part="button submit"
    .textContent=${text}
  ></button>`;
}
