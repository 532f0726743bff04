import type { SynonymEntry } from '../search/service-search.ts';

/** Entries from the lines of `vocabularyLines`; the language of their words is no longer told. */
export function parseVocabularyLines(lines: string): SynonymEntry[] {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [means = '', terms = ''] = line.split('|');
      return { means: means.split(','), terms: { und: terms.split(',') } };
    });
}
