/** What mistyping costs, in thirds of an edit: a slip of the finger is two. */
export const EDIT = 3;
export const SLIP = 2;

/** Keys in three rows of ten; neighbours touch. */
const KEYS = 'qwertyuiopasdfghjkl;zxcvbnm';
const ROW = 10;

/** Thirds of an edit that a word of this length may be away from what was meant. */
export function tolerance(length: number): number {
  return length < 4 ? 0 : length < 8 ? EDIT : length < 11 ? EDIT + SLIP : 2 * EDIT;
}

/** Stems in alphabetical order. */
export interface SortedStems {
  readonly stems: readonly string[];
  /** By place: how many letters a stem has in common with the one before. */
  readonly common: Uint8Array;
  /** By place: which letters a stem is made of, and which of them it has twice. */
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

/**
 * A bit for each different letter and another for what comes again. Some share a bit: each that one word
 * has and another has not is a letter at least that the other lacks.
 */
function lettersOf(word: string): number {
  let letters = 0;
  let again = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    // Shifts go round: letters that come twice meet such as are rare.
    if (letters & (1 << code)) again |= 1 << (code + 16);
    letters |= 1 << code;
  }
  return letters | again;
}

/** What is left of missing letters when as many as may be wrong are taken off. */
function without(missing: number, slips: number): number {
  while (slips-- > 0) missing &= missing - 1;
  return missing;
}

/**
 * Finds all stems within `limit` of a word (Damerau–Levenshtein, with slips at a lower price), in
 * one walk over the sorted stems: most lack more letters of the word, or have more others, than slips are
 * allowed. For the rest a row of the table is kept for each letter that neighbours have in common, and what begins
 * with letters that are too far away already is skipped as a whole.
 *
 * @param typing The word may go on: it is compared with the beginnings of stems too.
 * @param begins Only stems that begin so.
 */
export function eachSimilar(
  { stems, common, letters }: SortedStems,
  word: string,
  { limit, typing, begins }: { limit: number; typing: boolean; begins: string },
  found: (stem: string, cost: number, whole: boolean) => void,
): void {
  const width = word.length + 1;
  // By number of letters of a stem and of the word: what it costs to make the one of the other.
  const rows = new Uint8Array(width * (width + limit));
  for (let i = 0; i < width; i++) rows[i] = i * EDIT;
  /** Lowest cost of the whole word against the first letters, for each number of them. */
  const begun = [rows[word.length]!];
  const asked = lettersOf(word);
  const slips = Math.floor(limit / SLIP);
  const end = firstNotBefore(stems, `${begins}\uffff`);
  let depth = 0;
  for (let at = firstNotBefore(stems, begins); at < end;) {
    depth = Math.min(depth, common[at]!);
    const own = letters[at]!;
    if (without(asked & ~own, slips) || (!typing && without(own & ~asked, slips))) {
      at++;
      continue;
    }
    const stem = stems[at]!;
    let lowest = 0;
    while (lowest <= limit && depth < stem.length) {
      lowest = fill(rows, word, stem, ++depth);
      begun[depth] = Math.min(begun[depth - 1]!, rows[depth * width + word.length]!);
    }
    const whole = rows[depth * width + word.length]!;
    const isAlive = lowest <= limit;
    const part = typing ? begun[depth]! : Infinity;
    if (isAlive && whole <= limit) found(stem, whole, true);
    else if (part <= limit) found(stem, part, false);
    // What has the same letters up to here is too far away as well.
    for (at++; !isAlive && common[at]! >= depth; at++) {
      if (part <= limit) found(stems[at]!, part, false);
    }
  }
}

/** Fills the row of the `depth`-th letter and tells its lowest cost. */
function fill(rows: Uint8Array, word: string, text: string, depth: number): number {
  const width = word.length + 1;
  const row = depth * width;
  const letter = text.charCodeAt(depth - 1);
  const before = text.charCodeAt(depth - 2) | 0;
  let lowest = (rows[row] = depth * EDIT);
  let typedBefore = 0;
  for (let i = 1; i < width; i++) {
    const typed = word.charCodeAt(i - 1);
    const above = row - width + i;
    // A letter too many or too few, which may be the same; a slip where it only doubles the one before,
    // and one too many also where its key was pressed together with that.
    let cost = Math.min(
      rows[above - 1]! + (typed === letter ? 0 : costOf(typed, letter)),
      rows[row + i - 1]! + costOf(typed, typedBefore),
      rows[above]! + (letter === before ? SLIP : EDIT),
    );
    if (typed === before && typedBefore === letter) {
      cost = Math.min(cost, rows[above - width - 2]! + SLIP);
    }
    rows[row + i] = cost;
    if (cost < lowest) lowest = cost;
    typedBefore = typed;
  }
  return lowest;
}

/** What one letter for another costs, or behind another where it is one too many. */
function costOf(one: number, other: number): number {
  return (one | other) < 128 && NEAR[(one << 7) | other] === 1 ? SLIP : EDIT;
}

/** By two letters: 1 where their keys touch, or are the same. */
const NEAR = new Uint8Array(1 << 14);
for (let i = 0; i < KEYS.length; i++) {
  for (const step of [0, 1, ROW - 1, ROW, ROW + 1]) {
    const j = i + step;
    // Not from one end of a row to the other.
    if (!KEYS[j] || Math.abs((j % ROW) - (i % ROW)) > 1) continue;
    const [a, b] = [KEYS.charCodeAt(i), KEYS.charCodeAt(j)];
    NEAR[(a << 7) | b] = NEAR[(b << 7) | a] = 1;
  }
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
