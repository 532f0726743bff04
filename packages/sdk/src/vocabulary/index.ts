/** Everyday words: their form on the wire. */
export { parseVocabularyLines } from './parse-vocabulary-lines.ts';
export { shortenedEntry, vocabularyLines } from './vocabulary-lines.ts';
