import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import canonicalize from 'canonicalize';
import { validateRecord } from '../../src/record/validate.ts';
import { generateObjects, generateServices } from '../../src/seed/generate.ts';

const canonical = (value: object): string => canonicalize(value) as string;

function digest(count: number, seed: number): string {
  const hash = createHash('sha256');
  for (const record of generateObjects(count, { seed })) hash.update(canonical(record));
  for (const record of generateServices(count, { seed })) hash.update(canonical(record));
  return hash.digest('hex');
}

test('the same count and seed give the same records, another seed gives others', () => {
  assert.equal(digest(300, 1), digest(300, 1));
  assert.notEqual(digest(300, 1), digest(300, 2));
});

test('every generated record satisfies the contract and is marked as sample data', () => {
  for (const record of [...generateObjects(300), ...generateServices(300)]) {
    assert.deepEqual(validateRecord(record), [], record.id);
    assert.equal(record.sample, true, record.id);
  }
});

test('generated services refer only to what was generated before them or with them', () => {
  const objects = new Set([...generateObjects(300)].map(({ type, id }) => `${type}/${id}`));
  const services = [...generateServices(300)];
  for (const { id } of services) objects.add(`service/${id}`);
  for (const service of services) {
    const named = [
      `organization/${service.holder}`,
      `organization/${service.checkedBy}`,
      ...(service.audience ?? []).map((id) => `organization/${id}`),
      ...(service.needs ?? []).map((id) => `need/${id}`),
      ...(service.groups ?? []).map((id) => `service-group/${id}`),
      ...(service.related ?? []).map((id) => `service/${id}`),
      ...(service.template ? [`service-template/${service.template}`] : []),
      ...(service.successor ? [`service/${service.successor}`] : []),
    ];
    for (const name of named) assert.ok(objects.has(name), `${service.id} names ${name}`);
  }
});

test('5,000 services: unique ids, about 4 kB each, many titles, a third of them instances', () => {
  const ids = new Set<string>();
  const titles = new Set<string>();
  const instances = new Set<string>();
  let bytes = 0;
  let english = 0;
  for (const { management: _management, ...service } of generateServices(5000)) {
    ids.add(service.id);
    // The same title in two municipalities is one title.
    titles.add((service.title['lv'] ?? '').replace(/ \S+ novadā$/, ''));
    if (service.template) instances.add(`${service.template} ${service.holder}`);
    if (service.title['en']) english += 1;
    bytes += Buffer.byteLength(canonical(service));
  }
  assert.equal(ids.size, 5000);
  assert.ok(titles.size >= 3000, `${titles.size} titles`);
  assert.ok(instances.size > 1600, `${instances.size} instances, one per template and institution`);
  assert.ok(english > 300, `${english} in English`);
  const mean = bytes / 5000;
  assert.ok(mean > 3500 && mean < 4500, `mean ${mean} bytes`);
});

test('50,000 services belong to hundreds of institutions', () => {
  const institutions = [...generateObjects(50_000)].filter(({ type }) => type === 'organization');
  assert.ok(institutions.length >= 300, `${institutions.length} institutions`);
  const names = new Set(institutions.map(({ title }) => title['lv']));
  assert.equal(names.size, institutions.length);
});
