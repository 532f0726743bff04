/** How registered text with paragraphs, lists and tables is drawn. */
import type { LocalizedRichText } from '@pvp/contract';
import { pickLanguage, primaryLanguage, told } from '@pvp/sdk/model';
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { plainText } from './plain-text.ts';
import { foreign, type TextContext } from './registered-text.ts';
import { renderRichText } from './rich-text.ts';

export interface RichTextContext extends TextContext {
  /** Level of the heading above the block. */
  headingLevel: number;
  /** Languages that stood in for the one asked for. Filled while drawing. */
  fallbacks: Set<string>;
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
