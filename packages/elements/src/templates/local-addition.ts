/** What the page itself says about a service, visibly not from the register. */
import { html, nothing } from 'lit';
import type { UiLanguage } from '../translations/messages.ts';

const LABEL: Record<UiLanguage, string> = {
  lv: 'Iestādes papildinājums. Šis teksts nav no Valsts vienotā reģistra.',
  en: 'Added by the institution. This text is not from the State Unified Register.',
  ru: 'Дополнение учреждения. Этот текст не из Единого государственного реестра.',
};

/** Nothing where the page adds nothing. */
export function renderLocalAddition(host: Element, lang: UiLanguage): unknown {
  if (!host.querySelector(':scope > [slot="local"]')) return nothing;
  return html`<aside class="local" part="local" aria-label=${LABEL[lang]}>
    <p class="label" .textContent=${LABEL[lang]}></p>
    <slot name="local"></slot>
  </aside>`;
}
