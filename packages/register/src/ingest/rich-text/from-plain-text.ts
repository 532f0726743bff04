import type { RichText, RichTextElement, RichTextNode } from '@pvp/contract';
import { assertReadable, cleanLines } from './clean-text.ts';
import { linkText } from './link-text.ts';

type Line =
  | { kind: 'empty' }
  | { kind: 'text'; text: string }
  | { kind: 'bullet'; text: string }
  | { kind: 'number'; number: number; text: string };

const BULLET = /^(?:[•·●▪◦‣*]\s*|[-–—]\s+)(?=\S)/;
const NUMBER = /^(\d{1,3})(?:\)\s*|\.\s+)(?=\S)/;

/**
 * Plain text as pages hold it → rich text: an empty line ends a paragraph, lines that begin with a
 * bullet or a running number become a list. Addresses become links.
 *
 * @throws UnreadableText where the text is longer than `MAX_TEXT_LENGTH`.
 */
export function plainParagraphs(text: string): RichText {
  assertReadable(text);
  const lines = withLoneNumbersAsText(
    cleanLines(text).split('\n').flatMap(bulletsApart).map(readLine),
  );
  const children: RichTextElement[] = [];
  let last: RichTextElement | undefined;

  for (const line of lines) {
    if (line.kind === 'empty') {
      last = undefined;
    } else if (line.kind === 'text') {
      if (last?.tagName === 'p') {
        last.children.push({ type: 'element', tagName: 'br', children: [] });
      } else {
        last = element('p', []);
        children.push(last);
      }
      last.children.push(...linkText(line.text));
    } else {
      const tagName = line.kind === 'bullet' ? 'ul' : 'ol';
      const restarts = line.kind === 'number' && line.number === 1;
      if (last?.tagName !== tagName || restarts) {
        last = element(tagName, []);
        if (line.kind === 'number' && line.number !== 1) last.properties = { start: line.number };
        children.push(last);
      }
      last.children.push(element('li', linkText(line.text)));
    }
  }
  return { type: 'root', children };
}

/** "• post; • e-mail" in one line is two items. */
function bulletsApart(line: string): string[] {
  return /^[•●▪]/.test(line) ? line.split(/\s+(?=[•●▪])/) : [line];
}

function readLine(text: string): Line {
  if (text === '') return { kind: 'empty' };
  const bullet = BULLET.exec(text);
  if (bullet) return { kind: 'bullet', text: text.slice(bullet[0].length) };
  const number = NUMBER.exec(text);
  if (number) {
    return { kind: 'number', number: Number(number[1]), text: text.slice(number[0].length) };
  }
  return { kind: 'text', text };
}

/** A number that no neighbour continues is part of a sentence ("1. janvārī …"), not of a list. */
function withLoneNumbersAsText(lines: Line[]): Line[] {
  return lines.map((line, index) => {
    if (line.kind !== 'number') return line;
    const before = lines[index - 1];
    const after = lines[index + 1];
    const continued =
      (before?.kind === 'number' && before.number === line.number - 1) ||
      (after?.kind === 'number' && after.number === line.number + 1);
    return continued ? line : { kind: 'text', text: `${line.number}. ${line.text}` };
  });
}

function element(tagName: RichTextElement['tagName'], children: RichTextNode[]): RichTextElement {
  return { type: 'element', tagName, children };
}
