/** What an index keeps of a question must not outlive what it was made of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CatalogueIndex } from '@pvp/sdk/query';
import { service } from './catalogue.ts';

const idsOf = (index: CatalogueIndex, q: string) => index.list({ q }).items.map(({ id }) => id);

test('a question that was asked before sees every change', () => {
  const index = new CatalogueIndex();
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

test('the words of a long question are told apart by what is typed last', () => {
  const index = new CatalogueIndex();
  index.putService(service('a', 'Reklāmas izvietošana'));
  // As the last word it may go on; before others it is a word of its own.
  assert.deepEqual(idsOf(index, 'rek'), ['a']);
  assert.deepEqual(idsOf(index, 'rek '), []);
  assert.deepEqual(idsOf(index, 'rek'), ['a']);
});
