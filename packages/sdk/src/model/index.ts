/** Pure functions on registered descriptions: cards, languages, publication rules. */
export { cardCost } from './card-cost.ts';
export { cardTerm } from './card-term.ts';
export { anonymous, listed, matchesProfile } from './catalogue-profile.ts';
export { isFree } from './is-free.ts';
export { lifeEventsOf } from './life-events-of.ts';
export { pickLanguage, primaryLanguage, type Picked } from './pick-language.ts';
export {
  cardFrom,
  cardOf,
  cardSourceOf,
  type CardContext,
  type CardSource,
} from './service-card.ts';
export { told } from './told.ts';
