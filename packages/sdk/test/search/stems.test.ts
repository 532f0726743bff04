/** Forms of a word share their stem, related words their root, other words neither. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fold, wordOf, wordsOf } from '@pvp/sdk/search';

const stemOf = (word: string) => wordOf(word).stem;
const rootOf = (word: string) => wordOf(word).root;

/** Every case that is told apart in writing, singular then plural. */
const NOUNS: Readonly<Record<string, string>> = {
  'first declension': 'līgums līguma līgumam līgumu līgumā līgumi līgumu līgumiem līgumus līgumos',
  'first declension in -š': 'ceļš ceļa ceļam ceļu ceļā ceļi ceļu ceļiem ceļus ceļos',
  'first declension, one who does':
    'maksātājs maksātāja maksātājam maksātāju maksātājā maksātāji maksātājiem maksātājus maksātājos',
  'second declension, c softens': 'lācis lāča lācim lāci lācī lāči lāču lāčiem lāčus lāčos',
  'second declension, t softens':
    'jaunietis jaunieša jaunietim jaunieti jaunietī jaunieši jauniešu jauniešiem jauniešus jauniešos',
  'second declension, d softens': 'briedis brieža briedim briedi briedī brieži briežu briežiem',
  'second declension, l softens':
    'transportlīdzeklis transportlīdzekļa transportlīdzeklim transportlīdzekli transportlīdzekļi ' +
    'transportlīdzekļu transportlīdzekļiem transportlīdzekļus transportlīdzekļos',
  'second declension, p takes j': 'skapis skapja skapim skapi skapī skapji skapju skapjiem skapjus',
  'second declension, z softens': 'vēzis vēža vēzim vēzi vēzī vēži vēžu vēžiem vēžus vēžos',
  'second declension in -ens': 'ūdens ūdenim ūdeni ūdenī ūdeņi ūdeņu ūdeņiem ūdeņus ūdeņos',
  'third declension': 'tirgus tirgum tirgu tirgū tirgi tirgiem tirgos',
  'fourth declension': 'atļauja atļaujas atļaujai atļauju atļaujā atļaujām atļaujās',
  'fourth declension, verbal noun':
    'deklarēšana deklarēšanas deklarēšanai deklarēšanu deklarēšanā deklarēšanās deklarēšanos',
  'fourth declension in -āja': 'māja mājas mājai māju mājā mājām mājās',
  'fourth declension in -āja, a compound':
    'privātmāja privātmājas privātmājai privātmāju privātmājā privātmājām privātmājās',
  'fifth declension': 'iegāde iegādes iegādei iegādi iegādē iegādēm iegādēs',
  'fifth declension, t softens': 'kartīte kartītes kartītei kartīti kartītē kartīšu kartītēm',
  'fifth declension, p takes j': 'upe upes upei upi upē upju upēm upēs',
  'sixth declension, sn softens': 'krāsns krāsnij krāsni krāsnī krāšņu krāsnīm krāsnīs',
  'sixth declension, v takes j': 'zivs zivij zivi zivī zivju zivīm zivīs',
  'adjective, indefinite':
    'jauns jauna jaunam jaunu jaunā jauni jauniem jaunus jaunos jaunas jaunai',
  'adjective, definite':
    'jaunais jaunā jaunajam jauno jaunajā jaunie jaunajiem jaunos jaunajos jaunajai jaunās ' +
    'jaunajām jaunajās',
  'participle, done':
    'deklarēts deklarēta deklarētam deklarētu deklarētais deklarētajam deklarētā deklarētajā ' +
    'deklarētās deklarētajai deklarēto deklarētie deklarētajiem deklarēt',
  'participle, being done':
    'maksājams maksājama maksājamu maksājamais maksājamā maksājamo maksājamās maksājami',
  'participle, doing':
    'strādājošs strādājoša strādājošam strādājošu strādājošais strādājošo strādājošie strādājošā',
};

for (const [name, forms] of Object.entries(NOUNS)) {
  test(`${name}: all forms have one stem, with diacritics and without`, () => {
    const [first, ...others] = forms.split(' ');
    for (const form of others) {
      assert.equal(stemOf(form), stemOf(first!), form);
      assert.equal(stemOf(fold(form)), stemOf(first!), fold(form));
    }
  });
}

