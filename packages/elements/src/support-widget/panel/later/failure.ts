/** Where nothing can be shown: what happened, what one can do, and numbers that are known anyway. */
import type { Service } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { holdFocus } from '../../../exceptional-states/hold-focus.ts';
import { renderNotice } from '../../../templates/notice.ts';
import type { UiLanguage } from '../../../translations/messages.ts';
import { button, type Drawing } from '../drawing.ts';
import { link } from '../place.ts';
import { troubleTexts } from './trouble-messages.ts';

export const prepareFailure = (lang: UiLanguage): Promise<void> => troubleTexts.prepare(lang);

export function renderFailure(drawing: Drawing, onRetry: () => void): TemplateResult {
  const { lang, source } = drawing;
  const text = troubleTexts.of(lang);
  const phones = knownPhones(drawing);
  const handleRetry = (event: Event): void => {
    holdFocus(event);
    onRetry();
  };
  return html`<div class="failure" part="failure">
    ${renderNotice(text.failed)}
    ${
      phones.length
        ? html`<p class="label" .textContent=${text.callInstead}></p>
            <p class="ways">
              ${phones.map(([number, name]) =>
                link(`tel:${number.replace(/[^\d+]/g, '')}`, number, name, 'button'),
              )}
            </p>`
        : nothing
    }
    <p class="actions">
      ${button(text.retry, handleRetry)}
      <a href=${source.register} .textContent=${text.toRegister}></a>
    </p>
  </div>`;
}

/** From the description that a card of this page has read. */
function knownPhones({ source, subject, contentLang }: Drawing): [number: string, name: string][] {
  const service = subject.service ? source.peekService(subject.service)?.data : undefined;
  const { contacts = [], channels = [] } = service ?? ({} as Partial<Service>);
  const places = [...contacts, ...channels.flatMap(({ places: at = [] }) => at)];
  const named = places.flatMap(({ phone, title }): [string, string][] =>
    phone ? [[phone, title?.[contentLang] ?? title?.['lv'] ?? phone]] : [],
  );
  return [...new Map(named)];
}
