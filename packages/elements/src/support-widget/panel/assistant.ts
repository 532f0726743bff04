/** The way to an institution's own assistant; nothing is handed over before a person goes it. */
import type { SupportPlace } from '@pvp/contract';
import { html, type TemplateResult } from 'lit';
import { tell, type AssistantDetail } from '../../events.ts';
import { plain } from '../../rich-text/registered-text.ts';
import type { Drawing } from './drawing.ts';

export function renderAssistantLink(drawing: Drawing, place: SupportPlace): TemplateResult {
  const { host, subject } = drawing;
  const plainUrl = place.url!;
  const handleClick = (event: MouseEvent): void => {
    const anchor = event.currentTarget as HTMLAnchorElement;
    const question = host.renderRoot.querySelector<HTMLInputElement>('.ask input')?.value.trim();
    const asked = { ...subject, question: question || subject.question };
    const url = handedOver(plainUrl, place.handOver, asked);
    if (!tell<AssistantDetail>(host, 'pvp-assistant-asked', { ...asked, url }, true)) {
      event.preventDefault();
      return;
    }
    // For this one step: whoever copies the link later copies no question.
    anchor.href = url;
    setTimeout(() => (anchor.href = plainUrl));
  };
  return html`<a href=${plainUrl} @click=${handleClick}>${plain(drawing, place.title)}</a>`;
}

function handedOver(
  address: string,
  names: SupportPlace['handOver'] = {},
  { service, question }: { service?: string | undefined; question?: string | undefined },
): string {
  const url = new URL(address, document.baseURI);
  if (names.service && service) url.searchParams.set(names.service, service);
  if (names.question && question) url.searchParams.set(names.question, question);
  return url.href;
}
