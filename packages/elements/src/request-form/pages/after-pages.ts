/** What is shown once a request has been sent off: on its way, waiting, received. */
import { html, nothing, type TemplateResult } from 'lit';
import { ProblemError } from '@pvp/sdk/client';
import { button, type PageContext } from './page-context.ts';

/** Days for which the device keeps a receipt, as the SDK has it. */
const RECEIPT_DAYS = 7;

export function renderSendingPage({ texts }: PageContext): TemplateResult {
  return html`<p class="lead" .textContent=${texts.sending.text}></p>
    <progress aria-label=${texts.sending.title}></progress>`;
}

export function renderWaitingPage({ visit, texts }: PageContext): TemplateResult {
  const { waiting } = texts;
  const { outcome, entry } = visit;
  const error = outcome?.status === 'later' ? outcome.error : undefined;
  const seconds = outcome?.status === 'later' ? outcome.seconds : undefined;
  const isBusy = error instanceof ProblemError && seconds !== undefined;
  return html`${
      isBusy
        ? html`<p
            class="notice i i-clock"
            part="notice"
            .textContent=${waiting.busy(Math.max(1, Math.ceil(seconds / 60)))}
          ></p>`
        : nothing
    }
    <p class="lead" .textContent=${visit.isKept ? waiting.text : waiting.unsaved}></p>
    ${entry?.inDoubt ? html`<p .textContent=${waiting.inDoubt}></p>` : nothing}
    <p class="actions">
      ${button(waiting.sendNow, () => void visit.sendNow(), 'primary')}
      ${entry?.inDoubt ? nothing : button(waiting.correct, () => void visit.correct())}
      ${button(waiting.discard, () => void visit.discardWaiting(), 'link')}
    </p>`;
}

export function renderSentPage(context: PageContext): TemplateResult {
  const { visit, texts, closable, onClose, onCopy } = context;
  const { sent } = texts;
  const { number, secret } = visit.receipt!;
  return html`<div class="receipt" part="receipt">
      <dl>
        <dt .textContent=${sent.number}></dt>
        <dd><output class="number" translate="no" .textContent=${number}></output></dd>
        <dt .textContent=${sent.secret}></dt>
        <dd><output class="secret" translate="no" .textContent=${secret}></output></dd>
      </dl>
      <p .textContent=${sent.keep}></p>
      <p class="actions">${button(sent.copy, onCopy)}</p>
    </div>
    <p .textContent=${sent.next}></p>
    ${
      visit.entry && visit.isKept
        ? html`<p class="kept-note">
            <span .textContent=${sent.stays(RECEIPT_DAYS)}></span>
            ${button(sent.forget, () => void visit.forgetReceipt(), 'link')}
          </p>`
        : nothing
    }
    <p class="actions">
      ${button(sent.show, () => visit.go('state'), 'primary')}
      ${button(sent.another, () => visit.another())}
      ${closable ? button(sent.close, onClose, 'link') : nothing}
    </p>`;
}
