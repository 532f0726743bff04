/** What an index keeps of a question must not outlive what it was made of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangingCatalogue } from '@pvp/sdk/query';
import { service } from './catalogue.ts';

const idsOf = (index: ChangingCatalogue, q: string) => index.list({ q }).items.map(({ id }) => id);

test('a question that was asked before sees every change', () => {
  const index = new ChangingCatalogue();
  index.putObject({ type: 'organization', id: 'ogre', title: { lv: 'Ogres novada pašvaldība' } });
  index.putService(service('a', 'Koku ciršana', { holder: 'ogre' }));
  const q = 'koku ciršana Ogrē';
  assert.deepEqual(idsOf(index, q), ['a']);
  index.putService(service('b', 'Koku ciršanas atļauja'));
  assert.deepEqual(idsOf(index, q), ['a', 'b']);
  index.putService(service('a', 'Suņu reģistrācija', { holder: 'ogre' }));
  assert.deepEqual(idsOf(index, q), ['b']);
  index.putService(service('b', 'Koku ciršanas atļauja', { holder: 'ogre' }));
  assert.deepEqual(idsOf(index, 'Ogrē'), ['b', 'a']);
  index.deleteObject('organization', 'ogre');
  assert.deepEqual(idsOf(index, 'Ogrē'), []);
  index.putSynonym('motorzagis', { terms: { lv: ['motorzāģis'] }, means: ['koku ciršana'] });
  assert.deepEqual(idsOf(index, 'motorzāģis'), ['b']);
  index.deleteSynonym('motorzagis');
  assert.deepEqual(idsOf(index, 'motorzāģis'), []);
  index.deleteService('b');
  assert.deepEqual(idsOf(index, 'koku ciršana'), []);
});

test('an answer tells the services that it found, whatever changes before it is read', () => {
  const index = new ChangingCatalogue();
  index.putService(service('a', 'Koku ciršana'));
  const { items } = index.list({ q: 'koku' });
  index.deleteService('a');
  index.putService(service('b', 'Suņu reģistrācija'));
  assert.deepEqual(
    items.map(({ id, title }) => [id, title]),
    [['a', 'Koku ciršana']],
  );
});

test('the words of a long question are told apart by what is typed last', () => {
  const index = new ChangingCatalogue();
  index.putService(service('a', 'Reklāmas izvietošana'));
  // As the last word it may go on, also with a space behind it; with a sign there it is whole.
  assert.deepEqual(idsOf(index, 'rek'), ['a']);
  assert.deepEqual(idsOf(index, 'rek,'), []);
  assert.deepEqual(idsOf(index, 'rek '), ['a']);
  assert.deepEqual(idsOf(index, 'rek'), ['a']);
});

test('what is kept of a question while it is typed changes no answer', () => {
  const filled = () => {
    const index = new ChangingCatalogue();
    index.putObject({ type: 'organization', id: 'ogre', title: { lv: 'Ogres novada pašvaldība' } });
    index.putSynonym('zags', { terms: { lv: ['zags'] }, means: ['laulības reģistrācija'] });
    index.putService(service('a', 'Koku ciršanas atļauja', { holder: 'ogre' }));
    index.putService(service('b', 'Koku ciršana ārpus meža', { recipients: ['business'] }));
    index.putService(service('c', 'Laulības reģistrācija Ogres novadā', { holder: 'ogre' }));
    index.putService(service('d', 'Reklāmas izvietošanas atļauja', { recipients: ['business'] }));
    return index;
  };
  const typed = (q: string) => Array.from(q, (_, at) => q.slice(0, at + 1));
  const questions = [
    ...typed('koku ciršanas atļauja Ogrē'),
    ...typed('koku ciršanas atļauja Ogrē').reverse(),
    ...typed('Ogrē zags koku koku'),
    'koku',
    'atļauja koku ciršanai',
  ];
  const index = filled();
  for (const q of questions) {
    for (const filter of [{}, { recipient: ['business'] as const }, { unified: true }]) {
      const query = { q, limit: 2, ...filter };
      // The cursor has the score in it.
      assert.deepEqual(index.list(query), filled().list(query), JSON.stringify(query));
    }
  }
});

test('words that fold alike and have other stems are kept apart', () => {
  const filled = () => {
    const index = new ChangingCatalogue();
    index.putSynonym('ielas', { terms: { ru: ['торговля'] }, means: ['ielu tirdzniecība'] });
    index.putService(service('a', 'Ielu tirdzniecības atļauja'));
    index.putService(service('b', 'Ielu tirdzniecība'));
    return index;
  };
  // An ending that is a Russian one is taken off in Cyrillic letters alone.
  const questions = ['торговля', 'torgovlya'];
  for (const asked of [questions, [...questions].reverse()]) {
    const index = filled();
    for (const q of asked) {
      // The cursor has the score in it.
      assert.deepEqual(index.list({ q, limit: 1 }), filled().list({ q, limit: 1 }), q);
    }
  }
});
