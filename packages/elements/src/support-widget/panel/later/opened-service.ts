/** The description that an answer is from, in the panel; fetched when it is wanted. */
import { html, type TemplateResult } from 'lit';
import '../../../define/pvp-service-card.ts';
import type { ServiceOpenedDetail } from '../../../events.ts';
import type { Drawing } from '../drawing.ts';

export function renderService(
  { host, source, headingLevel, show }: Drawing,
  id: string,
): TemplateResult {
  /** A service that leads to another one, which opens in its place. */
  const handleOpened = (event: CustomEvent<ServiceOpenedDetail>): void => {
    event.preventDefault();
    show({ name: 'service', id: event.detail.id });
  };
  return html`<pvp-service-card
    view="full"
    .source=${source}
    .service=${id}
    .headingLevel=${String(Math.min(6, headingLevel + 1))}
    .contentLang=${host.contentLang}
    .live=${host.live}
    @pvp-service-opened=${handleOpened}
  ></pvp-service-card>`;
}