test('place names of every declension have one stem in every case', () => {
  for (const forms of [
    'Ogre Ogres Ogrei Ogri Ogrē',
    'Rīga Rīgas Rīgai Rīgu Rīgā',
    'Saldus Saldum Saldu Saldū',
    'Cēsis Cēsu Cēsīm Cēsīs',
    'Limbaži Limbažu Limbažiem Limbažus Limbažos',
    'Talsi Talsu Talsiem Talsus Talsos',
    'Jēkabpils Jēkabpilij Jēkabpili Jēkabpilī',
    'Bērzkrogs Bērzkroga Bērzkrogam Bērzkrogā',
    'Mārupe Mārupes Mārupei Mārupi Mārupē',
    'Preiļi Preiļu Preiļiem Preiļos',
  ]) {
    const stems = new Set(forms.split(' ').map(stemOf));
    assert.equal(stems.size, 1, [...stems].join(' '));
  }
});

test('the verb, its persons, its nouns and who does it have one root', () => {
  for (const family of [
    'deklarēt deklarē deklarēju deklarējos deklarējiet deklarēja deklarējot jādeklarē deklarēšana ' +
      'deklarēšanās deklarācija deklarētājs deklarētā',
    'pierakstīt pierakstīties pieraksta pierakstās pierakstos pierakstieties pierakstīšana pieraksts',
    'iesniegt iesniedz iesniedziet jāiesniedz iesniegums iesniegšana iesniedzējs',
    'pieteikt pieteikties pieteikums pieteikšanās pieteicējs',
    'reģistrēt reģistrē reģistrēju reģistrēšana reģistrācija reģistrs',
    'maksāt maksā maksājums maksāšana maksa',
    'cirst ciršana',
    'mirt miršana miris mirušā',
    'palīdzēt palīdzība palīdz',
    'tirgot tirgoties tirdzniecība tirgus',
    'būvēt būve būvniecība',
    'mainīt maina maiņa mainīšana',
    'izsniegt izsniedz izsniegšana',
    'adoptēt adopcija',
    'konsultēt konsultācija konsultēties',
    'bērns bērniņš bērnība',
  ]) {
    const roots = new Set(family.split(' ').map(rootOf));
    assert.equal(roots.size, 1, `${family}: ${[...roots].join(' ')}`);
  }
});

test('other words keep their own stem and root', () => {
  for (const pair of [
    'bērns bēres',
    'skola skolēns',
    'valsts valūta',
    'nodoklis nodaļa',
    'pabalsts pabeigt',
    'dzīvoklis dzīvnieks',
    'kurss kuras',
    'izziņa izziņot',
  ]) {
    const [one, other] = pair.split(' ');
    assert.notEqual(stemOf(one!), stemOf(other!), pair);
  }
  for (const pair of ['valsts valūta', 'bērns bērzs', 'karte karš', 'nodoklis nodot']) {
    const [one, other] = pair.split(' ');
    assert.notEqual(rootOf(one!), rootOf(other!), pair);
  }
});

test('Russian forms have one stem, in the letters in which Latvian spells them', () => {
  for (const forms of [
    'пособие пособия пособию пособий',
    'справка справки справку справке',
    'детский детского детские детскому',
    'Рига Риги Ригу Риге',
    'школа школы школу школе школами',
    'регистрация регистрации регистрацию',
  ]) {
    const stems = new Set(forms.split(' ').map(stemOf));
    assert.equal(stems.size, 1, [...stems].join(' '));
  }
  assert.equal(stemOf('Огре'), stemOf('Ogrē'));
  assert.equal(stemOf('Юрмале'), stemOf('Jūrmalā'));
});

test('sounds that are typed without marks are those with marks', () => {
  for (const [typed, meant] of [
    ['shkola', 'школа'],
    ['dlya', 'для'],
    ['mozhno', 'можно'],
    ['ulichnaja', 'уличная'],
    ['shkjunis', 'škjunis'],
  ] as const) {
    assert.equal(wordOf(typed).folded, wordOf(meant).folded, typed);
  }
});

test('English plurals and deeds meet', () => {
  for (const pair of ['benefit benefits', 'tax taxes', 'marriage marriages', 'child child']) {
    const [one, other] = pair.split(' ');
    assert.equal(stemOf(one!), stemOf(other!), pair);
  }
  assert.equal(rootOf('declaration'), rootOf('declaring'));
});

test('abbreviations and numbers stay as they are', () => {
  for (const word of ['NĪN', 'CSDD', 'GMI', 'EVAK', '2026', '1a']) {
    assert.equal(stemOf(word.toLowerCase()), fold(word));
  }
});

test('words are the same however they are encoded', () => {
  const text = 'Bērna PIEDZIMŠANAS pa\u00adbalsts, 1.\u00a0klase';
  const words = ['bērna', 'piedzimšanas', 'pabalsts', '1', 'klase'];
  assert.deepEqual(wordsOf(text), words);
  assert.deepEqual(wordsOf(text.normalize('NFD')), words);
  assert.equal(fold('ĶĒNIŅŠ'), 'kenins');
  assert.equal(fold('ｆｕｌｌ №5 ﬁ'), 'full no5 fi');
});
