/** How much words say about a subject, by all words that the analyser knows it of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordOf } from '@pvp/sdk/search';

const WORDS: readonly (readonly [weight: number, words: string])[] = [
  [
    0,
    'ka kur kas ko kam kad kāds kāda kādi kādas kādu kurš kura kuri kuru kuram cik kāpēc vai un ar ' +
      'par uz no pie pēc lai ja ap pa pret bez līdz starp virs zem ir but esmu esi var varu varam ' +
      'es man mani mana manu manam manas mans tu tev jūs jums mēs mums sev savs savu sava savam ' +
      'savas bet jeb arī tas tā to tie tam šis šī šo šai tad te tur vēl jau ļoti lūdzu vajag gribu ' +
      'kādus kādām kādiem kādai kādā kuras kurā kurai kuriem kurām kuros kurus manā manai savus tos ' +
      'tiem tajā šajā šie šiem mūsu jūsu bija drīkst sveiki labdien paldies gribētu vēlos paši pašas pašu pašam pašiem pašām pašos pašai pašā pašus how where what when ' +
      'which do does the a an of for in on my me is are can and or with from want need как где что ' +
      'когда и в на с о об от по у к из за не мне я мои мою моя ли или можно нужно надо хочу ' +
      'какие какой какая нужны для куда кто если это моего моей моему меня i at by you your we our ' +
      'this that there be have has chto kuda dlya mozhno nuzhno moya viņš viņa viņu viņam varētu varat ' +
      'būtu jo šeit it was who could would please мы вы он она нас нам был уже еще всё могу может',
  ],
  [
    1,
    'nav nevar nevaru нет vajadzīgs nepieciešams darīt saņemt dabūt iegūt iesniegt pieteikt ' +
      'pieprasīt noformēt nokārtot informācija pakalpojums dokuments iestāde veikt nodrošināt ' +
      'pieejams uzzināt jāpiesakās vajadzētu pašvaldība novads valstspilsēta pilsēta pagasts apply application request obtain ' +
      'receive get service получить получение подать оформить заявление услуга',
  ],
  [
    3,
    'mamma māte tēvs tētis sieva dēls meita brālis māsa vecmāmiņa vectēvs draugs nakts mēnesis ' +
      'nedēļa vasara ziema šodien rīt vakar tagad jauns vecs liels mazs cits kļuvu gribēt ' +
      'zināt transportlīdzeklis automobilis persona iedzīvotājs cilvēks palīdzība dzīvo dzīvoju ' +
      'dzīvot viens viena vienu vienam palika jāiet iet gada šogad ' +
      'atrod meklēt sākt nezinu',
  ],
  [6, '1 2026'],
  [
    10,
    'dzīvesvieta bērns pabalsts pase pases izziņa reģistrēt ребёнок справка passport vīns vīna dzīvnieks vienots',
  ],
];

for (const [weight, words] of WORDS) {
  test(`words that weigh ${weight} do so as they are written`, () => {
    for (const word of words.split(' ')) assert.equal(wordOf(word).weight, weight, word);
  });
}

test('Russian words that are typed in Latin letters weigh as Latvian ones do', () => {
  assert.equal(wordOf('kogda').weight, 0);
});
