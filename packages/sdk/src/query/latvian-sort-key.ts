/**
 * Sort keys of the Latvian alphabet. Comparing two keys as plain strings gives the order of
 * `Intl.Collator('lv')`: letters first, then diacritics and case. A key is computed once for a
 * title; comparing through the collator at every insert would cost ten times as much. The alphabet
 * stands here, so that every browser and register gives the same keys whatever its collation data.
 */

/** Signs, digits and small letters in order; a capital stands behind its small letter. */
const ALPHABET =
  ' _-‑–—,;:!?.…·\'"„«»()[]{}§@*/\\&#%`^°+<=>|~$€0123456789aæābcčdeēfgģhiyījkķlļmn№ņoœōpqrŗsßš' +
  'tuūvwxzžабвгдежзийклмнопрстуфхцчшщъыьэюя';
/** In pairs: signs and letters that count as another one, of which Unicode does not say so. */
const AS_OTHERS = "\u00a0 ‘'’'‚'“\"”\"ёеđdłløo";

/** One-byte weights keep keys small; weight 1 ends the first level. */
const LEVEL_END = '\u0001';
const FIRST_WEIGHT = 2;
const UNKNOWN = '\u00ff';
/** Marks of a small letter, a capital, and whatever else counts as the letter. */
const [SMALL, CAPITAL, OTHER] = ['\u0001', '\u0002', '\u0003'];

/** By character: its letter's weight and its mark. */
let weights: Map<string, string> | undefined;

/** Key of a text. Keys hold characters up to U+00FF only. */
export function latvianSortKey(text: string): string {
  weights ??= weighed();
  let letters = '';
  let marks = '';
  /** Marks of small letters at the end tell nothing. */
  let marked = 0;
  for (const character of text.normalize('NFC')) {
    const weight = weights.get(character) ?? foreign(character, weights);
    letters += weight[0]!;
    marks += weight[1]!;
    if (weight[1] !== SMALL) marked = marks.length;
  }
  return letters + LEVEL_END + marks.slice(0, marked);
}

function weighed(): Map<string, string> {
  const known = new Map<string, string>();
  [...ALPHABET].forEach((letter, nth) => {
    const weight = String.fromCharCode(FIRST_WEIGHT + nth);
    if (letter !== letter.toUpperCase()) known.set(letter.toUpperCase(), weight + CAPITAL);
    known.set(letter, weight + SMALL);
  });
  for (let at = 0; at < AS_OTHERS.length; at += 2) {
    const other = known.get(AS_OTHERS[at + 1]!)![0]! + OTHER;
    known.set(AS_OTHERS[at]!, other).set(AS_OTHERS[at]!.toUpperCase(), other);
  }
  return known;
}

/** A letter with marks that Latvian has not counts as the letter without them. */
function foreign(character: string, known: ReadonlyMap<string, string>): string {
  const base = known.get(character.normalize('NFKD')[0] ?? '')?.[0];
  return base === undefined ? UNKNOWN + SMALL : base + OTHER;
}
