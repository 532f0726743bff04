/**
 * Words as they are compared. People type `berns` and mean `bērns`; pages bring decomposed letters,
 * soft hyphens and full-width digits. Unicode's compatibility decomposition (NFKD) makes all of
 * these one, and what remains of a letter is its base.
 */

/** Marks on letters, and characters that are not seen: soft hyphens, joiners, direction marks. */
const UNSEEN = /[\p{M}\p{Cf}]+/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

/** Lower case without diacritics. Folding twice changes nothing. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(UNSEEN, '').toLowerCase();
}

/** Words of a text in order, in lower case and composed (NFC), with their diacritics. */
export function wordsOf(text: string): string[] {
  return (
    text
      .replace(/\p{Cf}+/gu, '')
      .toLowerCase()
      .normalize('NFC')
      .match(WORD) ?? []
  );
}
