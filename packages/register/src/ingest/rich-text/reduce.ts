import type { RichText, RichTextElement, RichTextNode } from '@pvp/contract';
import type { Element, Nodes, Root, RootContent } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { cleanCharacters } from './clean-text.ts';
import { linkText, safeHref } from './link-text.ts';
import { plainText } from './plain-text.ts';
import { reduceTable } from './reduce-table.ts';

type Tag = RichTextElement['tagName'];

const HEADINGS: Readonly<Record<string, Tag>> = {
  h1: 'h3',
  h2: 'h3',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
};
const INLINE: Readonly<Record<string, Tag>> = {
  a: 'a',
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  br: 'br',
  sup: 'sup',
  sub: 'sub',
};
/** Elements whose text is a block of its own but that are not in the closed set. */
const CONTAINERS =
  'p div section article main header footer aside nav address figure figcaption center pre ' +
  'dl dt dd hr details summary li caption thead tbody tfoot tr th td fieldset';
const BLOCKS = new Set([
  ...CONTAINERS.split(' '),
  ...Object.keys(HEADINGS),
  ...['ul', 'ol', 'table', 'blockquote'],
]);

/** Levels of elements in a tree. A record has a limit of its own, which this keeps clear of. */
const MAX_TREE_DEPTH = 18;
const HOLDS_TEXT = new Set(['p', 'h3', 'h4', 'h5', 'h6', 'li', 'td', 'th', 'a', 'strong', 'em']);

/** What leaves the parser; the reduction below brings it to the closed set. */
const SCHEMA: Schema = {
  tagNames: [...BLOCKS, ...Object.keys(INLINE)],
  attributes: {
    a: ['href'],
    ol: ['start'],
    th: ['colSpan', 'rowSpan', 'scope'],
    td: ['colSpan', 'rowSpan', 'scope'],
  },
  // Addresses are judged by `safeHref`, which is stricter: absolute ones of four schemes.
  protocols: {},
  strip: [
    ...['script', 'style', 'iframe', 'object', 'embed', 'svg', 'math', 'template', 'noscript'],
    ...['form', 'input', 'button', 'select', 'textarea', 'audio', 'video', 'canvas', 'title'],
  ],
  required: {},
  ancestors: {},
  clobber: [],
  allowComments: false,
  allowDoctypes: false,
};

/** A parsed tree of any origin → the contract's rich text. */
export function reduceTree(tree: Root): RichText {
  const safe = sanitize(tree, SCHEMA);
  const children = 'children' in safe ? (safe.children as RootContent[]) : [];
  return { type: 'root', children: reduceFlow(children).map((node) => boundDepth(node, 1)) };
}

/** From `MAX_TREE_DEPTH` on, the next element that may hold text holds its words and no more. */
function boundDepth(node: RichTextNode, depth: number): RichTextNode {
  if (node.type === 'text') return node;
  if (depth >= MAX_TREE_DEPTH && HOLDS_TEXT.has(node.tagName)) {
    const value = plainText({ type: 'root', children: node.children }).replace(/\s+/g, ' ');
    return { ...node, children: [{ type: 'text', value }] };
  }
  return { ...node, children: node.children.map((child) => boundDepth(child, depth + 1)) };
}

/** Blocks in order; inline content between them is gathered into paragraphs. */
export function reduceFlow(nodes: readonly Nodes[]): RichTextNode[] {
  const blocks: RichTextNode[] = [];
  let run: RichTextNode[] = [];
  const endRun = (): void => {
    for (const children of paragraphsOf(run)) blocks.push(element('p', children));
    run = [];
  };
  for (const node of nodes) {
    if (node.type === 'element' && holdsBlock(node)) {
      endRun();
      blocks.push(...reduceBlock(node));
    } else {
      run.push(...reduceInline(node, false));
    }
  }
  endRun();
  return blocks;
}

/** The content of an item or a cell: bare inline content where one paragraph is all there is. */
export function reduceItem(nodes: readonly Nodes[]): RichTextNode[] {
  const blocks = reduceFlow(nodes);
  const first = blocks[0];
  const paragraphs = blocks.filter((node) => node.type === 'element' && node.tagName === 'p');
  if (first?.type === 'element' && first.tagName === 'p' && paragraphs.length === 1) {
    return [...first.children, ...blocks.slice(1)];
  }
  return blocks;
}

export function element(
  tagName: Tag,
  children: RichTextNode[],
  properties?: RichTextElement['properties'],
): RichTextElement {
  return properties && Object.keys(properties).length > 0
    ? { type: 'element', tagName, properties, children }
    : { type: 'element', tagName, children };
}

function reduceBlock(node: Element): RichTextNode[] {
  const heading = HEADINGS[node.tagName];
  if (heading) {
    const children = paragraphsOf(node.children.flatMap((child) => reduceInline(child, false)));
    return children.map((each) => element(heading, each));
  }
  switch (node.tagName) {
    case 'ul':
    case 'ol':
      return reduceList(node, node.tagName);
    case 'table':
      return reduceTable(node);
    case 'blockquote': {
      const children = reduceFlow(node.children);
      return children.length > 0 ? [element('blockquote', children)] : [];
    }
    case 'dt':
      return paragraphsOf(node.children.flatMap((child) => reduceInline(child, false))).map(
        (children) => element('p', [element('strong', children)]),
      );
    default:
      return reduceFlow(node.children);
  }
}

