import assert from 'node:assert/strict';
import { test } from 'node:test';
import { declineAdjective, declineNoun, palatalise } from '../../src/seed/declension.ts';
import type { Case, Declension, GrammaticalNumber, Noun } from '../../src/seed/declension.ts';

/** word, declension, then “case.number form” pairs; checked by hand against grammars. */
const NOUNS: readonly (readonly [Noun, Partial<Record<`${Case}.${GrammaticalNumber}`, string>>])[] =
  [
    [
      noun('nams', 1),
      {
        'gen.sg': 'nama',
        'dat.sg': 'namam',
        'acc.sg': 'namu',
        'loc.sg': 'namā',
        'nom.pl': 'nami',
        'gen.pl': 'namu',
        'dat.pl': 'namiem',
        'acc.pl': 'namus',
        'loc.pl': 'namos',
      },
    ],
    [noun('koks', 1), { 'gen.sg': 'koka', 'gen.pl': 'koku', 'dat.pl': 'kokiem' }],
    [noun('ceļš', 1), { 'gen.sg': 'ceļa', 'dat.sg': 'ceļam', 'loc.pl': 'ceļos' }],
    [
      noun('bērnudārzs', 1),
      { 'gen.sg': 'bērnudārza', 'loc.sg': 'bērnudārzā', 'gen.pl': 'bērnudārzu' },
    ],
    [
      noun('iesniegums', 1),
      { 'gen.sg': 'iesnieguma', 'dat.sg': 'iesniegumam', 'acc.sg': 'iesniegumu' },
    ],
    [noun('pabalsts', 1), { 'gen.sg': 'pabalsta', 'acc.pl': 'pabalstus' }],
    [
      noun('lācis', 2),
      {
        'gen.sg': 'lāča',
        'dat.sg': 'lācim',
        'acc.sg': 'lāci',
        'loc.sg': 'lācī',
        'nom.pl': 'lāči',
        'gen.pl': 'lāču',
        'dat.pl': 'lāčiem',
      },
    ],
    [noun('brālis', 2), { 'gen.sg': 'brāļa', 'dat.sg': 'brālim', 'gen.pl': 'brāļu' }],
    [noun('suns', 2), { 'nom.sg': 'suns', 'gen.sg': 'suņa', 'dat.sg': 'sunim', 'nom.pl': 'suņi' }],
    [
      noun('ūdens', 2),
      {
        'gen.sg': 'ūdens',
        'dat.sg': 'ūdenim',
        'loc.sg': 'ūdenī',
        'nom.pl': 'ūdeņi',
        'gen.pl': 'ūdeņu',
      },
    ],
    [noun('rudens', 2), { 'gen.sg': 'rudens', 'acc.sg': 'rudeni', 'gen.pl': 'rudeņu' }],
    [noun('notekūdens', 2), { 'gen.pl': 'notekūdeņu' }],
    [
      noun('transportlīdzeklis', 2),
      { 'gen.sg': 'transportlīdzekļa', 'dat.sg': 'transportlīdzeklim' },
    ],
    [noun('audzēknis', 2), { 'gen.sg': 'audzēkņa', 'gen.pl': 'audzēkņu' }],
    [noun('jaunietis', 2), { 'gen.sg': 'jaunieša', 'gen.pl': 'jauniešu' }],
    [noun('kaķis', 2), { 'gen.sg': 'kaķa' }],
    [noun('serveris', 2), { 'gen.sg': 'servera' }],
    [noun('skapis', 2), { 'gen.sg': 'skapja' }],
    [noun('zvirbulis', 2), { 'gen.sg': 'zvirbuļa' }],
    [noun('tētis', 2, { hard: true }), { 'gen.sg': 'tēta', 'nom.pl': 'tēti' }],
    [
      noun('tirgus', 3),
      {
        'gen.sg': 'tirgus',
        'dat.sg': 'tirgum',
        'acc.sg': 'tirgu',
        'loc.sg': 'tirgū',
        'gen.pl': 'tirgu',
        'loc.pl': 'tirgos',
      },
    ],
    [
      noun('atļauja', 4),
      {
        'gen.sg': 'atļaujas',
        'dat.sg': 'atļaujai',
        'acc.sg': 'atļauju',
        'loc.sg': 'atļaujā',
        'gen.pl': 'atļauju',
        'dat.pl': 'atļaujām',
        'loc.pl': 'atļaujās',
      },
    ],
    [noun('izziņa', 4), { 'gen.sg': 'izziņas', 'acc.sg': 'izziņu', 'nom.pl': 'izziņas' }],
    [noun('apliecība', 4), { 'gen.sg': 'apliecības', 'dat.sg': 'apliecībai' }],
    [noun('persona', 4), { 'gen.pl': 'personu', 'dat.pl': 'personām' }],
    [noun('pašvaldība', 4), { 'loc.sg': 'pašvaldībā', 'loc.pl': 'pašvaldībās' }],
    [noun('skola', 4), { 'gen.sg': 'skolas', 'acc.pl': 'skolas' }],
    [noun('puika', 4, { gender: 'm' }), { 'dat.sg': 'puikam', 'gen.sg': 'puikas' }],
    [
      noun('iestāde', 5),
      {
        'gen.sg': 'iestādes',
        'dat.sg': 'iestādei',
        'acc.sg': 'iestādi',
        'loc.sg': 'iestādē',
        'gen.pl': 'iestāžu',
        'dat.pl': 'iestādēm',
      },
    ],
    [noun('māte', 5), { 'gen.sg': 'mātes', 'dat.sg': 'mātei', 'gen.pl': 'māšu' }],
    [noun('ģimene', 5), { 'gen.pl': 'ģimeņu', 'dat.pl': 'ģimenēm' }],
    [noun('pludmale', 5), { 'gen.pl': 'pludmaļu' }],
    [noun('upe', 5), { 'gen.pl': 'upju', 'loc.sg': 'upē' }],
    [noun('pase', 5, { hard: true }), { 'gen.pl': 'pasu' }],
    [
      noun('zivs', 6),
      {
        'gen.sg': 'zivs',
        'dat.sg': 'zivij',
        'acc.sg': 'zivi',
        'loc.sg': 'zivī',
        'nom.pl': 'zivis',
        'gen.pl': 'zivju',
        'dat.pl': 'zivīm',
        'loc.pl': 'zivīs',
      },
    ],
    [noun('acs', 6, { hard: true }), { 'gen.sg': 'acs', 'gen.pl': 'acu', 'nom.pl': 'acis' }],
    [noun('pirts', 6), { 'gen.sg': 'pirts', 'dat.sg': 'pirtij', 'gen.pl': 'piršu' }],
    [noun('krāsns', 6), { 'gen.pl': 'krāšņu' }],
    [noun('nakts', 6), { 'loc.sg': 'naktī' }],
  ];

