/** Search in the cards of a list, for pages that get no index: others do not load it. */
export { CardIndex } from '@pvp/sdk/nearby';
