import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangingCatalogue, explainService } from '@pvp/sdk/query';
import { highlights, Vocabulary } from '@pvp/sdk/search';
import { catalogue, service } from './catalogue.ts';

test('an explanation says how each word is met, where, and what it counts', () => {
  const index = catalogue();
  const { items } = index.list({ q: 'deklarēt dzivesvietas' });
  const explanation = explainService(index, { q: 'deklarēt dzivesvietas' }, items[0]!.id)!;
  assert.equal(items[0]!.id, 'dzivesvieta');
  assert.deepEqual(
    explanation.words.map(({ word, kind, met, where }) => ({ word, kind, met, where })),
    [
      { word: 'deklarēt', kind: 'derived', met: 'deklarēšana', where: ['title'] },
      { word: 'dzivesvietas', kind: 'unmarked', met: 'dzīvesvietas', where: ['title'] },
    ],
  );
  assert.equal(Math.round(explanation.cover * 100), 98);
  assert.ok(explanation.score > 0);
  assert.match(
    explanation.text,
    /“dzivesvietas” is met but for diacritics: “dzīvesvietas” in title/,
  );
});

test('an explanation says why a service is no result', () => {
  const index = catalogue();
  const { score, words, text } = explainService(index, { q: 'kosmosa reģistrācija' }, 'auto')!;
  assert.equal(score, 0);
  assert.equal(words[0]!.kind, undefined);
  assert.match(text, /“kosmosa” is not met\./);
  assert.match(text, /too little for a result/);
  assert.equal(explainService(index, { q: 'reģistrācija' }, 'nothing'), undefined);
  assert.equal(explainService(index, { q: '?!' }, 'auto'), undefined);
});

test('an explanation names synonyms, objects and places', () => {
  const index = new ChangingCatalogue();
  index.putObject({
    type: 'organization',
    id: 'ogre',
    title: { lv: 'Ogres novada pašvaldība' },
    territory: 'Ogres novads',
  });
  index.putService(service('here', 'Pirmsskolas iestādes rinda', { holder: 'ogre' }));
  index.putService(service('anywhere', 'Pirmsskolas iestādes rinda'));
  index.putSynonym('b', { terms: { lv: ['bērnudārzs'] }, means: ['pirmsskolas iestāde'] });
  const here = explainService(index, { q: 'bērnudārzs Ogrē' }, 'here')!;
  assert.equal(here.place, 'here');
  assert.equal(here.words[0]!.kind, 'synonym');
  assert.equal(here.words[0]!.met, 'pirmsskolas iestādes');
  assert.deepEqual(here.words[0]!.where, ['title']);
  assert.deepEqual(here.words[1]!.where, ['organization/ogre']);
  assert.equal(explainService(index, { q: 'bērnudārzs Ogrē' }, 'anywhere')!.place, 'anywhere');
});

test('highlights mark the form that stands there, whole', () => {
  const marked = (text: string, query: string) =>
    highlights(text, query, new Vocabulary()).map(({ start, end }) => text.slice(start, end));
  const text = 'Dzīvesvietas deklarēšana: deklarē dzīvesvietu, kurā dzīvo.';
  assert.deepEqual(marked(text, 'deklarēt dzivesvieta'), [
    'Dzīvesvietas',
    'deklarēšana',
    'deklarē',
    'dzīvesvietu',
  ]);
  assert.deepEqual(marked(text, 'dekl'), ['deklarēšana', 'deklarē']);
  assert.deepEqual(marked('Bērna pabalsts', 'berna pabalts'), ['Bērna', 'pabalsts']);
  // With the right word there, one that is only like it is left alone.
  assert.deepEqual(marked('Pabalsts un pabaksts', 'pabalsts'), ['Pabalsts']);
  assert.deepEqual(marked('Nekustamā īpašuma nodoklis un īpašums', 'NĪN'), [
    'Nekustamā',
    'īpašuma',
    'nodoklis',
    'īpašums',
  ]);
  assert.deepEqual(marked('Nekustamā lieta', 'NĪN'), []);
  assert.deepEqual(marked(text, 'kā un kur?'), []);
  assert.deepEqual(marked('', 'x'), []);
});

test('highlights of decomposed text and soft hyphens cover what is written', () => {
  const text = 'Dzīves\u00advieta'.normalize('NFD');
  assert.deepEqual(highlights(text, 'dzīvesvieta'), [{ start: 0, end: text.length }]);
});
