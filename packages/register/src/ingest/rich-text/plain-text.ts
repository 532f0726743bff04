import type { RichText, RichTextNode } from '@pvp/contract';

const BLOCKS = new Set([
  'p',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'tr',
  'blockquote',
  'ul',
  'ol',
  'table',
]);
const CELLS = new Set(['td', 'th']);

/** The words of a tree, a line per paragraph, item or row. For search, cards and warnings. */
export function plainText(tree: RichText): string {
  let out = '';
  const visit = (node: RichTextNode): void => {
    if (node.type === 'text') {
      out += node.value;
      return;
    }
    if (node.tagName === 'br') {
      out += '\n';
      return;
    }
    const block = BLOCKS.has(node.tagName);
    if (block && out !== '' && !out.endsWith('\n')) out += '\n';
    if (CELLS.has(node.tagName) && out !== '' && !out.endsWith('\n')) out += ' ';
    node.children.forEach(visit);
    if (block && out !== '' && !out.endsWith('\n')) out += '\n';
  };
  tree.children.forEach(visit);
  return out.trim();
}
