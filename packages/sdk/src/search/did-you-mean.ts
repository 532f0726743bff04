import { wordsOf } from './fold.ts';
import { IMPACT_BITS } from './impacts.ts';
import { SIMILAR_KIND } from './match.ts';
import type { QueryWord } from './query-words.ts';
import type { SearchIndex } from './search-index.ts';
import { EDIT, eachSimilar, isDoubtful } from './similar-words.ts';

/** One edit more for so many letters. */
const LETTERS_PER_EDIT = 4;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu;

/**
 * The question with words that some document has, in place of those that none has. `undefined`:
 * every word is known, or nothing is like those that are not.
 *
 * @param among As in `rank`: only these documents count.
 */
export function didYouMean(
  search: SearchIndex,
  query: string,
  among: Uint8Array,
): string | undefined {
  search.rank(query, among);
  const { words = [] } = search.asked ?? {};
  const better = new Map<string, string>();
  const correct = (word: QueryWord) => {
    const closest = closestTo(search, word, among);
    if (closest !== undefined) better.set(word.text, closest);
  };
  const wrong = words.filter(({ frequency, isPlace }) => !frequency && !isPlace);
  wrong.forEach(correct);
  if (better.size === 0) return undefined;
  // Whoever is corrected is corrected all through, also where a slip was forgiven.
  for (const word of words) if (isSlip(search, word)) correct(word);
  return query.trim().replace(WORD, (written) => better.get(wordsOf(written)[0] ?? '') ?? written);
}

/** Whether nothing but words that are only like it is met. */
function isSlip({ words, objectWords }: SearchIndex, word: QueryWord): boolean {
  const all = [words, objectWords].flatMap((lexicon) => lexicon.meetings(word));
  return all.length > 0 && all.every(({ match }) => match.kind === SIMILAR_KIND);
}

/** The most frequent form of the stem that is closest; of equally close ones the most frequent. */
function closestTo(
  { words, postings }: SearchIndex,
  { stem, folded }: QueryWord,
  among: Uint8Array,
): string | undefined {
  const limit = EDIT * Math.floor(folded.length / LETTERS_PER_EDIT);
  let best: { text: string; cost: number; count: number } | undefined;
  eachSimilar(words.stems(), stem, { limit, typing: false, begins: '' }, (other, cost) => {
    if (isDoubtful(stem, other, cost)) return;
    for (const term of words.termsOf(other)) {
      const { text, weight } = words.word(term);
      const documents = postings.values(term);
      const count = documents.filter((posting) => among[posting >> IMPACT_BITS] === 1).length;
      if (weight === 0 || count === 0) continue;
      const isCloser = best
        ? cost - best.cost || best.count - count || (text < best.text ? -1 : 1)
        : -1;
      if (isCloser < 0) best = { text, cost, count };
    }
  });
  return best?.text;
}
