import { html } from 'lit';
import { icon } from './icon.ts';

export function renderNotice(text: string | false | undefined): unknown {
  return (
    text &&
    html`<p class="notice" part="notice">${icon('warning')}<span .textContent=${text}></span></p>`
  );
}
