import { html, type TemplateResult } from 'lit';

/** A line drawing on a button, beside its text. @param path Lines in a square of 24. */
export function drawIcon(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
