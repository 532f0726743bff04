import type { Word } from './word.ts';

// Words stand here as they are compared: folded, Russian ones in Latin letters, `ch` as c, `you` as jou. Of those
// whose relatives count too there is only the root; `weights.test.ts` has them in full.

/**
 * Words that say nothing about the subject: question words, pronouns, prepositions, conjunctions,
 * auxiliary and modal verbs.
 */
const SMALL = setOf(
  'ka kas ko kam cik kapec vai un ar par uz no pie pec lai ja ap pa pret bez lidz starp virs zem ' +
    'ir but butu esmu esi bija var varu varam varat varetu es tu tev mes sev bet jeb ari tad jo te ' +
    'tur seit vel jau loti ludzu sveiki labdien paldies vajag gribu gribetu velos drikst how where ' +
    'what when whic who do does the a an of for in on at by my me jou jour we our this that there ' +
    'it is are was be can could would have has and or with from want need please',
);
/** Forms of `kāds`, `kurš`, `mans`, `savs`, `tas`, `šis`, `mēs`, `jūs`; “SOS” is none. */
const SMALL_FORM =
  /^(?:(?:k(?:ad|ur)|man|sav|t)(?:[aiou]?s?|a[im]|aja|iem?)|s(?:is?|o|ai|aja|iem?)|[jm]u(?:ms|su?))$/;
/** As they are written: without their marks they would be a passport (“pase”) and wine (“vīns”). */
const SMALL_MARKED = /^(?:paš(?:iem|..?)|viņ..?)$/;
/** Russian ones, which may be typed in Latin letters too; Latvian ones never are in Cyrillic. */
const SMALL_RUSSIAN = setOf(
  'kak gde kuda cto kto kogda esli eto i v na s o ob ot dlja po u k iz za ne mne menja ja moi ' +
    'moju moja moego moei moemu li ili mozno nuzno nado hocu kakie kakoi kakaja nuzni mi vi on ona ' +
    'nas nam bi bil uze ese vse mogu mozet',
);

/**
 * What people do about every service, and with whom: nearly nothing is said by it. And that something
 * is not so, which makes another thing of what stands beside it.
 */
const ASKING = setOf(
  'vajadzig vajag nepiek dari uzzin piesak sanem dabu iegu iesnieg pieteik piepr noform nokar ' +
    'inform pakalp dokumen iestad veik nodrot piee pasvald novad valstspil pilt paga apply applik ' +
    'requ obta receiv get servik poluk polucen poda oform zajavlen uslug nav nevar nevaru net',
);

/**
 * For whom, when, and what is said about anything: what happened is told by other words. Roots, and
 * words whose roots have telling relatives: “dzīvnieks”, “vienots”.
 */
const CIRCUMSTANCES = setOf(
  'mamm mat tev tet vir siev del meit bral vecmam vectev draug nakt mene nedel vasar ziem sodien ' +
    'rit vakar tagad jaun vek liel mad cit kluv grib zina dzivo dzivoju dzivot viens viena ' +
    'vienu vienam palik jaie iet gad sogad ' +
    'atrod mekl sakt nezin cilvek person iedziv palig transportlidzekl automobil',
);

/** How much a word says about a subject; see `Word`. */
export function weightOf(
  { text, folded, root }: Omit<Word, 'weight'>,
  isCyrillic: boolean,
): number {
  if (SMALL_MARKED.test(text) || SMALL_RUSSIAN.has(folded)) return 0;
  if (!isCyrillic && (SMALL.has(folded) || SMALL_FORM.test(folded))) return 0;
  if (/^\d+$/.test(folded)) return 6;
  const isIn = (list: ReadonlySet<string>) => list.has(root) || list.has(folded);
  return isIn(ASKING) ? 1 : isIn(CIRCUMSTANCES) ? 3 : 10;
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
