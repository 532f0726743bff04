/** Search over cards: what the index asks for, and one engine that gives it. */
export { fold, foldedWords } from './fold.ts';
export type { Ranked, ServiceSearch, ServiceText } from './service-search.ts';
export { WordPrefixSearch } from './word-prefix-search.ts';
