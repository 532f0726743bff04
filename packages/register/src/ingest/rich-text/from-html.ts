import type { RichText } from '@pvp/contract';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { boundHtml } from './bounded-html.ts';
import { assertReadable } from './clean-text.ts';
import { reduceTree } from './reduce.ts';

/**
 * HTML as an editor left it → the contract's rich text. What is not in the closed set becomes its
 * text or is left out; nothing is reworded.
 *
 * @throws UnreadableText where the text is longer than `MAX_TEXT_LENGTH`.
 */
export function richTextFromHtml(html: string): RichText {
  return reduceTree(parseHtml(html));
}

/** Parsed as a fragment, unsafe: to be reduced. */
export function parseHtml(html: string): Root {
  assertReadable(html);
  return fromHtml(boundHtml(html), { fragment: true });
}
