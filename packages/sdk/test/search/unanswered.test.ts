/** Questions that meet a word or what looks like one, and that nothing answers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ChangingCatalogue } from '@pvp/sdk/query';
import { found, service } from './catalogue.ts';

test('a short word with a letter too many is another word, and no slip for one', () => {
  const own = new ChangingCatalogue();
  own.putService(service('gimene', 'Ģimenes valsts pabalsts', { keywords: ['bērns'] }));
  own.putService(service('beres', 'Apbedīšanas pabalsts', { keywords: ['bēru pabalsts'] }));
  assert.deepEqual(found(own, 'berna pabalsts'), ['gimene']);
  assert.equal(found(own, 'beru pabalsts')[0], 'beres');
});

test('what is only like the name of a place is not there', () => {
  const own = new ChangingCatalogue();
  own.putObject({ type: 'organization', id: 'saldus', title: { lv: 'Saldus novada pašvaldība' } });
  own.putService(service('koki', 'Koku ciršana', { holder: 'saldus' }));
  own.putService(service('sad', 'Место в сад', { summary: { lv: 'Vieta novadā.' } }));
  assert.deepEqual(found(own, 'Saldus novads'), ['koki']);
});

test('a letter that is doubled, or pressed with its neighbour, is a slip in short words too', () => {
  const own = new ChangingCatalogue();
  own.putService(service('koki', 'Koku ciršana'));
  own.putService(service('suni', 'Suņu reģistrācija'));
  for (const q of ['kokku ciršana', 'kokju ciršana']) assert.deepEqual(found(own, q), ['koki'], q);
  for (const q of ['sunnu', 'sunju']) {
    assert.deepEqual(found(own, `${q} registracija`), ['suni'], q);
  }
});
