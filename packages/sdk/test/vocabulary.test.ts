import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangingIndex, Vocabulary, type SynonymEntry } from '@pvp/sdk/search';
import { compactEntry, compactVocabulary, parseCompactVocabulary } from '@pvp/sdk/vocabulary';

const ENTRIES: SynonymEntry[] = [
  {
    terms: { lv: ['bērnudārzs', 'vieta dārziņā'], ru: ['детский сад'], en: ['kindergarten'] },
    means: ['pirmsskolas izglītības iestāde', 'PII'],
  },
  { terms: { lv: ['kāzas', 'kāzām', 'zags'] }, means: ['laulības reģistrācija'] },
  { terms: { ru: ['рубка леса'] }, means: ['koku ciršana; mežā'] },
];

function searchWith(entries: readonly SynonymEntry[]) {
  const vocabulary = new Vocabulary();
  entries.forEach((entry, nth) => vocabulary.put(`e${nth}`, entry));
  const search = new ChangingIndex(vocabulary);
  const titles = ['Uzņemšana pirmsskolas izglītības iestādē', 'Laulības reģistrācija'];
  titles.forEach((title, document) =>
    search.put(document, { titles: [title], alternativeTitles: [], keywords: [], summaries: [] }),
  );
  return (question: string) => {
    const ranked = search.rank(question, new Uint8Array(titles.length).fill(1));
    return titles.map((_, document) => ranked?.scores[document]);
  };
}

test('words lose their endings and, but for short ones, their marks; a marked letter takes one byte', () => {
  assert.equal(
    compactVocabulary(ENTRIES, ['lv']),
    'pirmsskol izglitib iestad,pi;bernudarz,viet darzin;laulib registracija;kAz,zag',
  );
});

test('an entry without a word in the languages asked for is left out', () => {
  assert.equal(
    compactVocabulary(ENTRIES, ['en', 'de']),
    'pirmsskol izglitib iestad,pi;kindergarten',
  );
  assert.equal(parseCompactVocabulary(compactVocabulary(ENTRIES)).length, ENTRIES.length);
});

test('no phrase breaks the form, whatever stands in it', () => {
  const [entry] = parseCompactVocabulary(
    compactVocabulary([{ terms: { lv: ['a|b, c;d\n"e"'] }, means: ['x;y|z', '…'] }]),
  );
  assert.deepEqual(entry, { means: ['x y z'], terms: { und: ['a b c d e'] } });
  assert.deepEqual(parseCompactVocabulary(''), []);
});

test('a search with what was sent ranks as one with the compact entries', () => {
  const atServer = searchWith(ENTRIES.map(compactEntry));
  const inBrowser = searchWith([
    ...parseCompactVocabulary(compactVocabulary(ENTRIES, ['lv'])),
    ...parseCompactVocabulary(compactVocabulary(ENTRIES, ['ru', 'en'])),
  ]);
  for (const question of ['bērnudārzā', 'kāzas', 'zagā', 'детского сада', 'kindergarten']) {
    const scores = atServer(question);
    assert.ok(
      scores.some((score) => score! > 0),
      question,
    );
    assert.deepEqual(inBrowser(question), scores, question);
  }
  assert.deepEqual(atServer('bernudarza'), atServer('bērnudārzā'));
});
