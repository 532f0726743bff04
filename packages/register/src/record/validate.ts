/** Judges a full record before it is written. */
import { MANAGEMENT_FIELDS, type ImportFinding } from '@pvp/contract';
import { schemaErrors } from './contract-schemas.ts';
import { findingField, findingReason, quote } from './finding-text.ts';
import { limitFinding } from './record-limits.ts';
import { serviceFindings, type FieldFinding } from './service-rules.ts';

/** More findings than this help nobody; the last one says how many there are. */
const MAX_FINDINGS = 50;

/** Errors that only repeat what the errors inside them say. */
const SUMMARIES: ReadonlySet<string> = new Set(['if', 'oneOf', 'anyOf', 'allOf']);

/**
 * What is wrong with a full record; empty: it may be written. A record of a kind that the contract
 * does not describe is judged by what holds for all, and kept. Unknown fields are never wrong.
 *
 * @param record Any JSON value, in the shape of the contract.
 */
export function validateRecord(record: unknown): ImportFinding[] {
  if (record === null || typeof record !== 'object' || Array.isArray(record)) {
    const reason = `A record is a JSON object, not ${quote(record)}.`;
    return [{ id: null, field: '', reason }];
  }
  const full = record as Record<string, unknown>;
  const id = typeof full['id'] === 'string' ? full['id'] : null;
  const tooMuch = limitFinding(id, full);
  if (tooMuch) return [tooMuch];

  // What the register derives itself is dropped, not judged.
  const { derived: _derived, ...judged } = full;
  const findings = [
    ...misplacedManagement(judged),
    ...schemaFindings(judged),
    ...(judged['type'] === 'service' ? serviceFindings(judged) : []),
  ];
  return shorten(distinct(findings)).map((finding) => ({ id, ...finding }));
}

function misplacedManagement(record: Record<string, unknown>): FieldFinding[] {
  return MANAGEMENT_FIELDS.filter((name) => record[name] !== undefined).map((name) => ({
    field: `/${name}`,
    reason: `"${name}" belongs to the management half, which is never published: put it under "management".`,
  }));
}

function schemaFindings(record: Record<string, unknown>): FieldFinding[] {
  return schemaErrors(record['type'], record)
    .filter(({ keyword }) => !SUMMARIES.has(keyword))
    .map((error) => ({ field: findingField(error), reason: findingReason(error) }));
}

function distinct(findings: readonly FieldFinding[]): FieldFinding[] {
  const byText = new Map(
    findings.map((finding) => [`${finding.field} ${finding.reason}`, finding]),
  );
  return [...byText.values()];
}

function shorten(findings: FieldFinding[]): FieldFinding[] {
  const more = findings.length - MAX_FINDINGS;
  if (more <= 0) return findings;
  return [
    ...findings.slice(0, MAX_FINDINGS),
    { field: '', reason: `The record has ${more} further faults.` },
  ];
}
