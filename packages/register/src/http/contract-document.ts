import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export interface ContractDocument {
  info: { version: string };
  [field: string]: unknown;
}

let document: ContractDocument | undefined;

/** The contract (`openapi.yaml`) as an object, read once. */
export function contractDocument(): ContractDocument {
  const file = fileURLToPath(import.meta.resolve('@pvp/contract/openapi.yaml'));
  return (document ??= parse(readFileSync(file, 'utf8')) as ContractDocument);
}
