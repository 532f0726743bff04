import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import * as lists from '../src/lists.ts';

interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, unknown>>;
  components: {
    schemas: Record<string, { enum?: unknown[]; properties?: Record<string, unknown> }>;
    [section: string]: Record<string, unknown>;
  };
}

const file = fileURLToPath(new URL('../openapi.yaml', import.meta.url));
const contract = parse(readFileSync(file, 'utf8')) as OpenApi;
const { schemas } = contract.components;

const listed: Record<string, readonly unknown[]> = {
  ObjectKind: lists.OBJECT_KINDS,
  ServiceKind: lists.SERVICE_KINDS,
  ServiceStatus: lists.SERVICE_STATUSES,
  Profile: lists.PROFILES,
  Recipient: lists.RECIPIENTS,
  ChannelKind: lists.CHANNEL_KINDS,
  IdentificationLevel: lists.IDENTIFICATION_LEVELS,
  TermUnit: lists.TERM_UNITS,
  RequestKind: lists.REQUEST_KINDS,
  RequestState: lists.REQUEST_STATES,
  RequestDelivery: lists.REQUEST_DELIVERIES,
  RequestAttributeType: lists.REQUEST_ATTRIBUTE_TYPES,
  UsageEventName: lists.USAGE_EVENT_NAMES,
  SupportPlaceKind: lists.SUPPORT_PLACE_KINDS,
  SupportMeans: lists.SUPPORT_MEANS,
  SupportWay: lists.SUPPORT_WAYS,
  SupportDuty: lists.SUPPORT_DUTIES,
  SupportLevel: lists.SUPPORT_LEVELS,
  AnswerSection: lists.ANSWER_SECTIONS,
  ResourceState: lists.RESOURCE_STATES,
  OrganizationKind: lists.ORGANIZATION_KINDS,
  SearchIndexTierName: lists.SEARCH_INDEX_TIERS,
  ServiceSort: lists.SERVICE_SORTS,
  Weekday: lists.WEEKDAYS,
  TokenRole: lists.TOKEN_ROLES,
};

for (const [name, values] of Object.entries(listed)) {
  test(`the list ${name} has the contract's values in the contract's order`, () => {
    assert.deepEqual([...values], schemas[name]?.enum);
  });
}

test('the contract has no closed list that the code cannot name', () => {
  const enums = Object.keys(schemas).filter((name) => schemas[name]?.enum !== undefined);
  assert.deepEqual(enums.sort(), [...Object.keys(listed), 'ProblemType'].sort());
});

test('the rich-text tags and the management fields are those of the contract', () => {
  const element = schemas['RichTextElement']?.properties?.['tagName'] as { enum: string[] };
  assert.deepEqual([...lists.RICH_TEXT_TAGS], element.enum);
  const management = schemas['Management']?.properties ?? {};
  assert.deepEqual([...lists.MANAGEMENT_FIELDS], Object.keys(management));
});

test('the public description names no management field', () => {
  const service = schemas['Service'] as unknown as {
    allOf: { properties?: Record<string, unknown> }[];
  };
  const fields = service.allOf.flatMap((part) => Object.keys(part.properties ?? {}));
  assert.ok(fields.includes('costs'), 'the test reads the fields of the description');
  for (const name of lists.MANAGEMENT_FIELDS) assert.ok(!fields.includes(name), name);
});

test('every reference inside the contract leads to something', () => {
  const missing: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    const ref = (node as { $ref?: unknown }).$ref;
    if (typeof ref === 'string') {
      const [, , section = '', name = ''] = ref.split('/');
      if (contract.components[section]?.[name] === undefined) missing.push(ref);
    }
    Object.values(node).forEach(walk);
  };
  walk(contract);
  assert.deepEqual(missing, []);
});

test('every operation has an id of its own and says what a failure looks like', () => {
  const ids = new Set<string>();
  for (const [path, item] of Object.entries(contract.paths)) {
    for (const method of ['get', 'put', 'post', 'delete']) {
      const operation = item[method] as { operationId?: string; summary?: string } | undefined;
      if (operation === undefined) continue;
      assert.ok(operation.operationId && operation.summary, `${method} ${path}`);
      assert.ok(!ids.has(operation.operationId), operation.operationId);
      ids.add(operation.operationId);
    }
  }
  assert.ok(ids.size >= 18);
});
