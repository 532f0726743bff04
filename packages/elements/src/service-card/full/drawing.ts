/** What every block of the full description draws from, and the few ways in which text is drawn. */
import type { LocalizedRichText, LocalizedString, ObjectLink, Service } from '@pvp/contract';
import { pickLanguage } from '@pvp/sdk/model';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { renderRichText } from '../../rich-text/rich-text.ts';
import { heading } from '../../templates/heading.ts';
import type { UiLanguage } from '../../translations/messages.ts';
import type { FullContext } from '../full-context.ts';
import type { FullMessages } from './messages.ts';

export interface Drawing extends FullContext {
  service: Service;
  text: FullMessages;
  /** Language of labels. */
  lang: UiLanguage;
  /** The moment of drawing, for opening hours and validity. */
  now: Date;
}

/** Words that mean that there is nothing to tell. Old descriptions have them in every field. */
const NO_VALUE = /^(?:[-–—.]*|nav\.?)$/i;

/** The text in the reader's language, as a plain string; empty where there is none. */
export function words(drawing: Drawing, localized: LocalizedString | undefined): string {
  const text = pickLanguage(localized, drawing.contentLang)?.text.trim() ?? '';
  return NO_VALUE.test(text) ? '' : text;
}

/**
 * A line of registered text. Text in another language than its surroundings says so; it is bound
 * as a property, so that page translators cannot cut it off from later changes.
 */
export function plain(drawing: Drawing, localized: LocalizedString | undefined): unknown {
  const text = words(drawing, localized);
  if (!text) return nothing;
  const lang = pickLanguage(localized, drawing.contentLang)?.lang;
  return html`<span lang=${foreign(drawing, lang)} .textContent=${text}></span>`;
}

/**
 * Registered rich text. Keyed by its content: a changed text is drawn anew instead of being
 * written into nodes that a translator may have replaced.
 */
export function rich(drawing: Drawing, localized: LocalizedRichText | undefined): unknown {
  const picked = pickLanguage(localized, drawing.contentLang);
  if (!picked?.text.children.length) return nothing;
  const tree = renderRichText(picked.text, Math.min(6, drawing.headingLevel + 2));
  return html`<div class="rich" lang=${foreign(drawing, picked.lang)}>
    ${keyed(JSON.stringify(picked.text), html`${tree}`)}
  </div>`;
}

const foreign = (drawing: Drawing, lang: string | undefined) =>
  lang === undefined || lang === drawing.lang ? nothing : lang;

/** A block with its heading, or nothing where there is nothing inside. */
export function block(
  drawing: Drawing,
  name: string,
  title: string,
  inside: unknown,
): TemplateResult | typeof nothing {
  if (isEmpty(inside)) return nothing;
  return html`<section class=${name} part="section ${name}">
    ${heading(Math.min(6, drawing.headingLevel + 1), html`<span .textContent=${title}></span>`)}
    ${inside}
  </section>`;
}

function isEmpty(inside: unknown): boolean {
  if (inside === nothing || inside === undefined || inside === '') return true;
  return Array.isArray(inside) && inside.every(isEmpty);
}

/** A linked object as far as the register tells it. */
export function linked(drawing: Drawing, kind: string, id: string): ObjectLink | undefined {
  return drawing.service.derived?.objects?.[`${kind}/${id}`];
}

/** The name of an organization; its id where the register tells no more. */
export function organizationName(drawing: Drawing, id: string): string {
  return words(drawing, linked(drawing, 'organization', id)?.title) || id;
}

/** For words that go on after others. Abbreviations keep their capitals. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
