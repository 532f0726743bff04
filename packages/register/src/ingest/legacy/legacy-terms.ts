import type { Term, TermUnit } from '@pvp/contract';
import type { Warning } from '../findings.ts';
import { isPlaceholder } from '../placeholder.ts';
import { parseTerms, termUnitIn, type ParsedTerm } from '../term.ts';
import type { StepText } from './legacy-costs.ts';
import { rawText, type Fields } from './legacy-fields.ts';
import { plainLines, sentencesOf } from './legacy-text.ts';

type TermRow = Omit<Term, 'id'>;

/** Titles of sections that hold the term in words. */
export const TERM_SECTION = /^Termiņš \(teksts\)$|^Pakalpojuma saņemšanas termiņš/iu;

/** A duty or a right of the applicant, or how long something holds; not how long it takes. */
const OTHER_TIMES =
  /paziņo (?!vecāk)|jāpaziņo|jāierodas|jāiesniedz|iesniedz(?!ēj)|derīg|vecum|uz laiku|ne ilgāk|ik mēnesi|invalid/iu;
const TAKES = /laikā|termiņ|within|lem|izsniedz|izskat/iu;

/**
 * How long it takes: the header and the term in words. The same statement made twice is one term.
 */
export function readTerms(
  page: Fields,
  section: string,
  steps: readonly StepText[],
  lang: string,
  warnings: Warning[],
): TermRow[] {
  const header = plainLines(rawText(page['term']));
  const stated = header !== '' && !isPlaceholder(header) ? parseTerms(header) : [];
  const inWords = section !== '' && !isPlaceholder(section) ? parseTerms(section) : [];
  const more = inWords.filter((term) => term.unit !== undefined || stated.length === 0);
  const kept = stated.filter((term) => !more.some((other) => saysMore(other, term)));
  warnUnits([...kept, ...more], steps, warnings);
  return [...kept, ...more].map(({ description, ...range }) => ({
    ...range,
    ...(description === undefined ? {} : { description: { [lang]: description } }),
  }));
}

/** Whether a statement tells the same range and adds when it holds. */
function saysMore(term: ParsedTerm, bare: ParsedTerm): boolean {
  return (
    bare.description === undefined &&
    bare.unit === term.unit &&
    bare.min === term.min &&
    bare.max === term.max
  );
}

function warnUnits(
  terms: readonly ParsedTerm[],
  steps: readonly StepText[],
  warnings: Warning[],
): void {
  const told = new Map<TermUnit, string>();
  for (const { unit, max, min } of terms) {
    if (unit !== undefined && !told.has(unit)) told.set(unit, `${max ?? min} in the header`);
  }
  for (const { title, text } of steps) {
    for (const sentence of sentencesOf(text)) {
      if (OTHER_TIMES.test(sentence) || !TAKES.test(sentence)) continue;
      const unit = termUnitIn(sentence);
      if (unit !== undefined && !told.has(unit)) told.set(unit, `step ${JSON.stringify(title)}`);
    }
  }
  if (told.size < 2) return;
  const places = [...told].map(([unit, where]) => `${unit} (${where})`).join(', ');
  warnings.push({
    code: 'term-units-disagree',
    field: '/term/raw',
    reason: `The description counts its term in different units: ${places}.`,
  });
}
