/** A service in place of the list; a chunk of its own, fetched when it is wanted. */
import { html } from 'lit';
import type { ServiceSource } from '@pvp/sdk/source';
import '../define/pvp-service-card.ts';
import type { ServiceOpenedDetail } from '../events.ts';
import { drawIcon } from '../templates/icon.ts';
import type { UiLanguage } from '../translations/messages.ts';
import { BACK } from './icons.ts';

const BACK_TO_LIST: Record<UiLanguage, string> = {
  lv: 'Atpakaļ uz sarakstu',
  en: 'Back to the list',
  ru: 'Назад к списку',
};

export interface OpenedContext {
  lang: UiLanguage;
  source: ServiceSource;
  headingLevel: string | undefined;
  contentLang: string | undefined;
  /** Address of a service, with `{id}` in place of its id. */
  serviceHref: string;
  live: boolean;
  onBack(): void;
  /** The service leads to another one. */
  onRelated(event: CustomEvent<ServiceOpenedDetail>): void;
}

export function renderOpened(id: string, context: OpenedContext): unknown {
  return html`<button type="button" class="button back" part="button" @click=${context.onBack}>
      ${drawIcon(BACK)}<span .textContent=${BACK_TO_LIST[context.lang]}></span>
    </button>
    <pvp-service-card
      view="full"
      .source=${context.source}
      .service=${id}
      .headingLevel=${context.headingLevel}
      .contentLang=${context.contentLang}
      .serviceHref=${context.serviceHref}
      .live=${context.live}
      @pvp-service-opened=${context.onRelated}
    ></pvp-service-card>`;
}
