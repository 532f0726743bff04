/** Search over services: what the catalogue index asks for, and the engine that gives it. */
export { fold, wordsOf } from './fold.ts';
export { SearchIndex } from './search-index.ts';
export type {
  ObjectText,
  Ranked,
  ServiceSearch,
  ServiceText,
  SynonymEntry,
} from './service-search.ts';
export { Vocabulary } from './vocabulary.ts';
