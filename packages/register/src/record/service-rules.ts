/** What holds for a service beyond its schema. Shapes are not taken for granted here. */
import { fieldName, pointerToken, quote } from './finding-text.ts';

/** A finding without the record's id. */
export interface FieldFinding {
  field: string;
  reason: string;
}

type Fields = Record<string, unknown>;

/** Lists whose entries carry ids that other parts may name. */
const PART_LISTS = [
  'situations',
  'channels',
  'costs',
  'terms',
  'steps',
  'documents',
  'outputs',
  'sections',
  'legalResources',
  'contacts',
];

/** Which field of an entry names entries of which list. */
const REFERENCES: readonly { list: string; field: string; target: string }[] = [
  { list: 'costs', field: 'channel', target: 'channels' },
  { list: 'costs', field: 'step', target: 'steps' },
  { list: 'terms', field: 'channel', target: 'channels' },
  { list: 'terms', field: 'step', target: 'steps' },
  { list: 'steps', field: 'channels', target: 'channels' },
  { list: 'steps', field: 'documents', target: 'documents' },
];

export function serviceFindings(service: Fields): FieldFinding[] {
  return [
    ...kindFindings(service),
    ...statusFindings(service),
    ...idFindings(service),
    ...referenceFindings(service),
    ...rangeFindings(service),
  ];
}

function kindFindings(service: Fields): FieldFinding[] {
  const { kind, audience } = service;
  const findings: FieldFinding[] = [];
  if (kind === 'public-general') {
    if (entries(service['recipients']).length > 0) {
      findings.push({
        field: '/recipients',
        reason:
          'A service of the kind "public-general" is for society as a whole and has no recipients. Remove "recipients", or give the service another kind.',
      });
    }
    for (const [index, channel] of entries(service['channels']).entries()) {
      if (asFields(channel)['requestable'] === true) {
        findings.push({
          field: `/channels/${index}/requestable`,
          reason:
            'A service of the kind "public-general" cannot be requested, so none of its channels is "requestable".',
        });
      }
    }
  }
  if (kind === 'inter-restricted') {
    if (entries(audience).length === 0) {
      findings.push({
        field: '/audience',
        reason:
          'A service of the kind "inter-restricted" needs an "audience" with the ids of the institutions that may see it.',
      });
    }
  } else if (audience !== undefined) {
    findings.push({
      field: '/audience',
      reason: `Only a service of the kind "inter-restricted" has an "audience"; this one is of the kind ${quote(kind)}.`,
    });
  }
  return findings;
}

function statusFindings({ id, status, successor }: Fields): FieldFinding[] {
  if (status === 'merged' && successor === undefined) {
    return [
      {
        field: '/successor',
        reason: 'A service with the status "merged" needs a "successor": the id it is merged into.',
      },
    ];
  }
  if (successor !== undefined && successor === id) {
    return [{ field: '/successor', reason: 'A service cannot be its own "successor".' }];
  }
  return [];
}

function idFindings(service: Fields): FieldFinding[] {
  const findings = PART_LISTS.flatMap((list) => repeatedIds(service[list], `/${list}`));
  for (const [index, channel] of entries(service['channels']).entries()) {
    findings.push(...repeatedIds(asFields(channel)['places'], `/channels/${index}/places`));
  }
  return findings;
}

function repeatedIds(list: unknown, pointer: string): FieldFinding[] {
  const seen = new Set<unknown>();
  return entries(list).flatMap((entry, index) => {
    const { id } = asFields(entry);
    if (typeof id !== 'string') return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        field: `${pointer}/${index}/id`,
        reason: `The id ${quote(id)} occurs more than once in ${fieldName(pointer)}.`,
      },
    ];
  });
}

function referenceFindings(service: Fields): FieldFinding[] {
  const findings: FieldFinding[] = [];
  const check = (value: unknown, field: string, target: string) => {
    if (typeof value !== 'string' || idsOf(service[target]).has(value)) return;
    findings.push({
      field,
      reason: `${fieldName(field)} names ${quote(value)}, and "${target}" has no entry with this id.`,
    });
  };
  const checkAll = (value: unknown, field: string, target: string) => {
    if (!Array.isArray(value)) return check(value, field, target);
    for (const [index, id] of value.entries()) check(id, `${field}/${index}`, target);
  };
  for (const { list, field, target } of REFERENCES) {
    for (const [index, entry] of entries(service[list]).entries()) {
      checkAll(asFields(entry)[field], `/${list}/${index}/${field}`, target);
    }
  }
  for (const list of PART_LISTS) {
    for (const [index, entry] of entries(service[list]).entries()) {
      const { situations } = asFields(asFields(entry)['appliesTo']);
      checkAll(situations, `/${list}/${index}/appliesTo/situations`, 'situations');
    }
  }
  return findings;
}

function rangeFindings(service: Fields): FieldFinding[] {
  return [
    ...inOrder(service, '', 'validFrom', 'validUntil'),
    ...entries(service['terms']).flatMap((term, n) => inOrder(term, `/terms/${n}`, 'min', 'max')),
    ...entries(service['costs']).flatMap((cost, n) => inOrder(cost, `/costs/${n}`, 'value', 'max')),
    ...entries(service['legalResources']).flatMap((act, n) =>
      inOrder(act, `/legalResources/${n}`, 'validFrom', 'validUntil'),
    ),
  ];
}

/** Numbers, or dates: these are texts that sort by time. */
function inOrder(entry: unknown, pointer: string, low: string, high: string): FieldFinding[] {
  const { [low]: from, [high]: to } = asFields(entry);
  const comparable =
    (typeof from === 'number' && typeof to === 'number') ||
    (typeof from === 'string' && typeof to === 'string');
  if (!comparable || from <= to) return [];
  return [
    {
      field: `${pointer}/${pointerToken(high)}`,
      reason: `"${high}" is ${quote(to)} and must not be less than "${low}", which is ${quote(from)}.`,
    },
  ];
}

function idsOf(list: unknown): Set<unknown> {
  return new Set(entries(list).map((entry) => asFields(entry)['id']));
}

function entries(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function asFields(value: unknown): Fields {
  return value !== null && typeof value === 'object' ? (value as Fields) : {};
}
