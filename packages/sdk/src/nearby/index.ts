/** Search without a request, in what a page has at hand. */
export { CardIndex } from './card-index.ts';
export { NearbyIndex, type Extent, type NearbyIndexOptions } from './nearby-index.ts';
