import { fold } from './fold.ts';
import { latin, rootOf, stemOf } from './stem.ts';

/**
 * Words that say nothing about the subject: question words, pronouns, prepositions, conjunctions,
 * auxiliary and modal verbs of Latvian, Russian and English.
 */
const STOP = setOf(
  'kā kur kas ko kam kad kāds kāda kādi kādas kādu kurš kura kuri kuru kuram cik kāpēc vai un ar par ' +
    'uz no pie pēc lai ja ap pa pret bez līdz starp virs zem ir būt nav esmu esi var varu varam es ' +
    'man mani mana manu manam manas mans tu tev jūs jums mēs mums sev savs savu sava savam savas bet ' +
    'jeb arī tas tā to tie tam šis šī šo šai tad te tur vēl jau ļoti lūdzu vajag gribu gribētu vēlos ' +
    'как где что когда и в на с о об от для по у к из за не мне я мой мою моя ли или можно нужно надо ' +
    'хочу какие какой какая нужны how where what when which do does i to the a an of for in on my me ' +
    'is are can and or with from want need',
  (folded) => latin(folded),
);

/** What people do about every service: nearly nothing is said by it. */
const ASKING = setOf(
  'vajadzīgs nepieciešams jādara darīt saņemt saņemšana dabūt iegūt iesniegt iesniegšana iesniegums ' +
    'pieteikt pieteikties pieteikšana pieteikums pieprasīt pieprasījums noformēt kārtot nokārtot ' +
    'informācija pakalpojums dokuments iestāde veikt veikšana nodrošināt nodrošināšana sniegt ' +
    'sniegšana pieejams получить получение подать оформить заявление услуга документ apply ' +
    'application request obtain receive get service document',
  (folded) => rootOf(stemOf(folded)),
);

/** Words that many services share. */
const COMMON = setOf(
  'izsniegt izsniegšana piešķirt piešķiršana reģistrēt reģistrācija reģistrēšana pašvaldība novads ' +
    'valstspilsēta pilsēta pagasts dome valsts izziņa atļauja izmaksa izmaksāt noteikt noteikšana ' +
    'persona iedzīvotājs lēmums termiņš maksa cena uzņemt uzņemšana pieņemt pieņemšana anulēt ' +
    'anulēšana atjaunot atjaunošana pagarināt pagarināšana grozīt grozīšana elektronisks internets ' +
    'tiešsaiste справка регистрация разрешение register registration permit certificate',
  (folded) => rootOf(stemOf(folded)),
);

function setOf(words: string, keyOf: (folded: string) => string): ReadonlySet<string> {
  return new Set(words.split(' ').map((word) => keyOf(fold(word))));
}

export function isStopWord(folded: string): boolean {
  return STOP.has(folded);
}

/**
 * How much a word counts, by its root; 10 unless it is common. Whoever types a common word means it,
 * so no other is looked for behind it.
 */
export function weightOf(root: string): number {
  return ASKING.has(root) ? 1 : COMMON.has(root) ? 4 : 10;
}
