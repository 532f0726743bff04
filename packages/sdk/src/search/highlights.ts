import { wordsOf } from './fold.ts';
import { Lexicon } from './lexicon.ts';
import { SIMILAR_KIND } from './match.ts';
import { putWord } from './put-word.ts';
import { queryWords, type QueryWord } from './query-words.ts';
import type { Rewriter } from './rewrite.ts';

/** A part of a text: characters from `start` up to, but not including, `end`. */
export interface Span {
  start: number;
  end: number;
}

const WRITTEN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu;

/**
 * The words of a text that a question means, whole, in the form in which they stand there:
 * `deklarēt` marks “deklarēšana”. A word that is only like one of the question is marked where the
 * text holds no better one.
 *
 * @param rewriter Marks what everyday words and abbreviations stand for, too.
 */
export function highlights(text: string, query: string, rewriter?: Rewriter): Span[] {
  const lexicon = new Lexicon();
  const spans = new Map<number, Span[]>();
  for (const { 0: written, index } of text.matchAll(WRITTEN)) {
    const [word] = wordsOf(written);
    if (word === undefined) continue;
    const term = putWord(lexicon, word);
    if (lexicon.word(term).weight === 0) continue;
    const span = { start: index, end: index + written.length };
    spans.set(term, [...(spans.get(term) ?? []), span]);
  }
  const { words } = queryWords(query);
  const others = rewriter?.rewrites(words, lexicon) ?? [];
  const marked = new Set<number>();
  for (const word of words) for (const term of meant(lexicon, word)) marked.add(term);
  for (const { words: official } of others) {
    const met = official.map((word) => meant(lexicon, word));
    // Half of a phrase is another thing: “karte” is no health insurance card.
    if (met.every((terms) => terms.length > 0)) for (const term of met.flat()) marked.add(term);
  }
  return [...marked].flatMap((term) => spans.get(term) ?? []).sort((a, b) => a.start - b.start);
}

function meant(lexicon: Lexicon, word: QueryWord): number[] {
  const meetings = lexicon.meetings(word);
  const sure = meetings.filter(({ match }) => match.kind !== SIMILAR_KIND);
  return (sure.length > 0 ? sure : meetings).map(({ term }) => term);
}
