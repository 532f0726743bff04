import { ALTERNATIVE, FIELD_BITS, TEXT_END } from './impacts.ts';

/** What a name adds to a score where it is all that was asked for, and where it is in that order. */
const NAME_BONUS = 0.4;
const ORDER_BONUS = 0.1;
/** How a term meets the question: the word's place above, the quality below. */
const PLACE_AT = 7;
const QUALITY = (1 << PLACE_AT) - 1;

/** The better of how a term meets the question already, and how the word at a place meets it. */
export function better(met: number, place: number, quality: number): number {
  return quality > (met & QUALITY) ? (place << PLACE_AT) | quality : met;
}

/**
 * How well the best of a document's names is met as a whole: by how much of it, of the question, and
 * of the order.
 *
 * @param words Of the document, names first.
 * @param terms By term: how it meets the question.
 * @param asked Number of words in the question.
 */
export function nameBonus(words: Int32Array, terms: Uint16Array, asked: number): number {
  let best = 0;
  let length = 0;
  let quality = 0;
  let inOrder = 0;
  let before = -1;
  let found = 0;
  for (const word of words) {
    if (word === TEXT_END) {
      let count = 0;
      for (; found; found &= found - 1) count++;
      const share = (quality / (100 * length)) * (count / asked);
      const bonus = NAME_BONUS * share + (ORDER_BONUS * inOrder) / asked;
      // A name without a word that counts has no share.
      if (bonus > best) best = bonus;
      length = quality = inOrder = 0;
      before = -1;
      continue;
    }
    if ((word & ((1 << FIELD_BITS) - 1)) > ALTERNATIVE) break;
    length++;
    const met = terms[word >> FIELD_BITS]!;
    const place = met === 0 ? -2 : met >> PLACE_AT;
    if (met !== 0) {
      quality += met & QUALITY;
      found |= 1 << place;
      if (place === before + 1) inOrder++;
    }
    before = place;
  }
  return best;
}
