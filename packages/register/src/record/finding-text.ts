/** Errors of the schema in plain English, for the person who wrote the record. */
import type { ErrorObject } from 'ajv';

const LONGEST_QUOTE = 60;

/** What a pattern of the contract asks for, in words. */
const PATTERNS: Readonly<Record<string, string>> = {
  '^[A-Za-z0-9][A-Za-z0-9._:~-]*$':
    'an id (letters without diacritics, digits and . _ : ~ -, beginning with a letter or digit)',
  '^[0-9a-f]{64}$': 'a SHA-256 in hexadecimal',
  '^https?://': 'an address that begins with http:// or https://',
  '^[A-Z]{3}$': 'a currency code of three capital letters, such as EUR',
  '^[0-9]{2}-[0-9]{2}$': 'a day of the year as MM-DD',
  '^([01][0-9]|2[0-3]):[0-5][0-9]$': 'a time as HH:MM',
  '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$': 'a time as HH:MM, up to 24:00',
  '^(https?:|mailto:|tel:)': 'an address that begins with http:, https:, mailto: or tel:',
  '^[a-z][a-z0-9-]{0,63}$': 'the name of a kind (small letters, digits and -)',
  '^[a-z]{2,3}$': 'a language code of two or three letters',
  '^[0-9+() ./-]+$': 'a phone number',
  '[\\p{L}\\p{N}]': 'a text with a letter or digit',
};

const FORMATS: Readonly<Record<string, string>> = {
  date: 'a date as YYYY-MM-DD',
  'date-time': 'an instant as YYYY-MM-DDTHH:MM:SSZ',
  email: 'an e-mail address',
  uri: 'a whole address (URI)',
};

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'a text',
};

/** JSON Pointer of the field that an error is about, also where that is missing or too much. */
export function findingField({ keyword, instancePath, params }: ErrorObject): string {
  const named = { required: 'missingProperty', additionalProperties: 'additionalProperty' }[
    keyword
  ];
  return named === undefined
    ? instancePath
    : `${instancePath}/${pointerToken(String(params[named]))}`;
}

export function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** One sentence: what stands there, and what should. */
export function findingReason(error: ErrorObject): string {
  const { keyword, params, data } = error;
  const field = findingField(error);
  const it = fieldName(field);
  const found = field.startsWith('/management') ? '' : `, not ${quote(data)}`;
  const limit = String(params['limit']);
  switch (keyword) {
    case 'required':
      return `${it} is missing.`;
    case 'additionalProperties':
      return `${it} is not known here.`;
    case 'type':
      return `${it} must be ${typeNames(params['type'])}${found}.`;
    case 'enum':
      return `${it} must be one of ${list(params['allowedValues'])}${found}.`;
    case 'const':
      return `${it} must be ${quote(params['allowedValue'])}${found}.`;
    case 'discriminator':
      return `${it} must have a "type" that is one of "text", "element".`;
    case 'pattern': {
      const pattern = String(params['pattern']);
      return `${it} must be ${PATTERNS[pattern] ?? `a text that matches ${pattern}`}${found}.`;
    }
    case 'format': {
      const format = String(params['format']);
      return `${it} must be ${FORMATS[format] ?? `of the format ${format}`}${found}.`;
    }
    case 'minLength':
      return `${it} must have at least ${count(limit, 'character')}.`;
    case 'maxLength':
      return `${it} must have at most ${count(limit, 'character')}.`;
    case 'minItems':
      return `${it} must have at least ${count(limit, 'entry')}.`;
    case 'maxItems':
      return `${it} must have at most ${count(limit, 'entry')}.`;
    case 'minProperties':
      return `${it} must have a text in at least one language.`;
    case 'minimum':
      return `${it} must be at least ${limit}${found}.`;
    case 'maximum':
      return `${it} must be at most ${limit}${found}.`;
    default:
      return `${it} ${error.message ?? 'is not as the contract says'}.`;
  }
}

/** The last name of a pointer, with its list where it is a position. */
export function fieldName(pointer: string): string {
  const tokens = pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = tokens.at(-1);
  if (last === undefined) return 'The record';
  if (/^\d+$/.test(last)) return `Entry ${Number(last) + 1} of "${tokens.at(-2) ?? ''}"`;
  return `"${last}"`;
}

/** A value as JSON, cut short. */
export function quote(value: unknown): string {
  if (value !== null && typeof value === 'object')
    return Array.isArray(value) ? 'a list' : 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

export function list(values: unknown): string {
  return [values].flat().map(quote).join(', ');
}

function typeNames(types: unknown): string {
  return String(types)
    .split(',')
    .map((type) => TYPES[type] ?? type)
    .join(' or ');
}

function count(n: string, noun: string): string {
  if (n === '1') return `${n} ${noun}`;
  return `${n} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}
