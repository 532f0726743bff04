import type { RichText } from '@pvp/contract';
import { UnreadableField } from './findings.ts';
import { parseLegalAct } from './legal-act.ts';
import { withPartIds } from './part-ids.ts';
import { shapeOf, type FieldShape, type Shape } from './record-shapes.ts';
import {
  UnreadableText,
  cleanLines,
  richTextFromHtml,
  richTextFromMarkdown,
} from './rich-text/rich-text.ts';

type Fields = Record<string, unknown>;

const LANGUAGE = /^[a-z]{2,3}$/;

/**
 * A record of the own format, the authoring shorthand included → the full shape of the contract.
 *
 * The shorthand: a text by language may be a plain string (Latvian); rich text may be Markdown, or
 * `{html}`, or either per language; parts of a description may lack an id; `legalResources` may be
 * plain strings. Other fields, known or not, are taken as they are: what is wrong with them is for
 * validation to say.
 *
 * @throws UnreadableField where a text cannot be read.
 */
export function normaliseRecord(raw: Readonly<Fields>): Fields {
  // Both follow from other data; an exported record brings them along.
  const { derived: _derived, hash: _hash, ...fields } = raw;
  return normaliseFields(fields, shapeOf(raw['type']), '');
}

function normaliseFields(fields: Readonly<Fields>, shape: Shape, pointer: string): Fields {
  const entries = Object.entries(fields).map(([name, value]) => {
    const fieldShape = Object.hasOwn(shape, name) ? shape[name] : undefined;
    const field = `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return [name, fieldShape === undefined ? value : readField(value, fieldShape, field)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null));
}

function readField(value: unknown, shape: FieldShape, field: string): unknown {
  if (value === null) return undefined;
  if (shape === 'text') return localizedText(value);
  if (shape === 'rich') return localizedRichText(value, field);
  if (shape === 'texts') {
    if (!Array.isArray(value)) return value;
    return value.map(localizedText).filter((text) => text !== undefined);
  }
  if ('part' in shape) return isFields(value) ? normaliseFields(value, shape.part, field) : value;
  if (!Array.isArray(value)) return value;
  const parts = value.map((part: unknown, index) => {
    if (typeof part === 'string' && field === '/legalResources') return parseLegalAct(part);
    return isFields(part) ? normaliseFields(part, shape.parts, `${field}/${index}`) : part;
  });
  return shape.prefix !== undefined && parts.every(isFields)
    ? withPartIds(parts, shape.prefix)
    : parts;
}

/** Languages whose text is empty are left out; a text without any language is no text. */
function localizedText(value: unknown): unknown {
  if (typeof value === 'string') return localizedText({ lv: value });
  if (!isFields(value)) return value;
  const entries = Object.entries(value)
    .map(([lang, text]) => [lang, typeof text === 'string' ? cleanLines(text) : text] as const)
    .filter(([, text]) => text !== '' && text !== null);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function localizedRichText(value: unknown, field: string): unknown {
  const isOneText = typeof value === 'string' || (isFields(value) && !isByLanguage(value));
  if (isOneText) return localizedRichText({ lv: value }, field);
  if (!isFields(value)) return value;
  const entries = Object.entries(value)
    .map(([lang, text]) => [lang, richText(text, `${field}/${lang}`)] as const)
    .filter(([, tree]) => tree !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function isByLanguage(value: Fields): boolean {
  return Object.keys(value).every((key) => LANGUAGE.test(key));
}

/** `undefined` where nothing is left; a tree, or whatever validation will refuse, as it is. */
function richText(value: unknown, field: string): unknown {
  if (value === null) return undefined;
  const tree = parsedText(value, field);
  if (tree === undefined) return value;
  return tree.children.length > 0 ? tree : undefined;
}

function parsedText(value: unknown, field: string): RichText | undefined {
  try {
    if (typeof value === 'string') return richTextFromMarkdown(value);
    if (!isFields(value)) return undefined;
    if (typeof value['html'] === 'string') return richTextFromHtml(value['html']);
    if (typeof value['markdown'] === 'string') return richTextFromMarkdown(value['markdown']);
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableText) throw new UnreadableField(field, error.message);
    throw error;
  }
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
