/**
 * Latvian declension, as far as descriptions of services need it: nouns of the six declensions and
 * adjectives, indefinite and definite. Written forms only; tone and stress play no part.
 */

export type Case = 'nom' | 'gen' | 'dat' | 'acc' | 'loc';
export type GrammaticalNumber = 'sg' | 'pl';
export type Gender = 'm' | 'f';
export type Declension = 1 | 2 | 3 | 4 | 5 | 6;

/** A noun by its dictionary form: the nominative singular. */
export interface Noun {
  word: string;
  declension: Declension;
  /** Where it does not follow from the declension: “puika”, “bende”. */
  gender?: Gender;
  /** The stem's end stays as it is: “tētis” (tēta), “acs” (acu), “pase” (pasu). */
  hard?: boolean;
}

type Endings = Record<GrammaticalNumber, Record<Case, string>>;

const ending = (nom: string, gen: string, dat: string, acc: string, loc: string) => ({
  nom,
  gen,
  dat,
  acc,
  loc,
});

const MASCULINE_PLURAL = ending('i', 'u', 'iem', 'us', 'os');

const NOUN_ENDINGS: Record<Declension, Endings> = {
  1: { sg: ending('s', 'a', 'am', 'u', 'ā'), pl: MASCULINE_PLURAL },
  2: { sg: ending('is', 'a', 'im', 'i', 'ī'), pl: MASCULINE_PLURAL },
  3: { sg: ending('us', 'us', 'um', 'u', 'ū'), pl: MASCULINE_PLURAL },
  4: { sg: ending('a', 'as', 'ai', 'u', 'ā'), pl: ending('as', 'u', 'ām', 'as', 'ās') },
  5: { sg: ending('e', 'es', 'ei', 'i', 'ē'), pl: ending('es', 'u', 'ēm', 'es', 'ēs') },
  6: { sg: ending('s', 's', 'ij', 'i', 'ī'), pl: ending('is', 'u', 'īm', 'is', 'īs') },
};

/** Second-declension nouns in -s whose genitive equals the nominative: “ūdens” and its kin. */
const UNCHANGED_GENITIVE = /(akmens|asmens|mēness|rudens|ūdens|zibens|sāls)$/;

/** Longest first: a cluster softens as a whole. */
const SOFTENED: readonly (readonly [string, string])[] = [
  ['dz', 'dž'],
  ['sn', 'šņ'],
  ['zn', 'žņ'],
  ['sl', 'šļ'],
  ['zl', 'žļ'],
  ['ll', 'ļļ'],
  ['nn', 'ņņ'],
  ['ln', 'ļņ'],
  ['c', 'č'],
  ['d', 'ž'],
  ['l', 'ļ'],
  ['n', 'ņ'],
  ['s', 'š'],
  ['t', 'š'],
  ['z', 'ž'],
  ['b', 'bj'],
  ['p', 'pj'],
  ['m', 'mj'],
  ['v', 'vj'],
  ['f', 'fj'],
];

/** The stem before an ending that softens it: “lāc” → “lāč”, “ziv” → “zivj”. */
export function palatalise(stem: string): string {
  const rule = SOFTENED.find(([hard]) => stem.endsWith(hard));
  return rule ? stem.slice(0, stem.length - rule[0].length) + rule[1] : stem;
}

export function genderOf(noun: Noun): Gender {
  return noun.gender ?? (noun.declension <= 3 ? 'm' : 'f');
}

function stemOf({ word, declension }: Noun): string {
  const endings = { 1: /[sš]$/, 2: /(is|s)$/, 3: /us$/, 4: /a$/, 5: /e$/, 6: /s$/ }[declension];
  if (!endings.test(word)) {
    throw new RangeError(`“${word}” is not a nominative singular of declension ${declension}`);
  }
  return word.replace(endings, '');
}

function softens(noun: Noun, form: Case, number: GrammaticalNumber): boolean {
  if (noun.hard) return false;
  if (noun.declension === 2) return number === 'pl' || form === 'gen';
  return (noun.declension === 5 || noun.declension === 6) && number === 'pl' && form === 'gen';
}

/**
 * One form of a noun.
 *
 * @throws RangeError where the word does not end as its declension demands.
 */
export function declineNoun(noun: Noun, form: Case, number: GrammaticalNumber = 'sg'): string {
  const stem = stemOf(noun);
  if (number === 'sg') {
    if (form === 'nom') return noun.word;
    if (form === 'gen' && noun.declension === 2 && UNCHANGED_GENITIVE.test(noun.word)) {
      return noun.word;
    }
    if (form === 'dat' && genderOf(noun) === 'm' && noun.declension >= 4) {
      return stem + { 4: 'am', 5: 'em', 6: 'im' }[noun.declension as 4 | 5 | 6];
    }
  }
  const changed = softens(noun, form, number) ? palatalise(stem) : stem;
  return changed + NOUN_ENDINGS[noun.declension][number][form];
}

const INDEFINITE: Record<Gender, Endings> = { m: NOUN_ENDINGS[1], f: NOUN_ENDINGS[4] };

const DEFINITE: Record<Gender, Endings> = {
  m: { sg: ending('ais', 'ā', 'ajam', 'o', 'ajā'), pl: ending('ie', 'o', 'ajiem', 'os', 'ajos') },
  f: { sg: ending('ā', 'ās', 'ajai', 'o', 'ajā'), pl: ending('ās', 'o', 'ajām', 'ās', 'ajās') },
};

/**
 * One form of an adjective or declinable participle.
 *
 * @param stem Without its ending: “jaun”, “augoš”, “pēdēj”.
 */
export function declineAdjective(
  stem: string,
  form: Case,
  options: { gender: Gender; number?: GrammaticalNumber; definite?: boolean },
): string {
  const { gender, number = 'sg', definite = false } = options;
  const suffix = (definite ? DEFINITE : INDEFINITE)[gender][number][form];
  // “pēdējais” keeps one j: pēdējam, pēdējā, not pēdējajam.
  return stem + (stem.endsWith('ēj') && suffix.startsWith('aj') ? suffix.slice(2) : suffix);
}
