/**
 * Sort keys of the Latvian alphabet. Comparing two keys as plain strings gives the order of
 * `Intl.Collator('lv')`: letters first, then diacritics and case. A key is computed once for a
 * title; comparing through the collator at every insert would cost ten times as much.
 */

/** One-byte weights keep keys small; weight 1 ends the first level. */
const LEVEL_END = '\u0001';
const FIRST_WEIGHT = 2;
const UNKNOWN = '\u00ff';

interface Weights {
  base: ReadonlyMap<string, string>;
  variant: ReadonlyMap<string, string>;
}

let weights: Weights | undefined;

/** Key of a text. Keys hold characters up to U+00FF only. */
export function latvianSortKey(text: string): string {
  const { base, variant } = (weights ??= readAlphabet());
  let letters = '';
  let marks = '';
  for (const character of text.normalize('NFC')) {
    const known = base.has(character) ? character : (character.normalize('NFD')[0] ?? '');
    letters += base.get(known) ?? UNKNOWN;
    marks += variant.get(known) ?? LEVEL_END;
  }
  return letters + LEVEL_END + marks.replace(/\u0001+$/, '');
}

/** Asks the collator once for the order of the characters that titles are written in. */
function readAlphabet(): Weights {
  const characters = [...charactersBetween(0x20, 0x7e), ...charactersBetween(0xa1, 0x17f)];
  characters.push(...charactersBetween(0x410, 0x451), ...'–—‑‘’‚“”„…€№');
  const all = new Intl.Collator('lv', { sensitivity: 'variant' });
  const letters = new Intl.Collator('lv', { sensitivity: 'base' });
  const sorted = [...new Set(characters)].sort(
    (a, b) => letters.compare(a, b) || all.compare(a, b),
  );
  const base = new Map<string, string>();
  const variant = new Map<string, string>();
  let letter = FIRST_WEIGHT - 1;
  let mark = 1;
  let before: string | undefined;
  for (const character of sorted) {
    const same = before !== undefined && letters.compare(before, character) === 0;
    if (!same) letter++;
    mark = same ? mark + 1 : 1;
    before = character;
    base.set(character, String.fromCharCode(Math.min(letter, 0xfe)));
    variant.set(character, String.fromCharCode(mark));
  }
  return { base, variant };
}

function* charactersBetween(first: number, last: number): Generator<string> {
  for (let code = first; code <= last; code++) yield String.fromCodePoint(code);
}
