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
const ENDING = /(?:aj(?:iem|a[ims]?|os|u)|ais|ij|ie[ms]?|[ae]i|[aeiu]m|[aeiou]s|[aeiosu])$/;
/** Where the longest ending would leave no stem: `mājām` is `māj-ām`, not `m-ajām`. */
const SHORTER = /(?:ie[ms]|[ae]i|[aeiu]m|[aeiou]s|[aeiosu])$/;

/** A stem needs a vowel and two letters: `ēka`, `upe`; but not `gmi`. */
const STEM = /^(?=.*[aeiouy]).{2,}$/;

/**
 * Russian endings of nouns, adjectives and verbs in Latin letters (see `latin`), from the paradigms
 * of any grammar.
 */
const RUSSIAN_ENDING =
  /(?:[ieo](?:mi|go|mu|i|h)|j?ami?|j?ah|[oe][mv]|j?aja|[oi]?e|j?uju|ij[au]|tsja|t|j?[au]|[eiou])$/;

export const CYRILLIC = /[\u0430-\u044f]/;
/** From `а` to `я` as Latvian spells the sounds, without diacritics: `ж` is `ž`, so `z`. */
const LATIN = 'a b v g d e z z i i k l m n o p r s t u f h c c s s  i  e ju ja'.split(' ');

/**
 * A folded word in Latin letters: `огре` meets Ogre, and Russian typed in Latin letters Russian.
 * `sh`, `zh`, `ch` and `ya` are how the sounds are typed without marks, in either language.
 */
export function latin(folded: string): string {
  return folded
    .replace(/[\u0430-\u044f]/g, (letter) => LATIN[letter.charCodeAt(0) - 0x430]!)
    .replace(/([csz])h|y(?=[aou])/g, (_, hissing = 'j') => hissing);
}

/** The stem of a folded word; Cyrillic comes out in Latin letters. */
export function stemOf(folded: string): string {
  if (/\d/.test(folded)) return folded;
  const russian = CYRILLIC.test(folded);
  const word = latin(folded);
  for (const ending of russian ? [RUSSIAN_ENDING] : [ENDING, SHORTER]) {
    const stem = word.replace(ending, '');
    if (stem !== word && STEM.test(stem)) return merged(stem);
  }
  return merged(word);
}

/** Without the longest ending, even where that leaves no stem: `msjās` was meant to be `mājās`. */
export function withoutEnding(folded: string): string {
  return folded.replace(ENDING, '');
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

/**
 * What makes a noun of a verb, or a person or a form of it; also -ation, -ing and -ed in English.
 */
const DERIVATION = /(?:san|acij?|cij|nie[ck]|ien|j?um|ib|j?am|j?ot|e?j|j?iet|ation|ing|ed)$/;
/** Verbs whose root is too short to be trusted without its ending. */
const SHORT_VERB =
  /^(ir|cir|mir|cel|nem|lem|vad|mac|nom|buv)(?:[aei]?(?:s?t|san|ut|(?:niec)?ib|um))?$/;
const MIN_ROOT = 4;

/**
 * What is left of a stem without derivation, so that `deklarēt`, `deklarēju`, `jādeklarē`,
 * `deklarēšana` and `deklarācija` meet. A weaker sign than the stem: other words meet too.
 */
export function rootOf(stem: string): string {
  const short = SHORT_VERB.exec(stem);
  if (short) return short[1]!;
  let root = stem.replace(/^ja(?=.{4})/, '');
  const strip = (ending: RegExp) => {
    const shorter = root.replace(ending, '');
    if (shorter.length >= MIN_ROOT) root = shorter;
  };
  strip(DERIVATION);
  strip(DERIVATION);
  // The vowel of the verb and what stands behind it, as much as leaves a root.
  while (root.length > MIN_ROOT && /[aeioust]$/.test(root)) root = root.slice(0, -1);
  // -iņš and -inā-, but not “nomainīt”
  if (bareRoot(root).length >= MIN_ROOT + 2) strip(/in$/);
  // `register`, `registration`
  root = root.replace(/([dt])er$/, '$1r');
  // k and g soften before e and i: `sniegt`, `sniedz`; `pieteikt`, `pieteicējs`.
  return merged(root.replace(/dz$/, 'g').replace(/c$/, 'k'));
}

/** Prefixes that make a verb one of a finished deed: `zāģēt`, `nozāģēt`. */
const PREFIX = /^(?:aiz|a[pt]|i[ez]|no|pa|pie|sa|uz)(?=.{3})/;

/** A root without a prefix; the same where there is none. */
export function bareRoot(root: string): string {
  return root.replace(PREFIX, '');
}
