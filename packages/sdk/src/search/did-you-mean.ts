import { wordsOf } from './fold.ts';
import type { Lexicon } from './lexicon.ts';
import { queryWords, type QueryWord } from './query-words.ts';
import type { SearchIndex } from './search-index.ts';
import { EDIT, eachSimilar } from './similar-words.ts';

/** One edit more for so many letters. */
const LETTERS_PER_EDIT = 3;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu;

/**
 * The question with words that some text has, in place of those that none has. `undefined`: every
 * word is known, or nothing is like those that are not.
 */
export function didYouMean(search: SearchIndex, query: string): string | undefined {
  const { texts } = search;
  const better = new Map<string, string>();
  for (const word of queryWords(query)) {
    const isKnown = [texts.words, texts.objectWords].some((lexicon) => meets(lexicon, word));
    const closest = isKnown ? undefined : closestTo(search, word);
    if (closest !== undefined) better.set(word.text, closest);
  }
  if (better.size === 0) return undefined;
  return query.replace(WORD, (written) => better.get(wordsOf(written)[0] ?? '') ?? written);
}

function meets(lexicon: Lexicon, word: QueryWord): boolean {
  return lexicon.meetings(word).length > 0;
}

/** The most frequent form of the stem that is closest; of equally close ones the most frequent. */
function closestTo({ texts }: SearchIndex, { stem, folded }: QueryWord): string | undefined {
  const { words, postings } = texts;
  const limit = EDIT * Math.ceil(folded.length / LETTERS_PER_EDIT);
  let best: { text: string; cost: number; count: number } | undefined;
  const { texts: stems, order } = words.stems();
  eachSimilar(stems, order, stem, { limit, typing: false }, (other, cost) => {
    for (const term of words.termsOf(other)) {
      const { text, weight } = words.word(term);
      const count = postings.length(term);
      if (weight === 0 || count === 0) continue;
      const closer = best
        ? cost - best.cost || best.count - count || (text < best.text ? -1 : 1)
        : -1;
      if (closer < 0) best = { text, cost, count };
    }
  });
  return best?.text;
}
