import { declineNoun } from './declension.ts';
import type { Noun } from './declension.ts';

/** First halves of invented place names. */
const FIRST = [
  'Ozol',
  'Bērz',
  'Liep',
  'Kļav',
  'Egl',
  'Pried',
  'Vītol',
  'Lazd',
  'Oš',
  'Smilg',
  'Ābel',
  'Rudz',
  'Mež',
  'Sūn',
  'Akmeņ',
  'Smilš',
  'Balt',
  'Meln',
  'Zaļ',
  'Sarkan',
  'Augst',
  'Klus',
  'Gaiš',
  'Salt',
  'Stirn',
  'Dzērv',
  'Bebr',
  'Lāč',
] as const;

/** Second halves, which decline. */
const SECOND: readonly Noun[] = [
  { word: 'kalns', declension: 1 },
  { word: 'avots', declension: 1 },
  { word: 'krogs', declension: 1 },
  { word: 'lauks', declension: 1 },
  { word: 'krasts', declension: 1 },
  { word: 'sils', declension: 1 },
  { word: 'strauts', declension: 1 },
  { word: 'upe', declension: 5 },
  { word: 'kalne', declension: 5 },
  { word: 'sala', declension: 4 },
  { word: 'leja', declension: 4 },
  { word: 'grava', declension: 4 },
  { word: 'mala', declension: 4 },
  { word: 'birzs', declension: 6 },
];

/** Names of the hand-written sample data, and names that real places of some size carry. */
const TAKEN = new Set([
  'Ozolleja',
  'Bērzkrogs',
  'Liepsala',
  'Kalnupe',
  'Smilgaine',
  'Liepupe',
  'Saltupe',
  'Bērzupe',
  'Liepkalns',
  'Ozolsala',
  'Ošupe',
  'Melnsils',
  'Augstkalne',
  'Baltmala',
  'Akmeņupe',
]);

export interface PlaceName {
  nominative: string;
  genitive: string;
}

/** Invented place names, the same in every run; about 380 of them. */
export function placeNames(): PlaceName[] {
  const names: PlaceName[] = [];
  for (let step = 0; step < FIRST.length * SECOND.length; step += 1) {
    // Both halves change from one name to the next, so that neighbours in a list look apart.
    const first = FIRST[step % FIRST.length] as string;
    const second = SECOND[(step + Math.floor(step / FIRST.length)) % SECOND.length] as Noun;
    const nominative = first + second.word;
    if (TAKEN.has(nominative)) continue;
    names.push({ nominative, genitive: first + declineNoun(second, 'gen') });
  }
  return names;
}
