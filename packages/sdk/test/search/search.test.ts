/** What people type, and what they are led to. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ChangingCatalogue } from '@pvp/sdk/query';
import { catalogue, found, service } from './catalogue.ts';

const index = catalogue();
const first = (q: string) => found(index, q)[0];

describe('a question leads to the service that is meant', () => {
  for (const [how, q, id] of [
    ['as it is named', 'Dzīvesvietas deklarēšana', 'dzivesvieta'],
    ['in another case', 'dzīvesvietu deklarēšanai', 'dzivesvieta'],
    ['without diacritics', 'dzivesvietas deklaresana', 'dzivesvieta'],
    ['in capitals', 'DZĪVESVIETAS DEKLARĒŠANA', 'dzivesvieta'],
    ['decomposed', 'dzīvesvietas deklarēšana'.normalize('NFD'), 'dzivesvieta'],
    ['as a verb', 'deklarēt dzīvesvietu', 'dzivesvieta'],
    ['as a question', 'Kā man deklarēt dzīvesvietu?', 'dzivesvieta'],
    ['by what must be done', 'vai jādeklarē dzīvesvieta', 'dzivesvieta'],
    ['while it is typed', 'dzīvesv', 'dzivesvieta'],
    ['while the second word is typed', 'koku cir', 'koki'],
    ['with a letter left out', 'berna pabalts', 'pabalsts'],
    ['with a letter too many', 'dzīvessvietas deklarēšana', 'dzivesvieta'],
    ['with a neighbour of the key', 'dzīvesvietas drklarēšana', 'dzivesvieta'],
    ['with two letters swapped', 'nodolka atvieglojumi', 'nin'],
    ['with a slip in the ending', 'laulībsa', 'laulibas'],
    ['with a slip while it is typed', 'transpoetlīd', 'auto'],
    ['in two words', 'dzīves vieta', 'dzivesvieta'],
    ['in one word', 'kokuciršana', 'koki'],
    ['in short', 'NĪN', 'nin'],
    ['in short, where it is written out', 'PII rinda', 'rinda'],
    ['written out, where it is short', 'pirmsskolas izglītības iestāde', 'rinda'],
    ['by what it is needed for', 'pārcelšanās', 'dzivesvieta'],
    ['by its keywords', 'jaundzimušā', 'dzimsana'],
    ['in English', 'registering a vehicle', 'auto'],
    ['in Russian', 'пособия', 'posobie'],
    ['in Russian with Latin letters', 'posobie', 'posobie'],
    ['in Latvian with Cyrillic letters', 'дзивесвиета', 'dzivesvieta'],
    ['with a finished deed', 'nocirst koku', 'koki'],
  ] as const) {
    test(`${how}: ${q}`, () => assert.equal(first(q), id));
  }
});

test('what nothing answers gives nothing', () => {
  for (const q of [
    'kosmosa kuģa reģistrācija',
    'lidmašīnas pilota apliecība',
    'bitcoin',
    'kaķu izstāde',
    'kur nopirkt dārza mēbeles',
    'asdfgh',
    'pavisam cits',
    'куры гриль',
  ]) {
    assert.deepEqual(found(index, q), [], q);
  }
});

test('a better way of meeting stands before a weaker one', () => {
  const own = new ChangingCatalogue();
  for (const [id, title] of [
    ['exact', 'Pabalstu izmaksa'],
    ['inflected', 'Pabalsta izmaksa'],
    ['beginning', 'Pabalstukase izmaksa'],
    ['similar', 'Pabalztu izmaksa'],
    ['synonym', 'Naudas izmaksa'],
  ] as const) {
    own.putService(service(id, title));
  }
  own.putSynonym('nauda', { terms: { lv: ['pabalsts'] }, means: ['nauda'] });
  assert.deepEqual(found(own, 'pabalstu'), [
    'exact',
    'inflected',
    'beginning',
    // A word that people type as it stands is surer than a slip, where a name says no more than it means.
    'synonym',
    'similar',
  ]);
});

test('a short word that is another word brings nothing alone, and does no harm beside others', () => {
  const own = new ChangingCatalogue();
  own.putService(service('vieta', 'Vieta bērnudārzā'));
  own.putService(service('koki', 'Koku ciršana'));
  assert.deepEqual(found(own, 'vista'), []);
  assert.deepEqual(found(own, 'kola'), []);
  assert.deepEqual(found(own, 'kolu ciršana'), ['koki']);
  // A letter left out, doubled or swapped makes no other word.
  for (const q of ['vieeta', 'veita']) assert.deepEqual(found(own, q), ['vieta'], q);
});

test('a passport is no pronoun', () => {
  const own = new ChangingCatalogue();
  own.putService(service('aprupe', 'Aprūpe', { summary: { lv: 'Kuri paši to nespēj.' } }));
  own.putService(service('pase', 'Pases izsniegšana'));
  assert.deepEqual(found(own, 'pase'), ['pase']);
  assert.deepEqual(found(own, 'pasi'), ['pase']);
});

test('nothing is offered that only looks a little like the question', () => {
  const own = new ChangingCatalogue();
  own.putService(service('device', 'Assistive device'));
  own.putService(service('buvatlauja', 'Būvatļauja mazēkai novadā'));
  for (const q of ['divorce', 'suns nokoda']) {
    const { total, instead } = own.answer({ q });
    assert.equal(total, 0, q);
    assert.equal(instead, undefined, q);
  }
});

test('small words of one language are words of another', () => {
  const own = new ChangingCatalogue();
  own.putService(service('zvani', 'Palīdzība cietušajiem'));
  own.putService(service('putni', 'Mājputnu reģistrācija'));
  own.putSynonym('sit', { terms: { ru: ['муж бьет'] }, means: ['palīdzība cietušajiem'] });
  own.putSynonym('vistas', { terms: { ru: ['куры'] }, means: ['mājputnu reģistrācija'] });
  assert.deepEqual(found(own, 'муж бьет'), ['zvani']);
  assert.deepEqual(found(own, 'куры'), ['putni']);
});

test('that something is not so makes another thing of it', () => {
  const own = new ChangingCatalogue();
  own.putService(service('pabalsts', 'Sociālais pabalsts'));
  own.putSynonym('nav', { terms: { lv: ['nav par ko dzīvot'] }, means: ['sociālais pabalsts'] });
  assert.deepEqual(found(own, 'nav par ko dzīvot'), ['pabalsts']);
  assert.deepEqual(found(own, 'dzīvot'), []);
});

test('an everyday phrase that is typed whole is surer than a word of the same root', () => {
  const own = new ChangingCatalogue();
  own.putService(service('pabalsts', 'Sociālais pabalsts'));
  own.putService(service('maja', 'Būvatļauja dzīvojamai mājai'));
  own.putSynonym('nav', { terms: { lv: ['nav par ko dzīvot'] }, means: ['sociālais pabalsts'] });
  assert.deepEqual(found(own, 'nav par ko dzīvot'), ['pabalsts', 'maja']);
  assert.deepEqual(found(own, 'kur dzīvot'), ['maja']);
  // A single everyday word stays behind what has its root.
  own.putSynonym('majoklis', { terms: { lv: ['dzīvošana'] }, means: ['sociālais pabalsts'] });
  assert.deepEqual(found(own, 'dzīvošana'), ['maja', 'pabalsts']);
});

test('a name that an everyday word or phrase tells as a whole stands before a longer one', () => {
  const own = new ChangingCatalogue();
  own.putService(service('nave', 'Miršanas fakta reģistrācija'));
  // It says the same words in more places.
  own.putService(
    service('izzina', 'Ārvalstī reģistrētas miršanas pārbaudes izziņas nosūtīšana', {
      keywords: ['miršana', 'reģistrācija'],
      summary: { lv: 'Iestāde nosūta izziņu par reģistrētu miršanu.' },
    }),
  );
  own.putSynonym('nomira', {
    terms: { ru: ['умер'], en: ['passed away'] },
    means: ['miršanas reģistrācija'],
  });
  for (const q of ['умер отец', 'passed away', 'mother passed away what to do']) {
    assert.deepEqual(found(own, q), ['nave', 'izzina'], q);
  }
});

test('what happened counts more than to whom', () => {
  const own = new ChangingCatalogue();
  own.putService(service('nave', 'Miršanas reģistrācija'));
  own.putService(service('masina', 'Transportlīdzekļa reģistrācija'));
  own.putSynonym('nomira', { terms: { lv: ['nomira'] }, means: ['miršanas reģistrācija'] });
  own.putSynonym('masina', { terms: { lv: ['mašīna'] }, means: ['transportlīdzeklis'] });
  assert.deepEqual(found(own, 'nomira vecmāmiņa'), ['nave']);
  assert.deepEqual(found(own, 'nomira kanārijputniņš'), ['nave']);
  // An official word that many services share is too wide to stand for another subject, others are not.
  assert.deepEqual(found(own, 'mašīna'), ['masina']);
  assert.deepEqual(found(own, 'mašīnas krāsošana'), []);
  own.putService(service('pote', 'Vakcinācija pret infekcijas slimībām'));
  own.putSynonym('pote', { terms: { ru: ['прививка'] }, means: ['vakcinācija'] });
  assert.deepEqual(found(own, 'прививка от клещей'), ['pote']);
  // One that sounds like the official word itself makes nothing of what stands beside it.
  own.putService(service('karte', 'Bibliotēkas karte'));
  own.putSynonym('karte', { terms: { ru: ['карта'] }, means: ['karte'] });
  assert.deepEqual(found(own, 'zvejas karte'), []);
});

test('diacritics that were typed count, those that were not are forgiven', () => {
  const own = new ChangingCatalogue();
  own.putService(service('kazas', 'Kazas reģistrācija'));
  own.putService(service('kāzas', 'Kāzas reģistrācija'));
  assert.deepEqual(found(own, 'kāzas'), ['kāzas', 'kazas']);
  assert.equal(found(own, 'kazas').length, 2);
});

test('everyday words lead to official ones, and can be taken back', () => {
  const own = catalogue();
  assert.deepEqual(found(own, 'kindergarten'), []);
  own.putSynonym('bernudarzs', {
    terms: { lv: ['bērnudārzs', 'vieta dārziņā'], en: ['kindergarten'], ru: ['детский сад'] },
    means: ['pirmsskolas izglītības iestāde'],
  });
  own.putSynonym('birza', { terms: { lv: ['birža'] }, means: ['bezdarbnieka statuss'] });
  own.putSynonym('tiesibas', {
    terms: { lv: ['tiesības', 'auto tiesības'] },
    means: ['transportlīdzekļa vadītāja apliecība'],
  });
  for (const [q, id] of [
    ['bērnudārzs', 'rinda'],
    ['rinda bērnudārzā', 'rinda'],
    ['bernudarz', 'rinda'],
    ['bērnudarss', 'rinda'],
    ['vieta dārziņā', 'rinda'],
    ['dārziņā vieta', 'rinda'],
    ['детского сада', 'rinda'],
    ['kindergarten', 'rinda'],
    ['biržā', 'darbs'],
    ['auto tiesības', 'apliecibas'],
    ['kā nomainīt tiesības', 'apliecibas'],
  ] as const) {
    assert.equal(found(own, q)[0], id, q);
  }
  own.putSynonym('bernudarzs', { terms: { lv: ['sadiks'] }, means: ['pirmsskolas iestāde'] });
  assert.deepEqual(found(own, 'kindergarten'), []);
  assert.equal(found(own, 'sadiks')[0], 'rinda');
  own.deleteSynonym('bernudarzs');
  assert.deepEqual(found(own, 'sadiks'), []);
});

describe('a place in a question', () => {
  const own = new ChangingCatalogue();
  for (const [id, title, territory] of [
    ['ogre', 'Ogres novada pašvaldība', 'Ogres novads'],
    ['cesis', 'Cēsu novada pašvaldība', 'Cēsu novads'],
    ['saldus', 'Saldus novada pašvaldība', undefined],
    ['valsts', 'Pilsonības un migrācijas lietu pārvalde', undefined],
  ] as const) {
    own.putObject({
      type: 'organization',
      id,
      title: { lv: title },
      ...(territory && { territory }),
    });
  }
  for (const id of ['ogre', 'cesis', 'saldus', 'valsts']) {
    own.putService(service(`rinda-${id}`, 'Bērna reģistrācija rindā', { holder: id }));
    own.putService(service(`koki-${id}`, 'Koku ciršana', { holder: id }));
  }

  test('brings what is there first, in any case, and what is for the whole country next', () => {
    for (const [q, id] of [
      ['rinda Ogrē', 'ogre'],
      ['Ogres rinda', 'ogre'],
      ['rinda ogre', 'ogre'],
      ['rinda Cēsīs', 'cesis'],
      ['rinda cesis', 'cesis'],
      ['rinda Saldū', 'saldus'],
      ['rinda Огре', 'ogre'],
    ] as const) {
      const ids = found(own, q);
      assert.equal(ids[0], `rinda-${id}`, q);
    }
    const ids = found(own, 'rinda Ogrē');
    assert.deepEqual(ids.slice(0, 2), ['rinda-ogre', 'rinda-valsts']);
    assert.equal(ids.length, 4);
  });

  test('alone shows what is there', () => {
    assert.deepEqual(found(own, 'Ogrē').sort(), ['koki-ogre', 'rinda-ogre']);
    assert.deepEqual(found(own, 'Saldus novads').sort(), ['koki-saldus', 'rinda-saldus']);
    // Everyday words of its root say nothing about it.
    own.putSynonym('saldejums', { terms: { lv: ['saldējums'] }, means: ['koku ciršana'] });
    assert.deepEqual(found(own, 'Saldus').sort(), ['koki-saldus', 'rinda-saldus']);
    own.deleteSynonym('saldejums');
  });

  test('does not stand in the way of another subject', () => {
    assert.deepEqual(found(own, 'suņi Ogrē'), []);
  });

  test('institutions are known by the first letters of their names too', () => {
    assert.deepEqual(found(own, 'PMLP').sort(), ['koki-valsts', 'rinda-valsts']);
  });
});

test('unified services stand once, with the instance that answers best', () => {
  const own = new ChangingCatalogue();
  for (const id of ['ogre', 'cesis', 'saldus']) {
    const title = { lv: `${id} novada pašvaldība` };
    own.putObject({ type: 'organization', id, title, territory: `${id} novads` });
    own.putService(
      service(`rinda-${id}`, 'Bērna reģistrācija rindā', { holder: id, template: 'T-1' }),
    );
  }
  own.putService(service('cits', 'Bērna reģistrācija skolā', { holder: 'ogre' }));
  const all = own.list({ q: 'bērna reģistrācija', unified: true });
  assert.equal(all.total, 2);
  assert.equal(own.list({ unified: true }).total, 2);
  assert.deepEqual(
    own.list({ q: 'bērna rinda cesis', unified: true }).items.map(({ id }) => id),
    ['rinda-cesis'],
  );
  // A value counts once for a unified service, as the list will show it when it is chosen.
  for (const { value, count } of all.facets['institution']!) {
    const chosen = own.list({ q: 'bērna reģistrācija', unified: true, institution: [value] });
    assert.equal(chosen.total, count, value);
  }
});

test('where nothing answers, a spelling and the nearest services are named apart', () => {
  const none = index.answer({ q: 'transprtlidzklu regstrcija' });
  assert.equal(none.total, 0);
  assert.match(none.instead!.q!, /^transportlīdzekļa /);
  assert.ok(index.list({ q: none.instead!.q! }).total > 0);
  const spaced = index.answer({ q: ' transprtlidzklu regstrcija ' });
  assert.equal(spaced.instead?.q, none.instead!.q);

  const near = index.answer({ q: 'koku stādīšana dārzā pavasarī' });
  assert.equal(near.total, 0);
  assert.equal(near.instead, undefined);
  const half = index.answer({ q: 'laulības fotogrāfs' });
  assert.equal(half.total, 0);
  assert.deepEqual(
    half.instead!.items.map(({ id }) => id),
    ['laulibas'],
  );
  assert.equal(index.answer({ q: 'laulības' }).instead, undefined);
  assert.equal(index.answer({ q: 'qqq zzz' }).instead, undefined);
});
