/** What a result row and a compact card have in common. */
import type { ChannelKind, ServiceCard } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import type { LazyPart } from '../controllers/lazy-part.ts';
import type { ExceptionalStates } from '../exceptional-states/exceptional-part.ts';
import type { Messages } from '../translations/messages.ts';
import { heading } from './heading.ts';
import { renderNotice } from './notice.ts';

export interface SummaryContext {
  messages: Messages;
  headingLevel: number;
  /** Address of the service; absent: the title is no link. */
  href?: string | undefined;
  /** The institution is obvious from the page. */
  hideInstitution?: boolean;
  /** What is seldom said. */
  exceptional: Pick<LazyPart<ExceptionalStates>, 'get'>;
}

/** Names of the pictures in styles/pictures.ts. */
export type PictureName =
  'person' | 'price' | 'clock' | 'online' | 'place' | 'phone' | 'letter' | 'sign';

/** Text in another language than the labels says so. */
const langOf = (lang: string, messages: Messages) => (lang === messages.lang ? nothing : lang);

export function renderTitle(card: ServiceCard, context: SummaryContext): TemplateResult {
  const lang = langOf(card.lang, context.messages);
  return heading(
    context.headingLevel,
    context.href === undefined
      ? html`<span class="title" part="title" lang=${lang} .textContent=${card.title}></span>`
      : html`<a
          class="title"
          part="title"
          href=${context.href}
          lang=${lang}
          data-service=${card.id}
          .textContent=${card.title}
        ></a>`,
  );
}

/** The institution below the title, and whether a machine wrote the text. */
export function renderByline(card: ServiceCard, context: SummaryContext): unknown {
  const parts = [
    context.hideInstitution ? undefined : card.institution?.title,
    card.machine && context.messages.machine,
  ];
  const text = parts.filter(Boolean).join(' · ');
  return text && html`<p class="byline" part="institution" .textContent=${text}></p>`;
}

export function renderStatusNotice(card: ServiceCard, context: SummaryContext): unknown {
  const { messages, exceptional } = context;
  if (card.status === 'suspended') return renderNotice(messages.suspended);
  return card.outage && exceptional.get(messages.lang)?.renderOutage(card.outage, messages);
}

export function renderSummary(card: ServiceCard, messages: Messages): unknown {
  return (
    card.summary &&
    html`<p
      class="summary"
      part="summary"
      lang=${langOf(card.lang, messages)}
      .textContent=${card.summary}
    ></p>`
  );
}

const channelPictures: Partial<Record<ChannelKind, PictureName>> = {
  'e-mail': 'letter',
  post: 'letter',
  'e-address': 'letter',
  phone: 'phone',
  video: 'phone',
  'in-person': 'place',
  'one-stop-centre': 'place',
  'home-visit': 'place',
};

/** The picture of a channel; a kind that this version cannot name is taken for an online one. */
export function channelPicture(kind: ChannelKind): PictureName {
  return channelPictures[kind] ?? 'online';
}

/** Recipient, price, term and channels; a fact that the description does not tell is left out. */
export function renderFacts(card: ServiceCard, messages: Messages): unknown {
  const facts: Partial<Record<PictureName, string>> = {};
  const add = (name: PictureName, text: string | undefined) => {
    if (text) facts[name] = facts[name] ? `${facts[name]}, ${lowerFirst(text)}` : text;
  };
  for (const recipient of card.recipients ?? []) add('person', messages.recipients[recipient]);
  add('price', card.cost && messages.cost(card.cost));
  add('clock', card.term && messages.term(card.term));
  for (const kind of card.channels ?? []) {
    add(channelPicture(kind), messages.channels[kind]);
  }
  const rows = Object.entries(facts);
  if (!rows.length) return nothing;
  return html`<ul class="facts" part="facts" role="list">
    ${rows.map(([name, text]) => html`<li class="i i-${name}" .textContent=${text}></li>`)}
  </ul>`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
