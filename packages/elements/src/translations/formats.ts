/** Numbers, money and times in the way of one language. */
import type { CardCost } from '@pvp/contract';

/** Made once: each takes longer to make than a whole row to draw. */
const prices: Record<string, Intl.NumberFormat> = {};
const plurals: Record<string, Intl.PluralRules> = {};
/** What was written once: a list says the same few prices and terms again at each key. */
const written: Record<string, string> = {};

/** `0–4,27 EUR`, or one amount; empty where none is told. */
export function priceSpan(lang: string, { min, max = min, currency = 'EUR' }: CardCost): string {
  const low = min ?? max;
  if (low === undefined || max === undefined) return '';
  // A page trusts no register: a code that is none must not end the drawing of a whole list.
  if (!/^[a-z]{3}$/i.test(currency)) return `${span(lang, low, max)} ${currency}`;
  const format = (prices[lang + currency] ??= new Intl.NumberFormat(lang, {
    style: 'currency',
    currencyDisplay: 'code',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  } as Intl.NumberFormatOptions));
  return (written[[lang, currency, low, max].join()] ??=
    low === max ? format.format(low) : format.formatRange(low, max));
}

/** `2–5`, or one number where both are equal or the lower one is not told. */
export function span(lang: string, min: number | undefined, max: number): string {
  const write = (number: number) => (written[lang + number] ??= number.toLocaleString(lang));
  return min === undefined || min === max ? write(max) : `${write(min)}–${write(max)}`;
}

/** Picks the form of a word for a number; a form that a language lacks is `other`. */
export function plural<T>(
  lang: string,
  count: number,
  forms: { other: T } & Partial<Record<Intl.LDMLPluralRule, T>>,
): T {
  return forms[(plurals[lang] ??= new Intl.PluralRules(lang)).select(count)] ?? forms.other;
}
