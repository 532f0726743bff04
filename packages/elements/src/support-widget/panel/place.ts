/** One place or person to turn to: whether somebody is there now, and how to get through. */
import type { SupportPlace } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { openNow } from '../../hours/open-now.ts';
import { plain, words } from '../../rich-text/registered-text.ts';
import type { PictureName } from '../../templates/service-summary.ts';
import { renderAssistantLink } from './assistant.ts';
import { subheading, type Drawing } from './drawing.ts';
import type { PlaceDetails } from './place-details.ts';

const PICTURES: Partial<Record<SupportPlace['means'], PictureName>> = {
  phone: 'phone',
  video: 'online',
  'e-mail': 'letter',
  'e-address': 'letter',
  'request-form': 'sign',
  visit: 'place',
  workplace: 'place',
};

const POSTCODE = /(LV-\d{4})/;

/** @param details What is told when a person wants to know more; absent until it is there. */
export function renderPlaces(
  drawing: Drawing,
  places: readonly SupportPlace[],
  details: PlaceDetails,
): TemplateResult {
  return html`<ul class="places" role="list">
    ${places.map(
      (place) =>
        html`<li class="place" part="place" data-place=${place.id}>
          ${renderPlace(drawing, place, details)}
        </li>`,
    )}
  </ul>`;
}

/** What one does alone, in a line each: people who help must not be far below. */
export function renderSelfHelp(drawing: Drawing, places: readonly SupportPlace[]): TemplateResult {
  return html`<ul class="self-help" role="list">
    ${places.map((place) => {
      const { means, url, description } = place;
      const name = plain(drawing, place.title);
      return html`<li part="place" data-place=${place.id}>
        <span class="i i-${PICTURES[means] ?? 'online'}">
          ${
            !url
              ? name
              : means === 'assistant'
                ? renderAssistantLink(drawing, place)
                : html`<a href=${url}>${name}</a>`
          }
        </span>
        <small>${plain(drawing, description)}</small>
      </li>`;
    })}
  </ul>`;
}

function renderPlace(drawing: Drawing, place: SupportPlace, details: PlaceDetails): TemplateResult {
  const { text } = drawing;
  const { means, hours, address, accessibility, equipment, relay, signLanguage, levels } = place;
  const now = hours && openNow(drawing, hours);
  const isOnly = levels?.length === 1 && levels[0] === 2;
  const duties = place.duties?.map((duty) => text.duty[duty] ?? duty).join(', ');
  const languages = place.languages?.map((code) => languageName(drawing, code)).join(', ');
  const lines: unknown[] = [
    plain(drawing, place.description),
    labelled(text.callCost, plain(drawing, place.callCost)),
    duties ? text.helpsWith(duties) : nothing,
    hours?.byAppointment ? text.byAppointment : nothing,
    languages ? text.spoken(languages) : nothing,
    relay ? text.relay : nothing,
    signLanguage ? text.signLanguage : nothing,
    labelled(text.accessibility, plain(drawing, accessibility)),
    labelled(text.equipment, plain(drawing, equipment)),
  ];
  return html`${subheading(
      drawing,
      html`<span class="place-title i i-${PICTURES[means] ?? 'online'}"
        >${plain(drawing, place.title)}</span
      >`,
    )}
    ${
      now || isOnly
        ? html`<p class="now ${now?.open ? 'open' : ''}">
            ${isOnly ? html`<span class="tag" .textContent=${text.expertPlace}></span>` : nothing}
            <span .textContent=${now?.line ?? ''}></span>
          </p>`
        : nothing
    }
    ${
      address?.text
        ? html`<address lang=${drawing.lang === 'lv' ? nothing : 'lv'} translate="no">
            ${address.text
              .split(POSTCODE)
              .map(
                (part, nth) =>
                  html`<span class=${nth % 2 ? 'whole' : nothing} .textContent=${part}></span>`,
              )}
          </address>`
        : nothing
    }
    ${renderWays(drawing, place)}
    <ul class="lines" role="list">
      ${lines
        .filter((line) => line !== nothing)
        .map((line) =>
          typeof line === 'string' ? html`<li .textContent=${line}></li>` : html`<li>${line}</li>`,
        )}
    </ul>
    ${hours?.weekly?.length ? details.render(drawing, place) : nothing}`;
}

function languageName({ lang, text }: Drawing, code: string): string {
  try {
    const name = new Intl.DisplayNames(lang, { type: 'language', fallback: 'none' }).of(code);
    return name ?? text.languages[code] ?? code;
  } catch {
    // A page trusts no register: what is no code stands as it is.
    return code;
  }
}

function labelled(label: string, inside: unknown): unknown {
  return inside === nothing
    ? nothing
    : html`<span class="label" .textContent=${`${label}: `}></span>${inside}`;
}

/** Every way to get through, as a link; a number is dialled as it stands. */
function renderWays(drawing: Drawing, place: SupportPlace): unknown {
  const { text } = drawing;
  const { means, phone, email, url, bookingUrl } = place;
  const number = phone?.replace(/[^\d+]/g, '');
  const name = words(drawing, place.title);
  const links: unknown[] = [
    number ? link(`tel:${number}`, phone!, name, 'button') : nothing,
    email ? link(`mailto:${email}`, email, name, 'button') : nothing,
    bookingUrl ? link(bookingUrl, text.book, name) : nothing,
    url ? link(url, text.open[means] ?? text.open.visit!, name) : nothing,
  ];
  const shown = links.filter((one) => one !== nothing);
  return shown.length ? html`<p class="ways">${shown}</p>` : nothing;
}

/**
 * Many places have the same words on their links: which one it is, ears hear too. An address of e-mail
 * that is too long for a line goes on in the next one with its `@`.
 */
export const link = (href: string, label: string, of: string, kind = ''): TemplateResult =>
  html`<a class=${kind} part=${kind || nothing} href=${href} aria-label=${`${label} (${of})`}
    ><span
      >${label.split(/(?=@)/).map((part) => html`<wbr /><span .textContent=${part}></span>`)}</span
    ></a
  >`;
