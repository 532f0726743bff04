import { rootOf, stemOf } from './stem.ts';
import type { Word } from './word.ts';

// The words stand here as they are compared: folded, Russian ones in Latin letters.

/**
 * Words that say nothing about the subject: question words, pronouns, prepositions, conjunctions,
 * auxiliary and modal verbs.
 */
const SMALL = new Set(
  (
    'ka kur kas ko kam kad kads kada kadi kadas kadu kurs kura kuri kuru kuram cik kapec vai un ar ' +
    'par uz no pie pec lai ja ap pa pret bez lidz starp virs zem ir but esmu esi var varu varam ' +
    'es man mani mana manu manam manas mans tu tev jus jums mes mums sev savs savu sava savam savas ' +
    'bet jeb ari tas ta to tie tam sis si so sai tad te tur vel jau loti ludzu vajag gribu gribetu ' +
    'velos how where what when which do does to the a an of for in on my me is are can and or with ' +
    'from want need'
  ).split(' '),
);
/** As they are written: without their marks they would be forms of “pase”, a passport. */
const SMALL_MARKED = new Set(
  'paši pašas pašu pašam pašiem pašām pašos pašai pašā pašus'.split(' '),
);
/** Russian ones, which may be typed in Latin letters too; Latvian ones never are in Cyrillic. */
const SMALL_RUSSIAN = new Set(
  (
    'kak gde cto kogda i v na s o ob ot dla po u k iz za ne mne ja moi moju moja li ili mozno ' +
    'nuzno nado hocu kakie kakoi kakaja nuzni'
  ).split(' '),
);

/** That something is not so. Alone it says nothing; beside a word it makes another thing of it. */
const NOT = new Set(['nav', 'nevar', 'nevaru', 'net']);

/** What people do about every service, and with whom: nearly nothing is said by it. */
const ASKING = rootsOf(
  'vajadzigs nepieciesams darit sanemt dabut iegut iesniegt pieteikt pieprasit noformet nokartot ' +
    'informacija pakalpojums dokuments iestade veikt nodrosinat pieejams pasvaldiba novads ' +
    'valstspilseta pilseta pagasts apply application request obtain receive get service',
  'polucit polucenie podat oformit zajavlenie usluga',
);

/** For whom, when, and what is said about anything: what happened is told by other words. */
const CIRCUMSTANCES = rootsOf(
  'mamma mate tevs tetis virs sieva dels meita bralis masa vecmamina vectevs draugs nakts menesis ' +
    'nedela vasara ziema sodien rit vakar tagad jauns vecs liels mazs labs dargs cits kluvu gribet ' +
    'zinat husband wife son daughter mother father grandmother grandfather brother sister friend ' +
    'day night year month week today tomorrow new old big small become',
  'muz zena doc mama papa otec babuska deduska brat sestra drug den noc god mesac nedela leto ' +
    'zima segodna zavtra novii starii bolsoi malenkii',
);

/** Words that many services share. */
const COMMON = rootsOf(
  'izsniegt pieskirt registret dome valsts izzina atlauja izmaksa noteikt persona iedzivotajs ' +
    'lemums termins maksa cena uznemt pienemt anulet atjaunot pagarinat grozit elektronisks ' +
    'internets registration permit certificate',
  'spravka registracija razresenie',
);

/** Roots by how a word was typed: Russian ones meet Latvian words by chance. */
interface Roots {
  latin: ReadonlySet<string>;
  cyrillic: ReadonlySet<string>;
}

function rootsOf(latin: string, cyrillic: string): Roots {
  const roots = (words: string) => new Set(words.split(' ').map((word) => rootOf(stemOf(word))));
  return { latin: roots(latin), cyrillic: roots(cyrillic) };
}

/**
 * How much a word says about a subject; see `Word`.
 *
 * @param script What it was typed in.
 */
export function weightOf(
  { text, folded, root }: Omit<Word, 'weight'>,
  script: keyof Roots,
): number {
  if (
    SMALL_MARKED.has(text) ||
    SMALL_RUSSIAN.has(folded) ||
    (script === 'latin' && SMALL.has(folded))
  )
    return 0;
  if (/^\d+$/.test(folded)) return 6;
  if (NOT.has(folded) || ASKING[script].has(root)) return 1;
  if (CIRCUMSTANCES[script].has(root)) return 3;
  return COMMON[script].has(root) ? 4 : 10;
}
