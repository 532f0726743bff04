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
  readonly stems: readonly string[];
  /** By place: how many letters a stem has in common with the one before. */
  readonly common: Uint8Array;
  /** By place: which letters a stem is made of. */
  readonly letters: Int32Array;
}

export function sortedStems(stems: readonly string[]): SortedStems {
  const common = new Uint8Array(stems.length);
  for (let at = 1; at < stems.length; at++) {
    const [before, stem] = [stems[at - 1]!, stems[at]!];
    let same = 0;
    while (same < stem.length && stem.charCodeAt(same) === before.charCodeAt(same)) same++;
    common[at] = same;
  }
  return { stems, common, letters: Int32Array.from(stems, lettersOf) };
}

/** One bit for each different letter; what is no small Latin letter shares the bit of another. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << word.charCodeAt(at);
  return letters;
}

/** Whether no more letters of a word stand nowhere in a stem than slips are allowed. */
function isNear(missing: number, slips: number): boolean {
  for (; missing !== 0; missing &= missing - 1) if (slips-- === 0) return false;
  return true;
}

/**
 * Finds all stems within `limit` of a word (Damerau–Levenshtein, with slips at a lower price), in
 * one walk over the sorted stems: most lack more letters of the word than slips are allowed. For the
 * others a row of the table is kept for each letter that neighbours have in common, and what begins
 * with letters that are too far away already is skipped as a whole.
 *
 * @param typing The word may go on: it is compared with the beginnings of stems too.
 * @param begins Only stems that begin so.
 */
export function eachSimilar(
  { stems, common, letters }: SortedStems,
  word: string,
  { limit, typing, begins = '' }: { limit: number; typing: boolean; begins?: string },
  found: (stem: string, cost: number, whole: boolean) => void,
): void {
  const width = word.length + 1;
  const deepest = word.length + limit + 1;
  const band = Math.floor(limit / SLIP);
  const rows = new Uint8Array(width * (deepest + 1));
  /** Lowest cost of the word against the first letters, for each number of them. */
  const begun = new Uint8Array(deepest + 1).fill(OUT);
  for (let i = 0; i < width; i++) rows[i] = Math.min(i * EDIT, OUT);
  const asked = lettersOf(word);
  const end = firstNotBefore(stems, `${begins}\uffff`);
  let depth = 0;
  for (let at = firstNotBefore(stems, begins); at < end;) {
    depth = Math.min(depth, common[at]!);
    if (!isNear(asked & ~letters[at]!, band)) {
      at++;
      continue;
    }
    const stem = stems[at]!;
    let alive = true;
    while (alive && depth < stem.length) {
      alive = fill(rows, word, stem, ++depth, band) <= limit;
      begun[depth] = Math.min(begun[depth - 1]!, rows[depth * width + word.length]!);
    }
    const whole = alive ? rows[depth * width + word.length]! : OUT;
    const part = typing ? begun[depth]! : OUT;
    if (whole <= limit) found(stem, whole, true);
    else if (part <= limit) found(stem, part, false);
    // What has the same letters up to here is too far away as well.
    for (at++; !alive && common[at]! >= depth; at++) {
      if (part <= limit) found(stems[at]!, part, false);
    }
  }
}

/**
 * Fills the row of the `depth`-th letter and tells its lowest cost. Each step away from the diagonal is
 * a letter more or less, so that cells further away than the limit allows cost too much.
 */
function fill(rows: Uint8Array, word: string, text: string, depth: number, band: number): number {
  const width = word.length + 1;
  const row = depth * width;
  // Read as the cost of the whole word, and by the row below.
  rows[row + width - 1] = OUT;
  if (depth - band >= width) return OUT;
  const letter = text.charCodeAt(depth - 1);
  const letterBefore = depth > 1 ? text.charCodeAt(depth - 2) : 0;
  const from = Math.max(1, depth - band);
  const to = Math.min(width - 1, depth + band);
  let lowest = (rows[row + from - 1] = from === 1 ? Math.min(depth * EDIT, OUT) : OUT);
  if (to + 1 < width) rows[row + to + 1] = OUT;
  for (let i = from; i <= to; i++) {
    const typed = word.charCodeAt(i - 1);
    const typedBefore = i > 1 ? word.charCodeAt(i - 2) : 0;
    const above = row - width + i;
    let cost = rows[above - 1]!;
    if (typed !== letter) {
      cost += near(typed, letter) ? SLIP : EDIT;
      // A letter too many or too few; a slip where it only doubles the one before.
      const more = rows[row + i - 1]! + (typed === typedBefore ? SLIP : EDIT);
      if (more < cost) cost = more;
      const less = rows[above]! + (letter === letterBefore ? SLIP : EDIT);
      if (less < cost) cost = less;
      if (typed === letterBefore && typedBefore === letter) {
        const swapped = rows[above - width - 2]! + SLIP;
        if (swapped < cost) cost = swapped;
      }
    }
    rows[row + i] = cost < OUT ? cost : OUT;
    if (cost < lowest) lowest = cost;
  }
  return lowest;
}

/** By two letters: 1 where their keys are neighbours. */
const NEAR = new Uint8Array(1 << 14);
for (let i = 0; i < KEYS.length; i++) {
  for (let j = 0; j < KEYS.length; j++) {
    const rows = ((i / 10) | 0) - ((j / 10) | 0);
    const columns = (i % 10) - (j % 10);
    const isNear = rows * rows < 2 && columns * columns < 2;
    NEAR[(KEYS.charCodeAt(i) << 7) | KEYS.charCodeAt(j)] = Number(isNear);
  }
}

function near(a: number, b: number): boolean {
  return a < 128 && b < 128 && NEAR[(a << 7) | b] === 1;
}

/** So many letters and fewer make a short stem. */
const SHORT = 4;

/**
 * Whether a short stem becomes another word by the slip: `vista` is no slip for `vieta`, nor `pase`
 * for `pasta`. Letters that are doubled or swapped make no word, nor one that is left out of four.
 */
export function isDoubtful(typed: string, stem: string, cost: number): boolean {
  if (typed.length > SHORT) return false;
  if (stem.length > typed.length) return typed.length < SHORT && cost > SLIP;
  if (stem.length < typed.length) return cost > SLIP;
  return [...typed].sort().join() !== [...stem].sort().join();
}

/** Place of the first stem that is not before a text. */
export function firstNotBefore(stems: readonly string[], text: string): number {
  let low = 0;
  let high = stems.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stems[middle]! < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
