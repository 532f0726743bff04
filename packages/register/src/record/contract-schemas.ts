/** The schemas of the contract, compiled when first needed. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

type Schema = Record<string, unknown>;

const DOCUMENT = 'contract';

interface CompiledContract {
  ajv: Ajv2020;
  /** Names of schemas by the object kind that they describe. */
  nameByKind: ReadonlyMap<string, string>;
  byKind: Map<string, ValidateFunction>;
  byName: Map<string, ValidateFunction>;
}

let compiled: CompiledContract | undefined;

/**
 * What is wrong with a record by the schema of its kind. For a kind that the contract does not
 * describe, only what holds for every record counts.
 */
export function schemaErrors(kind: unknown, record: object): ErrorObject[] {
  compiled ??= loadContract();
  const { ajv, nameByKind, byKind } = compiled;
  const name = (typeof kind === 'string' && nameByKind.get(kind)) || 'RecordBase';
  let validate = byKind.get(name);
  if (!validate) {
    validate = ajv.compile({
      allOf: [
        { $ref: `${DOCUMENT}#/components/schemas/${name}` },
        { properties: { management: { $ref: `${DOCUMENT}#/components/schemas/Management` } } },
      ],
    });
    byKind.set(name, validate);
  }
  return validate(record) ? [] : (validate.errors ?? []);
}

/**
 * What is wrong with a value that is no record by the schema of a name.
 *
 * @throws {Error} where the contract has no such schema.
 */
export function shapeErrors(name: string, value: unknown): ErrorObject[] {
  compiled ??= loadContract();
  const { ajv, byName } = compiled;
  let validate = byName.get(name);
  if (!validate) {
    validate = ajv.compile({ $ref: `${DOCUMENT}#/components/schemas/${name}` });
    byName.set(name, validate);
  }
  return validate(value) ? [] : (validate.errors ?? []);
}

/** The kinds that the contract describes. */
export function describedKinds(): string[] {
  compiled ??= loadContract();
  return [...compiled.nameByKind.keys()];
}

function loadContract(): CompiledContract {
  const file = fileURLToPath(import.meta.resolve('@pvp/contract/openapi.yaml'));
  const document = parse(readFileSync(file, 'utf8')) as {
    components: { schemas: Record<string, Schema> };
  };
  const { schemas } = document.components;
  // With the discriminator only the branch that a node claims to be is judged. `oneOf` alone would
  // report every branch at every level of a tree.
  Object.assign(schemas['RichTextNode'] ?? {}, { discriminator: { propertyName: 'type' } });

  // Not strict: the document has words beside JSON Schema's own. Values are never coerced.
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, discriminator: true });
  addFormats.default(ajv);
  ajv.addSchema(document, DOCUMENT, undefined, false);
  const nameByKind = new Map(
    Object.entries(schemas).flatMap(([name, schema]) => {
      const kind = kindOf(schema);
      return kind === undefined ? [] : [[kind, name] as const];
    }),
  );
  return { ajv, nameByKind, byKind: new Map(), byName: new Map() };
}

/** The constant that a record schema demands of `type`. */
function kindOf(schema: Schema): string | undefined {
  const parts = (schema['allOf'] ?? []) as {
    $ref?: string;
    properties?: { type?: { const?: string } };
  }[];
  const describesRecord = parts.some(({ $ref }) => $ref?.endsWith('/RecordBase'));
  if (!describesRecord) return undefined;
  return parts.map(({ properties }) => properties?.type?.const).find((kind) => kind !== undefined);
}
