/** Everyday words: their form on the wire. */
export { compactEntry, compactVocabulary } from './compact-vocabulary.ts';
export { parseCompactVocabulary } from './parse-compact-vocabulary.ts';
