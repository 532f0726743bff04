/** How a line of registered text is drawn. */
import type { LocalizedString } from '@pvp/contract';
import { pickLanguage, told } from '@pvp/sdk/model';
import { html, nothing } from 'lit';

export interface TextContext {
  /** Preferred language of the text (BCP 47 primary subtag); Latvian stands in. */
  contentLang: string;
  /** Language of the labels around it. */
  lang: string;
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

/** `lang` of a text, where it differs from that of what stands around it. */
export const foreign = (context: TextContext, lang: string | undefined) =>
  lang === undefined || lang === context.lang ? nothing : lang;
