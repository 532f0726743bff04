import { rootOf, stemOf } from './stem.ts';

// The words stand here as they are compared: folded, Russian ones in Latin letters.

/**
 * Words that say nothing about the subject: question words, pronouns, prepositions, conjunctions,
 * auxiliary and modal verbs of Latvian, Russian and English.
 */
const STOP = new Set(
  (
    'ka kur kas ko kam kad kads kada kadi kadas kadu kurs kura kuri kuru kuram cik kapec vai un ar ' +
    'par uz no pie pec lai ja ap pa pret bez lidz starp virs zem ir but nav esmu esi var varu varam ' +
    'es man mani mana manu manam manas mans tu tev jus jums mes mums sev savs savu sava savam savas ' +
    'bet jeb ari tas ta to tie tam sis si so sai tad te tur vel jau loti ludzu vajag gribu gribetu ' +
    'velos kak gde cto kogda i v na s o ob ot dla po u k iz za ne mne ja moi moju moja li ili mozno ' +
    'nuzno nado hocu kakie kakoi kakaja nuzni how where what when which do does to the a an of for ' +
    'in on my me is are can and or with from want need'
  ).split(' '),
);

/** What people do about every service, and with whom: nearly nothing is said by it. */
const ASKING = rootsOf(
  'vajadzigs nepieciesams darit sanemt dabut iegut iesniegt pieteikt pieprasit noformet kartot ' +
    'nokartot informacija pakalpojums dokuments iestade veikt nodrosinat sniegt pieejams ' +
    'pasvaldiba novads valstspilseta pilseta pagasts polucit polucenie podat oformit zajavlenie ' +
    'usluga apply application request obtain receive get service',
);

/** Words that many services share. */
const COMMON = rootsOf(
  'izsniegt pieskirt registret dome valsts izzina atlauja izmaksa noteikt persona iedzivotajs ' +
    'lemums termins maksa cena uznemt pienemt anulet atjaunot pagarinat grozit elektronisks ' +
    'internets tiessaiste spravka registracija razresenie registration permit certificate',
);

function rootsOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map((word) => rootOf(stemOf(word))));
}

/** How much a word says about a subject; see `Word`. */
export function weightOf(folded: string, root: string): number {
  if (STOP.has(folded)) return 0;
  if (/^\d+$/.test(folded)) return 6;
  return ASKING.has(root) ? 1 : COMMON.has(root) ? 4 : 10;
}
