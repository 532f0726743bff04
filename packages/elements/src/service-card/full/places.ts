/** Ways of receiving with their places and hours; contacts for help. */
import type { Channel, ContactPoint } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { told } from '@pvp/sdk/model';
import { heading } from '../../templates/heading.ts';
import { channelPicture } from '../../templates/service-summary.ts';
import { askForSupport, hasSupportWidget } from '../../support-widget/ask-for-support.ts';
import { block, condition, linked, plain, rich, words, type Drawing } from './drawing.ts';
import { renderHours } from '../../hours/hours.ts';
import { channelName } from './request.ts';

export function renderChannels(drawing: Drawing): unknown {
  const channels = drawing.service.channels ?? [];
  if (!channels.length) return nothing;
  return block(
    drawing,
    'channels',
    drawing.text.heading.channels,
    html`<div class="ways">${channels.map((channel) => renderChannel(drawing, channel))}</div>`,
  );
}

function renderChannel(drawing: Drawing, channel: Channel): TemplateResult {
  const { text, messages } = drawing;
  const name = channelName(drawing, channel);
  const kind = messages.channels[channel.kind] ?? channel.kind;
  const facts = [
    kind !== name && kind,
    channel.identification && text.needsIdentification[channel.identification],
    channel.signature && text.signature,
    channel.payment && channel.payment !== 'none' && text.payment[channel.payment],
    channel.languages?.length &&
      `${text.spoken}: ${channel.languages.map((code) => text.languages[code] ?? code).join(', ')}`,
  ].filter((line): line is string => Boolean(line));
  return html`<div class="way" part="channel">
    ${heading(
      Math.min(6, drawing.headingLevel + 2),
      html`<span class="i i-${channelPicture(channel.kind)}" .textContent=${name}></span>`,
    )}
    ${condition(drawing, channel.appliesTo)}
    ${
      facts.length
        ? html`<ul class="lines" role="list">
            ${facts.map((line) => html`<li .textContent=${line}></li>`)}
          </ul>`
        : nothing
    }
    ${rich(drawing, channel.description)}
    ${
      channel.url
        ? html`<p><a href=${channel.url} .textContent=${landing(drawing, channel)}></a></p>`
        : nothing
    }
    ${renderPhone(channel.phone)} ${renderEmail(channel.email)}
    ${renderHours(drawing, channel.hours)}
    ${(channel.places ?? []).map((place) => renderContact(drawing, place))}
  </div>`;
}

function landing(drawing: Drawing, { landsOn, url }: Channel): string {
  return words(drawing, landsOn) || url!.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');
}

function renderPhone(phone: string | undefined): unknown {
  const number = phone?.replace(/[^\d+]/g, '');
  if (!phone || !number) return nothing;
  return html`<p><a href="tel:${number}" .textContent=${phone}></a></p>`;
}

function renderEmail(email: string | undefined): unknown {
  if (!told(email)) return nothing;
  return html`<p><a href="mailto:${email}" .textContent=${email!}></a></p>`;
}

/** A post code at the end goes to the next line before it breaks after its hyphen. */
function renderAddress(text: string): TemplateResult {
  const [, before = text, code = ''] = /^(.*\s)(LV-\d{4})$/s.exec(text) ?? [];
  return html`<span .textContent=${before}></span><span class="whole" .textContent=${code}></span>`;
}

/** A place or a person's desk: name, address, phone, e-mail, hours. */
export function renderContact(drawing: Drawing, contact: ContactPoint): TemplateResult {
  const title = plain(drawing, contact.title);
  return html`<div class="contact" part="contact">
    ${title === nothing ? nothing : html`<p class="name">${title}</p>`}
    ${
      told(contact.address?.text)
        ? html`<address lang=${drawing.lang === 'lv' ? nothing : 'lv'} translate="no">
            ${renderAddress(contact.address!.text)}
          </address>`
        : nothing
    }
    ${renderPhone(contact.phone)} ${renderEmail(contact.email)}
    ${
      contact.url
        ? html`<p><a href=${contact.url} .textContent=${drawing.text.homepage}></a></p>`
        : nothing
    }
    ${renderHours(drawing, contact.hours)}
  </div>`;
}

export function renderSupport(drawing: Drawing): unknown {
  const contacts = drawing.service.contacts ?? [];
  return block(drawing, 'support', drawing.text.heading.support, [
    contacts.length
      ? html`<div class="ways">${contacts.map((contact) => renderContact(drawing, contact))}</div>`
      : nothing,
    renderAsking(drawing),
  ]);
}

/** Opens the support widget of the page; without one it leads to the institution. */
function renderAsking(drawing: Drawing): unknown {
  const { service, host, text } = drawing;
  const institution = service.holder ?? service.providers?.[0];
  const href = institution && linked(drawing, 'organization', institution)?.url;
  if (!href && !hasSupportWidget()) return nothing;
  const handleClick = (event: Event): void => {
    if (askForSupport(host, { service: service.id })) event.preventDefault();
  };
  return html`<p class="actions">
    ${
      href
        ? html`<a class="button" part="button" href=${href} @click=${handleClick}
            ><span .textContent=${text.askForHelp}></span
          ></a>`
        : html`<button
            type="button"
            class="button"
            part="button"
            @click=${handleClick}
            .textContent=${text.askForHelp}
          ></button>`
    }
  </p>`;
}
