import { ALTERNATIVE, FIELD_BITS, TEXT_END } from './impacts.ts';

/** What a name adds to a score where it is all that was asked for, and where it is in that order. */
const NAME_BONUS = 0.4;
const ORDER_BONUS = 0.1;
/**
 * How a term meets the question is one number, and of two the greater one is the better: the quality above
 * a bit for each place of the question.
 */
export const PLACES_BITS = 12;
const PLACES = (1 << PLACES_BITS) - 1;

/**
 * How well the best of a document's names is met as a whole: by how much of it, of the question, and
 * of the order.
 *
 * @param words Of the document, names first.
 * @param terms By term: how it meets the question.
 * @param asked Number of words in the question.
 */
export function nameBonus(words: Int32Array, terms: Uint32Array, asked: number): number {
  let best = 0;
  let length = 0;
  let quality = 0;
  let inOrder = 0;
  /** Places behind those of the word before. */
  let next = 1;
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
      next = 1;
      continue;
    }
    if ((word & ((1 << FIELD_BITS) - 1)) > ALTERNATIVE) break;
    length++;
    const met = terms[word >> FIELD_BITS]!;
    const places = met & PLACES;
    quality += met >> PLACES_BITS;
    found |= places;
    if (places & next) inOrder++;
    next = places << 1;
  }
  return best;
}
