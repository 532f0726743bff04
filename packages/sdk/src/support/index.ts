/** Who helps, and what is answered: worked out from records as the register does. */
export { AnswerFinder, type AnswerScope } from '../answers/answer-finder.ts';
export { answersIn, supportIn } from './local-support.ts';
export {
  resolveSupport,
  type ResolvedSupport,
  type SupportContents,
  type SupportSubject,
} from './resolve-support.ts';
export { SUPPORT_MATRIX, type PlaceRule, type SupportMatrix } from './support-matrix.ts';
export { supportOf } from '../source/support-of.ts';
