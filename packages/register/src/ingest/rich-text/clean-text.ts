/** Longest text of one field, in UTF-16 units. A description is a page, never a book. */
export const MAX_TEXT_LENGTH = 400_000;

/** A text that is not taken in; the message says why, without the text itself. */
export class UnreadableText extends Error {
  override readonly name = 'UnreadableText';
}

/** Refuses a text whose reading would take unbounded work. */
export function assertReadable(text: string, limit = MAX_TEXT_LENGTH): void {
  if (text.length > limit) {
    throw new UnreadableText(`the text has ${text.length} characters; at most ${limit} are read`);
  }
}

/**
 * Removes what editors and word processors leave behind: other kinds of space become a space,
 * invisible characters go, the non-breaking hyphen becomes a hyphen so that search and copying
 * find the word. Line breaks stay; no word changes.
 */
export function cleanCharacters(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\f\v]/g, ' ')
    .replace(
      /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g,
      '',
    )
    .replace(/\u2011/g, '-')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** One line of clean text: every run of white space is one space, none at the ends. */
export function cleanLine(text: string): string {
  return cleanCharacters(text).replace(/\s+/g, ' ').trim();
}

/** Clean text that keeps its line breaks; at most one empty line in a row. */
export function cleanLines(text: string): string {
  return cleanCharacters(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
