/** Judges what a person sends, field by field, and cleans its text. */
import type {
  ImportFinding,
  NewRequest,
  RequestAttribute,
  RequestAttributeValues,
} from '@pvp/contract';
import { shapeErrors } from '../record/contract-schemas.ts';
import { findingField, findingReason, pointerToken, quote } from '../record/finding-text.ts';
import type { OfferedForm } from './request-forms.ts';

type AttributeValue = RequestAttributeValues[string];

const LINE_LENGTH = 200;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** What is wrong with a value by its schema in the contract. */
export function shapeFindings(schema: string, value: unknown): ImportFinding[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [finding('', `The body must be a JSON object, not ${quote(value)}.`)];
  }
  return shapeErrors(schema, value)
    .filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'allOf')
    .map((error) =>
      error.keyword === 'minProperties'
        ? finding(error.instancePath, 'It says nothing.')
        : finding(findingField(error), findingReason(error)),
    );
}

/** What is wrong with a request by the form of its kind; `form` absent: the kind is not offered. */
export function formFindings(request: NewRequest, form: OfferedForm | undefined): ImportFinding[] {
  if (form === undefined) {
    return [finding('/kind', `${quote(request.kind)} is not offered here.`)];
  }
  const values = request.attributes ?? {};
  const known = new Map(form.attributes.map((attribute) => [attribute.id, attribute]));
  const findings: ImportFinding[] = [];
  if (cleanText(request.text) === '') findings.push(finding('/text', 'The text is empty.'));
  for (const [id, value] of Object.entries(values)) {
    const field = `/attributes/${pointerToken(id)}`;
    const attribute = known.get(id);
    const reason = attribute ? attributeFault(attribute, value) : 'is not asked for';
    if (reason) findings.push(finding(field, `${quote(id)} ${reason}.`));
  }
  for (const { id, required } of form.attributes) {
    const value = values[id];
    const isEmpty = value === undefined || value === '' || (Array.isArray(value) && !value.length);
    if (!required || !isEmpty) continue;
    findings.push(finding(`/attributes/${pointerToken(id)}`, `${quote(id)} is missing.`));
  }
  return findings;
}

function attributeFault(attribute: RequestAttribute, value: AttributeValue): string | undefined {
  const choices = new Set((attribute.values ?? []).map(({ id }) => id));
  switch (attribute.type) {
    case 'line':
      if (typeof value !== 'string' || /[\r\n]/.test(value)) return 'must be one line of text';
      return value.length > LINE_LENGTH ? `must have at most ${LINE_LENGTH} characters` : undefined;
    case 'text':
      return typeof value === 'string' ? undefined : 'must be a text';
    case 'number':
      return typeof value === 'number' ? undefined : 'must be a number';
    case 'date':
      return isDay(value) ? undefined : 'must be a date as YYYY-MM-DD';
    case 'instant':
      return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value))
        ? undefined
        : 'must be an instant as YYYY-MM-DDTHH:MM:SSZ';
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'must be true or false';
    case 'choice':
      return typeof value === 'string' && choices.has(value)
        ? undefined
        : `must be one of ${[...choices].join(', ')}`;
    case 'choices':
      return Array.isArray(value) && value.every((each) => choices.has(each))
        ? undefined
        : `must be a list of ${[...choices].join(', ')}`;
    default:
      return undefined;
  }
}

function isDay(value: AttributeValue): boolean {
  if (typeof value !== 'string' || !DATE.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

/** Plain text as it is kept: one kind of line end, and nothing that a terminal or a header obeys. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')

    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
    .trim();
}

/** The same, on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

function finding(field: string, reason: string): ImportFinding {
  return { id: null, field, reason };
}
