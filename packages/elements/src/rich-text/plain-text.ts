import type { RichText, RichTextNode } from '@pvp/contract';

/** The words of a rich text in one line, where a notice has no room for its structure. */
export function plainText(node: RichText | RichTextNode | undefined): string {
  if (!node) return '';
  if ('value' in node) return node.value;
  return node.children
    .map(plainText)
    .join(node.type === 'root' ? ' ' : '')
    .trim();
}
