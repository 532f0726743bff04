/**
 * Words as they are compared. People type `berns` and mean `bērns`; pages bring decomposed letters,
 * soft hyphens and full-width digits. Unicode's compatibility decomposition (NFKD) makes all of
 * these one, and what remains of a letter is its base.
 */

/** Marks on letters, and characters that are not seen: soft hyphens, joiners, direction marks. */
const UNSEEN = /[\p{M}\p{Cf}]+/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/**
 * Nothing but small letters of Latin and Cyrillic alphabets, each one character, digits and usual
 * signs: nearly every text. The general expressions ask for thousands of ranges, and the first use
 * of them costs a page more than all words of its texts.
 */
const USUAL = /^[\0-\x7f\xa0\xa7\xab\xb0\xbb\xdf-\u012f\u0131-\u017e\u0430-\u045f\u2010-\u2027]*$/;
const USUAL_WORD = /[\da-z\xdf-\xf6\xf8-\u017e\u0430-\u045f]+/g;
const USUAL_WORDS =
  /^[\da-z\xdf-\xf6\xf8-\u012f\u0131-\u017e\u0430-\u045f]+(?: [\da-z\xdf-\xf6\xf8-\u012f\u0131-\u017e\u0430-\u045f]+)*$/;
const USUAL_MARKS = /[\u0300-\u036f]+/g;

/** Lower case without diacritics. Folding twice changes nothing. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  const marks = USUAL.test(small) ? USUAL_MARKS : UNSEEN;
  return small.normalize('NFKD').replace(marks, '').toLowerCase();
}

/** Words of a text in order, in lower case and composed (NFC), with their diacritics. */
export function wordsOf(text: string): string[] {
  const small = text.toLowerCase();
  const words = USUAL.test(small)
    ? small.match(USUAL_WORD)
    : text
        .replace(/\p{Cf}+/gu, '')
        .toLowerCase()
        .normalize('NFC')
        .match(WORD);
  return words ?? [];
}

/**
 * Words with spaces between them, in lower case, where nothing but usual words is there: looked for all
 * at once, because the time of one is mostly that of a call.
 */
export function plainWords(words: string): readonly string[] | undefined {
  const small = words.toLowerCase();
  return USUAL_WORDS.test(small) ? small.split(' ') : undefined;
}

/** Many words, folded, with spaces between them; `undefined`: there are unusual characters. */
export function foldedTogether(words: readonly string[]): string | undefined {
  const all = words.join(' ');
  return USUAL.test(all) ? fold(all) : undefined;
}