function reduceList(node: Element, tagName: 'ul' | 'ol'): RichTextNode[] {
  const items: RichTextElement[] = [];
  let loose: Nodes[] = [];
  const endLoose = (): void => {
    const children = reduceItem(loose);
    loose = [];
    if (children.length === 0) return;
    const last = items.at(-1);
    const isList = children.every(
      (child) => child.type === 'element' && /^[uo]l$/.test(child.tagName),
    );
    // A list directly within a list belongs to the item before it.
    if (last && isList) last.children.push(...children);
    else items.push(element('li', children));
  };
  for (const child of node.children) {
    if (child.type === 'element' && child.tagName === 'li') {
      endLoose();
      const children = reduceItem(child.children);
      if (children.length > 0) items.push(element('li', children));
    } else {
      loose.push(child);
    }
  }
  endLoose();
  if (items.length === 0) return [];
  const start = node.properties.start;
  const starts =
    tagName === 'ol' && typeof start === 'number' && Number.isInteger(start) && start !== 1;
  return [element(tagName, items, starts ? { start } : undefined)];
}

/** Inline content; a block that stands where only inline content may becomes its words. */
function reduceInline(node: Nodes, inLink: boolean): RichTextNode[] {
  if (node.type === 'text') {
    const value = cleanCharacters(node.value).replace(/\s+/g, ' ');
    return inLink ? [{ type: 'text', value }] : linkText(value);
  }
  if (node.type !== 'element') return [];
  const tagName = INLINE[node.tagName];
  if (tagName === 'br') return [element('br', [])];
  const href = tagName === 'a' && !inLink ? safeHref(node.properties.href) : undefined;
  const children = node.children.flatMap((child) =>
    reduceInline(child, inLink || href !== undefined),
  );
  if (tagName === undefined) {
    return BLOCKS.has(node.tagName)
      ? [{ type: 'text', value: ' ' }, ...children, { type: 'text', value: ' ' }]
      : children;
  }
  if (tagName === 'a') return href === undefined ? children : [element('a', children, { href })];
  return [element(tagName, children)];
}

function holdsBlock(node: Element): boolean {
  if (BLOCKS.has(node.tagName)) return true;
  // A link keeps its address; other inline elements give way to the blocks within them.
  if (node.tagName === 'a') return false;
  return node.children.some((child) => child.type === 'element' && holdsBlock(child));
}

/** Inline content → paragraphs without idle white space; two line breaks in a row part them. */
function paragraphsOf(run: readonly RichTextNode[]): RichTextNode[][] {
  const paragraphs: RichTextNode[][] = [];
  let lines: RichTextNode[][] = [[]];
  const endParagraph = (): void => {
    while (lines.length > 0 && lines[0]?.length === 0) lines.shift();
    while (lines.length > 0 && lines.at(-1)?.length === 0) lines.pop();
    if (lines.length > 0) {
      paragraphs.push(
        lines.flatMap((line, index) => (index === 0 ? line : [element('br', []), ...line])),
      );
    }
    lines = [[]];
  };
  for (const line of splitAtBreaks(run)) {
    const tidy = tidyLine(line);
    if (tidy.length === 0) endParagraph();
    else lines.push(tidy);
  }
  endParagraph();
  return paragraphs;
}

function splitAtBreaks(run: readonly RichTextNode[]): RichTextNode[][] {
  const lines: RichTextNode[][] = [[]];
  for (const node of run) {
    if (node.type === 'element' && node.tagName === 'br') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

/** Merges texts, keeps one space between words across elements, drops empty elements. */
function tidyLine(line: readonly RichTextNode[]): RichTextNode[] {
  let spaceBefore = true;
  const tidy = (nodes: readonly RichTextNode[]): RichTextNode[] => {
    const out: RichTextNode[] = [];
    for (const node of nodes) {
      if (node.type === 'text') {
        const value = spaceBefore ? node.value.replace(/^ +/, '') : node.value;
        if (value === '') continue;
        spaceBefore = value.endsWith(' ');
        const last = out.at(-1);
        if (last?.type === 'text') last.value += value;
        else out.push({ type: 'text', value });
      } else if (node.tagName === 'br') {
        if (out.length > 0) out.push(node);
        spaceBefore = true;
      } else {
        const children = tidy(node.children);
        if (children.length > 0) out.push({ ...node, children });
      }
    }
    return out;
  };
  const out = tidy(line);
  trimEnd(out);
  return out;
}

function trimEnd(nodes: RichTextNode[]): void {
  for (let last = nodes.at(-1); last; last = nodes.at(-1)) {
    if (last.type === 'text') {
      last.value = last.value.replace(/ +$/, '');
      if (last.value !== '') return;
    } else if (last.tagName !== 'br') {
      trimEnd(last.children);
      if (last.children.length > 0) return;
    }
    nodes.pop();
  }
}
