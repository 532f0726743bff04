import type {
  LocalizedRichText,
  LocalizedString,
  RichText,
  RichTextElement,
  RichTextNode,
} from '@pvp/contract';
import {
  cleanLine,
  cleanLines,
  plainParagraphs,
  plainText,
  richTextFromHtml,
} from '../rich-text/rich-text.ts';
import { isFields, textOf } from './legacy-fields.ts';

const MARKUP =
  /<\/?(?:p|br|b|i|a|u|strong|em|ul|ol|li|div|span|table|thead|tbody|tr|td|th|h[1-6]|font|sup|sub|script|style|img|iframe|blockquote)(?=[\s/>])/i;
/** A summary is one or two sentences; what exceeds this continues in the description. */
const SUMMARY_LENGTH = 320;
const SENTENCE_END = /(?<![\d\s]|\p{Lu}|\b\p{L}{1,2})[.!?](?=\s+[\p{Lu}„“"«])/gu;

/** Text of a page, which is HTML on some sites and plain on others. */
export function pageText(value: unknown): RichText {
  const text = textOf(value);
  return MARKUP.test(text) ? richTextFromHtml(text) : plainParagraphs(text);
}

/** The same by language; `undefined` where nothing is said. */
export function richIn(lang: string, value: unknown): LocalizedRichText | undefined {
  const tree = isFields(value) && value['type'] === 'root' ? (value as RichText) : pageText(value);
  return tree.children.length > 0 ? { [lang]: tree } : undefined;
}

/** One line of text by language, without markup; `undefined` where nothing is said. */
export function lineIn(lang: string, value: unknown): LocalizedString | undefined {
  const line = plainLine(value);
  return line === '' ? undefined : { [lang]: line };
}

/** The words of a value in one line. */
export function plainLine(value: unknown): string {
  const text = textOf(value);
  return cleanLine(MARKUP.test(text) ? plainText(richTextFromHtml(text)) : text);
}

/** The words of a value, a line per paragraph or item. */
export function plainLines(value: unknown): string {
  const text = textOf(value);
  return cleanLines(MARKUP.test(text) ? plainText(richTextFromHtml(text)) : text);
}

/**
 * The first sentences of a page's summary, and what the description then has to say: the rest
 * after whole lines, or the whole text where it was cut within a line or is a list. A line that
 * announces a list brings the list along, or it would end in the air.
 */
export function leadOf(value: unknown): { lead: string; description: RichText | undefined } {
  const tree = pageText(value);
  const [first, ...rest] = tree.children;
  if (first === undefined) return { lead: '', description: undefined };
  const lines = linesOf(first);
  let taken = 0;
  let lead = '';
  while (taken < lines.length) {
    const line = lines[taken] ?? '';
    if (lead !== '' && lead.length + line.length > SUMMARY_LENGTH) break;
    lead = lead === '' ? line : `${lead} ${line}`;
    taken += 1;
  }
  const next = rest[0];
  if (taken === lines.length && lead.endsWith(':') && next && isElement(next, /^[uo]l$/)) {
    return { lead: `${lead} ${linesOf(next).join(' ')}`, description: tree };
  }
  const sentences = firstSentences(lead);
  if (sentences !== lead || !isElement(first, /^p$/)) return { lead: sentences, description: tree };
  const children = [...linesAfter(first.children, taken), ...rest];
  return { lead, description: children.length > 0 ? { ...tree, children } : undefined };
}

function isElement(node: RichTextNode, tagName: RegExp): node is RichTextElement {
  return node.type === 'element' && tagName.test(node.tagName);
}

function linesOf(node: RichTextNode): string[] {
  return plainText({ type: 'root', children: [node] })
    .split('\n')
    .map(cleanLine);
}

/** What is left of a paragraph after its first `taken` lines, as a paragraph of its own. */
function linesAfter(children: readonly RichTextNode[], taken: number): RichTextNode[] {
  const breaks = children.flatMap((child, index) => (isElement(child, /^br$/) ? [index] : []));
  const last = breaks[taken - 1];
  if (last === undefined) return [];
  return [{ type: 'element', tagName: 'p', children: children.slice(last + 1) }];
}

function firstSentences(text: string): string {
  if (text.length <= SUMMARY_LENGTH) return text;
  let end = text.length;
  for (const match of text.matchAll(SENTENCE_END)) {
    const after = match.index + 1;
    if (end === text.length || after <= SUMMARY_LENGTH) end = after;
    if (after > SUMMARY_LENGTH) break;
  }
  return text.slice(0, end);
}

/** Sentences and lines of a text, for looking at each alone. */
export function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.replace(SENTENCE_END, '$&\n').split('\n'))
    .map(cleanLine)
    .filter((sentence) => sentence !== '');
}
