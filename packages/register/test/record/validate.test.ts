import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OBJECT_KINDS } from '@pvp/contract';
import { describedKinds } from '../../src/record/contract-schemas.ts';
import { validateRecord } from '../../src/record/validate.ts';

type Fields = Record<string, unknown>;

function service(more: Fields = {}): Fields {
  return {
    type: 'service',
    id: 'PV-1',
    kind: 'public-individual',
    status: 'active',
    title: { lv: 'Pakalpojums' },
    ...more,
  };
}

function richText(...children: unknown[]): Fields {
  return { lv: { type: 'root', children } };
}

/** The fields that are found fault with. */
function fields(record: unknown): string[] {
  return validateRecord(record).map(({ field }) => field);
}

function only(record: unknown, field: string, reason: RegExp): void {
  const findings = validateRecord(record);
  assert.deepEqual(
    findings.map((finding) => finding.field),
    [field],
  );
  assert.match(findings[0]?.reason ?? '', reason);
}

describe('a record is judged by the contract', () => {
  test('every kind of the contract has its schema', () => {
    assert.deepEqual([...describedKinds()].sort(), [...OBJECT_KINDS].sort());
  });

  test('a good record passes, with fields that nobody knows', () => {
    const description = richText(
      { type: 'element', tagName: 'p', children: [{ type: 'text', value: 'Teksts' }] },
      { type: 'element', tagName: 'a', properties: { href: 'tel:+371' }, children: [] },
    );
    const more = { description, future: [{ a: 1 }], revision: 3, derived: 'whatever' };
    assert.deepEqual(validateRecord(service(more)), []);
  });

  test('a kind that the contract does not know needs type and id only', () => {
    assert.deepEqual(validateRecord({ type: 'bake-sale', id: 'b', status: 7 }), []);
    assert.deepEqual(fields({ type: 'bake-sale', aliases: 'b' }), ['/id', '/aliases']);
    only({ type: 'Bake sale', id: 'b' }, '/type', /the name of a kind .*, not "Bake sale"/);
  });

  test('what is no record is refused without a guess at its id', () => {
    for (const value of [null, 'x', 7, [service()], undefined]) {
      const [finding, ...more] = validateRecord(value);
      assert.deepEqual([finding?.id, finding?.field, more], [null, '', []]);
      assert.match(finding?.reason ?? '', /A record is a JSON object, not /);
    }
    assert.equal(validateRecord({ type: 'service', id: 5 })[0]?.id, null);
  });

  test('a reason names what stands there and what is allowed', () => {
    only(service({ status: 'gone' }), '/status', /"active", "suspended", .* not "gone"\.$/);
    only(service({ id: 'PV 1' }), '/id', /"id" must be an id \(letters .*\), not "PV 1"/);
    only(service({ title: 'Nosaukums' }), '/title', /must be an object, not "Nosaukums"/);
    only(service({ title: {} }), '/title', /a text in at least one language/);
    only(service({ validFrom: '21.11.2026.' }), '/validFrom', /a date as YYYY-MM-DD/);
    only(
      service({ recipients: ['resident', 'alien'] }),
      '/recipients/1',
      /Entry 2 of "recipients"/,
    );
    const { title: _, ...untitled } = service();
    only(untitled, '/title', /"title" is missing/);
  });

  test('only the elements and links of the contract are rich text', () => {
    const at = (...children: unknown[]) => service({ description: richText(...children) });
    only(
      at({ type: 'element', tagName: 'script', children: [] }),
      '/description/lv/children/0/tagName',
      /one of "p", .*, not "script"/,
    );
    only(
      at({ type: 'element', tagName: 'a', properties: { href: 'javascript:x' }, children: [] }),
      '/description/lv/children/0/properties/href',
      /begins with http/,
    );
    only(at({ type: 'raw', value: '<b>' }), '/description/lv/children/0', /"text", "element"/);
  });

  test('a value of the management half is not repeated in a reason', () => {
    const findings = validateRecord(service({ management: { sla: ['KANARIJ'], notes: 5 } }));
    assert.deepEqual(
      findings.map(({ field }) => field),
      ['/management/sla', '/management/notes'],
    );
    assert.ok(!JSON.stringify(findings).includes('KANARIJ'));
  });

  test('fields of the management half are refused at the top', () => {
    const findings = validateRecord(service({ notes: 'KANARIJ', manager: { name: 'KANARIJ' } }));
    assert.deepEqual(findings.map(({ field }) => field).sort(), ['/manager', '/notes']);
    assert.match(findings[0]?.reason ?? '', /put it under "management"/);
    assert.ok(!JSON.stringify(findings).includes('KANARIJ'));
  });

  test('depth and size have limits', () => {
    const deep: Fields = { type: 'x', id: 'y' };
    let inner = deep;
    for (let n = 0; n < 100_000; n += 1) inner = (inner['a'] = {}) as Fields;
    only(deep, '', /deeper than 64 levels/);
    only({ type: 'x', id: 'y', text: 'ā'.repeat(600_000) }, '', /at most 1048576 are allowed/);
    const cycle: Fields = { type: 'x', id: 'y' };
    cycle['self'] = cycle;
    only(cycle, '', /deeper than 64 levels/);
  });

  test('a record full of faults gives a report of bearable length', () => {
    const findings = validateRecord(service({ keywords: Array(500).fill(1) }));
    assert.equal(findings.length, 51);
    assert.match(findings.at(-1)?.reason ?? '', /450 further faults/);
  });
});

