/**
 * Stems of folded words. Folding comes first: most people type without diacritics, so endings are
 * told apart by their plain letters alone, and `mājā` and `māja` are one form.
 *
 * The rules are those of every school grammar of Latvian (declensions I–VI, definite and indefinite
 * adjectives, the softening of consonants), written down for folded letters.
 */

/**
 * Endings of the noun declensions and of adjectives, indefinite (`jauns`) and definite (`jaunais`,
 * `jaunajam`); `-ies`, `-as`, `-os` also end reflexive verbs.
 */
const ENDING =
  /(?:aj(?:iem|am|ai|os|as|a)|iem|ies|ais|ij|am|ai|as|ei|em|es|im|is|ie|os|um|us|[aeiosu])$/;
/** Where the longest ending would leave no stem: `mājām` is `māj-ām`, not `m-ajām`. */
const SHORTER = /(?:ie[ms]|[ae]i|[aeiu]m|[aeiou]s|[aeiosu])$/;

/** A stem needs a vowel and two letters: `ēka`, `upe`; but not `gmi`. */
const STEM = /^(?=.*[aeiouy]).{2,}$/;

/**
 * Russian endings of nouns, adjectives and verbs after folding (`й` is `и`, `ё` is `е`), from the
 * paradigms of any grammar.
 */
const RUSSIAN_ENDING =
  /(?:(?:ы|и|о|е)(?:ми|го|му|и|х)|(?:ами|ями)|(?:ах|ях|ам|ям|ом|ем|ов|ев)|(?:ая|яя|ое|ее|ые|ие|ую|юю|ия|ию)|(?:ться|тся|ть)|[аеиоуыьюя])$/;

const CYRILLIC = /[\u0400-\u04ff]/;
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  [...'абвгдезиклмнопрстуфхцчшщыэюя', ...'іґєјљњћђџ'].map((letter, nth) => [
    letter,
    (
      'a b v g d e z i k l m n o p r s t u f h c c s s i e ju ja ' + //
      'i g je j l n c d d'
    ).split(' ')[nth]!,
  ]),
);

/**
 * Cyrillic in Latin letters as Latvian spells the sounds, folded (`ж` is `ž`, so `z`): `Огре` meets
 * Ogre, and Russian typed in Latin letters meets Russian.
 */
export function latin(folded: string): string {
  return CYRILLIC.test(folded)
    ? folded.replace(/[\u0400-\u04ff]/g, (letter) => LATIN[letter] ?? '')
    : folded;
}

/** The stem of a folded word; Cyrillic comes out in Latin letters. */
export function stemOf(folded: string): string {
  if (/\d/.test(folded)) return folded;
  if (CYRILLIC.test(folded)) {
    const stem = folded.replace(RUSSIAN_ENDING, '');
    return merged(latin(stem.length > 1 ? stem : folded));
  }
  for (const ending of [ENDING, SHORTER]) {
    const stem = folded.replace(ending, '');
    if (stem !== folded && STEM.test(stem)) return merged(stem);
  }
  return merged(folded);
}

/**
 * Softening: `t` and `s` become `š`, `d` and `z` become `ž`, and after folding only s and z show, so
 * each pair counts as one letter at the end of a stem. Lip consonants take a `j` (`upe`, `upju`).
 * `-taj-` is the end of a noun for one who does (`maksātājs`) as well as of a definite participle
 * (`maksātajam`), and folded endings cannot tell which.
 */
export function merged(stem: string): string {
  return stem
    .replace(/([bpmvf])j$/, '$1')
    .replace(/taj$/, 't')
    .replace(/s$/, 't')
    .replace(/([^d])z$/, '$1d');
}

/** What makes a noun of a verb, or a person or a form of it; also -tion and -ing in English. */
const DERIVATION = /(?:san|a?cij|niec|niek|ien|jum|um|ib|jam|am|jot|ot|ej|j|jiet|iet|ation|ing)$/;

/**
 * What is left of a stem without derivation, so that `deklarēt`, `deklarēju`, `jādeklarē`,
 * `deklarēšana` and `deklarācija` meet. A weaker sign than the stem: other words meet too.
 */
export function rootOf(stem: string): string {
  let root = stem.replace(/^ja(?=.{4})/, '');
  for (const suffix of [DERIVATION, DERIVATION, /[aeioust]+$/]) {
    const shorter = root.replace(suffix, '');
    if (shorter.length >= 3) root = shorter;
  }
  // k and g soften before e and i: `sniegt`, `sniedz`; `pieteikt`, `pieteicējs`.
  return root.replace(/dz$/, 'g').replace(/c$/, 'k');
}
