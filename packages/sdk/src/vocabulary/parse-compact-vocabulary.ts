import type { SynonymEntry } from '../search/index.ts';

/** Latvian letters, and the capitals that stand for them. */
export const MARKED = 'āčēģīķļņšūž';
export const UNMARKED = 'ACEGIKLNSUZ';

/** Entries of a compact vocabulary; the languages of what people type are no longer told. */
export function parseCompactVocabulary(text: string): SynonymEntry[] {
  const lists = text
    .replace(/[A-Z]/g, (letter) => MARKED[UNMARKED.indexOf(letter)] ?? letter)
    .split(';')
    .map((list) => list.split(','));
  const entries: SynonymEntry[] = [];
  // Each entry is two lists; an empty text is none.
  for (let nth = 1; nth < lists.length; nth += 2) {
    entries.push({ means: lists[nth - 1]!, terms: { und: lists[nth]! } });
  }
  return entries;
}
