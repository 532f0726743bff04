/** Numbers, money and times in the way of one language. */
import type { CardCost } from '@pvp/contract';

/** Made once for each language. */
const plurals: Record<string, Intl.PluralRules> = {};

/**
 * A number with its groups and fraction. Most have neither, and then nothing is asked of `Intl`: its
 * first number takes a slow phone 80 to 170 ms, in which a page does nothing else.
 */
export function write(lang: string, number: number): string {
  // Latvian groups from the fifth digit on.
  const isPlain = Number.isInteger(number) && number >= 0 && number < (lang === 'lv' ? 1e4 : 1e3);
  return isPlain ? `${number}` : number.toLocaleString(lang);
}

/** `0–4,27 EUR`, or one amount; whole, or with cents. Empty where none is told. */
export function priceSpan(lang: string, { min, max = min, currency = 'EUR' }: CardCost): string {
  if (max === undefined) return '';
  const [low, high] = [min ?? max, max].map((amount) => {
    const [whole, cents] = amount.toFixed(2).split('.');
    const fraction = cents === '00' ? '' : `${lang === 'en' ? '.' : ','}${cents}`;
    return write(lang, Number(whole)) + fraction;
  });
  const price = low === high ? low : `${low}–${high}`;
  return lang === 'en' ? `${currency}\u00a0${price}` : `${price}\u00a0${currency}`;
}

/** `2–5`, or one number where both are equal or the lower one is not told. */
export function span(lang: string, min: number | undefined, max: number): string {
  const last = write(lang, max);
  return min === undefined || min === max ? last : `${write(lang, min)}–${last}`;
}

/** Picks the form of a word for a number; a form that a language lacks is `other`. */
export function plural<T>(
  lang: string,
  count: number,
  forms: { other: T } & Partial<Record<Intl.LDMLPluralRule, T>>,
): T {
  return forms[(plurals[lang] ??= new Intl.PluralRules(lang)).select(count)] ?? forms.other;
}
