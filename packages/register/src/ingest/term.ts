import type { TermUnit } from '@pvp/contract';
import { cleanLine } from './rich-text/rich-text.ts';

/** How long something takes, as far as a text says so. */
export interface ParsedTerm {
  min?: number;
  max?: number;
  unit?: TermUnit;
  /** What the text says beside the number; the whole text where it has none. */
  description?: string;
}

const UNITS: readonly (readonly [RegExp, TermUnit])[] = [
  [/^(?:stund\p{L}*|hours?)$/iu, 'hour'],
  [/^(?:darb(?:a |)dien\p{L}*|d\. ?d\.|(?:working|business) days?)$/iu, 'working-day'],
  [/^(?:(?:kalendār\p{L}* )?dien\p{L}*|(?:calendar )?days?)$/iu, 'calendar-day'],
  [/^(?:nedēļ\p{L}*|weeks?)$/iu, 'week'],
  [/^(?:mēne[sš]\p{L}*|months?)$/iu, 'month'],
  [/^(?:gad\p{L}{1,4}|years?)$/iu, 'year'],
];
const UNIT_WORDS =
  'stund\\p{L}*|darb(?:a |)dien\\p{L}*|d\\. ?d\\.|kalendār\\p{L}* dien\\p{L}*|dien\\p{L}*|' +
  'nedēļ\\p{L}*|mēne[sš]\\p{L}*|gad(?:s|a|i|u|iem)|' +
  '(?:working|business|calendar) days?|hours?|days?|weeks?|months?|years?';
const SPAN = new RegExp(
  '(?<![\\p{L}\\d.,/])(?:(?<verbal>no|from|līdz|up to|within) )?(?<low>\\d{1,4})' +
    `(?:(?: ?[-–—] ?| līdz | to )(?<high>\\d{1,4}))?(?: ?\\([\\p{L} ]{1,30}\\))? ?(?<unit>${UNIT_WORDS})(?!\\p{L})` +
    '(?:(?: darba)? laikā)?',
  'iu',
);
const WITHIN_ONE = /(?<!\p{L})(?<unit>stundas|nedēļas|mēneša|gada) laikā/iu;

/**
 * One statement of time. A number alone counts working days, as on the platform it comes from.
 * A text without a number is kept as the description.
 */
export function parseTerm(text: string): ParsedTerm | undefined {
  const line = cleanLine(text).replace(/[;.]$/, '');
  if (line === '') return undefined;
  const bare = /^(\d{1,4})(?: ?[-–—] ?(\d{1,4}))?$/.exec(line);
  if (bare) return bounds(Number(bare[1]), numberOf(bare[2]), 'working-day', undefined);

  const found = termSpan(line);
  if (found === undefined) return { description: line };
  const rest = cleanLine(line.replace(found.text, ' ')).replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/g, '');
  return { ...found.term, ...(/\p{L}/u.test(rest) ? { description: rest } : {}) };
}

/** Several statements, a line or a semicolon apart; a text without any number stays one. */
export function parseTerms(text: string): ParsedTerm[] {
  const statements = text
    .split(/;|\n/)
    .map(cleanLine)
    .filter((statement) => statement !== '');
  const parsed = statements.map(parseTerm).filter((term) => term !== undefined);
  if (parsed.every((term) => term.unit === undefined)) {
    const whole = parseTerm(text);
    return whole ? [whole] : [];
  }
  return parsed;
}

/** The unit of the first statement of time in a sentence, where there is one. */
export function termUnitIn(sentence: string): TermUnit | undefined {
  return termSpan(cleanLine(sentence))?.term.unit;
}

function termSpan(line: string): { text: string; term: ParsedTerm } | undefined {
  const match = SPAN.exec(line);
  if (match) {
    const { verbal, low, high, unit } = match.groups ?? {};
    const term = bounds(Number(low), numberOf(high), unitOf(unit ?? ''), verbal);
    return term && { text: match[0], term };
  }
  const one = WITHIN_ONE.exec(line);
  return one
    ? { text: one[0], term: { max: 1, unit: unitOf(one.groups?.['unit'] ?? '') } }
    : undefined;
}

function bounds(
  low: number,
  high: number | undefined,
  unit: TermUnit,
  verbal: string | undefined,
): ParsedTerm {
  if (high !== undefined && high >= low) return { min: low, max: high, unit };
  if (verbal !== undefined && /^(?:no|from)$/i.test(verbal)) return { min: low, unit };
  return { max: low, unit };
}

function unitOf(word: string): TermUnit {
  return UNITS.find(([pattern]) => pattern.test(word))?.[1] ?? 'calendar-day';
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