function noun(word: string, declension: Declension, extra: Partial<Noun> = {}): Noun {
  return { word, declension, ...extra };
}

for (const [entry, forms] of NOUNS) {
  test(`the noun ${entry.word} declines`, () => {
    for (const [name, expected] of Object.entries(forms)) {
      const [form, number] = name.split('.') as [Case, GrammaticalNumber];
      assert.equal(declineNoun(entry, form, number), expected, name);
    }
  });
}

test('more than sixty forms of nouns are checked', () => {
  const count = NOUNS.reduce((sum, [, forms]) => sum + Object.keys(forms).length, 0);
  assert.ok(count >= 60, `${count} forms`);
});

test('adjectives agree in gender, number and case', () => {
  const m = { gender: 'm' } as const;
  const f = { gender: 'f' } as const;
  assert.equal(declineAdjective('augoš', 'gen', m), 'augoša');
  assert.equal(declineAdjective('augoš', 'gen', f), 'augošas');
  assert.equal(declineAdjective('jaun', 'dat', m), 'jaunam');
  assert.equal(declineAdjective('jaun', 'dat', f), 'jaunai');
  assert.equal(declineAdjective('trūcīg', 'dat', { gender: 'm', number: 'pl' }), 'trūcīgiem');
  assert.equal(declineAdjective('trūcīg', 'loc', { gender: 'f', number: 'pl' }), 'trūcīgās');
});

test('definite adjectives have the long endings, and those in -ēj- the short ones', () => {
  const m = { gender: 'm', definite: true } as const;
  const f = { gender: 'f', definite: true } as const;
  assert.equal(declineAdjective('jaun', 'nom', m), 'jaunais');
  assert.equal(declineAdjective('jaun', 'dat', m), 'jaunajam');
  assert.equal(declineAdjective('dzīvojam', 'gen', f), 'dzīvojamās');
  assert.equal(declineAdjective('dzīvojam', 'acc', f), 'dzīvojamo');
  assert.equal(declineAdjective('jaun', 'loc', { ...m, number: 'pl' }), 'jaunajos');
  assert.equal(declineAdjective('pēdēj', 'nom', m), 'pēdējais');
  assert.equal(declineAdjective('pēdēj', 'dat', m), 'pēdējam');
  assert.equal(declineAdjective('pēdēj', 'loc', f), 'pēdējā');
  assert.equal(declineAdjective('pēdēj', 'dat', { ...f, number: 'pl' }), 'pēdējām');
});

test('clusters soften as a whole, and what cannot soften stays', () => {
  assert.equal(palatalise('dadz'), 'dadž');
  assert.equal(palatalise('zvaigzn'), 'zvaigžņ');
  assert.equal(palatalise('kāpsl'), 'kāpšļ');
  assert.equal(palatalise('pavasar'), 'pavasar');
});

test('a word that does not fit its declension is refused by name', () => {
  assert.throws(() => declineNoun(noun('koks', 5), 'gen'), /“koks”.*declension 5/);
});
