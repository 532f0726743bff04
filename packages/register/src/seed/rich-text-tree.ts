import type { RichText, RichTextElement } from '@pvp/contract';

/** A paragraph of plain text as a node of the tree. */
export function paragraph(text: string): RichTextElement {
  return { type: 'element', tagName: 'p', children: [{ type: 'text', value: text }] };
}

export function bulletList(items: readonly string[]): RichTextElement {
  return {
    type: 'element',
    tagName: 'ul',
    children: items.map((value) => ({
      type: 'element',
      tagName: 'li',
      children: [{ type: 'text', value }],
    })),
  };
}

export function richText(...children: RichTextElement[]): RichText {
  return { type: 'root', children };
}
