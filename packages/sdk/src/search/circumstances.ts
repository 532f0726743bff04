import type { Rewrite } from './rewrite.ts';

/**
 * What a word weighs that is not met, in hundredths, where an everyday word leads to the document:
 * “nomira vectēvs” is a death to register, whoever died.
 */
const CIRCUMSTANCE = 40;
/** From this quality on, it is this everyday word that was typed. */
const SURE = 40;

/**
 * Whether what was typed is an everyday word or phrase for something that takes more than a word to
 * tell: “mašīna” is any vehicle of any service, “zags” is a marriage to register.
 */
export function leadsFar({ match, words, positions }: Rewrite): boolean {
  return match.kind === 'synonym' && match.quality >= SURE && words.length + positions.length > 2;
}

/**
 * How much of a question has to be met where an everyday word leads to the document.
 *
 * @param met Weights of the words that are met.
 * @param weights Of all words.
 */
export function wantedBeside(met: number, weights: number): number {
  return met + ((weights - met) * CIRCUMSTANCE) / 100;
}
