/** The few ways in which registered text is drawn. */
import type { LocalizedRichText, LocalizedString } from '@pvp/contract';
import { pickLanguage, primaryLanguage } from '@pvp/sdk/model';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { plainText } from './plain-text.ts';
import { renderRichText } from './rich-text.ts';

export interface TextContext {
  /** Preferred language of the text (BCP 47 primary subtag); Latvian stands in. */
  contentLang: string;
  /** Language of the labels around it. */
  lang: string;
}

export interface RichTextContext extends TextContext {
  /** Level of the heading above the block. */
  headingLevel: number;
  /** Languages that stood in for the one asked for. Filled while drawing. */
  fallbacks: Set<string>;
}

/** Words that mean that there is nothing to tell. Old descriptions have them in every field. */
const NO_VALUE = /^(?:[-–—_.\s]*|nav\.?|n\/a|nav attiecināms\.?|skatīt maksājumus\.?)$/i;

/** The text, or nothing where it tells nothing. */
export function told(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  return NO_VALUE.test(trimmed) ? undefined : trimmed;
}

/** The text in the reader's language, as a plain string; empty where there is none. */
export function words(context: TextContext, localized: LocalizedString | undefined): string {
  return told(pickLanguage(localized, context.contentLang)?.text) ?? '';
}

/**
 * A line of registered text. Text in another language than its surroundings says so; it is bound
 * as a property, so that page translators cannot cut it off from later changes.
 */
export function plain(context: TextContext, localized: LocalizedString | undefined): unknown {
  const text = words(context, localized);
  if (!text) return nothing;
  const lang = pickLanguage(localized, context.contentLang)?.lang;
  return html`<span lang=${foreign(context, lang)} .textContent=${text}></span>`;
}

/**
 * Registered rich text. Keyed by its content: a changed text is drawn anew instead of being
 * written into nodes that a translator may have replaced.
 */
export function rich(context: RichTextContext, localized: LocalizedRichText | undefined): unknown {
  const picked = pickLanguage(localized, context.contentLang);
  if (!picked || !told(plainText(picked.text))) return nothing;
  if (picked.lang !== primaryLanguage(context.contentLang)) context.fallbacks.add(picked.lang);
  const tree = renderRichText(picked.text, Math.min(6, context.headingLevel + 2));
  return html`<div class="rich" lang=${foreign(context, picked.lang)}>
    ${keyed(JSON.stringify(picked.text), html`${tree}`)}
  </div>`;
}

/** `lang` of a text, where it differs from that of what stands around it. */
export const foreign = (context: TextContext, lang: string | undefined) =>
  lang === undefined || lang === context.lang ? nothing : lang;
