/** Numbers, money and times in the way of one language. */
import type { CardCost } from '@pvp/contract';

/** `4,27`: two decimals, none for a whole amount. */
function amount(lang: string, value: number): string {
  return value.toLocaleString(lang, { minimumFractionDigits: value % 1 ? 2 : 0 });
}

/** `0–4,27 EUR`, or one amount; empty where none is told. */
export function priceSpan(lang: string, { min, max, currency = 'EUR' }: CardCost): string {
  return [...new Set([min ?? max, max ?? min])]
    .map((value) => (value === undefined ? '' : amount(lang, value)))
    .join('–')
    .replace(/.$/, `$& ${currency}`);
}

/** Picks the form of a word for a number; a form that a language lacks is `other`. */
export function plural<T>(
  lang: string,
  count: number,
  forms: { other: T } & Partial<Record<Intl.LDMLPluralRule, T>>,
): T {
  return forms[new Intl.PluralRules(lang).select(count)] ?? forms.other;
}
