/** Everyday words: their form on the wire. */
export { compactEntry, compactText, compactVocabulary } from './compact-vocabulary.ts';
export { parseCompactVocabulary } from './parse-compact-vocabulary.ts';
