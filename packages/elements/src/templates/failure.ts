import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../translations/messages.ts';
import { renderNotice } from './service-summary.ts';

export interface FailureContext {
  messages: Messages;
  text: string;
  /** Origin of the register, where it is known. */
  register: string | undefined;
  /** Absent: trying again cannot help. */
  onRetry?: (() => void) | undefined;
}

/** What happened in a sentence, and what one can do. Shown where the page has no fallback. */
export function renderFailure({
  messages,
  text,
  register,
  onRetry,
}: FailureContext): TemplateResult {
  return html`<div class="failure" part="failure">
    ${renderNotice(text)}
    <p class="actions">
      ${
        onRetry
          ? html`<button
              type="button"
              class="button"
              part="button"
              @click=${onRetry}
              .textContent=${messages.retry}
            ></button>`
          : nothing
      }
      ${register ? html`<a href=${register} .textContent=${messages.toRegister}></a>` : nothing}
    </p>
  </div>`;
}
