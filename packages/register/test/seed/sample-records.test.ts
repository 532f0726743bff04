import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
  CHANNEL_KINDS,
  SERVICE_KINDS,
  SUPPORT_DUTIES,
  SUPPORT_MEANS,
  SUPPORT_PLACE_KINDS,
} from '@pvp/contract';
import type { FullRecord } from '@pvp/contract';
import { normaliseRecord } from '../../src/ingest/normalise.ts';
import { validateRecord } from '../../src/record/validate.ts';
import { sampleRecords } from '../../src/seed/sample-records.ts';

type Fields = FullRecord & Record<string, unknown>;

let records: Fields[] = [];

before(async () => {
  records = (await sampleRecords()).map((raw) => normaliseRecord(raw) as Fields);
});

const ofType = (type: string): Fields[] => records.filter((record) => record.type === type);
const list = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
const parts = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
const text = (value: unknown, lang: string): string | undefined =>
  (value as Record<string, string> | undefined)?.[lang];

/** The words of a rich-text tree. */
function words(tree: unknown): string {
  const { value, children } = tree as { value?: string; children?: unknown[] };
  return value ?? (children ?? []).map(words).join(' ');
}

function assertAllSeen(expected: readonly string[], seen: Iterable<unknown>, what: string): void {
  const found = new Set(seen);
  const missing = expected.filter((value) => !found.has(value));
  assert.deepEqual(missing, [], `${what} that no sample record uses`);
}

test('every sample record satisfies the contract and is marked as sample data', () => {
  for (const record of records) {
    assert.deepEqual(validateRecord(record), [], `${record.type}/${record.id}`);
    assert.equal(record.sample, true, `${record.type}/${record.id}`);
  }
});

test('ids and aliases are unique within their kind', () => {
  const seen = new Set<string>();
  for (const { type, id, aliases } of records) {
    for (const name of [id, ...(aliases ?? [])]) {
      assert.ok(!seen.has(`${type}/${name}`), `${type}/${name} occurs twice`);
      seen.add(`${type}/${name}`);
    }
  }
});

test('whatever a sample record names exists', () => {
  const known = new Set(records.map(({ type, id }) => `${type}/${id}`));
  const named: Record<string, string> = {
    holder: 'organization',
    providers: 'organization',
    audience: 'organization',
    checkedBy: 'organization',
    organization: 'organization',
    institutions: 'organization',
    parent: 'organization',
    needs: 'need',
    lifeEvents: 'life-event',
    groups: 'service-group',
    template: 'service-template',
    related: 'service',
    successor: 'service',
    mergedInto: 'service',
    services: 'service',
    partners: 'organization',
  };
  const missing: string[] = [];
  for (const record of records) {
    const references = Object.entries(named).flatMap(([field, type]) =>
      [record[field]]
        .flat()
        .filter(Boolean)
        .map((id) => `${type}/${String(id)}`),
    );
    for (const id of record.management?.resources ?? []) references.push(`resource/${id}`);
    for (const reference of references) {
      if (!known.has(reference)) missing.push(`${record.type}/${record.id} names ${reference}`);
    }
  }
  assert.deepEqual(missing, []);
});

test('services: enough of them, in both languages, of every kind, channel and status', () => {
  const services = ofType('service');
  assert.ok(services.length >= 60, `${services.length} services`);
  const english = services.filter(({ title }) => text(title, 'en'));
  assert.ok(english.length >= 25, `${english.length} in English`);
  assertAllSeen(
    SERVICE_KINDS,
    services.map(({ kind }) => kind),
    'kinds of service',
  );
  const kinds = services.flatMap(({ channels }) => parts(channels).map(({ kind }) => kind));
  assertAllSeen(CHANNEL_KINDS, kinds, 'kinds of channel');
  const statuses = services.map(({ status }) => status);
  assertAllSeen(['active', 'suspended', 'merged', 'retired'], statuses, 'statuses');
  const inter = services.filter(({ kind }) => String(kind).startsWith('inter-'));
  assert.ok(inter.length >= 4, `${inter.length} services between institutions`);
});

test('six unified services have instances in at least four municipalities each', () => {
  const municipalities = new Set(
    ofType('organization')
      .filter(({ kind }) => kind === 'municipality')
      .map(({ id }) => id),
  );
  const templates = ofType('service-template');
  assert.equal(templates.length, 6);
  for (const { id } of templates) {
    const holders = ofType('service')
      .filter(({ template, holder }) => template === id && municipalities.has(String(holder)))
      .map(({ holder }) => holder);
    assert.ok(new Set(holders).size >= 4, `${id}: ${new Set(holders).size} municipalities`);
  }
});

test('twelve organizations can be found by their registration number and be visited', () => {
  const partners = new Set(ofType('support-place').flatMap(({ partners }) => list(partners)));
  const organizations = ofType('organization').filter(
    ({ id, kind }) => kind !== 'other' || !partners.has(id),
  );
  assert.equal(organizations.length, 12);
  for (const { id, aliases, registrationNumber, contacts, homepage } of organizations) {
    assert.ok(aliases?.includes(String(registrationNumber)), id);
    assert.match(String(homepage), /\.example$/, id);
    const [contact] = parts(contacts);
    assert.ok(contact?.['address'] && contact['hours'] && contact['phone'], id);
  }
});

