/** The request button, with what will happen next. */
import type { Channel } from '@pvp/contract';
import { cardCost, pickLanguage, primaryLanguage } from '@pvp/sdk/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { PictureName } from '../../templates/service-summary.ts';
import { priceSpan } from '../../translations/formats.ts';
import { block, condition, goTo, listOf, lowerFirst, words, type Drawing } from './drawing.ts';

/** Ways in which the service can be requested. What is for everybody is requested by nobody. */
function requestable({ service: { kind, status, channels } }: Drawing): Channel[] {
  if (kind === 'public-general' || status !== 'active') return [];
  return (channels ?? []).filter((channel) => channel.requestable);
}

/**
 * The name of a way, among other words of this view: in the language of the description or of the
 * labels. A name in a third language gives way to that of its kind.
 */
export function channelName(drawing: Drawing, { kind, title }: Channel): string {
  const { contentLang, lang, messages } = drawing;
  const used = pickLanguage(title, contentLang)?.lang ?? lang;
  const named = used === primaryLanguage(contentLang) || used === lang ? words(drawing, title) : '';
  // A newer register may name a kind that this version cannot.
  return named || messages.channels[kind] || words(drawing, title) || kind;
}

export function renderRequest(drawing: Drawing): unknown {
  const channels = requestable(drawing);
  const [first, ...others] = channels.filter(({ url }) => url);
  const elsewhere = channels.filter(({ url }) => !url);
  const { text } = drawing;
  if (!first) {
    if (!elsewhere.length) return nothing;
    return block(drawing, 'request', text.heading.request, [renderElsewhere(drawing, elsewhere)]);
  }
  return block(drawing, 'request', text.heading.request, [
    html`<a class="button primary" part="button request-button" href=${first.url!}>
      <span .textContent=${text.request}></span>
    </a>`,
    condition(drawing, first.appliesTo),
    renderNext(drawing, first),
    others.length
      ? html`<p class="label" .textContent=${text.otherWays}></p>
          ${listOf(
            others.map(
              (channel) =>
                html`<a href=${channel.url!} .textContent=${channelName(drawing, channel)}></a>
                  ${condition(drawing, channel.appliesTo)}`,
            ),
          )}`
      : nothing,
    elsewhere.length ? renderElsewhere(drawing, elsewhere, true) : nothing,
  ]);
}

/** Ways that are no address to follow: named here, told below. */
function renderElsewhere(
  drawing: Drawing,
  channels: readonly Channel[],
  besides = false,
): TemplateResult {
  const { text, sections } = drawing;
  const names = channels
    .map((channel) => channelName(drawing, channel))
    .map((name, index) => (index ? lowerFirst(name) : name))
    .join(', ');
  return html`<p class="label" .textContent=${text.elsewhere(besides)}></p>
    <p class="elsewhere" .textContent=${names}></p>
    ${
      (sections?.has('channels') ?? true)
        ? html`<button
            type="button"
            class="link"
            @click=${() => goTo(drawing, 'channels')}
            .textContent=${text.placesBelow}
          ></button>`
        : nothing
    }`;
}

/** Where one lands, what identification and signature it takes, what it costs there. */
function renderNext(drawing: Drawing, channel: Channel): TemplateResult {
  const { text, messages, service, lang } = drawing;
  const cost = cardCost(
    (service.costs ?? []).filter((row) => row.channel === undefined || row.channel === channel.id),
  );
  const isPaid = cost !== undefined && cost.kind !== 'free';
  // One way is spoken of: amounts that still differ do so for another reason.
  const price = isPaid ? priceSpan(lang, cost) : cost && lowerFirst(messages.cost(cost));
  const place = words(drawing, channel.landsOn) || hostOf(channel.url!);
  const payment =
    isPaid && channel.payment && channel.payment !== 'none'
      ? ` (${lowerFirst(text.payment[channel.payment] ?? '')})`.replace(' ()', '')
      : '';
  const lines: [PictureName, string | false | undefined][] = [
    ['online', text.landsOn(place)],
    ['person', channel.identification && text.needsIdentification[channel.identification]],
    ['sign', channel.signature && text.signature],
    ['price', price && text.costHere(price) + payment],
  ];
  return html`<p class="label" .textContent=${text.next}></p>
    <ul class="next" role="list">
      ${lines.map(([name, line]) =>
        line ? html`<li class="i i-${name}" .textContent=${line}></li>` : nothing,
      )}
    </ul>`;
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
