/** A service in place of the list; a chunk of its own, fetched when it is wanted. */
import { html } from 'lit';
import '../define/pvp-service-card.ts';
import type { ServiceOpenedDetail } from '../events.ts';
import { drawIcon } from '../templates/icon.ts';
import type { UiLanguage } from '../translations/messages.ts';
import type { CatalogueParts } from './catalogue-parts.ts';
import { BACK } from './icons.ts';

const BACK_TO_LIST: Record<UiLanguage, string> = {
  lv: 'Atpakaļ uz sarakstu',
  en: 'Back to the list',
  ru: 'Назад к списку',
};

export function renderOpened(
  id: string,
  { host, visit, settings, messages, hrefTemplate }: CatalogueParts,
): unknown {
  /** A service that leads to another one, which opens in its place. */
  const handleRelated = (event: CustomEvent<ServiceOpenedDetail>): void => {
    if (host.serviceHref) return;
    event.preventDefault();
    visit.open(event.detail.id);
  };
  return html`<button
      type="button"
      class="button back"
      part="button"
      @click=${() => visit.open(undefined)}
    >
      ${drawIcon(BACK)}<span .textContent=${BACK_TO_LIST[messages.lang]}></span>
    </button>
    <pvp-service-card
      view="full"
      .source=${settings.source}
      .service=${id}
      .headingLevel=${host.headingLevel}
      .contentLang=${host.contentLang}
      .serviceHref=${hrefTemplate}
      .live=${host.live}
      @pvp-service-opened=${handleRelated}
    ></pvp-service-card>`;
}