test('partners are named wherever they are said to help, the whole country included', () => {
  const places = ofType('support-place');
  const helped = places.filter(({ partners }) => list(partners).length > 0);
  const owed = places.filter(({ duties }) => list(duties).includes('partners'));
  assert.deepEqual(
    helped.map(({ id }) => id),
    owed.map(({ id }) => id),
  );
  assert.ok(helped.some(({ organization }) => organization === undefined));
});

test('twelve life events explain themselves and lead to needs', () => {
  const events = ofType('life-event');
  assert.equal(events.length, 12);
  const led = new Set(events.flatMap(({ needs }) => list(needs)));
  for (const { id, needs, summary, title, description } of events) {
    assert.ok(list(needs).length > 0, id);
    assert.ok(text(summary, 'lv') && text(summary, 'en') && text(title, 'ru'), id);
    const count = words((description as Record<string, unknown>)['lv']).split(/\s+/).length;
    assert.ok(count >= 140 && count <= 300, `${id}: ${count} words`);
  }
  assertAllSeen(
    ofType('need').map(({ id }) => id),
    led,
    'needs',
  );
  assert.equal(ofType('need').length, 30);
  assert.equal(ofType('service-group').length, 9);
});

test('sixty questions have answers, fifteen of them also in English', () => {
  const entries = ofType('knowledge-entry');
  assert.ok(entries.length >= 60, `${entries.length} entries`);
  const english = entries.filter(
    ({ title, answer }) => text(title, 'en') && (answer as Record<string, unknown>)['en'],
  );
  assert.ok(english.length >= 15, `${english.length} in English`);
  for (const { id, title, keywords } of entries) {
    assert.match(text(title, 'lv') ?? '', /[?.]$/, id);
    assert.ok(list(keywords).length >= 3, id);
  }
  assert.ok(entries.some(({ institutions }) => list(institutions).length > 0));
});

test('one resource is out of order and one is slow', () => {
  const states = ofType('resource').map(
    ({ id, status }) => [id, status as { state: string }] as const,
  );
  assert.equal(states.length, 8);
  assert.deepEqual(
    states
      .filter(([, { state }]) => state !== 'operational')
      .map(([id, { state }]) => `${id} ${state}`),
    ['e-veidlapu-sistema outage', 'bernudarzu-rindas-sistema degraded'],
  );
  const hit = ofType('service').filter(({ management }) =>
    management?.resources?.includes('e-veidlapu-sistema'),
  );
  assert.ok(hit.length > 0, 'services that depend on the resource in outage');
});

test('support places use every kind of place, means and duty, and some belong to one service', () => {
  const places = ofType('support-place');
  assert.ok(places.length >= 24, `${places.length} places`);
  assertAllSeen(
    SUPPORT_PLACE_KINDS,
    places.map(({ place }) => place),
    'kinds of place',
  );
  assertAllSeen(
    SUPPORT_MEANS,
    places.map(({ means }) => means),
    'means',
  );
  assertAllSeen(
    SUPPORT_DUTIES,
    places.flatMap(({ duties }) => list(duties)),
    'duties',
  );
  assert.ok(
    places.some(({ organization }) => organization === undefined),
    'a national place',
  );
  assert.ok(places.filter(({ services }) => list(services).length === 1).length >= 3);
  const hours = places.map(({ hours }) => hours as { seasons?: unknown; exceptions?: unknown });
  assert.ok(hours.some((value) => value?.seasons) && hours.some((value) => value?.exceptions));
  for (const field of [
    'callCost',
    'relay',
    'signLanguage',
    'accessibility',
    'bookingUrl',
    'equipment',
    'partners',
    'handOver',
  ]) {
    assert.ok(
      places.some((place) => place[field] !== undefined),
      field,
    );
  }
});

test('request forms differ by institution and by service, and one takes a kind away', () => {
  const forms = ofType('request-form');
  assert.ok(forms.some(({ services }) => list(services).length > 0));
  assert.ok(forms.some(({ organization, services }) => organization && services === undefined));
  assert.ok(forms.some(({ offered }) => offered === false));
  assert.deepEqual(
    new Set(forms.flatMap(({ attributes }) => parts(attributes).map(({ type }) => type))),
    new Set(['choice', 'line', 'instant', 'number', 'yes-no', 'choices']),
  );
});

test('former services lead on', () => {
  assert.deepEqual(
    ofType('work-item').map(({ mergedInto }) => mergedInto),
    ['PV-2001', 'PV-1051'],
  );
});

test('canaries stand in management halves and nowhere else', () => {
  let canaries = 0;
  for (const { management, ...half } of records) {
    assert.doesNotMatch(JSON.stringify(half), /KANARIJS/, half.id);
    if (JSON.stringify(management ?? {}).includes(`KANARIJS-${half.id}-`)) canaries += 1;
  }
  assert.ok(canaries >= 20, `${canaries} canaries`);
});
