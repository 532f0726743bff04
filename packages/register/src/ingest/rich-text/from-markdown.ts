import type { RichText } from '@pvp/contract';
import type { ElementContent, Root } from 'hast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { assertReadable } from './clean-text.ts';
import { parseHtml } from './from-html.ts';
import { plainParagraphs } from './from-plain-text.ts';
import { reduceTree } from './reduce.ts';

/** Markdown takes more work per character than HTML. */
const MAX_LENGTH = 100_000;
/** Quotes and lists may stand within one another this deep; further markers are left out. */
const MAX_CONTAINERS = 12;
const CONTAINERS = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))+/;
const CONTAINER = /[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])/g;
/** Indentation that Markdown reads as nesting; a line indented further is moved back to it. */
const MAX_INDENT = 48;
/** Marks are matched pairwise within a paragraph, which takes time by the square of their number. */
const MARKS = /[[\]!*_~`<]/g;
const MAX_MARKS_IN_PARAGRAPH = 600;
const MAX_MARKS = 6000;
const MAX_CELLS = 10_000;
const MAX_LINES = 5000;

/**
 * Markdown (CommonMark with tables and bare addresses) → the contract's rich text. HTML within it
 * is read as HTML. A text with more marks or lines than a person would write is read as plain text.
 *
 * @throws UnreadableText where the text is longer than 100,000 characters.
 */
export function richTextFromMarkdown(markdown: string): RichText {
  assertReadable(markdown, MAX_LENGTH);
  const bounded = markdown.split('\n').map(boundLine).join('\n');
  if (isTooMuch(bounded)) return plainParagraphs(bounded);
  const parsed = fromMarkdown(bounded, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const tree = toHast(parsed, {
    handlers: {
      // Part of an inline element (`<b>`) parses to nothing and its text stays where it is.
      html: (_state, node: { value: string }) => parseHtml(node.value).children as ElementContent[],
    },
  });
  const root: Root = tree.type === 'root' ? tree : { type: 'root', children: [] };
  return reduceTree(root);
}

function isTooMuch(markdown: string): boolean {
  return (
    count(markdown, MARKS) > MAX_MARKS ||
    count(markdown, /\|/g) > MAX_CELLS ||
    count(markdown, /\n/g) > MAX_LINES ||
    markdown.split(/\n[ \t]*\n/).some((text) => count(text, MARKS) > MAX_MARKS_IN_PARAGRAPH)
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function boundLine(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const moved = indent > MAX_INDENT ? ' '.repeat(MAX_INDENT) + line.slice(indent) : line;
  return moved.replace(CONTAINERS, (markers) => {
    const each = markers.match(CONTAINER) ?? [];
    return each.length > MAX_CONTAINERS ? each.slice(0, MAX_CONTAINERS).join('') : markers;
  });
}
