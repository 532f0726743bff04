/** Compares answers with `openapi.yaml`: an answer that the contract does not know fails a test. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

interface Operation {
  operationId: string;
  responses: Record<string, ResponseObject>;
}
interface ResponseObject {
  $ref?: string;
  content?: Record<string, unknown>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
  components: { responses: Record<string, ResponseObject> };
}

const file = fileURLToPath(import.meta.resolve('@pvp/contract/openapi.yaml'));
const document = parse(readFileSync(file, 'utf8')) as Document;
const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
addFormats.default(ajv);
ajv.addSchema(document, 'openapi');
const validators = new Map<string, ValidateFunction>();

const token = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

function pointerOf(operationId: string, status: number, type: string): string | undefined {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId !== operationId) continue;
      const response = operation.responses[String(status)];
      assert.ok(response, `${operationId} may not answer ${status}`);
      const named = response.$ref?.replace('#/components/responses/', '');
      const resolved = named === undefined ? response : document.components.responses[named];
      if (resolved?.content === undefined) return undefined;
      assert.ok(resolved.content[type], `${operationId} ${status} may not be ${type}`);
      const base = named
        ? `components/responses/${token(named)}`
        : `paths/${token(path)}/${method}/responses/${status}`;
      return `openapi#/${base}/content/${encodeURIComponent(token(type))}/schema`;
    }
  }
  throw new Error(`The contract has no operation ${operationId}.`);
}

/**
 * Reads the body of an answer and fails unless the contract allows this operation to give it.
 *
 * @returns the body: JSON as a value, anything else as text.
 */
export async function checked(operationId: string, response: Response): Promise<unknown> {
  const type = response.headers.get('content-type')?.split(';', 1)[0] ?? '';
  const text = await response.text();
  const pointer = pointerOf(operationId, response.status, type);
  if (pointer === undefined) {
    assert.equal(text, '', `${operationId} ${response.status} has no body`);
    return undefined;
  }
  const value: unknown = /[/+]json$/.test(type) ? JSON.parse(text) : text;
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: pointer.replaceAll('%2B', '+') });
  validators.set(pointer, validate);
  assert.ok(
    validate(value),
    `${operationId} ${response.status}: ${ajv.errorsText(validate.errors)}`,
  );
  return value;
}

/** Fails unless a value is what the contract calls by this name. */
export function assertSchema(name: string, value: unknown): void {
  const pointer = `openapi#/components/schemas/${name}`;
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: pointer });
  validators.set(pointer, validate);
  assert.ok(validate(value), `${name}: ${ajv.errorsText(validate.errors)}`);
}
