/** A text as sentences, and the one of them that a question means. */
import type { RichText, RichTextNode } from '@pvp/contract';
import { highlights, type Rewriter } from '../search/index.ts';

const BLOCKS = new Set(['p', 'h3', 'h4', 'h5', 'h6', 'li', 'tr', 'blockquote', 'br']);

/** What ends with a full stop and no sentence. */
const SHORTENED =
  /(?:^|[\s(])(?:\d+|\p{L}|plkst|piem|utt|tālr|Nr|sk|st|art|sal|прим|ул|тел|e\.g|i\.e|No)\.$/u;

const END = /[.!?…]["”»)]*\s+(?=[\p{Lu}\p{N}„“«"(])/gu;

/** The sentences of a text in its order; a line is never run on into the next. */
export function sentencesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const sentences: string[] = [];
    let start = 0;
    for (const { 0: end, index } of line.matchAll(END)) {
      if (SHORTENED.test(line.slice(start, index + 1))) continue;
      sentences.push(line.slice(start, index + end.length).trim());
      start = index + end.length;
    }
    const last = line.slice(start).trim();
    return last ? [...sentences, last] : sentences;
  });
}

/** The words of a tree, a line per paragraph, item or row. */
export function linesOfTree(tree: RichText | undefined): string {
  let lines = '';
  const visit = (node: RichTextNode): void => {
    if (node.type === 'text') {
      lines += node.value;
      return;
    }
    const isBlock = BLOCKS.has(node.tagName);
    if (isBlock && !lines.endsWith('\n')) lines += '\n';
    node.children.forEach(visit);
    if (isBlock) lines += '\n';
    else if (/^t[dh]$/.test(node.tagName)) lines += ' ';
  };
  tree?.children.forEach(visit);
  return lines.trim();
}

/** The sentence that holds most of what is asked for; the first where none holds anything. */
export function sentenceFor(text: string, question: string, words?: Rewriter): string {
  const sentences = sentencesOf(text);
  let best = sentences[0] ?? '';
  let most = 0;
  for (const sentence of sentences) {
    const met = new Set(
      highlights(sentence, question, words).map(({ start, end }) =>
        sentence.slice(start, end).toLocaleLowerCase('lv'),
      ),
    ).size;
    if (met > most) [best, most] = [sentence, met];
  }
  return best;
}
