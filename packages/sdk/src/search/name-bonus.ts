import { ALTERNATIVE, FIELD_BITS, TEXT_END } from './indexed-texts.ts';

/** What a name adds to a score where it is all that was asked for, and where it is in that order. */
const NAME_BONUS = 0.4;
const ORDER_BONUS = 0.1;
/** How a term meets the question: the word's place above, the quality below. */
const PLACE_AT = 7;
const QUALITY = (1 << PLACE_AT) - 1;

/** By term: the word of the question that it meets best. */
export class MetTerms {
  #cells = new Uint16Array(0);

  begin(terms: number): void {
    if (this.#cells.length < terms) this.#cells = new Uint16Array(terms * 2);
    else this.#cells.fill(0);
  }

  add(term: number, place: number, quality: number): void {
    if (quality > (this.#cells[term]! & QUALITY)) this.#cells[term] = (place << PLACE_AT) | quality;
  }

  /**
   * How well the best of a document's names is met as a whole: by how much of it, of the question,
   * and of the order.
   *
   * @param words Of many documents; those of this one from `start` to `end`, names first.
   * @param asked Number of words in the question.
   */
  bonus(words: Int32Array, start: number, end: number, asked: number): number {
    const cells = this.#cells;
    let best = 0;
    let length = 0;
    let quality = 0;
    let inOrder = 0;
    let before = -1;
    let found = 0;
    for (let at = start; at < end; at++) {
      const word = words[at]!;
      if (word === TEXT_END) {
        let count = 0;
        for (; found; found &= found - 1) count++;
        const share = (quality / (100 * length)) * (count / asked);
        const bonus = NAME_BONUS * share + (ORDER_BONUS * inOrder) / asked;
        if (bonus > best) best = bonus;
        length = quality = inOrder = 0;
        before = -1;
        continue;
      }
      if ((word & ((1 << FIELD_BITS) - 1)) > ALTERNATIVE) break;
      length++;
      const met = cells[word >> FIELD_BITS]!;
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
}
