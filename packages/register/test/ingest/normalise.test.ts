import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadableField } from '../../src/ingest/findings.ts';
import { normaliseRecord } from '../../src/ingest/normalise.ts';
import { validateRecord } from '../../src/record/validate.ts';

test('the authoring shorthand becomes the full shape', () => {
  const record = normaliseRecord({
    type: 'service',
    id: 'PV-1',
    kind: 'public-individual',
    status: 'active',
    title: 'Nosaukums',
    alternativeTitles: ['Cits', { lv: 'Trešais', en: 'Third' }],
    summary: { lv: ' Īsi. ', en: '' },
    description: 'Pirmā **rindkopa**.',
    recipientNote: { html: '<p>Visiem</p>' },
    costs: [
      { value: 0, description: 'tiešsaistē' },
      { id: 'c1', value: 4.27 },
    ],
    channels: [
      { id: 'e', kind: 'e-service', description: { lv: 'md', en: { html: '<b>en</b>' } } },
    ],
    steps: [{ title: 'Solis', channels: ['e'] }],
    sections: [{ role: 'appeal', title: 'Pārsūdzība', content: '- viens\n- divi' }],
    legalResources: ['MK 03.09.2013 noteikumi Nr.761 “Par reģistriem”'],
    contacts: [{ title: 'Nodaļa', hours: { description: 'pēc pieraksta' } }],
    management: { notes: 'iekšējs' },
    futureField: { kept: ['as', 'is'] },
    derived: { objects: {} },
    hash: 'x',
  });
  assert.deepEqual(validateRecord(record), []);
  const p = (children: object[]) => ({ type: 'element', tagName: 'p', children });
  const text = (value: string) => ({ type: 'text', value });
  assert.deepEqual(record['title'], { lv: 'Nosaukums' });
  assert.deepEqual(record['alternativeTitles'], [{ lv: 'Cits' }, { lv: 'Trešais', en: 'Third' }]);
  assert.deepEqual(record['summary'], { lv: 'Īsi.' });
  assert.deepEqual(record['recipientNote'], {
    lv: { type: 'root', children: [p([text('Visiem')])] },
  });
  assert.deepEqual(record['costs'], [
    { id: 'c2', value: 0, description: { lv: 'tiešsaistē' } },
    { id: 'c1', value: 4.27 },
  ]);
  assert.deepEqual(record['steps'], [{ id: 's1', title: { lv: 'Solis' }, channels: ['e'] }]);
  assert.deepEqual(record['futureField'], { kept: ['as', 'is'] });
  assert.deepEqual(record['management'], { notes: 'iekšējs' });
  assert.ok(!('derived' in record) && !('hash' in record));
});

test('the full shape stays as it is', () => {
  const tree = { type: 'root', children: [{ type: 'text', value: 'x' }] };
  const record = {
    type: 'knowledge-entry',
    id: 'k',
    title: { lv: 'Jautājums?' },
    answer: { lv: tree, en: tree },
  };
  assert.deepEqual(normaliseRecord(record), record);
});

test('of an unknown kind nothing is presumed', () => {
  const record = { type: 'weather-report', id: 'w', title: 'plain', description: '**x**' };
  assert.deepEqual(normaliseRecord(record), record);
});

test('a field named like a prototype does no harm', () => {
  const raw = JSON.parse(
    '{"type":"need","id":"n","title":"N","__proto__":{"polluted":true}}',
  ) as Record<string, unknown>;
  const record = normaliseRecord(raw);
  assert.equal((record as { polluted?: boolean }).polluted, undefined);
});

test('a text that cannot be read names its field', () => {
  assert.throws(
    () =>
      normaliseRecord({
        type: 'life-event',
        id: 'x',
        title: 'T',
        description: 'x'.repeat(200_000),
      }),
    (error) => error instanceof UnreadableField && error.field === '/description/lv',
  );
});
