/** Search over services: what the catalogue index asks for, and the engine that gives it. */
export { ChangingIndex } from './changing-index.ts';
export { explain, type Explanation, type Place, type WordExplanation } from './explain.ts';
export { fold, wordsOf } from './fold.ts';
export { highlights, type Span } from './highlights.ts';
export type { MatchKind } from './match.ts';
export { OfficialPhrases } from './official-phrases.ts';
export type { Rewrite, Rewriter } from './rewrite.ts';
export { SearchIndex } from './search-index.ts';
export type { ObjectText, Ranked, ServiceText, SynonymEntry } from './searched-text.ts';
export { didYouMean } from './did-you-mean.ts';
export { Vocabulary } from './vocabulary.ts';
export { wordOf, type Word } from './word.ts';
