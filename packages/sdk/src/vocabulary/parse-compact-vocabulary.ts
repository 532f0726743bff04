import type { SynonymEntry } from '../search/index.ts';

/** Entries of a compact vocabulary; the languages of what people type are no longer told. */
export function parseCompactVocabulary(text: string): SynonymEntry[] {
  return text
    .split(';')
    .filter(Boolean)
    .map((entry) => {
      const [means = '', typed = ''] = entry.split('|');
      return { means: means.split(','), terms: { und: typed.split(',') } };
    });
}