describe('a service is judged beyond its schema', () => {
  test('a service for society as a whole has neither recipients nor a request', () => {
    const general = (more: Fields) => service({ kind: 'public-general', ...more });
    const channel = { id: 'c', kind: 'e-service' };
    assert.deepEqual(fields(general({ recipients: [], channels: [channel] })), []);
    only(general({ recipients: ['resident'] }), '/recipients', /has no recipients/);
    const requestable = { channels: [channel, { ...channel, id: 'd', requestable: true }] };
    only(general(requestable), '/channels/1/requestable', /cannot be requested/);
  });

  test('an audience belongs to the restricted kind, and to no other', () => {
    only(service({ kind: 'inter-restricted' }), '/audience', /needs an "audience"/);
    only(service({ kind: 'inter-restricted', audience: [] }), '/audience', /needs an "audience"/);
    only(service({ kind: 'inter-shared', audience: ['a'] }), '/audience', /"inter-shared"/);
    assert.deepEqual(fields(service({ kind: 'inter-restricted', audience: ['a'] })), []);
  });

  test('a merged service names its successor', () => {
    only(service({ status: 'merged' }), '/successor', /needs a "successor"/);
    only(service({ status: 'merged', successor: 'PV-1' }), '/successor', /its own "successor"/);
    assert.deepEqual(fields(service({ status: 'merged', successor: 'PV-2' })), []);
    assert.deepEqual(fields(service({ status: 'retired' })), []);
  });

  test('parts are named by ids that exist and occur once', () => {
    const parts = {
      situations: [{ id: 'q', title: { lv: 'Q' } }],
      channels: [{ id: 'c', kind: 'phone', appliesTo: { situations: ['q', 'r'] } }],
      documents: [{ id: 'd', kind: 'form', title: { lv: 'D' } }],
      steps: [{ id: 's', documents: ['d', 'e'], channels: ['c', 'x'] }, { id: 's' }],
      costs: [{ id: 'm', value: 0, channel: 'x', step: 's' }],
      terms: [{ id: 't', min: 1, channel: 'c', step: 'y' }],
    };
    assert.deepEqual(fields(service(parts)).sort(), [
      '/channels/0/appliesTo/situations/1',
      '/costs/0/channel',
      '/steps/0/channels/1',
      '/steps/0/documents/1',
      '/steps/1/id',
      '/terms/0/step',
    ]);
    const places = [{ id: 'p' }, { id: 'p' }];
    only(
      service({ channels: [{ id: 'c', kind: 'in-person', places }] }),
      '/channels/0/places/1/id',
      /"p" occurs more than once in "places"/,
    );
  });

  test('a range does not end before it begins', () => {
    only(service({ terms: [{ id: 't', min: 3, max: 1 }] }), '/terms/0/max', /"min", which is 3/);
    only(service({ costs: [{ id: 'm', value: 5, max: 4.5 }] }), '/costs/0/max', /"value"/);
    const days = { validFrom: '2026-12-01', validUntil: '2026-11-30' };
    only(service(days), '/validUntil', /must not be less than "validFrom"/);
    assert.deepEqual(fields(service({ terms: [{ id: 't', min: 1, max: 1 }] })), []);
  });
});
