import type { CardTerm, Term, TermUnit } from '@pvp/contract';
import { pickLanguage } from './pick-language.ts';
import { told } from './told.ts';

/** Rough lengths in days: they only tell which of two terms in different units is longer. */
const DAYS: Readonly<Record<TermUnit, number>> = {
  hour: 1 / 24,
  'working-day': 1.4,
  'calendar-day': 1,
  week: 7,
  month: 30,
  year: 365,
};

/**
 * The term of a result row. Terms of the whole service stand before those of single steps. Several
 * in one unit become one span; in different units only the longest is told, as an upper end. Terms
 * without numbers give the text of the first.
 */
export function cardTerm(terms: readonly Term[] | undefined, lang?: string): CardTerm | undefined {
  if (!terms?.length) return undefined;
  if (terms.length === 1) return withText(terms[0]!, lang);
  const ofWhole = terms.filter((term) => !term.step);
  const rows = ofWhole.length > 0 ? ofWhole : terms;
  const counted = rows.filter(({ min, max, unit }) => unit && (max ?? min) !== undefined);
  if (counted.length < 2) {
    return (counted.length ? counted : rows).map((term) => withText(term, lang)).find(Boolean);
  }
  const longest = counted.reduce((a, b) => (length(b) > length(a) ? b : a));
  const unit = longest.unit!;
  const max = longest.max ?? longest.min!;
  if (counted.some((term) => term.unit !== unit)) return { max, unit };
  const lows = counted.map((term) => term.min);
  return lows.includes(undefined)
    ? { max, unit }
    : { min: Math.min(...(lows as number[])), max, unit };
}

function length(term: Term): number {
  return (term.max ?? term.min ?? 0) * (DAYS[term.unit!] ?? 1);
}

function withText({ min, max, unit, description }: Term, lang?: string): CardTerm | undefined {
  const text = told(pickLanguage(description, lang)?.text);
  const isCounted = unit && (max ?? min) !== undefined;
  if (!isCounted && !text) return undefined;
  const card: CardTerm = {};
  if (isCounted) {
    if (min !== undefined) card.min = min;
    if (max !== undefined) card.max = max;
    card.unit = unit;
  }
  if (text) card.description = text;
  return card;
}
