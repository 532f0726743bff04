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
const USUAL_WORD_OR_LINE = /\n|[\da-z\xdf-\xf6\xf8-\u017e\u0430-\u045f]+/g;
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

/** Stands behind the words of each text. */
export const TEXT_OVER = '\n';

/** The words of many texts, looked for in all at once: the time of one is mostly that of a call. */
export function wordsOfEach(texts: readonly string[]): readonly string[] {
  if (texts.length === 0) return [];
  const all = `${texts.join(TEXT_OVER)}${TEXT_OVER}`.toLowerCase();
  let lines = 0;
  for (let at = all.indexOf(TEXT_OVER); at >= 0; at = all.indexOf(TEXT_OVER, at + 1)) lines++;
  // A text that has lines of its own would be more than one.
  return lines === texts.length && USUAL.test(all)
    ? all.match(USUAL_WORD_OR_LINE)!
    : texts.flatMap((text) => [...wordsOf(text), TEXT_OVER]);
}

/** As `fold`, of many words. */
export function foldEach(words: readonly string[]): readonly string[] {
  const all = words.join(TEXT_OVER);
  return USUAL.test(all) ? fold(all).split(TEXT_OVER) : words.map(fold);
}
