import { html, nothing } from 'lit';

export function renderNotice(text: string | false | undefined): unknown {
  return text
    ? html`<p class="notice i i-warning" part="notice" .textContent=${text}></p>`
    : nothing;
}
