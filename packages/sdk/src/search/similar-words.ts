/** What mistyping costs, in thirds of an edit: a slip of the finger is two. */
export const EDIT = 3;
export const SLIP = 2;
const OUT = 255;

/** Keys in three rows; neighbours touch. */
const KEYS = 'qwertyuiopasdfghjkl;zxcvbnm';

/** Thirds of an edit that a word of this length may be away from what was meant. */
export function tolerance(length: number): number {
  return length < 4 ? 0 : length < 8 ? EDIT : length < 11 ? EDIT + SLIP : 2 * EDIT;
}

/** Stems in alphabetical order. */
export interface SortedStems {
  /** By number of the stem. */
  readonly texts: readonly string[];
  /** Numbers in the order of their texts. */
  readonly order: Int32Array;
  /** By place in the order: how many letters a stem has in common with the one before. */
  readonly common: Uint8Array;
}

export function sortedStems(texts: readonly string[], order: Int32Array): SortedStems {
  const common = new Uint8Array(order.length);
  for (let at = 1; at < order.length; at++) {
    const [before, text] = [texts[order[at - 1]!]!, texts[order[at]!]!];
    let same = 0;
    while (same < text.length && text.charCodeAt(same) === before.charCodeAt(same)) same++;
    common[at] = same;
  }
  return { texts, order, common };
}

/**
 * Finds all stems within `limit` of a word (Damerau–Levenshtein, with slips at a lower price), in
 * one walk over the sorted stems: a row of the table is kept for each letter that neighbours have in
 * common, and what begins with letters that are too far away already is skipped as a whole.
 *
 * @param typing The word may go on: it is compared with the beginnings of stems too.
 */
export function eachSimilar(
  { texts, order, common }: SortedStems,
  word: string,
  { limit, typing }: { limit: number; typing: boolean },
  found: (stem: number, cost: number, whole: boolean) => void,
): void {
  const width = word.length + 1;
  const deepest = word.length + limit + 1;
  const rows = new Uint8Array(width * (deepest + 1));
  /** Lowest cost of the word against the first letters, for each number of them. */
  const begun = new Uint8Array(deepest + 1).fill(OUT);
  for (let i = 0; i < width; i++) rows[i] = Math.min(i * EDIT, OUT);
  let depth = 0;
  for (let at = 0; at < order.length;) {
    const text = texts[order[at]!]!;
    depth = Math.min(depth, common[at]!);
    let alive = true;
    while (alive && depth < text.length) {
      alive = fill(rows, width, word, text, ++depth) <= limit;
      begun[depth] = Math.min(begun[depth - 1]!, rows[depth * width + word.length]!);
    }
    const whole = alive ? rows[depth * width + word.length]! : OUT;
    const part = typing ? begun[depth]! : OUT;
    if (whole <= limit) found(order[at]!, whole, true);
    else if (part <= limit) found(order[at]!, part, false);
    // What has the same letters up to here is too far away as well.
    for (at++; !alive && at < order.length && common[at]! >= depth; at++) {
      if (part <= limit) found(order[at]!, part, false);
    }
  }
}

/** Fills the row of the `depth`-th letter and tells its lowest cost. */
function fill(rows: Uint8Array, width: number, word: string, text: string, depth: number): number {
  const row = depth * width;
  const letter = text.charCodeAt(depth - 1);
  const letterBefore = depth > 1 ? text.charCodeAt(depth - 2) : 0;
  let lowest = (rows[row] = Math.min(depth * EDIT, OUT));
  for (let i = 1; i < width; i++) {
    const typed = word.charCodeAt(i - 1);
    const typedBefore = i > 1 ? word.charCodeAt(i - 2) : 0;
    const above = row - width + i;
    let cost = rows[above - 1]!;
    if (typed !== letter) {
      cost += near(typed, letter) ? SLIP : EDIT;
      // A letter too many or too few; a slip where it only doubles the one before.
      cost = Math.min(cost, rows[row + i - 1]! + (typed === typedBefore ? SLIP : EDIT));
      cost = Math.min(cost, rows[above]! + (letter === letterBefore ? SLIP : EDIT));
      if (typed === letterBefore && typedBefore === letter) {
        cost = Math.min(cost, rows[above - width - 2]! + SLIP);
      }
    }
    rows[row + i] = Math.min(cost, OUT);
    if (cost < lowest) lowest = cost;
  }
  return lowest;
}

function near(a: number, b: number): boolean {
  const i = KEYS.indexOf(String.fromCharCode(a));
  const j = KEYS.indexOf(String.fromCharCode(b));
  if (i < 0 || j < 0) return false;
  const rows = ((i / 10) | 0) - ((j / 10) | 0);
  const columns = (i % 10) - (j % 10);
  return rows * rows < 2 && columns * columns < 2;
}

/** Place of the first stem that is not before a text. */
export function firstNotBefore({ texts, order }: SortedStems, text: string): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (texts[order[middle]!]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
