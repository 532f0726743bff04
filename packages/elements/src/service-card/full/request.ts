/** The request button, with what will happen next. */
import type { Channel } from '@pvp/contract';
import { cardCost } from '@pvp/sdk/model';
import { html, nothing, type TemplateResult } from 'lit';
import { block, words, type Drawing } from './drawing.ts';

/** Ways in which the service can be requested at once, on the web. */
function requestable(drawing: Drawing): Channel[] {
  const { kind, status, channels } = drawing.service;
  if (kind === 'public-general' || status !== 'active') return [];
  return (channels ?? []).filter(({ requestable, url }) => requestable && url);
}

export function channelName(drawing: Drawing, channel: Channel): string {
  // A newer register may name a kind that this version cannot.
  return words(drawing, channel.title) || drawing.messages.channels[channel.kind] || channel.kind;
}

export function renderRequest(drawing: Drawing): unknown {
  const [first, ...others] = requestable(drawing);
  if (!first) return nothing;
  const { text } = drawing;
  return block(drawing, 'request', text.heading.request, [
    html`<a class="button primary" part="button request-button" href=${first.url!}>
      <span .textContent=${text.request}></span>
    </a>`,
    renderNext(drawing, first),
    others.length
      ? html`<p class="label" .textContent=${text.otherWays}></p>
          <ul class="plain" role="list">
            ${others.map(
              (channel) =>
                html`<li>
                  <a href=${channel.url!} .textContent=${channelName(drawing, channel)}></a>
                </li>`,
            )}
          </ul>`
      : nothing,
  ]);
}

/** Where one lands, what identification and signature it takes, what it costs there. */
function renderNext(drawing: Drawing, channel: Channel): TemplateResult {
  const { text, messages, service } = drawing;
  const cost = cardCost(
    (service.costs ?? []).filter((row) => row.channel === undefined || row.channel === channel.id),
  );
  const place = words(drawing, channel.landsOn) || hostOf(channel.url!);
  const lines = [
    text.landsOn(place),
    channel.identification && text.needsIdentification[channel.identification],
    channel.signature && text.signature,
    cost && text.costHere(messages.cost(cost)),
  ].filter((line): line is string => Boolean(line));
  return html`<ul class="next" role="list">
    ${lines.map((line) => html`<li .textContent=${line}></li>`)}
  </ul>`;
}

function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
