import { fold } from './fold.ts';
import { latin, rootOf, stemOf } from './stem.ts';

/**
 * Words that say nothing about the subject: question words, pronouns, prepositions, conjunctions,
 * auxiliary and modal verbs of Latvian, Russian and English.
 */
const STOP = new Set(
  (
    'kā kur kas ko kam kad vai un ar par uz no pie pēc lai ja ir es man mani mana manu manam mans ' +
    'tu tev jūs jums mēs mums sev savs savu sava savam savas bet jeb nav būt var varu varam vajag ' +
    'vajadzīgs vajadzīga nepieciešams nepieciešama nepieciešami jādara darīt gribu gribētu vēlos ' +
    'vēlētos kāds kāda kādi kādas kādu cik kāpēc arī tas tā to tie šī šis šo tam ap pa pret bez ' +
    'līdz starp virs zem tad te tur lūdzu es esmu esi vēl jau ļoti kurš kura kuri kuru kuram ' +
    'как где что когда и в на с о об от для по у к из мне я мой мою хочу можно нужно надо ли или ' +
    'за не какие какой how where what when do i to the a an of for in on my me is are can get ' +
    'need want and or with from does which'
  )
    .split(' ')
    .map((word) => latin(fold(word))),
);

/**
 * Words that most descriptions share. They narrow a question little, and whoever types one means it,
 * so no other word is looked for behind it.
 */
const COMMON = new Set(
  (
    'saņemt saņemšana dabūt iesniegt iesniegšana iesniegums pieteikt pieteikšana pieteikums ' +
    'pieprasīt pieprasījums izsniegt izsniegšana piešķirt piešķiršana noformēt noformēšana kārtot ' +
    'nokārtot reģistrēt reģistrācija reģistrēšana informācija pakalpojums dokuments iestāde ' +
    'pašvaldība novads novada pilsēta pagasts dome valsts izziņa atļauja izmaksa izmaksāt veikt ' +
    'veikšana nodrošināt nodrošināšana noteikt noteikšana sniegt sniegšana persona iedzīvotājs ' +
    'lēmums termiņš maksa cena uzņemt uzņemšana pieņemt pieņemšana izņemt anulēt anulēšana ' +
    'atjaunot atjaunošana pagarināt pagarināšana grozīt grozīšana elektroniski internetā tiešsaistē ' +
    'получить получение заявление справка регистрация разрешение оформить подать услуга ' +
    'apply application request register registration permit certificate service obtain receive'
  )
    .split(' ')
    .map((word) => rootOf(stemOf(fold(word)))),
);

export function isStopWord(folded: string): boolean {
  return STOP.has(folded);
}

export function isCommon(root: string): boolean {
  return COMMON.has(root);
}
