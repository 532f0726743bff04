/** Whole sentences as people type them, and words that only look or sound alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangingCatalogue } from '@pvp/sdk/query';
import { catalogue, found, service } from './catalogue.ts';

const index = catalogue();

test('what is told around a subject does not hide it', () => {
  for (const [q, id] of [
    ['Labdien, es gribētu uzzināt, kā es varētu saņemt dzīvesvietas deklarēšanu!', 'dzivesvieta'],
    ['kas man būtu jādara un cik ilgi jāgaida, ja gribu saņemt laulibas registraciju', 'laulibas'],
    ['esmu pirmo reizi šeit un nesaprotu, kur meklēt koku ciršanas atļauju mežā', 'koki'],
    ['viņam steidzami vajadzētu bērna piedzimšanas pabalstu, cik tas maksā', 'pabalsts'],
    ['could you please tell me where there is vehicle registration', 'auto'],
  ] as const) {
    assert.equal(found(index, q)[0], id, q);
  }
});

test('most of what is asked has to be met all the same', () => {
  for (const q of [
    'koku stādīšana dārzā pavasarī',
    'kur var nopirkt lētu transportlīdzekli ar lielu bagāžnieku un sēdekļiem',
    'labdien, cik maksā jaunas ziemas riepas un eļļas filtrs',
  ]) {
    assert.deepEqual(found(index, q), [], q);
  }
});

test('however much is told beside an everyday word, it leads where it leads alone', () => {
  const own = new ChangingCatalogue();
  own.putService(service('mirsana', 'Miršanas fakta reģistrācija'));
  own.putService(service('kaudze', 'Transportlīdzekļa atsavināšana'));
  own.putSynonym('nomira', { terms: { lv: ['nomira'] }, means: ['miršanas reģistrācija'] });
  own.putSynonym('masina', { terms: { lv: ['mašīna'] }, means: ['transportlīdzeklis'] });
  for (const q of ['nomira kaimiņš', 'svētdien slimnīcā pēc ilgas kaites nomira kaimiņš']) {
    assert.deepEqual(found(own, q), ['mirsana'], q);
  }
  // Keywords are no sentence: each of them is meant.
  assert.deepEqual(found(own, 'slimnīca kaite nomira kaimiņš'), []);
  // A word for many things leads nowhere alone beside others.
  assert.deepEqual(found(own, 'mašīna ziemā neiet uz priekšu'), []);
});

test('a long vowel makes another word of a short one, where it was typed', () => {
  const own = new ChangingCatalogue();
  own.putService(service('laulibas', 'Laulības reģistrācija'));
  own.putService(service('lopi', 'Ganāmpulka uzskaite'));
  own.putSynonym('kazas', { terms: { lv: ['kāzas', 'zags'] }, means: ['laulības reģistrācija'] });
  own.putSynonym('lopi', { terms: { lv: ['kazas'] }, means: ['ganāmpulka uzskaite'] });
  assert.equal(found(own, 'kāzas')[0], 'laulibas');
  assert.equal(found(own, 'kazas')[0], 'lopi');
  assert.deepEqual(found(own, 'zags pavasarī'), ['laulibas']);
  assert.deepEqual(found(own, 'zāģis pavasarī'), []);
});

test('a short Latvian or English word is none of the Russian ones that sound like it', () => {
  const own = new ChangingCatalogue();
  own.putService(service('dzivoklis', 'Dzīvokļa pabalsts'));
  own.putSynonym('majoklis', { terms: { ru: ['жилье', 'квартира'] }, means: ['dzīvoklis'] });
  assert.deepEqual(found(own, 'zilas'), []);
  assert.deepEqual(found(own, 'жилье'), ['dzivoklis']);
  assert.deepEqual(found(own, 'kvartira'), ['dzivoklis']);
});

test('a short Latin word is a Russian one beside another word of its phrase, and not alone', () => {
  const own = new ChangingCatalogue();
  own.putService(service('pirmsskola', 'Pirmsskolas izglītības iestāde'));
  own.putSynonym('pirmsskola', {
    terms: { ru: ['детский сад'] },
    means: ['pirmsskolas izglītība'],
  });
  own.putSynonym('darzs', { terms: { ru: ['сад'] }, means: ['pirmsskolas izglītība'] });
  assert.deepEqual(found(own, 'детский сад'), ['pirmsskola']);
  assert.deepEqual(found(own, 'detskij sad'), ['pirmsskola']);
  assert.deepEqual(found(own, 'sad'), []);
});
