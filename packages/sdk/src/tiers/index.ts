/** A catalogue index as text: written by the register, read by pages. */
export { readTiers, type ReadTiersOptions, type TierTexts } from './read-tiers.ts';
export { rehearsing } from './rehearsal.ts';
export { ANALYSIS } from './analysed-words.ts';
export { FORMAT, VERSION, type Tier } from './tier-format.ts';
export { summaryTier, synonymTier, titleTier, type TierContents } from './write-tier.ts';
