import type { SynonymEntry } from '../search/index.ts';

/** Latvian letters, and the capitals that stand for them. */
export const MARKED = 'āčēģīķļņšūž';
export const UNMARKED = 'ACEGIKLNSUZ';

/** Entries of a compact vocabulary; the languages of what people type are no longer told. */
export function parseCompactVocabulary(text: string): SynonymEntry[] {
  return text
    .replace(/[A-Z]/g, (letter) => MARKED[UNMARKED.indexOf(letter)] ?? letter)
    .split(';')
    .filter(Boolean)
    .map((entry) => {
      const [means = '', typed = ''] = entry.split('|');
      return { means: means.split(','), terms: { und: typed.split(',') } };
    });
}
