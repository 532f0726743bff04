import { html, nothing } from 'lit';
import type { KeptRequest } from '@pvp/sdk/requests';
import type { FormMessages } from '../translations/form-messages.ts';
import type { PageContext } from './page-context.ts';

/** Requests of this device that wait, or that were sent: the way back to their numbers. */
export function renderKept({ visit, texts }: PageContext): unknown {
  if (!visit.kept.length) return nothing;
  return html`<div class="kept" part="notice">
    <p class="name" .textContent=${texts.kept.title}></p>
    <ul role="list">
      ${visit.kept.map(
        (entry) =>
          html`<li>
            <span .textContent=${describe(entry, texts)}></span>
            <button
              type="button"
              class="link"
              aria-label=${`${texts.kept.open}: ${describe(entry, texts)}`}
              @click=${() => visit.openKept(entry)}
              .textContent=${texts.kept.open}
            ></button>
          </li>`,
      )}
    </ul>
  </div>`;
}

function describe({ receipt, refusal }: KeptRequest, { kept }: FormMessages): string {
  if (receipt) return kept.sent(receipt.number);
  return refusal ? kept.refused : kept.waits;
}
